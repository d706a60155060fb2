internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText

extension WatchedSince {
  /// The end of a heading about a time, with what stands before it.
  ///
  /// - Parameter first: The first day that is asked about, as `words(from:)` takes it.
  /// - Returns: ` · dipantau sejak 1 Oktober 2025`; empty where everything was watched.
  func headingEnd(from first: CivilDate?) -> String {
    words(from: first).map { " · \($0)" } ?? ""
  }

  /// The end of a heading about a duty year.
  func headingEnd(ofYear year: Int) -> String {
    headingEnd(from: Period(.year, year: year)?.firstDay)
  }

  /// A page with the first watched day under its key, `null` where everything is watched, and the days
  /// of units that have their own.
  func added(to page: JSONValue) -> JSONValue {
    let own = page.adding("dipantau_sejak", JSONValue(day))
    guard !exceptions.isEmpty else { return own }
    let days = exceptions.map { ($0.unit.description, JSONValue($0.day)) }
    return own.adding(
      "dipantau_sejak_unit",
      .object(Dictionary(days, uniquingKeysWith: { first, _ in first })))
  }
}
