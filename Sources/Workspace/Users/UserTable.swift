internal import ComplianceModel
internal import DurableFiles
internal import Hashing

/// The users of the pages, as `pengguna.csv` holds them.
struct UserTable {
  /// The users, in the order of the file; where there is a fault, those without one.
  private(set) var users: [User] = []
  /// The lines of the users, from 1.
  private(set) var lines: [Int] = []
  /// What is wrong with the file.
  private(set) var findings: [Finding] = []

  private static let columns = ["akun", "nama", "peran", "jabatan", "desa", "sandi"]

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: The file as it is named to the user.
  init(_ bytes: [UInt8], name: String) {
    let table = PrivateRows(bytes, name: name, columns: UserTable.columns)
    findings = table.findings
    for row in table.rows { add(row.texts, at: row.place) }
  }

  private mutating func add(_ texts: [String], at place: SourcePlace) {
    if let first = users.firstIndex(where: { $0.account == texts[0] }) {
      return findings.append(UserSentence.repeated(texts[0], line: lines[first], at: place))
    }
    guard PasswordHash.isWellFormed(texts[5]) else {
      return findings.append(UserSentence.password(texts[0], at: place))
    }
    let words = texts[4].split(separator: " ").map(String.init)
    let villages = words.compactMap { RegionCode($0) }
    do throws(UserRefusal) {
      guard villages.count == words.count else { throw UserRefusal(.villages(texts[4])) }
      let user = try User(
        account: texts[0], name: texts[1], role: texts[2],
        jabatan: texts[3].isEmpty ? nil : texts[3], villages: villages, password: texts[5])
      users.append(user)
      lines.append(place.line)
    } catch {
      findings += error.faults.map { UserSentence.field($0, at: place) }
    }
  }

  /// Adds what is wrong with the file as a whole.
  mutating func add(_ finding: Finding) { findings.append(finding) }

  /// The file that holds some users.
  static func bytes(of users: [User]) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(columns)
    for user in users {
      writer.row([
        user.account, user.name, user.role.rawValue, user.jabatan ?? "",
        user.villages.map(\.description).joined(separator: " "), user.password,
      ])
    }
    return writer.bytes
  }
}
