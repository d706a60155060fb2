internal import CivilCalendar

/// What the clock on an office's wall shows, read once a run.
struct OfficeClock {
  /// The zone.
  let zone: IndonesianZone
  /// The moment, with today's date as the user may have set it and the clock's own time of day.
  let now: ClockReading

  /// The civil day in the office's zone, whatever the server's.
  var today: CivilDate { now.date }

  private let day: CivilDate?
  private let unixSeconds: Int

  /// Reads the clock.
  ///
  /// - Parameters:
  ///   - zone: The office's zone.
  ///   - today: The day to take for today, where the user sets one.
  ///   - unixSeconds: Seconds since 1970-01-01T00:00:00Z.
  init(zone: IndonesianZone, today: CivilDate?, unixSeconds: Int) {
    self.zone = zone
    day = today
    self.unixSeconds = unixSeconds
    let reading = ClockReading(unixSeconds: unixSeconds, in: zone)
    now = ClockReading(
      date: today ?? reading.date, secondOfDay: reading.secondOfDay,
      secondsFromUTC: reading.secondsFromUTC)
  }

  /// The same moment on a wall of another zone.
  func moved(to zone: IndonesianZone) -> OfficeClock {
    OfficeClock(zone: zone, today: day, unixSeconds: unixSeconds)
  }
}
