public import ArgumentParser
public import CivilCalendar

extension CivilDate: ExpressibleByArgument {
  /// Reads a date in any form that people write, as tables and names of files are read.
  public init?(argument: String) { self.init(written: argument) }
}

extension Period: ExpressibleByArgument {
  /// Reads a period in any form that people write, as tables are read.
  public init?(argument: String) { self.init(written: argument) }
}

extension ClockReading: ExpressibleByArgument {
  /// Reads `2026-04-01T08:00:00+08:00` (RFC 3339).
  public init?(argument: String) { self.init(argument) }
}
