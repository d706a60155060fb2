internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import Workspace
internal import Wording

/// An officer as an option says it, `camat:2025-01-02:Nama Pejabat`.
struct OfficerText {
  /// The officer.
  let line: OfficerLine

  init(_ line: OfficerLine) { self.line = line }

  /// Reads what was written.
  ///
  /// - Throws: A ``CommandFailure`` for what is no officer.
  init(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw CommandFailure.usage(
        "--pejabat '\(text)' tidak lengkap",
        fix: "tulis JABATAN:SEJAK:NAMA, misalnya --pejabat 'camat:2025-01-02:Nama Pejabat'")
    }
    line = OfficerLine(
      role: try Self.role(String(parts[0])), name: try Self.name(String(parts[2])),
      since: try Self.since(String(parts[1])))
  }

  /// The officer as the option says it.
  var written: String { "\(line.role):\(line.since):\(line.name)" }

  /// The role that a person means.
  static func role(_ word: String) throws -> String {
    let roles = Office.usualRoles
    guard let role = Office.role(written: word, among: roles) else {
      throw CommandFailure.usage(
        "jabatan '\(word)' tidak dikenal",
        fix: WorkspaceSentence.mendRole(for: word, known: roles))
    }
    return role
  }

  /// A name, without the blanks around it.
  static func name(_ text: String) throws -> String {
    let name = text.trimmingBlanks
    guard !name.isEmpty else {
      throw CommandFailure.usage("nama pejabat kosong", fix: "tulis namanya, dengan gelarnya")
    }
    return name
  }

  /// A first day in a role, as the office's file keeps it.
  static func since(_ text: String) throws -> String {
    guard let day = CivilDate(written: text) else {
      throw ArgumentRefusal.notADay("'\(text)'", fix: dateRemedy(for: text))
    }
    return day.description
  }
}
