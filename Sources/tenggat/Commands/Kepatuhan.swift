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
    abstract: "Persentase tepat waktu menurut triwulan, laporan, jabatan, atau wilayah.",
    discussion: """
      Berjalan: dari yang sudah dapat dinilai sampai hari itu. Setahun: dari seluruh kewajiban tahun \
      itu. Yang dibebaskan di luar penyebut; yang susulan disebut di sampingnya.
      --menurut menjumlahkan per wilayah, untuk ruang kerja dengan banyak kecamatan. Buku yang rusak \
      disebut dan tidak dijumlahkan, dengan kode keluar 65; --lewati-salah menjadikannya peringatan.
      """,
    aliases: ["compliance"])

  static let examples = [
    "kepatuhan --triwulan 2026-TW1",
    "kepatuhan --tingkat desa --json",
    "kepatuhan --menurut kabupaten --urut",
    "kepatuhan --menurut semua --csv",
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
    help: ArgumentHelp(
      "Hanya wilayah ini, dari provinsi sampai desa; boleh diulang.", valueName: "unit"))
  var unit: [String] = []

  @OptionGroup var grouping: RegionGrouping

  var namedUnits: [String] { unit }
  var readsNamedUnitsAlone: Bool { true }

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    let year = triwulan?.quarter.year ?? tahun?.year ?? day.year
    if let tahun, let triwulan, triwulan.quarter.year != tahun.year {
      throw ArgumentRefusal.quarterOfOtherYear(quarter: "--triwulan", year: "--tahun")
    }
    try grouping.requireSense(output)
    session.view(on: day)
    var question = ComplianceRates.Question(
      year: year, quarter: triwulan?.quarter, level: tingkat.level, of: try session.scope(unit),
      asOf: day, knownThrough: judging.diketahui)
    question.leavesOutDamaged = grouping.menurut != nil
    question.keepsVillages = grouping.menurut == .village
    let progress = ProgressLine(of: question.units.kecamatan.count, "kecamatan")
    defer { progress?.end() }
    let answer = try ComplianceRates(question, in: session.workspace) { progress?.reach($0) }
    progress?.end()
    if let group = grouping.menurut {
      try show(answer, by: group, &session)
      return
    }
    let page = RatePage(answer: answer)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
      if let line = answer.uncomputed.line { session.console.line(line, .soon) }
    }
  }

  /// Shows the counts by region, and tells of the ledgers that are in none.
  private func show(
    _ answer: ComplianceRates, by group: Recap.Grouping, _ session: inout Session
  ) throws {
    let page = RegionRatePage(
      answer: answer, group: group, order: grouping.order, level: tingkat.rawValue)
    if output.json {
      session.console.raw(page.json.text())
    } else if grouping.csv {
      session.console.raw(page.csv)
    } else {
      page.print(to: &session.console)
      if let line = answer.uncomputed.line { session.console.line(line, .soon) }
    }
    guard !answer.damaged.isEmpty else { return }
    let findings = answer.damaged.flatMap(\.findings)
    guard grouping.lewatiSalah else {
      throw CommandFailure(.data, lines: findings.map(\.message))
    }
    for finding in findings {
      Console.message(finding.reported(as: .remark, fix: finding.remedy).message)
    }
  }
}
