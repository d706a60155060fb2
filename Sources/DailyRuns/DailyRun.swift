public import CivilCalendar
public import SystemPackage

/// What a server starts every day; the raw value is the command.
public enum DailyWork: String, Hashable, Sendable, CaseIterable {
  /// The reminders.
  case reminders = "ingatkan"
  /// A backup of the workspace.
  case backup = "cadangkan"
}

/// The run of a command that a server starts every day.
public struct DailyRun: Hashable, Sendable {
  /// What is run.
  public let work: DailyWork
  /// The words behind the command, without its workspace.
  public let words: [String]
  /// The office's time of day, in minutes after midnight, 0 through 1439.
  public let minute: Int
  /// The times of the same day, in hours after ``minute``, at which cron starts it again: for what
  /// failed, and for a computer that was off.
  public let hoursLater: [Int]
  /// The office's zone.
  public let zone: IndonesianZone
  /// The program's own file, absolute.
  public let program: FilePath
  /// The workspace, absolute.
  public let workspace: FilePath
  /// The folder of the program's data, absolute; `nil` where the program finds it by itself.
  public let data: FilePath?

  /// The error for a path that a crontab or a unit of systemd cannot hold.
  public struct Unwritable: Error, Hashable {
    /// The path.
    public let path: FilePath
  }

  /// Describes a run.
  ///
  /// - Parameters:
  ///   - work: What is run.
  ///   - words: The words behind the command, without its workspace; a path among them is absolute.
  ///   - minute: The office's time of day, in minutes after midnight, 0 through 1439.
  ///   - hoursLater: How many hours after it cron starts the run again, in order, none of them on the
  ///     next day.
  ///   - zone: The office's zone.
  ///   - program: The program's own file, absolute.
  ///   - workspace: The workspace, absolute.
  ///   - data: The folder of the program's data, absolute.
  /// - Throws: ``Unwritable`` for a path or a word with a control character or a backslash: the programs that
  ///   read crontabs do not agree on what a backslash means.
  public init(
    of work: DailyWork, _ words: [String] = [], minute: Int, again hoursLater: [Int] = [],
    zone: IndonesianZone, program: FilePath, workspace: FilePath, data: FilePath?
  ) throws(Unwritable) {
    for path in [program, workspace, data].compactMap({ $0 }) + words.map({ FilePath($0) }) {
      let isWritable = path.string.unicodeScalars.allSatisfy {
        $0 != "\\" && $0.properties.generalCategory != .control
      }
      guard isWritable else { throw Unwritable(path: path) }
    }
    self.work = work
    self.words = words
    self.minute = minute
    self.hoursLater = hoursLater
    self.zone = zone
    self.program = program
    self.workspace = workspace
    self.data = data
  }

  /// The time of day on a clock that is ahead of UTC by so many seconds, in minutes after midnight.
  public func minute(secondsFromUTC: Int) -> Int {
    let day = 24 * 60
    let shifted = minute + (secondsFromUTC - zone.secondsFromUTC) / 60
    return ((shifted % day) + day) % day
  }

  /// The arguments behind the program.
  var arguments: [String] { [work.rawValue] + words + ["--ruang", workspace.string] }
}
