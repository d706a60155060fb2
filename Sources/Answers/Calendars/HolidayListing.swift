public import CivilCalendar
public import Workspace

/// The holidays of a year, by the decree that makes them.
public struct HolidayListing: Sendable {
  /// What one decree says.
  public struct Decree: Sendable {
    /// The decree, with its numbers.
    public let title: String
    /// Its days in order.
    public let holidays: [Holiday]
  }

  /// The year.
  public let year: Int
  /// The file that they are read from; `nil` where the year has none.
  public let file: String?
  /// The decrees, that with the first day first.
  public let decrees: [Decree]

  /// Looks up the holidays of a year, with what the calendars of the first kecamatan change in them.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - workspace: The workspace.
  /// - Throws: A `WorkspaceFailure` for a file that cannot be read.
  public init(of year: Int, in workspace: Workspace) throws(WorkspaceFailure) {
    self.year = year
    let found = try workspace.holidays(of: year)
    file = found?.file
    decrees = (found?.holidays ?? []).sorted { $0.date < $1.date }.groups { $0.decree }.map {
      Decree(title: $0.key, holidays: $0.members)
    }
  }
}
