/// The span of time that a report covers: a year, a semester, a quarter or a month.
///
/// It is not the time in which the report is due: LPPD `2025` and Renja `2027` are both due in the
/// first quarter of 2026.
///
/// ```swift
/// let semester = Period("2026-s1")
/// semester  // 2026-S1
/// semester?.lastDay  // 2026-06-30
/// semester?.indonesian  // Semester I 2026
/// Period("2026-TW5")  // nil
/// ```
public struct Period: Hashable, Sendable {
  /// How long a period is.
  public enum Length: UInt8, CaseIterable, Comparable, Sendable {
    case year, semester, quarter, month

    /// How many such periods make a year: 1, 2, 4 or 12.
    public var perYear: Int {
      switch self {
      case .year: 1
      case .semester: 2
      case .quarter: 4
      case .month: 12
      }
    }

    /// Orders lengths from the longest to the shortest.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// How long the period is.
  public let length: Length
  /// The calendar year that it lies in.
  public var year: Int { Int(year16) }
  /// Which of the year's periods it is, from 1.
  public var ordinal: Int { Int(ordinal8) }

  /// The period as one number, for tables of periods.
  package var bits: UInt32 {
    UInt32(UInt16(bitPattern: year16)) << 8 | UInt32(length.rawValue) << 4 | UInt32(ordinal8)
  }

  private let year16: Int16
  private let ordinal8: UInt8

  /// Creates a period; `nil` for a year outside ``CivilDate/years`` or an ordinal the year does not have.
  ///
  /// - Parameters:
  ///   - length: How long the period is.
  ///   - year: One of ``CivilDate/years``.
  ///   - ordinal: 1 through ``Length/perYear``.
  public init?(_ length: Length, year: Int, ordinal: Int = 1) {
    guard CivilDate.years.contains(year), (1...length.perYear).contains(ordinal) else { return nil }
    self.length = length
    year16 = Int16(year)
    ordinal8 = UInt8(ordinal)
  }

  /// The first month that the period covers.
  private var firstMonth: YearMonth {
    let months = 12 / length.perYear
    return YearMonth(year: year, month: Month(clamping: (ordinal - 1) * months + 1))
  }

  /// The first day.
  public var firstDay: CivilDate { firstMonth.firstDay }

  /// The last day.
  public var lastDay: CivilDate { firstMonth.adding(months: 12 / length.perYear - 1).lastDay }

  /// The part of the year without the year: `S1`, `TW3`, `09`; empty for a year.
  public var suffix: String {
    switch length {
    case .year: ""
    case .semester: "S\(ordinal)"
    case .quarter: "TW\(ordinal)"
    case .month: twoDigits(ordinal)
    }
  }
}

extension Period: Comparable {
  /// Orders periods by year, then from the longest to the shortest, then by place in the year.
  public static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.year16, lhs.length.rawValue, lhs.ordinal8)
      < (rhs.year16, rhs.length.rawValue, rhs.ordinal8)
  }
}

extension Period: CustomStringConvertible {
  /// The period as in files and options: `2025`, `2026-S1`, `2026-TW3`, `2026-09`.
  public var description: String {
    length == .year ? "\(year)" : "\(year)-\(suffix)"
  }

  /// The period as it is printed for people: `2025`, `Semester I 2026`, `TW III 2026`,
  /// `September 2026`.
  public var indonesian: String {
    switch length {
    case .year: "\(year)"
    case .semester: "Semester \(ordinal == 1 ? "I" : "II") \(year)"
    case .quarter: Quarter(year: year, clamping: ordinal).indonesianWithYear
    case .month: "\(Month(clamping: ordinal).indonesian) \(year)"
    }
  }
}

extension Period {
  /// Reads `2025`, `2026-S1`, `2026-TW3` or `2026-09`, letters without regard to case.
  public init?(_ text: some StringProtocol) { self.init(bytes: Array(text.utf8)[...]) }

  /// Reads the same forms from bytes; `nil` where they are anything else.
  public init?(bytes: ArraySlice<UInt8>) {
    guard let period = bytes.withUnsafeBufferPointer({ Period(bytes: $0) }) else { return nil }
    self = period
  }

  /// Reads the same forms from bytes in memory; `nil` where they are anything else.
  public init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 4, let year = asciiNumber(bytes, 0..<4) else { return nil }
    if bytes.count == 4 {
      self.init(.year, year: year)
      return
    }
    guard bytes.count == 7 || bytes.count == 8, bytes[4] == UInt8(ascii: "-") else {
      return nil
    }
    let end = bytes.count
    switch (bytes[5] | 0x20, bytes.count) {
    case (UInt8(ascii: "s"), 7):
      guard let ordinal = asciiNumber(bytes, end - 1..<end) else { return nil }
      self.init(.semester, year: year, ordinal: ordinal)
    case (UInt8(ascii: "t"), 8):
      guard bytes[6] | 0x20 == UInt8(ascii: "w"),
        let ordinal = asciiNumber(bytes, end - 1..<end)
      else { return nil }
      self.init(.quarter, year: year, ordinal: ordinal)
    case (_, 7):
      guard let ordinal = asciiNumber(bytes, end - 2..<end) else { return nil }
      self.init(.month, year: year, ordinal: ordinal)
    default: return nil
    }
  }
}
