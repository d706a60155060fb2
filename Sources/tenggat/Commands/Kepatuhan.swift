internal import ArgumentParser
internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
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
    let scope = try session.scope(unit)
    var rates = RatePage(
      year: year, quarter: triwulan?.quarter, day: day, level: tingkat.rawValue,
      filter: ViewFilter(units: scope.units, knownThrough: judging.diketahui))
    var uncomputed = UncomputedDates()
    for kecamatan in scope.kecamatan {
      let desk = try session.workspace.desk(of: kecamatan, knownThrough: judging.diketahui)
      let duty = triwulan.map { DutyScope.quarter($0.quarter) } ?? .year(year)
      let schedule = try AssessedDuties(duty, desk, asOf: day, watchedSince: year)
      try schedule.plan.requireSoundRules(desk.calendar)
      uncomputed.add(schedule.plan, in: triwulan?.quarter, desk.calendar)
      rates.add(
        schedule.dated.filter { assessment in
          tingkat.includes(assessment.report.level)
            && scope.contains(assessment.obligation.id.unit)
        }, desk.calendar, kecamatan)
    }
    if output.json {
      session.console.raw(uncomputed.added(to: rates.json).text())
    } else {
      rates.print(to: &session)
      if let line = uncomputed.line { session.console.line(line, .soon) }
    }
  }
}
