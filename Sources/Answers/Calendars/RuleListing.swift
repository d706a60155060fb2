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
    public fileprivate(set) var lines: [Line]
    /// The reports that it owes and that no rule has due in the year: their codes.
    public fileprivate(set) var undated: [String]
  }

  /// The duty year.
  public let year: Int
  /// What holds in each kecamatan.
  public private(set) var offices: [Office]
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

extension RuleListing {
  /// The rules of some reports alone.
  ///
  /// - Parameters:
  ///   - words: The codes or names of the reports; all where there are none.
  ///   - level: Whose reports; all where it is `nil`.
  ///   - isLocal: Whether only dates that no law sets are kept.
  /// - Returns: The listing of what is left.
  /// - Throws: `MeaningRefusal` for a word that is no report of any of the kecamatan.
  public func keeping(
    reports words: [String] = [], at level: Report.Level? = nil, local isLocal: Bool = false
  ) throws(MeaningRefusal) -> RuleListing {
    let levels = level.map { [$0] } ?? Report.Level.allCases
    for word in words { try requireKnown(word, at: levels) }
    var kept = self
    kept.offices = offices.map { office in
      let calendar = office.calendar
      let named = Set(words.flatMap { calendar.reports(named: $0, at: levels) }.map(\.code))
      func isKept(_ report: Report) -> Bool {
        levels.contains(report.level) && (words.isEmpty || named.contains(report.code))
      }
      var office = office
      office.lines = office.lines.filter {
        isKept($0.report) && (!isLocal || $0.rule.confidence == .local)
      }
      let codes = Set(calendar.reports.filter(isKept).map { calendar.codes[$0.code] })
      office.undated = isLocal ? [] : office.undated.filter(codes.contains)
      return office
    }
    return kept
  }

  private func requireKnown(_ word: String, at levels: [Report.Level]) throws(MeaningRefusal) {
    let calendars = offices.map(\.calendar)
    guard !calendars.contains(where: { !$0.reports(named: word, at: levels).isEmpty }) else {
      return
    }
    var known: [String] = []
    for calendar in calendars {
      for report in calendar.reports where report.isOwed && levels.contains(report.level) {
        let code = calendar.codes[report.code]
        if !known.contains(code) { known.append(code) }
      }
    }
    throw .unknownReport(word, nearest: nearestMatch(to: word, among: known), known: known)
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
