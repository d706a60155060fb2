public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// What differs now from a frozen quarter, value by value, and why: the answer behind `beda`.
public struct Difference: Sendable {
  /// Something that differs.
  public struct Item: Sendable {
    /// What differs, and why.
    public let change: StatementChange
    /// The unit that it is about.
    public let unit: RegionCode
    /// The code of the report or indicator; `nil` for what is counted.
    public let code: String?
    /// The covered period; `nil` for what has none.
    public let period: Period?
    /// The rows recorded since that concern it, where rows changed it.
    public let rows: [LedgerEvent.RowID]
    /// The date that a letter set since, where that is what moved the due date; else `nil`.
    public let setDate: SetDate?

    /// The causes, in the order in which they are told.
    public var causes: [StatementChange.Cause] {
      StatementChange.Cause.allCases.filter(change.causes.contains)
    }
  }

  /// What is compared.
  public let frozen: FrozenStatement
  /// The kecamatan.
  public let kecamatan: Kecamatan
  /// The day that it is compared with.
  public let day: CivilDate
  /// What differs, in the order of a statement.
  public let items: [Item]
  /// How many rows recorded since are behind none of the items.
  public let otherRowCount: Int

  /// Compares a frozen quarter with what is known now.
  ///
  /// - Parameters:
  ///   - frozen: The frozen quarter, proved to be what the ledger says it is.
  ///   - desk: The kecamatan's desk, with all that is known now.
  ///   - day: The day that it is compared with.
  /// - Throws: ``AnswerFailure`` for a rule that does not answer; a `WorkspaceFailure` for registers or
  ///   holidays that cannot be read.
  public init(from frozen: FrozenStatement, in desk: Desk, asOf day: CivilDate) throws {
    let duty = frozen.statement.duty
    let old = desk.knowing(only: frozen.knew)
    let changes = StatementChange.changes(
      from: frozen.statement,
      replayed: try DutyStatement.made(duty, by: old, asOf: frozen.statement.asOf).statement,
      later: try DutyStatement.made(duty, by: old, asOf: day).statement,
      to: try DutyStatement.made(duty, by: desk, asOf: day).statement,
      underCodes: desk.kecamatan.currentCodes)
    let since = desk.ledger.events.filter { !frozen.knew($0.row) && $0.row != frozen.row }
    let trail = RowTrail(since, desk)
    items = changes.map { change in
      let (unit, code, period) = trail.place(of: change.subject)
      let rows = change.causes.contains(.rows) ? trail.rows(behind: change.subject) : []
      let setDate = change.movedDue.flatMap { old in
        Difference.setDate(unit, code, period, desk).flatMap { "\($0.date)" == old ? nil : $0 }
      }
      return Item(
        change: change, unit: unit, code: code, period: period, rows: rows.map(\.row),
        setDate: setDate)
    }
    let cited = Set(items.flatMap(\.rows))
    otherRowCount = since.count { !cited.contains($0.row) }
    self.frozen = frozen
    self.day = day
    kecamatan = desk.kecamatan
  }

  /// The date that a letter set for an obligation.
  private static func setDate(
    _ unit: RegionCode, _ code: String?, _ period: Period?, _ desk: Desk
  ) -> SetDate? {
    guard let report = code.flatMap({ desk.calendar.codes.code($0) }), let period else {
      return nil
    }
    return desk.definitions.setDate(
      for: Obligation.ID(report: report, unit: unit, period: period))
  }

  /// Whether all rows that changed a value are named: those behind an indicator that is counted from
  /// documents are not.
  public var namesEveryRow: Bool {
    items.allSatisfy { item in
      if case .indicator = item.change.subject {
        return !item.change.causes.contains(.rows) || !item.rows.isEmpty
      }
      return true
    }
  }
}
