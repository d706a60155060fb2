internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText

extension WatchedSince {
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
