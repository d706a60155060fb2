internal import Answers
internal import PlainText

extension UncomputedDates {
  /// A page with the dates under a key of its own.
  func added(to page: JSONValue) -> JSONValue {
    page.adding("belum_dihitung", JSONValue(rows: list, UncomputedDates.columns))
  }
}
