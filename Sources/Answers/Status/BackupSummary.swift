public import CivilCalendar

/// What the record of a workspace says of its backups.
public struct BackupSummary: Hashable, Sendable {
  /// What came of a backup.
  public enum State: String, Sendable {
    /// It is whole, and was proved.
    case proved = "terbukti"
    /// It was made, and could not be proved.
    case unproved = "tidak-terbukti"
    /// It was not made.
    case failed = "gagal"
  }

  /// One backup.
  public struct Backup: Hashable, Sendable {
    /// When it was begun.
    public let instant: ClockReading
    /// Where it lies; where it was to lie for one that was not made.
    public let place: String
    /// How many rows its ledgers have.
    public let rows: Int
    /// What came of it.
    public let state: State
    /// Why it was not made or not proved; empty where it was.
    public let note: String

    /// Describes a backup.
    public init(instant: ClockReading, place: String, rows: Int, state: State, note: String) {
      self.instant = instant
      self.place = place
      self.rows = rows
      self.state = state
      self.note = note
    }
  }

  /// The last one.
  public let last: Backup
  /// The last one that was proved; `nil` where none was.
  public let lastProved: Backup?

  /// Creates a summary.
  public init(last: Backup, lastProved: Backup?) {
    self.last = last
    self.lastProved = lastProved
  }
}
