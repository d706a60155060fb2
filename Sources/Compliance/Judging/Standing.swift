public import CivilCalendar
public import ComplianceModel

/// What the rows of one obligation say on a day, before any due date is looked at.
public struct Standing: Sendable {
  /// Whether a standing row exempts the unit.
  public let exemption: LedgerEvent?
  /// The submissions that count on the day, in order.
  public let submissions: [LedgerEvent]
  /// The return that no later submission follows.
  public let openReturn: LedgerEvent?
  /// How many times it was returned.
  public let returnCount: Int
  /// The acceptance of the last submission.
  public let acceptance: LedgerEvent?
  /// The last extension of the due date.
  public let extensionRow: LedgerEvent?

  /// Whether a submission stands that no later return follows.
  public var isIn: Bool { !submissions.isEmpty && openReturn == nil }

  /// Whether the unit is exempt.
  public var isExempt: Bool { exemption != nil }

  /// Whether nobody owes it any more: it is in, or exempt.
  public var isSettled: Bool { isIn || isExempt }

  /// Reads the rows of one obligation.
  ///
  /// - Parameters:
  ///   - rows: Its standing rows, ordered as ``History`` orders them.
  ///   - day: Rows count from their date on; an extension, and a submission that follows a return,
  ///     from the day of receipt.
  public init(_ rows: [LedgerEvent], asOf day: CivilDate) {
    var state = ObligationState()
    var submissions: [LedgerEvent] = []
    var returnCount = 0
    for (index, row) in rows.enumerated() {
      guard state.apply(row, at: UInt32(index), asOf: day) else { continue }
      if row.kind == .submitted { submissions.append(row) }
      if row.kind == .returned { returnCount += 1 }
    }
    func row(_ place: ObligationState.Place) -> LedgerEvent? { place.index.map { rows[Int($0)] } }
    exemption = row(state.exemption)
    self.submissions = submissions
    self.returnCount = returnCount
    openReturn = row(state.openReturn)
    acceptance = row(state.acceptance)
    extensionRow = row(state.extensionRow)
  }
}
