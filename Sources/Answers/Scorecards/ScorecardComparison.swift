internal import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// The same indicators across years and offices, those that share a code or a name: the answer behind
/// `iku --banding`.
public struct ScorecardComparison: Sendable {
  /// The last year, the offices and the day.
  public let scope: ScorecardScope
  /// The code of the only indicator that was asked for, as it was written; `nil` for all.
  public let indicator: String?
  /// Since when the offices are watched.
  public let watchedSince: WatchedSince
  /// The kecamatan that have a register in one of the years, in the order in which they are found.
  public private(set) var kecamatan: [Kecamatan] = []
  /// The years that are compared, in order.
  public private(set) var years: [Int] = []
  /// The years that are not compared since their dates wait for holidays, those that follow each other
  /// as one.
  public private(set) var skipped: [ClosedRange<Int>] = []
  /// The indicators, in the order in which they are found; none where no year has what was asked for.
  public private(set) var groups: [Group] = []

  /// Compares the years from the first that is watched, has a ledger or a measured value.
  ///
  /// - Parameters:
  ///   - scope: The last year, the offices and the day.
  ///   - indicator: The code of the only indicator that is meant, in any case; `nil` for all.
  ///   - workspace: The workspace, with the units of the scope's day.
  /// - Throws: ``AnswerFailure`` for a rule that does not answer; a `WorkspaceFailure` for calendars,
  ///   registers, holidays or ledgers that cannot be read.
  public init(
    through scope: ScorecardScope, indicator: String? = nil, in workspace: Workspace
  ) throws {
    self.scope = scope
    self.indicator = indicator
    watchedSince = WatchedSince(UnitScope([], scope.kecamatan), workspace.office)
    var desks = try scope.kecamatan.map {
      try workspace.desk(of: $0, knownThrough: scope.knownThrough)
    }
    for year in ScorecardComparison.firstYear(scope, desks)...scope.year {
      let scored = try desks.indices.compactMap {
        try ScoredYear(year, &desks[$0], asOf: scope.day)
      }
      for own in scored { try own.duties.plan.requireSoundRules(own.desk.calendar) }
      // One mistyped period must not keep all other years from being compared.
      guard year == scope.year || scored.allSatisfy(\.duties.plan.gaps.isEmpty) else {
        skip(year)
        continue
      }
      years.append(year)
      for own in scored { add(own.desk, try own.scorecards(), year) }
    }
    if let indicator {
      groups.removeAll { !$0.labels.contains(indicator.lowercased()) }
    }
  }

  private static func firstYear(_ scope: ScorecardScope, _ desks: [Desk]) -> Int {
    let years = desks.flatMap { desk in
      let measured = desk.ledger.events.compactMap { event in
        event.kind == .measured ? event.period?.year : nil
      }
      return [desk.watchedSince(asOf: scope.day)] + measured
    }
    return (years + [scope.year]).min() ?? scope.year
  }

  private mutating func skip(_ year: Int) {
    if let last = skipped.last, last.upperBound == year - 1 {
      skipped[skipped.count - 1] = last.lowerBound...year
    } else {
      skipped.append(year...year)
    }
  }

  private mutating func add(_ desk: Desk, _ scorecards: [Scorecard], _ year: Int) {
    if !kecamatan.contains(desk.kecamatan) { kecamatan.append(desk.kecamatan) }
    let isWatched = desk.watchedSince(asOf: scope.day) <= year
    for scorecard in scorecards {
      for entry in scorecard.entries {
        // What was measured is known whenever it was recorded.
        let value = Value(year: year, entry: entry, isWatched: isWatched || entry.count == nil)
        add(value, desk.kecamatan, scorecard.register.name)
      }
    }
  }

  private mutating func add(_ value: Value, _ kecamatan: Kecamatan, _ register: String) {
    let indicator = value.entry.indicator
    let place = groups.firstIndex { $0.holds(indicator) }
    let index = place ?? groups.count
    if place == nil { groups.append(Group(name: indicator.wording.name)) }
    groups[index].add(value, kecamatan, register)
  }
}
