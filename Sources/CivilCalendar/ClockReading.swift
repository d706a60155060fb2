/// A moment as a clock on an office's wall shows it, with the clock's offset from UTC (RFC 3339).
public struct ClockReading: Hashable, Sendable {
  /// The civil day.
  public let date: CivilDate
  /// Seconds after midnight, 0 through 86 399.
  public let secondOfDay: Int
  /// Seconds ahead of UTC.
  public let secondsFromUTC: Int

  /// Creates a reading from its parts.
  ///
  /// - Parameters:
  ///   - date: The civil day.
  ///   - secondOfDay: Seconds after midnight; taken modulo a day.
  ///   - secondsFromUTC: Seconds ahead of UTC, whole minutes.
  public init(date: CivilDate, secondOfDay: Int, secondsFromUTC: Int) {
    self.date = date
    self.secondOfDay = ((secondOfDay % 86_400) + 86_400) % 86_400
    self.secondsFromUTC = secondsFromUTC
  }

  /// What the clocks of a zone show at a moment.
  ///
  /// - Parameters:
  ///   - unixSeconds: Seconds since 1970-01-01T00:00:00Z.
  ///   - zone: The zone of the office.
  public init(unixSeconds: Int, in zone: IndonesianZone) {
    let local = unixSeconds + zone.secondsFromUTC
    let day = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    self.init(
      date: CivilDate(dayNumber: day), secondOfDay: local - day * 86_400,
      secondsFromUTC: zone.secondsFromUTC)
  }

  /// The same moment as a clock of UTC shows it.
  public var inUTC: ClockReading {
    let seconds = secondOfDay - secondsFromUTC
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    return ClockReading(
      date: date.adding(days: days), secondOfDay: seconds - days * 86_400, secondsFromUTC: 0)
  }

  /// Seconds since 1970-01-01T00:00:00Z.
  public var unixSeconds: Int { date.dayNumber * 86_400 + secondOfDay - secondsFromUTC }
}

extension ClockReading: CustomStringConvertible {
  /// The reading as RFC 3339 prints it: `2026-04-01T08:00:00+08:00`.
  public var description: String {
    let minutes = abs(secondsFromUTC) / 60
    return date.description
      + String(unsafeUninitializedCapacity: 15) { bytes in
        bytes[0] = UInt8(ascii: "T")
        putTwoDigits(secondOfDay / 3600, into: bytes, at: 1)
        bytes[3] = UInt8(ascii: ":")
        putTwoDigits(secondOfDay / 60 % 60, into: bytes, at: 4)
        bytes[6] = UInt8(ascii: ":")
        putTwoDigits(secondOfDay % 60, into: bytes, at: 7)
        bytes[9] = secondsFromUTC < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")
        putTwoDigits(minutes / 60 % 100, into: bytes, at: 10)
        bytes[12] = UInt8(ascii: ":")
        putTwoDigits(minutes % 60, into: bytes, at: 13)
        return 15
      }
  }

  /// Reads `yyyy-mm-ddThh:mm:ss+hh:mm` or the same with `Z`; `nil` for anything else.
  public init?(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)[...]) }

  /// Reads the same forms from bytes; `nil` where they are anything else.
  public init?(bytes: ArraySlice<UInt8>) {
    guard let reading = bytes.withUnsafeBufferPointer({ ClockReading(bytes: $0) }) else {
      return nil
    }
    self = reading
  }

  /// Reads the same forms from bytes in memory; `nil` where they are anything else.
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 20 || bytes.count == 25,
      let date = CivilDate(iso: UnsafeBufferPointer(rebasing: bytes.prefix(10))),
      bytes[10] == UInt8(ascii: "T"),
      let hour = ClockReading.part(of: bytes, at: 11, below: 24),
      bytes[13] == UInt8(ascii: ":"),
      let minute = ClockReading.part(of: bytes, at: 14, below: 60),
      bytes[16] == UInt8(ascii: ":"),
      let second = ClockReading.part(of: bytes, at: 17, below: 60)
    else { return nil }
    var offset = 0
    switch (bytes[19], bytes.count) {
    case (UInt8(ascii: "Z"), 20): break
    case (UInt8(ascii: "+"), 25), (UInt8(ascii: "-"), 25):
      guard let hours = ClockReading.part(of: bytes, at: 20, below: 24),
        bytes[22] == UInt8(ascii: ":"),
        let minutes = ClockReading.part(of: bytes, at: 23, below: 60)
      else { return nil }
      offset = (hours * 3600 + minutes * 60) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    self.init(
      date: date, secondOfDay: hour * 3600 + minute * 60 + second, secondsFromUTC: offset)
  }

  /// Two digits at an offset, where they are below a limit.
  private static func part(
    of bytes: UnsafeBufferPointer<UInt8>, at offset: Int, below limit: Int
  ) -> Int? {
    guard let number = asciiNumber(bytes, offset..<offset + 2), number < limit else { return nil }
    return number
  }
}
