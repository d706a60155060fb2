public import CivilCalendar

/// What the outbox of a workspace says of the reminders.
public struct ReminderSummary: Hashable, Sendable {
  /// Whether they run.
  public enum State: String, Sendable {
    /// The last run was good, or what failed is to be tried again soon.
    case good = "baik"
    /// Working days went by without a run.
    case missed = "terlewat"
    /// They run, and something has failed for some time.
    case failing = "gagal"
  }

  /// The day of the last run of any outcome.
  public let last: CivilDate
  /// The day of the last run that was good or fell on a quiet day; `nil` where none was.
  public let lastGood: CivilDate?
  /// Whether they run.
  public let state: State
  /// How many working days went by without a run; 0 unless ``state-swift.property`` is `missed`.
  public let missedDays: Int
  /// How many messages were cut off on their way, and how many ways to somebody fail.
  public let waiting: Int

  /// Creates a summary.
  public init(
    last: CivilDate, lastGood: CivilDate?, state: State, missedDays: Int = 0, waiting: Int
  ) {
    self.last = last
    self.lastGood = lastGood
    self.state = state
    self.missedDays = missedDays
    self.waiting = waiting
  }
}
