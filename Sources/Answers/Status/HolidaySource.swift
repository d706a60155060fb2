internal import CivilCalendar
internal import Workspace

/// Where the holidays of a year come from.
public struct HolidaySource: Hashable, Sendable {
  /// How far they may be relied on.
  public enum State: String, Sendable {
    /// All are decreed, and none of those to come waits for a decision.
    case decreed = "lengkap"
    /// Some wait for a decision, as Idul Fitri waits for the isbat.
    case provisional = "perkiraan"
    /// The year has no file.
    case missing = "belum-ada"
    /// The file cannot be relied on.
    case faulty = "galat"
  }

  /// The year.
  public let year: Int
  /// The file; `nil` where the year has none.
  public let file: DatedFile?
  /// The decrees, that with the first day first.
  public let decrees: [String]
  /// How many days wait for a decision.
  public let estimates: Int
  /// How far they may be relied on.
  public let state: State

  /// Whether the file cannot be relied on.
  public var isFaulty: Bool { state == .faulty }

  /// Looks up the holidays of a year as they are decreed, without what an office adds.
  init(of year: Int, in workspace: Workspace) throws(WorkspaceFailure) {
    self.year = year
    guard let found = try workspace.holidayYear(year) else {
      (file, decrees, estimates, state) = (nil, [], 0, .missing)
      return
    }
    file = DatedFile(file: found.file, checkedOn: found.checkedOn)
    let days = (found.holidays ?? []).sorted { $0.date < $1.date }
    decrees = days.groups { $0.decree }.map(\.key)
    estimates = days.count(where: \.isEstimate)
    state = found.holidays == nil ? .faulty : estimates > 0 ? .provisional : .decreed
  }
}
