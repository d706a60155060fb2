internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Wording
internal import Workspace

/// What is due, and for whom.
struct SchedulePage: Page {
  static let path = "/jadwal"
  static let name: String? = "Jadwal"
  static let template = "jadwal"
  static let readers = Audience.everyone
  static let keys: Set = ["dalam", "tahun", "triwulan", "semua", "untuk", "unit"]

  let title = "Jadwal"
  /// What the list is of, in words.
  let heading: String
  /// The parts of the list.
  let lists: [DutyList]
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
    let (year, quarter) = (try query.year(), try query.quarter())
    let days = try query.value("dalam", as: "jumlah hari dari 0 sampai 3650") { text in
      text.utf8.count <= 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        ? Int(text).flatMap { $0 <= 3650 ? $0 : nil } : nil
    }
    guard [year == nil, quarter == nil, days == nil].count(where: { !$0 }) <= 1 else {
      throw QueryFault(what: "tahun, triwulan, dan jumlah hari tidak dapat bersamaan")
    }
    let scope: DutyScope =
      quarter.map(DutyScope.quarter) ?? year.map(DutyScope.year)
      ?? .window(days: days ?? SchedulePage.days)
    let includesSettled = try query.flag("semua")
    let unit = try visit.unit()
    let units = visit.units(unit)
    let schedule = try Schedule(
      Schedule.Question(
        scope, of: units, asOf: visit.day, includesSettled: includesSettled,
        role: query["untuk"]), in: visit.workspace)
    let filter = ViewFilter(schedule)
    let time = SchedulePage.words(scope)
    heading =
      filter.who(units.kecamatan) + " · \(time)"
      + (includesSettled ? "" : " yang belum masuk") + filter.headingEnd(units.kecamatan)
      + schedule.watchedSince.headingEnd(from: scope.firstDay)
    var lists = schedule.sections.compactMap { section, situations in
      DutyList(Words.title(section), Words.style(section), situations, of: schedule, visit.paths)
    }
    if let role = schedule.role, let words = units.kecamatan.first?.words {
      let title = "Dieskalasi kepada \(Words.role(role, words))"
      lists += [DutyList(title, .bad, schedule.escalated, of: schedule, visit.paths)].compactMap(
        \.self)
    }
    self.lists = lists
    nothing =
      lists.isEmpty
      ? "Tidak ada: \(filter.sentence(units.kecamatan, time, asOf: visit.day))." : nil
    notes =
      (schedule.situations.contains(where: \.isLocal)
        ? ["* tanggal lokal: ditetapkan kabupaten, bukan undang-undang."] : [])
      + schedule.gates.lines.map { "\($0.text)." } + [schedule.uncomputed.line].compactMap(\.self)
    form = FilterForm(visit, quarter: quarter, year: year, unit: unit)
  }

  private static func words(_ scope: DutyScope) -> String {
    switch scope {
    case .window(let days): "yang lewat, dan \(days) hari ke depan"
    case .quarter(let quarter): "kewajiban \(quarter.indonesian) \(quarter.year)"
    case .year(let year): "kewajiban \(year)"
    }
  }
}
