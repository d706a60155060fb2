internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import PlainText
internal import Workspace

struct Beda: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "beda", abstract: "Apa yang berubah sejak triwulan dibekukan, dan mengapa.",
    discussion: """
      Membandingkan pembekuan terakhir dengan keadaan sekarang: nilai lama dan baru, dan sebabnya. \
      Sebelumnya berkas beku dan buku dibuktikan masih yang dahulu.
      """,
    aliases: ["diff"])

  static let examples = [
    "beda 2026-TW1",
    "beda 2026-TW1 --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Triwulan kewajiban, misalnya 2026-TW1.")
  var triwulan: DutyQuarter
  @Option(help: ArgumentHelp("Hanya kecamatan ini.", valueName: "unit"))
  var unit: String?
  @Option(
    help: ArgumentHelp("Nilai keadaan pada tanggal ini; bawaan: hari ini.", valueName: "tanggal"))
  var per: CivilDate?

  var namedUnits: [String] { [unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    let quarter = triwulan.quarter
    let day = per ?? session.today
    let schema = try KepatuhanExport(.quarter(quarter), session.workspace.data).schema()
    var pages: [DifferencePage] = []
    session.view(on: day)
    for kecamatan in try session.offices(of: unit, having: "pembekuan") {
      let desk = try session.workspace.desk(of: kecamatan)
      let frozen = try FrozenQuarter(quarter, desk, schema: schema)
      let answer = try Difference(from: frozen.statement, in: desk, asOf: day)
      try KepatuhanExport.requireNames(kecamatan)
      pages.append(DifferencePage(answer, from: frozen, desk, today: session.today))
    }
    if output.json {
      session.console.raw(DifferencePage.json(pages, quarter, asOf: day).text())
    } else {
      for page in pages { page.print(to: &session.console) }
    }
  }
}
