public import CivilCalendar
public import ComplianceModel

/// What is told once: one stage of one obligation, to one person, over one channel.
///
/// A new due date, and a return, begin anew: both are part of what is told.
public struct ReminderKey: Hashable, Sendable {
  /// What a key speaks of.
  public enum Subject: Hashable, Sendable {
    /// A stage of an obligation.
    case stage(Stage)
    /// The summary of the week that begins on a Monday.
    case week(CivilDate)
    /// What failed until then, for whoever looks after the machine.
    case failures
  }

  /// A stage of an obligation.
  public struct Stage: Hashable, Sendable {
    /// The unit that owes it.
    public let unit: RegionCode
    /// The code of the report.
    public let report: String
    /// The covered period.
    public let period: Period
    /// The due date in force.
    public let due: CivilDate
    /// How many times it was returned.
    public let round: Int
    /// Days from the due date.
    public let stage: Int

    /// Creates a stage of an obligation.
    public init(
      unit: RegionCode, report: String, period: Period, due: CivilDate, round: Int, stage: Int
    ) {
      self.unit = unit
      self.report = report
      self.period = period
      self.due = due
      self.round = round
      self.stage = stage
    }
  }

  /// What is told.
  public let subject: Subject
  /// Whom: a role, or the code of a desa.
  public let person: String
  /// The name of the channel.
  public let channel: String

  /// Creates a key.
  public init(_ subject: Subject, person: String, channel: String) {
    self.subject = subject
    self.person = person
    self.channel = channel
  }
}
