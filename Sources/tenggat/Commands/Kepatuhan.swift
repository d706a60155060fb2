internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

struct Kepatuhan: TenggatCommand {
  /// Whose obligations are counted.
  enum Tingkat: String, CaseIterable, ExpressibleByArgument {
    case kecamatan, desa, rekomendasi, semua

    func includes(_ level: Report.Level) -> Bool { self == .semua || level.rawValue == rawValue }
  }

  static let configuration = CommandConfiguration(
    commandName: "kepatuhan",
    abstract: "Persentase tepat waktu menurut triwulan, laporan, jabatan.",
    discussion: """
      Berjalan: dari yang sudah dapat dinilai sampai hari itu. Setahun: dari seluruh kewajiban tahun \
      itu. Yang dibebaskan di luar penyebut; yang susulan disebut di sampingnya.
      """,
    aliases: ["compliance"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Tahun kewajiban; baku: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(help: ArgumentHelp("Hanya triwulan kewajiban ini.", valueName: "triwulan"))
  var triwulan: DutyQuarter?
  @Option(help: ArgumentHelp("kecamatan, desa, rekomendasi, atau semua.", valueName: "tingkat"))
  var tingkat: Tingkat = .semua
  @Option(help: ArgumentHelp("Hanya kecamatan atau desa ini.", valueName: "unit"))
  var unit: String?

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    let year = triwulan?.quarter.year ?? tahun?.year ?? day.year
    if let tahun, let triwulan, triwulan.quarter.year != tahun.year {
      throw CommandFailure.usage("--triwulan dan --tahun tidak sejalan", fix: "pilih satu")
    }
    let unitCode = try unit.map { try session.unit($0) }
    var rates = RatePage(
      year: year, quarter: triwulan?.quarter, day: day, level: tingkat.rawValue,
      filter: ViewFilter(unit: unitCode, knownThrough: judging.diketahui))
    var uncomputed = UncomputedDates()
    session.view(on: day)
    for kecamatan in try session.kecamatan(of: unit) {
      let desk = try session.workspace.desk(of: kecamatan, knownThrough: judging.diketahui)
      let scope = triwulan.map { Schedule.Scope.quarter($0.quarter) } ?? .year(year)
      let schedule = try Schedule(scope, desk, asOf: day, watchedSince: year)
      try session.require(schedule.plan, desk.calendar)
      uncomputed.add(schedule.plan, in: triwulan?.quarter, desk.calendar)
      rates.add(
        schedule.dated.filter { assessment in
          tingkat.includes(assessment.report.level)
            && (unitCode.map { $0.contains(assessment.obligation.id.unit) } ?? true)
        }, desk.calendar, kecamatan)
    }
    if output.json {
      session.console.raw(try uncomputed.added(to: rates.json).text())
    } else {
      rates.print(to: &session)
      if let line = uncomputed.line { session.console.line(line, .soon) }
    }
  }
}
