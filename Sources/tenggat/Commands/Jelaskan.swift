internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Workspace
internal import Wording

struct Jelaskan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "jelaskan",
    abstract: "Mengapa tenggat, keadaan laporan, atau nilai indikator demikian.",
    discussion: """
      Menunjukkan aturannya, titik awal hitungan, setiap hari yang dilewati dan sebabnya, perpanjangan, \
      dasar hukum dan keyakinannya, serta baris buku yang dihitung. 'jelaskan iku KODE' menunjukkan setiap \
      kewajiban dan baris dalam pembilang dan penyebut indikator, dan yang tidak dihitung beserta sebabnya. \
      'jelaskan KODE' dengan kode pesan, misalnya kalender.kunci-ganda (periksa --json menyebutnya), \
      menunjukkan arti pesan itu, contohnya, dan perbaikannya; --kode menyebut semua kode pesan.
      """,
    aliases: ["explain"])

  static let examples = [
    "jelaskan LPPD 2025",
    "jelaskan iku H05 --tahun 2026",
    "jelaskan kalender.kunci-ganda",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Argument(help: "Kode laporan, misalnya LKIP, atau namanya; kata iku; atau kode pesan.")
  var laporan: String?
  @Argument(
    help: "Periode yang dilaporkan; RPJMDes: bawaan yang berlaku; sesudah iku: kode indikator.")
  var periode: String?
  @Option(help: ArgumentHelp("Kode atau nama desa; bawaan: kecamatan.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Tahun indikator; bawaan: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?
  @Flag(help: "Daftar semua kode pesan, satu sebaris.")
  var kode = false

  /// What a message means is told without a workspace, which may be what is broken.
  func run() throws {
    if kode {
      guard laporan == nil else {
        throw OptionRefusal.exclusive(["--kode", "LAPORAN"])
      }
      return try listCodes()
    }
    if let laporan, periode == nil, let problem = try problem(laporan) {
      return try explain(problem)
    }
    try Session.run(global.choices, run)
  }

  var namedUnits: [String] { [unit].compactMap(\.self) }
  var readsNamedUnitsAlone: Bool { true }

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    guard let laporan else {
      throw ArgumentRefusal.nothingToExplain(example: "tenggat jelaskan LPPD 2025")
    }
    if laporan.lowercased() == "iku" {
      guard let periode else {
        throw ArgumentRefusal.noIndicator(example: "tenggat jelaskan iku H05")
      }
      return try explainIndicator(periode, asOf: day, &session)
    }
    if tahun != nil {
      throw OptionRefusal.onlyFor("--tahun", .indicators, .yearInPeriod)
    }
    let stated = try periode.map { text in
      guard let period = Period(text) else {
        throw ArgumentRefusal.notAPeriod(text)
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
      throw ArgumentRefusal.noPeriod(
        report: selection.code,
        example: "tenggat jelaskan \(selection.code) "
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

  // MARK: - Messages

  /// The problem that a word names; `nil` for one that names no problem, but perhaps a report.
  ///
  /// - Throws: A ``CommandFailure`` for a name that is nearly that of a problem.
  private func problem(_ word: String) throws -> ProblemPage? {
    // The names of problems alone have a dot; one that a report has too is told apart by its period.
    guard let area = word.split(separator: ".").first, word.contains("."), !word.contains(" ")
    else { return nil }
    let list = try ProblemPage.List(try Guide(try Session.programData()))
    if let problem = list.problem(word) { return problem }
    let codes = list.codes
    guard codes.contains(where: { $0.hasPrefix("\(area.lowercased()).") }) else { return nil }
    throw ArgumentRefusal.noProblem(
      word, nearest: nearestMatch(to: word, among: codes), listing: "tenggat jelaskan --kode")
  }

  private func explain(_ problem: ProblemPage) throws {
    var console = Console(color: global.warna, environment: Environment.value)
    if output.json {
      console.raw(problem.json.text())
    } else {
      problem.print(to: &console)
    }
    try console.flush()
  }

  private func listCodes() throws {
    var console = Console(color: global.warna, environment: Environment.value)
    let list = try ProblemPage.List(try Guide(try Session.programData()))
    if output.json {
      console.raw(
        JSONValue.object(["kode": .array(list.codes.compactMap { list.problem($0)?.json })]).text())
    } else {
      for code in list.codes { console.line(code) }
    }
    try console.flush()
  }
}
