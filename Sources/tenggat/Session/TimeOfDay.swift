internal import ArgumentParser
internal import CivilCalendar

/// A time of day as people write it: `08.00` or `08:00`.
struct TimeOfDay: ExpressibleByArgument {
  /// Minutes after midnight, 0 through 1439.
  let minute: Int

  init(minute: Int) { self.minute = minute }

  /// The time of a moment, to the minute.
  init(_ instant: ClockReading) { minute = instant.secondOfDay / 60 }

  init?(argument: String) {
    let parts = argument.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      argument.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ":") }),
      let hour = Int(parts[0]), let rest = Int(parts[1]), hour < 24, rest < 60
    else { return nil }
    minute = hour * 60 + rest
  }

  /// The time as it is printed: `08.00`.
  var indonesian: String {
    [minute / 60, minute % 60].map { "\($0 < 10 ? "0" : "")\($0)" }.joined(separator: ".")
  }

  var defaultValueDescription: String { indonesian }
}
