public import ArgumentParser
public import CivilCalendar

extension CivilDate: ExpressibleByArgument {
  /// Reads `yyyy-mm-dd`.
  public init?(argument: String) {
    guard let date = try? CivilDate(argument) else { return nil }
    self = date
  }
}

extension Period: ExpressibleByArgument {
  /// Reads `2025`, `2026-S1`, `2026-TW3` or `2026-09`.
  public init?(argument: String) { self.init(argument) }
}

extension ClockReading: ExpressibleByArgument {
  /// Reads `2026-04-01T08:00:00+08:00` (RFC 3339).
  public init?(argument: String) { self.init(argument) }
}
