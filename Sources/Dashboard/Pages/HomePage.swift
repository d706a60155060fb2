internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording
internal import Workspace

/// The first page: what is late, what comes, and the numbers of the quarter.
struct HomePage: Page {
  static let path = "/"
  static let name: String? = "Beranda"
  static let template = "beranda"
  static let readers = Audience.everyone
  static let keys: Set<String> = []

  /// How it stands with a duty quarter.
  struct Standing: Sendable {
    /// The quarter: `TW I 2026`.
    let name: String
    /// By whose obligations they are; at least one.
    let figures: [Figure]
  }

  /// A share with its two numbers, and what it leads to.
  struct Figure: Sendable {
    let name: String
    let current: String
    let whole: String
    let attainable: String
    let link: String
  }

  let title = "Beranda"
  /// Past the due date and not in; `nil` where nothing is.
  let late: DutyList?
  /// Due within a week; `nil` where nothing is.
  let week: DutyList?
  /// The days ahead.
  let timeline: Timeline
  /// Where the days ahead are listed.
  let list: String
  /// How it stands with the quarter of the day and the one before; one in which nothing is owed is left out.
  let quarters: [Standing]
  /// Recorded late last, the newest first.
  let lateEntries: TableView
  /// What lies in the drop folder and waits, and what to do about it; `nil` where nothing does.
  let waiting: String?
  /// Whether nothing was ever recorded.
  let isUnbegun: Bool
  /// Since when the office is watched, in words; `nil` where it always is.
  let watched: String?

  /// Days within which something is of this week.
  private static let weekDays = 7
  /// Late entries that are listed.
  private static let longestLateEntries = 5

  init(_ visit: Visit) throws {
    let units = visit.units()
    let day = visit.day
    let schedule = try Schedule(
      Schedule.Question(.window(days: Timeline.days), of: units, asOf: day), in: visit.workspace)
    late = DutyList(
      Words.title(.overdue), .bad,
      schedule.situations.filter { $0.assessment.status == .overdue }, of: schedule,
      visit.paths)
    let coming = schedule.situations.filter { $0.assessment.status != .overdue }
    week = DutyList(
      "Pekan ini", .soon,
      coming.filter { ($0.daysLeft ?? .max) <= HomePage.weekDays }, of: schedule, visit.paths)
    let calendar = try visit.workspace.workingDays(
      in: day.year...day.adding(days: Timeline.days).year)
    timeline = Timeline(coming, asOf: day) { date in
      (try? calendar.closure(on: date)).flatMap(\.self).map(Words.closure)
    }
    list = visit.paths.page(SchedulePage.path, ["dalam": "\(Timeline.days)"])
    quarters = try [day.quarter, day.quarter.firstDay.adding(days: -1).quarter].compactMap {
      try HomePage.standing($0, units, visit)
    }
    let listing = try LedgerListing(
      LedgerListing.Question(of: units, asOf: day), in: visit.workspace)
    let entered = listing.lines.filter { $0.isLateEntry && $0.voidedBy == nil }
      .sorted { $0.event.recorded > $1.event.recorded }.prefix(HomePage.longestLateEntries)
    lateEntries = TableView(
      "Susulan terakhir", LedgerLine.columns,
      showing: [
        .init("laporan", namesRow: true), "periode", "nama_unit", .init("tanggal", right: true),
        .init("dicatat", right: true), "petugas",
      ], Array(entered))
    // What lies in the drop folder is of all desa.
    waiting = visit.visitor.isAmong(.office) ? HomePage.waiting(visit) : nil
    isUnbegun = schedule.isUnbegun && schedule.hasOverdue
    watched = schedule.watchedSince.words(from: nil)
  }

  private static func standing(
    _ quarter: Quarter, _ units: UnitScope, _ visit: Visit
  ) throws -> Standing? {
    let answer = try ComplianceRates(
      ComplianceRates.Question(
        year: quarter.year, quarter: quarter, of: units, asOf: visit.day), in: visit.workspace)
    let figures = answer.rates.byLevel.filter { $0.tally.required > 0 }.map { level, tally in
      Figure(
        name: Words.level(level), current: Words.percent(tally.currentRate),
        whole: Words.percent(tally.onTimeRate), attainable: Words.percent(tally.attainableRate),
        link: visit.paths.page(
          RatesPage.path, ["triwulan": "\(quarter)", "tingkat": level.rawValue]))
    }
    guard !figures.isEmpty else { return nil }
    return Standing(name: "\(quarter.indonesian) \(quarter.year)", figures: figures)
  }

  private static func waiting(_ visit: Visit) -> String? {
    guard let files = try? visit.workspace.waitingFiles(now: visit.now) else {
      return "Kotak masuk tidak dapat dibaca; jalankan 'tenggat periksa'."
    }
    let parts = [
      files.untaken.isEmpty ? nil : "\(files.untaken.count) berkas belum tercatat",
      files.quarantined.isEmpty ? nil : "\(files.quarantined.count) di karantina",
    ].compactMap(\.self)
    return parts.isEmpty
      ? nil
      : "Kotak masuk: \(parts.joined(separator: ", ")). Jalankan 'tenggat pindai' dan ikuti pesannya."
  }
}
