public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import Workspace

/// The rules by which the obligations of a duty year are due, each with its legal source.
public struct RuleListing: Sendable {
  /// A rule of one report, with what it makes due.
  public struct Line: Sendable {
    /// The code of the report.
    public let code: String
    /// The report.
    public let report: Report
    /// The rule.
    public let rule: DeadlineRule
    /// The days on which it has something due in the year, before any extension, in order.
    public let due: [CivilDate]
  }

  /// What holds in one kecamatan.
  public struct Office: Sendable {
    /// The kecamatan.
    public let kecamatan: Kecamatan
    /// Its reports, as the merged calendars have them.
    public let calendar: ReportCalendar
    /// The files of the calendars that are merged, lowest layer first.
    public let files: [String]
    /// The rules in the order of the calendars.
    public let lines: [Line]
    /// The reports that it owes and that no rule has due in the year: their codes.
    public let undated: [String]
  }

  /// The duty year.
  public let year: Int
  /// What holds in each kecamatan.
  public let offices: [Office]
  /// The dates that wait for holidays.
  public let uncomputed: UncomputedDates

  /// Looks up the rules of a year.
  ///
  /// - Parameters:
  ///   - year: The duty year.
  ///   - kecamatan: The kecamatan that are meant.
  ///   - day: The day of judging: what rows say later is not known.
  ///   - workspace: The workspace, with the units of that day.
  /// - Throws: ``AnswerFailure`` for a rule that does not answer; a `WorkspaceFailure` for calendars, holidays or
  ///   ledgers that cannot be read.
  public init(
    of year: Int, _ kecamatan: [Kecamatan], asOf day: CivilDate, in workspace: Workspace
  ) throws {
    var uncomputed = UncomputedDates()
    self.year = year
    offices = try kecamatan.map { kecamatan in
      let desk = try workspace.desk(of: kecamatan)
      let plan = try desk.plan(year...year, asOf: day)
      try plan.requireSoundRules(desk.calendar)
      uncomputed.add(plan, desk.calendar)
      return Office(plan, desk, workspace.calendarFiles(of: kecamatan.code))
    }
    self.uncomputed = uncomputed
  }
}

extension RuleListing.Office {
  fileprivate init(_ plan: Plan, _ desk: Desk, _ files: [String]) {
    kecamatan = desk.kecamatan
    calendar = desk.calendar
    self.files = files
    let byReport = Dictionary(grouping: plan.dated + plan.undated, by: \.id.report)
    var undated: [String] = []
    lines = desk.calendar.reports.flatMap { report -> [RuleListing.Line] in
      let code = desk.calendar.codes[report.code]
      let own = byReport[report.code] ?? []
      let rules = own.groups { $0.rule }
      if rules.contains(where: { $0.key == nil }) { undated.append(code) }
      return rules.compactMap { rule, obligations in
        rule.map {
          RuleListing.Line(
            code: code, report: report, rule: $0,
            due: Set(obligations.compactMap(\.due)).sorted())
        }
      }
    }
    self.undated = undated
  }
}
