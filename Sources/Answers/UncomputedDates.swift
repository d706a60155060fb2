public import CivilCalendar
public import Compliance
public import ComplianceModel

/// Due dates that wait for the holidays of a year; they are in no rate until then.
public struct UncomputedDates: Sendable {
  /// The due date of one report and period.
  public struct Date: Hashable, Sendable {
    /// The code of the report.
    public let code: String
    /// The covered period.
    public let period: Period
    /// The year without holidays.
    public let year: Int
  }

  /// The dates by year, report and period, each once.
  public private(set) var list: [Date] = []

  /// No dates.
  public init() {}

  /// The dates of a plan, as ``add(_:in:_:)`` adds them.
  public init(_ plan: Plan, in quarter: Quarter? = nil, _ calendar: ReportCalendar) {
    add(plan, in: quarter, calendar)
  }

  /// Adds the dates of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - quarter: Only what may fall in this quarter; all where it is `nil`.
  ///   - calendar: The calendar of the plan.
  public mutating func add(_ plan: Plan, in quarter: Quarter? = nil, _ calendar: ReportCalendar) {
    let dates = plan.gaps.filter { gap in quarter.map(gap.touches) ?? true }.map {
      Date(code: calendar.codes[$0.report], period: $0.period, year: $0.year)
    }
    add(dates)
  }

  /// Adds the dates that another one has.
  public mutating func add(_ other: UncomputedDates) { add(other.list) }

  private mutating func add(_ dates: [Date]) {
    guard !dates.isEmpty else { return }
    list = Set(list + dates).sorted {
      ($0.year, $0.code, $0.period) < ($1.year, $1.code, $1.period)
    }
  }

  /// The columns of a table of them.
  public static let columns: [Column<Date>] = [
    Column(key: "laporan", heading: "Laporan") { .text($0.code) },
    Column(key: "periode", heading: "Periode") { .period($0.period) },
    Column(key: "tahun_libur", heading: "Tahun libur") { .count($0.year) },
  ]
}
