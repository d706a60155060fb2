public import ComplianceModel
internal import PlainText

/// Someone who may open the pages.
public struct User: Hashable, Sendable {
  /// The name that they give at the door, in small letters: `siti`.
  public let account: String
  /// Their name as it goes into the ledger.
  public let name: String
  /// What they are to the office.
  public let role: UserRole
  /// The jabatan whose reports a kasi writes; `nil` for other roles.
  public let jabatan: String?
  /// The desa whose documents an operator hands in, at least one; none for other roles.
  public let villages: [RegionCode]
  /// The hash of the password.
  public private(set) var password: String

  /// Reads what is written of a user.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - name: The name.
  ///   - role: The role.
  ///   - jabatan: The jabatan; `nil` for none.
  ///   - villages: The desa.
  ///   - password: The hash of the password.
  /// - Throws: ``UserRefusal``, with all that does not make sense.
  package init(
    account: String, name: String, role: String, jabatan: String?, villages: [RegionCode],
    password: String
  ) throws(UserRefusal) {
    var faults: [UserFault] = []
    if !User.isAccount(account) { faults.append(.account(account)) }
    if !User.isName(name) { faults.append(.name(name)) }
    let known = UserRole(rawValue: role)
    if known == nil { faults.append(.role(role)) }
    switch (known, jabatan) {
    case (.section, nil): faults.append(.noJabatan)
    case (.section, _), (_, nil), (nil, _): break
    case (_, let jabatan?): faults.append(.idleJabatan(jabatan))
    }
    let written = villages.map(\.description).joined(separator: " ")
    if !villages.allSatisfy(\.isDesa) {
      faults.append(.villages(written))
    } else if known == .villageOperator, villages.isEmpty {
      faults.append(.noVillage)
    } else if let known, known != .villageOperator, !villages.isEmpty {
      faults.append(.idleVillages(written))
    }
    guard let known, faults.isEmpty else { throw UserRefusal(faults) }
    self.account = account
    self.name = name
    self.role = known
    self.jabatan = jabatan
    self.villages = Set(villages).sorted()
    self.password = password
  }

  /// The same user with another password.
  package func with(password hash: String) -> User {
    var user = self
    user.password = hash
    return user
  }

  /// Whether a text can stand in a ledger as who recorded.
  private static func isName(_ text: String) -> Bool {
    !text.isBlank && text == text.printable && text.utf8.count <= longestName
      && !RecorderName.isNobody(text)
  }

  /// The longest name, in bytes.
  private static let longestName = 100

  /// Whether a text can be an account: small letters, digits, and dots or dashes between them.
  public static func isAccount(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (2...32).contains(bytes.count) else { return false }
    let isPlain = { (byte: UInt8) in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return isPlain(bytes[0]) && isPlain(bytes[bytes.count - 1])
      && bytes.allSatisfy { isPlain($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }
}
