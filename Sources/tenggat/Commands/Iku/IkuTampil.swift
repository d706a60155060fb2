internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import PlainText
internal import Wording

/// The scorecard: what `iku` says without a subcommand.
struct IkuTampil: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "tampil", abstract: "Kartu skor setahun, per jabatan.",
    discussion: """
      Realisasi, target, dan capaian setiap indikator; s.d. triwulan dan setahun. 'Masih bisa' adalah \
      nilai tertinggi yang masih dapat dicapai tahun itu oleh indikator tepat waktu. \
      --untuk menyebut jabatan pada kartunya, misalnya camat, sekcam, atau kasi-pemerintahan.
      """,
    aliases: ["show"])

  static let examples = [
    "iku --tahun 2026",
    "iku --untuk sekcam",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Tahun; bawaan: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(help: ArgumentHelp("Hanya indikator ini, dengan triwulannya.", valueName: "kode"))
  var indikator: String?
  @Option(help: ArgumentHelp("Hanya kartu jabatan ini.", valueName: "jabatan"))
  var untuk: String?
  @Option(help: ArgumentHelp("Hanya kecamatan ini.", valueName: "unit"))
  var unit: String?
  @Flag(
    help: "Bandingkan indikator berkode atau bernama sama antartahun dan antarkecamatan.")
  var banding = false

  var namedUnits: [String] { [unit].compactMap(\.self) }
  var readsNamedUnitsAlone: Bool { true }

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    session.view(on: day)
    if banding, untuk != nil {
      throw OptionRefusal.notBeside("--untuk", "--banding")
    }
    let scope = ScorecardScope(
      year: tahun?.year ?? day.year, of: try session.offices(of: unit, having: "indikator"),
      asOf: day, knownThrough: judging.diketahui)
    try banding ? compare(scope, &session) : show(scope, &session)
  }

  private func show(_ scope: ScorecardScope, _ session: inout Session) throws {
    let answer = try Scorecards(scope, indicator: indikator, role: untuk, in: session.workspace)
    let page = ScorecardPage(answer: answer)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
      if let line = answer.uncomputed.line { session.console.line(line, .soon) }
    }
  }

  private func compare(_ scope: ScorecardScope, _ session: inout Session) throws {
    let answer = try ScorecardComparison(
      through: scope, indicator: indikator, in: session.workspace)
    let page = ComparisonPage(answer: answer)
    for remark in IndicatorWords.skipped(answer) {
      Console.message("tenggat: peringatan: \(remark)")
    }
    // Where nothing is found, the scorecards of the last year say why.
    if answer.groups.isEmpty {
      _ = try Scorecards(scope, indicator: indikator, in: session.workspace)
    }
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
    }
  }
}
