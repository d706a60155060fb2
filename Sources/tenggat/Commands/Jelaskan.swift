internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Workspace

struct Jelaskan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "jelaskan",
    abstract: "Mengapa tenggat, keadaan laporan, atau nilai indikator demikian.",
    discussion: """
      Menunjukkan aturannya, titik awal hitungan, setiap hari yang dilewati dan sebabnya, perpanjangan, \
      dasar hukum dan keyakinannya, serta baris buku yang dihitung. 'jelaskan iku KODE' menunjukkan setiap \
      kewajiban dan baris dalam pembilang dan penyebut indikator, dan yang tidak dihitung beserta sebabnya.
      """,
    aliases: ["explain"])

  static let examples = [
    "jelaskan LPPD 2025",
    "jelaskan iku H05 --tahun 2026",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Argument(help: "Kode laporan, misalnya LKIP, atau namanya; atau kata iku.")
  var laporan: String
  @Argument(
    help: "Periode yang dilaporkan; RPJMDes: bawaan yang berlaku; sesudah iku: kode indikator.")
  var periode: String?
  @Option(help: ArgumentHelp("Kode atau nama desa; bawaan: kecamatan.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Tahun indikator; bawaan: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?

  var namedUnits: [String] { [unit].compactMap(\.self) }
  var readsNamedUnitsAlone: Bool { true }

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    if laporan.lowercased() == "iku" {
      guard let periode else {
        throw CommandFailure.usage(
          "indikator belum disebut", fix: "tulis kodenya, misalnya: tenggat jelaskan iku H05")
      }
      return try explainIndicator(periode, asOf: day, &session)
    }
    if tahun != nil {
      throw CommandFailure.usage(
        "--tahun hanya untuk 'jelaskan iku'", fix: "tahun laporan ada dalam periodenya")
    }
    let stated = try periode.map { text in
      guard let period = Period(text) else {
        throw CommandFailure.usage(
          "'\(text)' bukan periode", fix: "tulis misalnya 2025, 2026-S1, 2026-TW3, atau 2026-09")
      }
      return period
    }
    var selection = try Selection(report: laporan, unit: unit, in: session.workspace)
    if let known = judging.diketahui {
      selection.desk = try session.workspace.desk(
        of: selection.desk.kecamatan, knownThrough: known)
    }
    let obligation = try selection.obligation(
      try stated ?? latestPeriod(selection, asOf: day), asOf: day)
    let question = ObligationExplanation.Question(obligation.id, asOf: day)
    guard let explanation = try ObligationExplanation(question, at: selection.desk) else { return }
    let page = ExplanationPage(explanation: explanation)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
    }
  }

  /// The period that is meant where none is written.
  ///
  /// - Throws: A ``CommandFailure`` for a report whose period must be written.
  private func latestPeriod(_ selection: Selection, asOf day: CivilDate) throws -> Period {
    let (report, unit) = (selection.report, selection.unit)
    guard let period = selection.desk.latestPeriod(of: report, by: unit, asOf: day) else {
      throw CommandFailure.usage(
        "periode \(selection.code) belum disebut",
        fix: "tulis periode yang dilaporkannya, misalnya: tenggat jelaskan \(selection.code) "
          + (selection.examplePeriod(day)?.description ?? "\(day.year)"))
    }
    return period
  }

  private func explainIndicator(
    _ word: String, asOf day: CivilDate, _ session: inout Session
  ) throws {
    let scope = ScorecardScope(
      year: tahun?.year ?? day.year, of: try session.offices(of: unit, having: "indikator"),
      asOf: day, knownThrough: judging.diketahui)
    let pages = try IndicatorExplanation.all(of: word, scope, in: session.workspace).map {
      IndicatorExplanationPage(answer: $0)
    }
    if output.json {
      let values = pages.map(\.json)
      session.console.raw((values.count == 1 ? values[0] : .array(values)).text())
    } else {
      for (index, page) in pages.enumerated() {
        if index > 0 { session.console.line() }
        page.print(to: &session)
      }
    }
  }
}
