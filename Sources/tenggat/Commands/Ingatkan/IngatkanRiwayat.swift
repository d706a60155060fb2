internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Reminders
internal import Workspace

/// Shows what went out, and what did not.
struct IngatkanRiwayat: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "riwayat", abstract: "Apa yang dikirim, kepada siapa, dan kapan.",
    aliases: ["history"])

  static let examples = [
    "ingatkan riwayat --sejak 2026-03-01",
    "ingatkan riwayat --untuk camat",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("Hanya sejak tanggal ini.", valueName: "tanggal"))
  var sejak: CivilDate?
  @Option(help: ArgumentHelp("Hanya jabatan ini, atau desa (kode atau nama).", valueName: "orang"))
  var untuk: String?

  func run(_ session: inout Session) throws {
    let (rows, findings) = try Outbox(workspace: session.workspace.folder).read()
    for finding in findings { Console.message(finding.message) }
    let page = OutboxPage(
      rows, since: sejak, person: try untuk.map { try person($0, session, rows) })
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
    }
  }

  /// The role, or the code of a desa, that a word names.
  private func person(_ word: String, _ session: Session, _ rows: [OutboxRow]) throws -> String {
    let told = rows.compactMap { row -> String? in
      if case .claimed(_, let person, _, _) = row.event {
        Recipient.parts(of: person).role
      } else {
        nil
      }
    }
    let office = session.workspace.office
    let roles = Set(Office.usualRoles + office.officials.map(\.role) + told).sorted()
    if let role = Office.role(written: word, among: roles) { return role }
    if let unit = try? session.unit(word) { return unit.description }
    throw CommandFailure.usage(
      "'\(word)' bukan jabatan atau desa",
      fix: nearestMatch(to: word, among: roles).map { "mungkin maksudnya '\($0)'" }
        ?? "tulis misalnya kasi-pemerintahan, atau nama desanya")
  }
}
