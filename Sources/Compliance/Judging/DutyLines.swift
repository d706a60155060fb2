public import CivilCalendar
public import ComplianceModel

/// What a kecamatan owes in a duty year or quarter, judged: a line of a few numbers an obligation, without its
/// texts and its rows.
public struct DutyLines: Sendable {
  /// One obligation as it stands.
  public struct Line: Sendable {
    /// The obligation.
    public let id: Obligation.ID
    /// The place of its report in the calendar.
    public let report: Int
    /// The due date of its rule, before any extension; `nil` where it waits for a holiday file.
    public let ruleDue: CivilDate?
    /// The due date in force; `nil` where there is none.
    public let due: CivilDate?
    /// Where it stands.
    public let status: Status
    /// The row of the submission that decides on-time; `nil` while the report is not in.
    public let decidingRow: LedgerEvent.RowID?
    /// The day of that submission.
    public let date: CivilDate?
  }

  /// The obligations of the year or the quarter, in the order of the calendar; behind them those whose date may fall
  /// there and waits for a holiday file.
  public package(set) var lines: [Line]
  /// What cannot be told, and why: ``Plan/dated`` is empty.
  public let plan: Plan
  /// The last due date in force of the year or the quarter.
  public private(set) var lastDue: CivilDate?
  /// The counts of what has a due date.
  public private(set) var total = Tally()
  /// How many documents of the whole duty year each desa has, as ``VillageMatrix`` counts them; those desa alone
  /// that are in it.
  public let presences: [RegionCode: VillageMatrix.Presence]

  /// Judges.
  ///
  /// - Parameters:
  ///   - year: The duty year.
  ///   - quarter: The only duty quarter that is listed; `nil` for the year.
  ///   - judge: The definitions, the rows and the day.
  ///   - table: The dates that units share, where they were computed before.
  public init(
    _ year: Int, _ quarter: Quarter?, _ judge: Judge, sharing table: DueTable? = nil
  ) {
    let reports = judge.definitions.calendar.reports
    var terms = RecentTerms(judge.definitions)
    var parts = DocumentParts(judge.definitions.kecamatan, reports)
    var lines: [Line] = []
    var lastDue: CivilDate?
    var total = Tally()
    func verdict(_ id: Obligation.ID, _ due: CivilDate?, _ meaning: DateMeaning, _ index: Int)
      -> Verdict
    {
      let verdict = judge.verdict(id, due: due, terms.terms(index, meaning)) { reports[index] }
      parts.add(verdict.status, id.unit, index)
      return verdict
    }
    func list(_ id: Obligation.ID, _ due: CivilDate?, _ verdict: Verdict, _ index: Int) {
      lines.append(
        Line(
          id: id, report: index, ruleDue: due, due: verdict.due, status: verdict.status,
          decidingRow: verdict.deciding?.row, date: verdict.deciding?.date))
    }
    let planner = Planner(
      judge.definitions, judge.history, asOf: judge.day, years: year...year, sharing: table)
    plan = planner.plan { id, due, rule, index in
      let verdict = verdict(id, due, rule.meaning, index)
      guard quarter.map({ $0 == due.quarter }) ?? true else { return }
      list(id, due, verdict, index)
      total.count(verdict.status, isLateEntry: verdict.isLateEntry)
      if let inForce = verdict.due { lastDue = max(lastDue ?? inForce, inForce) }
    }
    let listed = Set((quarter.map(plan.uncomputed(in:)) ?? plan.uncomputed).map(\.id))
    for obligation in plan.uncomputed + plan.undated + plan.inherited {
      guard let index = judge.definitions.calendar.place(of: obligation.id.report) else { continue }
      let meaning = obligation.rule?.meaning ?? .submission
      let verdict = verdict(obligation.id, obligation.due, meaning, index)
      if listed.contains(obligation.id) { list(obligation.id, obligation.due, verdict, index) }
    }
    presences = parts.presences(judge, plan, year: year)
    self.lines = lines
    self.lastDue = lastDue
    self.total = total
  }
}

/// The parts of the documents of all desa, counted as they are judged.
private struct DocumentParts {
  private let villages: [RegionCode]
  private let reportCount: Int
  private var parts: [VillageMatrix.Parts]
  /// The place of the desa that came last: mostly the next one follows.
  private var last = 0
  private let isOfVillage: [Bool]

  init(_ kecamatan: Kecamatan, _ reports: [Report]) {
    villages = kecamatan.villages.map(\.code)
    reportCount = reports.count
    isOfVillage = reports.map { $0.level == .village }
    parts = Array(repeating: VillageMatrix.Parts(), count: villages.count * reports.count)
  }

  mutating func add(_ status: Status, _ unit: RegionCode, _ report: Int) {
    guard isOfVillage[report], let place = place(of: unit) else { return }
    parts[place * reportCount + report].add(status)
  }

  private mutating func place(of unit: RegionCode) -> Int? {
    let next = last + 1 < villages.count ? last + 1 : 0
    guard next < villages.count else { return nil }
    if villages[next] == unit {
      last = next
      return next
    }
    guard let found = villages.firstIndex(of: unit) else { return nil }
    last = found
    return found
  }

  func presences(
    _ judge: Judge, _ plan: Plan, year: Int
  ) -> [RegionCode: VillageMatrix.Presence] {
    let asked = VillageReports(judge, plan, year: year)
    var presences: [RegionCode: VillageMatrix.Presence] = [:]
    for village in judge.definitions.kecamatan.villages(on: asked.day) {
      guard let place = villages.firstIndex(of: village.code) else { continue }
      var presence = VillageMatrix.Presence()
      for (index, report) in asked.reports where report.isOwed(by: village.code) {
        let parts = parts[place * reportCount + index]
        if let document = asked.termDocument(report, village.code) {
          presence += document.presence
        } else if asked.asks(report, of: village, isListed: parts.count > 0) {
          presence += parts.presence
        }
      }
      presences[village.code] = presence
    }
    return presences
  }
}
