internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Reminders
internal import Workspace

/// Shows what went out, and what did not.
struct IngatkanRiwayat: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "riwayat", abstract: "Apa yang dikirim, kepada siapa, dan kapan.",
    aliases: ["history"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("Hanya sejak tanggal ini.", valueName: "tanggal"))
  var sejak: CivilDate?
  @Option(help: ArgumentHelp("Hanya jabatan atau kode desa ini.", valueName: "orang"))
  var untuk: String?

  func run(_ session: inout Session) throws {
    let (rows, findings) = try Outbox(workspace: session.workspace.folder).read()
    for finding in findings { Console.message(finding.message) }
    let page = OutboxPage(rows, since: sejak, person: untuk)
    if output.json {
      session.console.raw(try page.json.text())
    } else {
      page.print(to: &session)
    }
  }
}
