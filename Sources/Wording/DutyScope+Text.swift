package import CivilCalendar
package import Workspace

extension DutyScope {
  /// The obligations that are meant, in words: `kewajiban TW I 2026`, `30 hari ke depan`.
  package var words: String {
    switch self {
    case .window(let days): "\(days) hari ke depan"
    case .quarter(let quarter): "kewajiban \(quarter.indonesianWithYear)"
    case .year(let year): "kewajiban \(year)"
    case .dueIn(let year): "yang jatuh tempo \(year)"
    case .month(let month): "yang jatuh tempo \(month.indonesian)"
    }
  }

  /// The same as a heading says it: a window shows what is overdue first.
  package var heading: String {
    if case .window = self { "yang lewat, dan \(words)" } else { words }
  }
}

extension YearMonth {
  /// The month as it is printed for people: `Maret 2026`.
  package var indonesian: String { "\(month.indonesian) \(year)" }
}
