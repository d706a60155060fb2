public import ComplianceModel

/// Somebody who is reminded: one person, whatever roles they hold that day.
public struct Recipient: Hashable, Sendable {
  /// The role that the person is known by, or the code of a desa: what routes and messages name.
  ///
  /// The role of an officer of one kecamatan among several is followed by its code: `camat@63.05.12`.
  public let id: String
  /// The name for people: `Kasi Pemerintahan`, or the officer's name with the roles.
  public let name: String
  /// The addresses, by channel.
  public let contacts: [String: String]

  /// Creates a recipient.
  public init(id: String, name: String, contacts: [String: String]) {
    self.id = id
    self.name = name
    self.contacts = contacts
  }
}

extension Recipient {
  /// Whoever reads standard output, where nobody is named to look after the machine.
  static let machine = Recipient(id: "penjaga", name: "Penjaga komputer", contacts: [:])

  /// What stands between a role and a kecamatan.
  private static let separator: Character = "@"

  /// The name by which an officer is known.
  ///
  /// - Parameters:
  ///   - role: The role.
  ///   - unit: The kecamatan that the officer's entry names; `nil` where it names none.
  /// - Returns: The ``id``.
  public static func id(of role: String, in unit: RegionCode?) -> String {
    unit.map { "\(role)\(separator)\($0)" } ?? role
  }

  /// The parts of an ``id``: the role, or the code of a desa, and the kecamatan where one is named.
  public static func parts(of id: String) -> (role: String, unit: RegionCode?) {
    let parts = id.split(separator: separator, maxSplits: 1)
    guard parts.count == 2, let unit = RegionCode(parts[1]) else { return (id, nil) }
    return (String(parts[0]), unit)
  }
}
