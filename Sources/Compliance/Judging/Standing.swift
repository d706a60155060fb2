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

  /// Reads the rows of one obligation.
  ///
  /// - Parameters:
  ///   - rows: Its standing rows, ordered as ``History`` orders them.
  ///   - day: Rows count from their date on; an extension, and a submission that follows a return,
  ///     from the day of receipt.
  public init(_ rows: [LedgerEvent], asOf day: CivilDate) {
    var exemption: LedgerEvent?
    var submissions: [LedgerEvent] = []
    var openReturn: LedgerEvent?
    var returnCount = 0
    var acceptance: LedgerEvent?
    var extensionRow: LedgerEvent?
    var followsReturn = false
    for row in rows {
      switch row.kind {
      case .submitted:
        guard (followsReturn ? row.received : row.date) <= day else { continue }
        submissions.append(row)
        openReturn = nil
        acceptance = nil
      case .returned:
        followsReturn = true
        guard row.date <= day else { continue }
        openReturn = row
        returnCount += 1
        acceptance = nil
      case .accepted:
        if row.date <= day, openReturn == nil { acceptance = row }
      case .exempted:
        if row.date <= day { exemption = row }
      case .extended:
        if row.received <= day { extensionRow = row }
      case .fact, .measured, .frozen, .voided: break
      }
    }
    self.exemption = exemption
    self.submissions = submissions
    self.returnCount = returnCount
    self.openReturn = submissions.isEmpty ? nil : openReturn
    self.acceptance = submissions.isEmpty ? nil : acceptance
    self.extensionRow = extensionRow
  }
}
