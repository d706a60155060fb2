internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Wording

extension ViewFilter {
  /// The units that were asked for, for programs: a code, several codes, or `null`.
  var unitJSON: JSONValue {
    units.count > 1 ? .array(units.map { JSONValue($0) }) : JSONValue(units.first)
  }

  /// What was asked for, for programs: each key is `null` where nothing was.
  func json(_ more: [String: JSONValue] = [:]) -> JSONValue {
    .object(
      more.merging([
        "unit": unitJSON, "untuk": JSONValue(role),
        "diketahui": JSONValue(knownThrough),
      ]) { own, _ in own })
  }
}
