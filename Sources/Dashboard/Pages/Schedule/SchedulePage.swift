internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording
internal import Workspace

/// What is due, and for whom.
struct SchedulePage: Page {
  static let path = "/jadwal"
  static let name: String? = "Jadwal"
  static let template = "jadwal"
  static let help: GuidePlace? = GuidePlace(
    "Kasubbag", "Apa yang lewat, dan apa yang segera jatuh tempo")
  static let readers = Audience.everyone
  static let isKept = true
  static let keys: Set = [
    "dalam", "tahun", "triwulan", "bulan", "semua", "status", "untuk", "unit",
  ]

  let title = "Jadwal"
  /// What the list is of, in words.
  let heading: String
  /// The month as a calendar; `nil` where no month is asked for.
  let month: MonthView?
  /// The month that was asked for, as the form has it; empty where none was.
  let askedMonth: String
  /// The year as a strip; `nil` where no year is asked for.
  let strip: StripView?
  /// The month of the day of judging: where it is shown.
  let thisMonth: String
  /// The year of the day of judging: where it is shown.
  let thisYear: String
  /// The work that is to be done first; `nil` where there is none.
  let work: WorkView?
  /// The parts of the list; none for a month, whose days show them.
  let lists: [DutyList]
  /// The kecamatan that are not shown, since their ledgers are damaged.
  let damaged: [DamagedBook]
  /// What is said where there is nothing; `nil` where there is something.
  let nothing: String?
  /// What the lists leave to say.
  let notes: [String]
  /// The form that narrows the list.
  let form: FilterForm

  /// Days ahead where nothing else is asked for.
  private static let days = 30

  init(_ visit: Visit) throws {
    let query = visit.query
    let scope = try SchedulePage.scope(query)
    let unit = try visit.unit()
    let status = try query.value("status", as: SchedulePage.statusForm) { Status(rawValue: $0) }
    let (units, damaged) = try visit.readableUnits(unit)
    self.damaged = damaged
    let question = Schedule.Question(
      scope, of: units, asOf: visit.day,
      includesSettled: try query.flag("semua") || scope.isMonth, status: status,
      role: query["untuk"])
    let schedule = try Schedule(question, in: visit.workspace)
    let address = { SchedulePage.address($0, query, visit.paths) }
    let steps = try visit.workspace.workSteps()

    heading = SchedulePage.heading(schedule)
    month = try scope.month.map { month in
      MonthView(
        try MonthAgenda(schedule, of: month, in: visit.workspace), asOf: visit.day, visit.paths,
        address: address)
    }
    strip = try scope.year.map { year in
      StripView(
        try YearStrip(year, like: question, in: visit.workspace), year, address: address)
    }
    askedMonth = scope.month.map { "\($0)" } ?? ""
    thisMonth = address(visit.day.yearMonth)
    thisYear = visit.paths.page(SchedulePage.path, ["tahun": "\(visit.day.year)"])
    work = WorkView(
      schedule.situations.filter { schedule.isOwn($0) && $0.assessment.report.level == .office }
        .compactMap { PlannedWork($0, steps, asOf: visit.day) }, steps, visit.paths)
    lists = month == nil ? SchedulePage.lists(schedule, visit.paths) : []
    nothing =
      schedule.situations.isEmpty
      ? "Tidak ada: \(ViewFilter(schedule).sentence(question.units.kecamatan, scope.heading, asOf: visit.day))."
      : nil
    notes =
      (schedule.situations.contains(where: \.isLocal)
        ? ["* tanggal lokal: ditetapkan kabupaten, bukan undang-undang."] : [])
      + schedule.gates.lines.map { "\($0.text)." } + [schedule.uncomputed.line].compactMap(\.self)
    form = FilterForm(visit, quarter: scope.quarterAlone, year: scope.year, unit: unit)
  }

  private static let statusForm =
    "keadaan: \(Status.allCases.map(\.rawValue).joined(separator: ", "))"

  /// The time that is asked for.
  private static func scope(_ query: PageQuery) throws(QueryFault) -> DutyScope {
    let days = try query.value("dalam", as: "jumlah hari dari 0 sampai 3650") { text in
      text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(text).flatMap { $0 <= 3650 ? $0 : nil } : nil
    }
    let scopes = try [
      days.map { .window(days: $0) }, query.year().map(DutyScope.year),
      query.quarter().map(DutyScope.quarter), query.month().map(DutyScope.month),
    ].compactMap(\.self)
    guard scopes.count <= 1 else {
      throw QueryFault(what: "tahun, triwulan, bulan, dan jumlah hari tidak dapat bersamaan")
    }
    return scopes.first ?? .window(days: SchedulePage.days)
  }

  /// What the list is of, in words.
  private static func heading(_ schedule: Schedule) -> String {
    let question = schedule.question
    let kecamatan = question.units.kecamatan
    let filter = ViewFilter(schedule)
    let status = question.status.map { ": \(Words.status($0))" }
    return "\(filter.who(kecamatan)) · \(question.scope.heading)"
      + (status ?? (question.includesSettled ? "" : " yang belum masuk"))
      + filter.headingEnd(kecamatan)
      + schedule.watchedSince.headingEnd(from: question.scope.firstDay)
  }

  /// The parts of the list, and what has come to the role from below.
  private static func lists(_ schedule: Schedule, _ paths: PagePath) -> [DutyList] {
    let lists = schedule.sections.compactMap { section, situations in
      DutyList(Words.title(section), Words.style(section), situations, of: schedule, paths)
    }
    guard let role = schedule.role, let words = schedule.question.units.kecamatan.first?.words
    else { return lists }
    let title = "Dieskalasi kepada \(Words.role(role, words))"
    return lists
      + [DutyList(title, .bad, schedule.escalated, of: schedule, paths)].compactMap(\.self)
  }

  /// The address of a month, narrowed as the page is.
  private static func address(
    _ month: YearMonth, _ query: PageQuery, _ paths: PagePath
  ) -> String {
    paths.page(path, ["bulan": "\(month)"], keeping: ["unit", "untuk", "status"], of: query)
  }
}

extension DutyScope {
  fileprivate var month: YearMonth? { if case .month(let month) = self { month } else { nil } }
  fileprivate var isMonth: Bool { month != nil }
  fileprivate var year: Int? { if case .year(let year) = self { year } else { nil } }

  /// The quarter where one was asked for, rather than a month of it.
  fileprivate var quarterAlone: Quarter? { isMonth ? nil : quarter }
}
