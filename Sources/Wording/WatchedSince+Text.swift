package import Answers
package import CivilCalendar
internal import ComplianceModel

extension WatchedSince {
  /// The end of a heading about a time, with what stands before it.
  ///
  /// - Parameter first: The first day that is asked about, as `words(from:)` takes it.
  /// - Returns: ` · dipantau sejak 1 Oktober 2025`; empty where everything was watched.
  package func headingEnd(from first: CivilDate?) -> String {
    words(from: first).map { " · \($0)" } ?? ""
  }

  /// The end of a heading about a duty year.
  package func headingEnd(ofYear year: Int) -> String {
    headingEnd(from: Period(.year, year: year)?.firstDay)
  }
}
