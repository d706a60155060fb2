/// A day in the Gregorian calendar, with no time of day and no time zone.
///
/// A deadline is a civil day: 2026-04-10 is the same day in Medan and in Merauke. Arithmetic never
/// leaves the calendar, so there is no value for 2026-02-29.
///
/// ```swift
/// let newYearsEve = try CivilDate(year: 2025, month: 12, day: 31)
/// newYearsEve.adding(months: 2)  // 2026-02-28
/// newYearsEve.adding(days: 1).quarter  // 2026-TW1
/// newYearsEve.indonesian  // 31 Desember 2025
/// try? CivilDate("2026-02-29")  // nil
/// ```
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Whole days since 1970-01-01; negative before it.
  public var dayNumber: Int { Int(day32) }

  private let day32: Int32

  /// The years that a date which somebody writes may lie in.
  ///
  /// No duty is older, and none is known so far ahead: what lies outside is a slip of the pen, and work that
  /// goes through the years up to it would not end.
  public static let years = 1900...2200

  /// Creates the date that lies a number of days after 1970-01-01.
  ///
  /// - Parameter dayNumber: Days since 1970-01-01; the caller stays near ``years``.
  init(dayNumber: Int) { day32 = Int32(truncatingIfNeeded: dayNumber) }

  /// Creates a date from its calendar parts.
  ///
  /// - Parameters:
  ///   - year: One of ``years``.
  ///   - month: 1 through 12.
  ///   - day: 1 through the length of that month.
  /// - Throws: ``NoSuchDay``, which names the parts it was given.
  public init(year: Int, month: Int, day: Int) throws(NoSuchDay) {
    guard CivilDate.years.contains(year), (1...12).contains(month),
      (1...CivilDate.length(ofMonth: month, inYear: year)).contains(day)
    else { throw NoSuchDay(year: year, month: month, day: day) }
    self.init(unchecked: year, month, day)
  }

  /// Creates a date from parts that are known to name a day.
  init(unchecked year: Int, _ month: Int, _ day: Int) {
    // Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    self.init(dayNumber: 365 * marchYear + leapDays + dayOfYear - 719_468)
  }

  /// The year, the month (1 through 12), and the day of the month (1 through 31).
  public var parts: (year: Int, month: Int, day: Int) {
    // Source: as above, civil_from_days; an era is 400 years, or 146 097 days.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The calendar year.
  public var year: Int { parts.year }

  /// The calendar month that the day lies in.
  public var yearMonth: YearMonth {
    let (year, month, _) = parts
    return YearMonth(year: year, month: Month(clamping: month))
  }

  /// The quarter (triwulan) that the day lies in.
  public var quarter: Quarter { yearMonth.quarter }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(daysAfterMonday: (dayNumber + 3) % 7)
  }

  /// The date that lies a number of calendar days later, or earlier when `days` is negative.
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day of the month, a number of months later, or earlier when `months` is negative.
  ///
  /// Where that month is too short the result is its last day: two months after 31 December is the
  /// last day of February, never a day of March.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let target = YearMonth(year: year, month: Month(clamping: month)).adding(months: months)
    return CivilDate(
      unchecked: target.year, target.month.rawValue, min(day, target.length))
  }

  /// Calendar days from this date to another; negative when the other is earlier.
  public func days(to other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// The number of days in a month (1 through 12) of a year.
  static func length(ofMonth month: Int, inYear year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders dates from the earliest to the latest.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.day32 < rhs.day32 }
}

extension CivilDate: CustomStringConvertible {
  /// The date as `yyyy-mm-dd` (ISO 8601), the only form in files, on the command line and in exports.
  public var description: String {
    let (year, month, day) = parts
    guard (1000...9999).contains(year) else {
      return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      putTwoDigits(year / 100, into: bytes, at: 0)
      putTwoDigits(year % 100, into: bytes, at: 2)
      bytes[4] = UInt8(ascii: "-")
      putTwoDigits(month, into: bytes, at: 5)
      bytes[7] = UInt8(ascii: "-")
      putTwoDigits(day, into: bytes, at: 8)
      return 10
    }
  }

  /// The date as it is printed for people: `31 Maret 2026`.
  public var indonesian: String {
    let (year, month, day) = parts
    return "\(day) \(Month(clamping: month).indonesian) \(year)"
  }

  /// The date without its year, where that is plain: `31 Maret`.
  public var indonesianDayAndMonth: String {
    let (_, month, day) = parts
    return "\(day) \(Month(clamping: month).indonesian)"
  }

  /// The date for a narrow table column: `31 Mar 2026`.
  public var indonesianShort: String {
    let (year, month, day) = parts
    return "\(day) \(Month(clamping: month).indonesianShort) \(year)"
  }
}

extension CivilDate {
  /// Reads `yyyy-mm-dd`.
  ///
  /// - Parameter text: The ISO form alone, ten ASCII characters.
  /// - Throws: ``InvalidDate``: another form, or parts that name no day.
  public init(_ text: some StringProtocol) throws(InvalidDate) {
    guard let date = CivilDate(iso: Array(text.utf8)[...]) else {
      throw InvalidDate(text: String(text))
    }
    self = date
  }

  /// Reads `yyyy-mm-dd` from bytes; `nil` where they are anything else.
  ///
  /// - Parameter bytes: Ten ASCII bytes. Nothing is allocated, so that a ledger of millions of rows
  ///   is read without a string a field.
  public init?(iso bytes: ArraySlice<UInt8>) {
    guard let date = bytes.withUnsafeBufferPointer({ CivilDate(iso: $0) }) else { return nil }
    self = date
  }

  /// Reads `yyyy-mm-dd` from bytes in memory, as ``init(iso:)-(ArraySlice<UInt8>)`` does.
  public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
      return nil
    }
    var isNumeric = true
    func number(_ range: Range<Int>) -> Int {
      var value = 0
      for index in range {
        let digit = bytes[index] &- UInt8(ascii: "0")
        if digit > 9 { isNumeric = false }
        value = value * 10 + Int(digit)
      }
      return value
    }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    guard isNumeric, let date = try? CivilDate(year: year, month: month, day: day) else {
      return nil
    }
    self = date
  }
}

/// The error for a year, month, and day that do not name a day.
public struct NoSuchDay: Error, Hashable {
  /// The parts as they were given.
  public let year, month, day: Int
}

/// The error for text that is not a date in the form `yyyy-mm-dd`, or names a day that does not exist.
public struct InvalidDate: Error, Hashable {
  /// The text as it was given.
  public let text: String
}

/// A number below one hundred in two digits.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Writes a number below one hundred in two digits.
func putTwoDigits(_ number: Int, into bytes: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
  bytes[place] = UInt8(ascii: "0") + UInt8(number / 10)
  bytes[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
}

/// The value of ASCII digits, at most four of them; `nil` where there are none or other bytes.
func asciiNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
  guard (1...4).contains(range.count) else { return nil }
  var value = 0
  for index in range {
    let digit = bytes[index] &- UInt8(ascii: "0")
    guard digit <= 9 else { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}
