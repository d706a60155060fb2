internal import PlainText
internal import SystemPackage

extension DailyRun {
  /// The line of a crontab: every day, on the server's clock.
  ///
  /// The reminders know quiet days and what was sent by themselves. The variable stands in the command, so that
  /// other lines of the crontab do not see it.
  ///
  /// Source: crontab(5) for `%`, which would end the command.
  ///
  /// - Parameter secondsFromUTC: How far the server's clock is ahead of UTC.
  /// - Returns: The line, between the comments by which it is found again.
  public func cronLines(serverSecondsFromUTC secondsFromUTC: Int) -> [String] {
    let minute = minute(secondsFromUTC: secondsFromUTC)
    let hours = ([0] + hoursLater).map { (minute / 60 + $0) % 24 }.sorted().map(String.init)
    let command = shellCommand.replacing("%", with: "\\%")
    return [
      markers.first, "\(minute % 60) \(hours.joined(separator: ",")) * * * \(command)",
      markers.last,
    ]
  }

  /// The command as a shell reads it (POSIX, 2.2.2).
  private var shellCommand: String {
    let variable = data.map { ["TENGGAT_DATA=\($0.string.shellWord)"] } ?? []
    let words = [program.string] + arguments
    return (variable + words.map(\.shellWord)).joined(separator: " ")
  }

  /// The comments between which the line stands in a crontab.
  var markers: (first: String, last: String) {
    let name =
      switch work {
      case .reminders: "tenggat"
      case .backup: "tenggat cadangkan"
      }
    let first = "# \(name): \(workspace.string)"
    return (first, "\(first) (akhir)")
  }
}
