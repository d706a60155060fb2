internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel

/// The first watched day on the command line: `2025-10-01`, `2025-TW4`, `2025`.
struct FirstWatchedDay: ExpressibleByArgument {
  /// The day.
  let day: CivilDate
  /// The form in which the office's file keeps it.
  let text: String

  init?(argument: String) {
    guard let day = Watch.firstDay(written: argument), let text = Watch.normalized(argument) else {
      return nil
    }
    self.day = day
    self.text = text
  }
}
