public import CivilCalendar

extension Intake {
  /// How files are taken in.
  public struct Terms: Sendable {
    /// The reason for late entries; they stay where it is `nil`.
    public let reason: String?
    /// Who records.
    public let recorder: String
    /// Whether nothing is written nor moved.
    public let isTrial: Bool
    /// When rows are recorded, with the day that is taken for today.
    public let instant: ClockReading
    /// The clock's own time, since 1970-01-01T00:00:00Z, which a file's age is measured against.
    public let now: Duration
    /// How long a file must have been left alone.
    public let restingTime: Duration
    /// Whether the files were handed in just now, each whole: they are received today, and stay where they
    /// are.
    public let areHandedIn: Bool

    /// Creates terms.
    public init(
      reason: String?, recorder: String, isTrial: Bool, instant: ClockReading, now: Duration,
      restingTime: Duration = .seconds(60), areHandedIn: Bool = false
    ) {
      self.reason = reason
      self.recorder = recorder
      self.isTrial = isTrial
      self.instant = instant
      self.now = now
      self.restingTime = restingTime
      self.areHandedIn = areHandedIn
    }
  }
}
