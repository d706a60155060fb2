internal import CivilCalendar
internal import ComplianceModel
internal import PlainText

/// A period that a table has in two cells, or in one with the report.
struct PeriodCell {
  /// What stands before the period: the report.
  let report: String
  /// The period as it is written.
  let text: String

  /// Takes a period from behind a report: `LPPD 2024`, `RFK TW. IV 2024`, `Prognosis Semester 1 2025`.
  ///
  /// The longest ending that is a period is taken, so that no part of it is left with the report; a cell
  /// that does not end with one, or is nothing else, gives `nil`.
  ///
  /// - Parameter cell: The cell.
  init?(behind cell: String) {
    let words = cell.split(whereSeparator: \.isWhitespace)
    // A period alone has no report: `TW IV 2024` is no `2024` of a report `TW IV`.
    guard words.count > 1, Period(written: cell) == nil else { return nil }
    for first in words.indices.dropFirst() {
      let ending = words[first...].joined(separator: " ").trimmingBrackets
      guard Period(written: ending) != nil else { continue }
      var report = words[..<first].joined(separator: " ")
      // A comma or a hyphen in between belongs to neither: `LPPD - 2024`.
      while let last = report.last, last.isWhitespace || ",-:".contains(last) {
        report.removeLast()
      }
      guard !report.isEmpty else { return nil }
      self.report = report
      text = ending
      return
    }
    return nil
  }

  /// A year and a part of it, as one period.
  ///
  /// - Parameters:
  ///   - part: The part: `IV`, `4`, `TW IV`, `September`, or a whole period.
  ///   - year: The year; blank where it stands with the part.
  ///   - kind: What the column of parts has.
  /// - Returns: The period as it would be written in one cell; for two that contradict each other both, which
  ///   is none.
  static func joined(_ part: String, _ year: String, _ kind: YearPart) -> String {
    guard !part.isEmpty else { return year }
    if let whole = Period(written: part) {
      guard let other = Period(written: year) else { return part }
      return other == whole || other.length == .year && other.year == whole.year
        ? part : "\(part) \(year)"
    }
    let names: [String] =
      switch kind {
      case .quarter: ["TW \(part)", part]
      case .semester: ["Semester \(part)", part]
      case .month: [part]
      }
    let joined = names.map { "\($0) \(year)" }
    if kind == .month, let number = Int(part), let year = Int(year),
      let period = Period(.month, year: year, ordinal: number)
    {
      return period.description
    }
    return joined.first { Period(written: $0) != nil } ?? "\(part) \(year)".trimmingBlanks
  }
}

extension String {
  /// The text without brackets around it: `(2024)`.
  fileprivate var trimmingBrackets: String {
    hasPrefix("(") && hasSuffix(")") && count > 2 ? String(dropFirst().dropLast()) : self
  }
}
