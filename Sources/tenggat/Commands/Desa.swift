internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Workspace

struct Desa: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "desa", abstract: "Desa mana yang belum memiliki dokumen apa.",
    discussion: """
      Setiap desa wajib enam dokumen setahun; Realisasi Semester I dan II satu dokumen, RPJMDes cukup \
      masih berlaku. Rekomendasi ADD diterbitkan camat, empat kali setahun.
      """,
    aliases: ["villages"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Option(help: ArgumentHelp("Tahun kewajiban; baku: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(
    help: ArgumentHelp("Hanya kecamatan atau desa ini; boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Flag(help: "Keluar dengan kode 1 bila ada dokumen yang lewat tenggat.")
  var ketat = false

  func run(_ session: inout Session) throws {
    let day = judging.per ?? session.today
    let year = tahun?.year ?? day.year
    session.view(on: day)
    let scope = try session.scope(unit)
    let filter = ViewFilter(units: scope.units, knownThrough: judging.diketahui)
    var pages: [VillagePage] = []
    var uncomputed = UncomputedDates()
    for kecamatan in scope.kecamatan {
      var desk = try session.workspace.desk(of: kecamatan, knownThrough: judging.diketahui)
      var plan = try desk.plan(year...year, asOf: day)
      plan.keep { desk.calendar.report($0)?.level != .office }
      try plan.requireSoundRules(desk.calendar)
      uncomputed.add(plan, desk.calendar)
      let judge = desk.judge(asOf: day)
      let matrix = VillageMatrix(judge, plan, year: year)
      let rows = matrix.rows.filter { scope.contains($0.village.code) }
      var gates = ShutGates()
      gates.add(rows.flatMap(\.recommendations), judge)
      pages.append(
        VillagePage(
          kecamatan: kecamatan, calendar: desk.calendar, year: year, day: day, rows: rows,
          filter: filter, gates: gates,
          showsAcceptance: session.workspace.office.isAcceptanceRequired))
    }
    if output.json {
      session.console.raw(
        uncomputed.added(to: VillagePage.json(pages, year: year, day: day, filter)).text())
    } else {
      for page in pages { page.print(to: &session) }
      if let line = uncomputed.line { session.console.line(line, .soon) }
    }
    if ketat, pages.contains(where: \.hasOverdue) { throw CommandFailure.found }
  }
}
