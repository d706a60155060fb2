internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Reminders
internal import Wording
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
    do throws(OutboxListing.NobodyMeant) {
      return try OutboxListing.person(word, rows, session.workspace.office) {
        try? session.unit($0)
      }
    } catch {
      throw ArgumentRefusal.notAPerson(
        word, nearest: nearestMatch(to: word, among: error.known))
    }
  }
}
