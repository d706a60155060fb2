internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

struct Jelaskan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "jelaskan", abstract: "Mengapa tenggat dan keadaan suatu laporan demikian.",
    discussion: """
      Menunjukkan aturannya, titik awal hitungan, setiap hari yang dilewati dan sebabnya, perpanjangan, \
      dasar hukum dan keyakinannya, serta baris buku yang dihitung.
      """,
    aliases: ["explain"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Argument(help: "Kode laporan, misalnya LKIP, atau namanya.")
  var laporan: String
  @Argument(help: "Periode yang dilaporkan.")
  var periode: Period
  @Option(help: ArgumentHelp("Kode atau nama desa; baku: kecamatan.", valueName: "unit"))
  var unit: String?

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    var selection = try Selection(session, report: laporan, unit: unit)
    if let known = judging.diketahui {
      selection.desk = try session.workspace.desk(
        of: selection.desk.kecamatan, knownThrough: known)
    }
    let obligation = try selection.obligation(periode, asOf: day)
    if let due = obligation.due {
      // The working days beside the due date are named where its year is known, and its neighbours.
      try selection.desk.loadHolidays((due.year - 1)...(due.year + 1))
    }
    let judge = selection.desk.judge(asOf: day)
    guard let assessment = judge.assess(obligation) else { return }
    if let extended = assessment.due { try selection.desk.loadHolidays([extended.year]) }
    let final = selection.desk.judge(asOf: day)
    let page = ExplanationPage(
      explanation: Explanation(assessment, final), judge: final, ledger: selection.desk.ledger)
    if output.json {
      session.console.raw(try page.json.text())
    } else {
      page.print(to: &session)
    }
  }
}
