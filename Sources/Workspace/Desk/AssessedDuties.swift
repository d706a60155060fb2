public import CivilCalendar
public import Compliance
internal import ComplianceModel
internal import LedgerStore

/// The assessed obligations of one kecamatan in a scope.
public struct AssessedDuties: Sendable {
  /// The judge.
  public let judge: Judge
  /// The plan that was assessed.
  public let plan: Plan
  /// The obligations with a due date in the scope.
  public let dated: [Assessment]
  /// The obligations of the scope's year without a due date.
  public let undated: [Assessment]

  /// The obligations whose date may fall in the scope and waits for a holiday file.
  public let uncomputed: [Assessment]

  /// Assesses what a kecamatan owes in a scope.
  ///
  /// - Parameters:
  ///   - scope: What is asked for.
  ///   - desk: The kecamatan's desk.
  ///   - day: The day of judging.
  ///   - first: The first duty year that a window looks back to, for units without a first watched day of
  ///     their own.
  ///   - isOpenOnly: Whether what is in or exempt is left out.
  /// - Throws: ``WorkspaceFailure`` for a faulty holiday file that a date, or a count of the working days
  ///   that are left, needs.
  public init(
    _ scope: DutyScope, _ desk: Desk, asOf day: CivilDate, watchedSince first: Int,
    openOnly isOpenOnly: Bool = false
  ) throws(WorkspaceFailure) {
    let years: ClosedRange<Int> =
      switch scope {
      case .window(let days):
        desk.firstYear(
          ofWindowFrom: first, to: day.adding(days: days))...day.adding(days: days).year
      case .quarter(let quarter): quarter.year...quarter.year
      case .year(let year): year...year
      // A term may have been moved over the turn of a year.
      case .dueIn(let year): year - 1...year + 1
      case .month(let month): month.year - 1...month.year + 1
      }
    let plan = try desk.plan(years, asOf: day, openOnly: isOpenOnly)
    judge = desk.judge(asOf: day)
    let dated = judge.assess(plan.dated)
    self.plan = plan
    switch scope {
    case .window(let days):
      let last = day.adding(days: days)
      let definitions = judge.definitions
      self.dated = dated.filter { assessment in
        guard let due = assessment.due, due <= last else { return false }
        let (id, ruleDue) = (assessment.obligation.id, assessment.obligation.due ?? due)
        return ruleDue.year >= min(first, last.year) || definitions.watchStart(of: id.unit) != nil
      }
      undated = []
      uncomputed = []
    case .quarter(let quarter):
      self.dated = dated.filter { $0.dutyQuarter == quarter }
      undated = []
      uncomputed = judge.assess(plan.uncomputed(in: quarter))
    case .dueIn(let year):
      self.dated = dated.filter { $0.due?.year == year }
      undated = []
      uncomputed = []
    case .month(let month):
      self.dated = dated.filter { $0.due?.yearMonth == month }
      undated = []
      uncomputed = []
    case .year:
      self.dated = dated
      undated = judge.assess(plan.undated)
      uncomputed = judge.assess(plan.uncomputed)
    }
    // The working days that are left are counted up to the last date that is still to come.
    try desk.requireHolidays(through: self.dated.compactMap(\.due).max(), from: day)
  }
}

extension Desk {
  /// The first duty year of a window: also as early as units that are watched longer than others.
  fileprivate func firstYear(ofWindowFrom first: Int, to last: CivilDate) -> Int {
    workspace.office.watch.units.values.reduce(min(first, last.year)) { min($0, $1.day.year) }
  }

  /// The first duty year that a window looks back to: that of the office's first watched day, else of its
  /// oldest ledger, else of a day.
  public func watchedSince(asOf day: CivilDate) -> Int {
    workspace.office.watch.office?.day.year ?? ledger.files.first?.year ?? day.year
  }
}
