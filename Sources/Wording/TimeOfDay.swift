package import CivilCalendar

/// A time of day as people write it: `08.00` or `08:00`.
package struct TimeOfDay: Sendable {
  /// Minutes after midnight, 0 through 1439.
  package let minute: Int

  package init(minute: Int) { self.minute = minute }

  /// The time of a moment, to the minute.
  package init(_ instant: ClockReading) { minute = instant.secondOfDay / 60 }

  /// The time as it is printed: `08.00`.
  package var indonesian: String {
    [minute / 60, minute % 60].map { "\($0 < 10 ? "0" : "")\($0)" }.joined(separator: ".")
  }
}
