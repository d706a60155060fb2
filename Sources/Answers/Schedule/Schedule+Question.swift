public import CivilCalendar
public import Compliance
public import Workspace

extension Schedule {
  /// What is asked for.
  public struct Question: Sendable {
    /// The obligations that are meant, by their due dates.
    public let scope: DutyScope
    /// The units that are meant.
    public let units: UnitScope
    /// The day of judging.
    public let day: CivilDate
    /// The last day of recording that is used; `nil` for all.
    public let knownThrough: CivilDate?
    /// Whether what is in, exempt, gated or undated is listed too.
    public let includesSettled: Bool
    /// The only status that is listed, settled or not; `nil` for all.
    public let status: Status?
    /// The role that answers for what is listed, in any spelling, or to which it has come; `nil` for all.
    public let role: String?
    /// Whether it is looked up to whom what is overdue has come; where a role is asked for it is in any
    /// case.
    public let includesEscalations: Bool

    /// Asks a question.
    public init(
      _ scope: DutyScope, of units: UnitScope, asOf day: CivilDate,
      knownThrough: CivilDate? = nil, includesSettled: Bool = false, status: Status? = nil,
      role: String? = nil,
      includesEscalations: Bool = false
    ) {
      self.scope = scope
      self.units = units
      self.day = day
      self.knownThrough = knownThrough
      self.includesSettled = includesSettled || status.map { $0.isIn || $0 == .exempt } ?? false
      self.status = status
      self.role = role
      self.includesEscalations = includesEscalations
    }
  }
}
