internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Wording

struct Kepatuhan: TenggatCommand {
  /// Whose obligations are counted.
  enum Tingkat: String, CaseIterable, ExpressibleByArgument {
    case kecamatan, desa, rekomendasi, semua

    /// The level that is meant; `nil` for all.
    var level: Report.Level? { Report.Level(rawValue: rawValue) }
  }

  static let configuration = CommandConfiguration(
    commandName: "kepatuhan",
    abstract: "Persentase tepat waktu menurut triwulan, laporan, jabatan.",
    discussion: """
      Berjalan: dari yang sudah dapat dinilai sampai hari itu. Setahun: dari seluruh kewajiban tahun \
      itu. Yang dibebaskan di luar penyebut; yang susulan disebut di sampingnya.
      """,
    aliases: ["compliance"])

  static let examples = [
    "kepatuhan --triwulan 2026-TW1",
    "kepatuhan --tingkat desa --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Tahun kewajiban; bawaan: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(help: ArgumentHelp("Hanya triwulan kewajiban ini.", valueName: "triwulan"))
  var triwulan: DutyQuarter?
  @Option(help: ArgumentHelp("kecamatan, desa, rekomendasi, atau semua.", valueName: "tingkat"))
  var tingkat: Tingkat = .semua
  @Option(
    help: ArgumentHelp("Hanya kecamatan atau desa ini; boleh diulang.", valueName: "unit"))
  var unit: [String] = []

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    let year = triwulan?.quarter.year ?? tahun?.year ?? day.year
    if let tahun, let triwulan, triwulan.quarter.year != tahun.year {
      throw CommandFailure.usage("--triwulan dan --tahun tidak sejalan", fix: "pilih satu")
    }
    session.view(on: day)
    let answer = try ComplianceRates(
      ComplianceRates.Question(
        year: year, quarter: triwulan?.quarter, level: tingkat.level, of: try session.scope(unit),
        asOf: day, knownThrough: judging.diketahui),
      in: session.workspace)
    let page = RatePage(answer: answer)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
      if let line = answer.uncomputed.line { session.console.line(line, .soon) }
    }
  }
}
