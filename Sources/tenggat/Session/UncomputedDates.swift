internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// Due dates that wait for the holidays of a year; they are in no rate as long.
struct UncomputedDates {
  struct Date: Hashable {
    let code: String
    let period: Period
    /// The year without holidays.
    let year: Int
  }

  private(set) var list: [Date] = []

  /// Adds the dates of a plan.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - quarter: Only what may fall in this quarter; all where it is `nil`.
  ///   - calendar: The calendar of the plan.
  mutating func add(_ plan: Plan, in quarter: Quarter? = nil, _ calendar: ReportCalendar) {
    let dates = plan.gaps.filter { gap in quarter.map(gap.touches) ?? true }.map {
      Date(code: calendar.codes[$0.report], period: $0.period, year: $0.year)
    }
    list = Set(list + dates).sorted {
      ($0.year, $0.code, $0.period) < ($1.year, $1.code, $1.period)
    }
  }

  /// The dates in one line for people; `nil` where there are none.
  var line: String? {
    guard !list.isEmpty else { return nil }
    let names = list.map { "\($0.code) \($0.period)" }.joined(separator: ", ")
    let years = Set(list.map(\.year)).sorted()
    return "Belum dapat dihitung, di luar semua angka: \(names). "
      + years.map { "Hari libur \($0) belum ada; \(Words.addHolidays($0))." }
      .joined(separator: " ")
  }

  /// A page with the dates under a key of its own.
  func added(to page: JSONValue) -> JSONValue {
    page.adding(
      "belum_dihitung",
      .array(
        list.map {
          [
            "laporan": .string($0.code), "periode": .string($0.period.description),
            "tahun_libur": .integer($0.year),
          ]
        }))
  }
}
