internal import CivilCalendar
internal import DailyRuns
internal import Wording

/// How a server runs a command every day, in words and as text to copy.
struct InstallationPage {
  let run: DailyRun
  let serverSecondsFromUTC: Int
  /// What the words are about.
  let words: InstallationText.Work
  /// The command that installs it, without the options that every such command has.
  let command: String

  /// What cron does not have; `nil` where nothing is missing.
  var warning: String? { text.warning }

  private var text: InstallationText {
    InstallationText(
      words, at: TimeOfDay(minute: run.minute),
      serverTime: TimeOfDay(minute: run.minute(secondsFromUTC: serverSecondsFromUTC)),
      zone: run.zone, serverSecondsFromUTC: serverSecondsFromUTC,
      again: run.hoursLater.map { TimeOfDay(minute: run.minute + $0 * 60) })
  }

  func print(_ units: SystemdUnits, to session: inout Session) {
    let lines =
      text.introduction(
        installing: "\(command) --jam \(TimeOfDay(minute: run.minute).indonesian) --cron")
      + run.cronLines(serverSecondsFromUTC: serverSecondsFromUTC)
      + text.units(units.serviceName)
    for line in lines { session.console.line(line) }
    session.console.raw(units.service)
    session.console.line()
    session.console.line("# /etc/systemd/system/\(units.timerName)")
    session.console.raw(units.timer)
    session.console.line()
    if let file = units.variablesFile {
      session.console.line(text.variables(in: file))
      session.console.line()
    }
    for line in InstallationText.enabling(units.timerName) { session.console.line(line) }
  }

  /// What was done to the crontab.
  func sentence(_ change: CrontabText.Change, removing isRemoval: Bool) -> String {
    let done: InstallationText.Change =
      switch change {
      case .added: .added
      case .replaced: .replaced
      case .removed: .removed
      case .unchanged: isRemoval ? .absent : .present
      }
    return text.sentence(done, of: "\(run.workspace)")
  }
}
