internal import CivilCalendar
internal import ComplianceModel

/// The due dates of the reports of one set of calendars in some duty years, by report and period.
///
/// A date that all units share is computed once, for as many kecamatan as have these calendars: of 7,285
/// kecamatan each would otherwise compute some forty.
public struct DueTable: Sendable {
  /// What is known of one period of a report.
  struct Entry: Sendable {
    /// The period.
    let period: Period
    /// Whether one answer serves all units: none has a date of its own, and no event is counted from.
    let isShared: Bool
    /// The answer that all units share; `nil` where each is answered for itself, or none was yet.
    fileprivate(set) var answer: RuleAnswer?
  }

  /// The duty years.
  let years: ClosedRange<Int>
  private let entries: [[Entry]]

  /// Computes the dates of all reports that a calendar asks for.
  ///
  /// - Parameters:
  ///   - definitions: Those of any kecamatan with these calendars.
  ///   - years: The duty years.
  public init(_ definitions: Definitions, years: ClosedRange<Int>) {
    self.years = years
    // What is shared depends on no row, and so on no day.
    let versions = RuleVersions(
      definitions: definitions, history: History([]),
      day: Month.december.lastDay(of: years.upperBound), years: years)
    entries = definitions.calendar.reports.map { report in
      guard report.isOwed, report.perEvent == nil else { return [] }
      return DueTable.entries(of: report, years).map { entry in
        var entry = entry
        if entry.isShared {
          entry.answer = versions.answer(
            report,
            Obligation.ID(
              report: report.code, unit: definitions.kecamatan.code, period: entry.period))
        }
        return entry
      }
    }
  }

  /// The periods of a report, by its place in the calendar.
  func entries(ofReport index: Int) -> [Entry] { entries[index] }

  /// The periods of a report whose due dates may lie in some years, none answered yet.
  static func entries(of report: Report, _ years: ClosedRange<Int>) -> [Entry] {
    let ordinals = report.ordinals.sorted()
    let reaches =
      report.layers.flatMap { $0.map { $0.yearReach } }
      + report.setDates.map { $0.date.year - $0.period.year }.map { $0...$0 }
    let latest = reaches.map(\.upperBound).max() ?? 0
    let earliest = reaches.map(\.lowerBound).min() ?? 0
    let isSharedByRule = report.layers.joined().allSatisfy {
      $0.unitDates.isEmpty && $0.shape.event == nil
    }
    let periodYears =
      (years.lowerBound - max(latest, 0))...(years.upperBound - min(earliest, 0))
    return periodYears.flatMap { year in
      ordinals.compactMap { ordinal in
        guard let period = Period(report.length, year: year, ordinal: ordinal) else { return nil }
        let isShared =
          isSharedByRule
          && !report.setDates.contains { $0.period == period && $0.unit != nil }
        return Entry(period: period, isShared: isShared)
      }
    }
  }
}
