public import CivilCalendar

/// One report that one unit owes for one period.
public struct Obligation: Sendable {
  /// The identity of an obligation, which every ledger row about it carries.
  public struct ID: Hashable, Sendable {
    /// The report.
    public let report: Code
    /// The unit that owes it; the desa for a recommendation.
    public let unit: RegionCode
    /// The period that it covers.
    public let period: Period

    /// Creates an identity.
    public init(report: Code, unit: RegionCode, period: Period) {
      self.report = report
      self.unit = unit
      self.period = period
    }

    /// A number in which all of it has a share, for tables of obligations.
    package var mixed: UInt64 {
      let other = UInt64(report.index) << 32 | UInt64(period.bits)
      let product = (unit.bits ^ other &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      return product ^ product >> 32
    }
  }

  /// The identity.
  public let id: ID
  /// The rule's due date, before any extension; `nil` where there is none.
  public let due: CivilDate?
  /// The version of the rule that gave the date; `nil` where there is none.
  public let rule: DeadlineRule?

  /// Creates an obligation.
  public init(id: ID, due: CivilDate?, rule: DeadlineRule?) {
    self.id = id
    self.due = due
    self.rule = rule
  }
}
