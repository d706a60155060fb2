/// A date as people write it, and what its form tells about the order of day and month.
///
/// The forms are:
///
/// - the year first, `2026-03-31`, `2026/3/31`, `20260331`;
/// - numbers alone, `31/03/2026`, `31.3.2026`, `31-3-26`, `31032026`, read with the day first as
///   Indonesia writes it. The order of the numbers never follows from their size: `20.02.26` is
///   20 February 2026, and `3/31/2026` is a date with the month first, which ``CivilDate`` refuses;
/// - a month by its name or a short, old or English form of it (``Month/init(written:)``),
///   `31 Maret 2026`, `31-Mar-26`.
///
/// A year of two digits is one of 2000 through 2099: no duty that is watched is older, and a year that
/// is wrongly moved ahead is refused as a date to come, while one moved back would count as on time.
/// The day of the week may stand in front where it is the right one. Any blanks divide the parts.
///
/// ```swift
/// WrittenDate(Array("Selasa, 31 Maret 2026".utf8)[...])?.date  // 2026-03-31
/// WrittenDate(Array("31.03.26".utf8)[...])?.date  // 2026-03-31
/// ```
public struct WrittenDate: Hashable, Sendable {
  /// What the form tells about the order of day and month.
  public enum Order: Hashable, Sendable {
    /// It is stated (year first, a month by its name), or makes no difference (`5/5/2026`).
    case certain
    /// Both orders name a day, not the same one: `5/3/2026`.
    case either
    /// Only the day first names a day: `31/3/2026`.
    case dayFirst
    /// Only the month first names a day: `3/31/2026`.
    case monthFirst
  }

  /// The day; the one with the day first where both orders name one.
  public let date: CivilDate
  /// What the form tells about the order of day and month.
  public let order: Order

  /// Reads a date; `nil` where the bytes name no day in one of the forms.
  ///
  /// - Parameter bytes: The date alone, in UTF-8; blanks around it are passed over.
  public init?(_ bytes: ArraySlice<UInt8>) {
    if let date = CivilDate(iso: bytes) {
      self.init(date, .certain)
      return
    }
    guard var parts = WrittenDatePart.parts(of: bytes)?[...] else { return nil }
    let weekday = WrittenDate.takeWeekday(from: &parts)
    guard
      let written = WrittenDate(numbers: parts) ?? WrittenDate(named: parts)
        ?? WrittenDate(compact: parts)
    else { return nil }
    // A day of the week that is not the date's: one of the two is wrong, and nobody can say which.
    if let weekday, written.order == .monthFirst || written.date.weekday != weekday { return nil }
    self = written
  }

  private init(_ date: CivilDate, _ order: Order) {
    self.date = date
    self.order = order
  }

  private static func takeWeekday(from parts: inout ArraySlice<WrittenDatePart>) -> Weekday? {
    guard case .word(let word)? = parts.first, let weekday = Weekday(written: word) else {
      return nil
    }
    parts = parts.dropFirst()
    if parts.first == .mark(UInt8(ascii: ",")) { parts = parts.dropFirst() }
    return weekday
  }

  // MARK: - Forms

  /// Three numbers with the same mark between them.
  private init?(numbers parts: ArraySlice<WrittenDatePart>) {
    let parts = Array(parts)
    guard parts.count == 5, case .number(let first, let firstDigits) = parts[0],
      case .mark(let mark) = parts[1], case .number(let second, let secondDigits) = parts[2],
      parts[3] == .mark(mark), case .number(let third, let thirdDigits) = parts[4],
      mark != UInt8(ascii: ","), secondDigits <= 2
    else { return nil }
    if firstDigits == 4, thirdDigits <= 2 {
      self.init(year: first, month: second, day: third)
    } else if firstDigits <= 2, let year = WrittenDate.year(third, digits: thirdDigits) {
      self.init(first: first, second: second, year: year)
    } else {
      return nil
    }
  }

  /// A day, a month by its name, and a year.
  private init?(named parts: ArraySlice<WrittenDatePart>) {
    // Marks between the parts say nothing: `5-Mar-26`, `5 Mar. 2026`.
    let words = parts.filter { !$0.isMark }
    guard words.count == 3, case .number(let day, let dayDigits) = words[0], dayDigits <= 2,
      case .word(let name) = words[1], let month = Month(written: name),
      case .number(let number, let digits) = words[2], parts.first == words[0],
      parts.last == words[2], parts.count <= 6, let year = WrittenDate.year(number, digits: digits)
    else { return nil }
    self.init(year: year, month: month.rawValue, day: day)
  }

  /// Eight digits: `20260331` or `31032026`, never both, since no month is 19 or 20.
  private init?(compact parts: ArraySlice<WrittenDatePart>) {
    guard parts.count == 1, case .number(let number, digits: 8)? = parts.first else { return nil }
    let (front, back) = (number / 10_000, number % 10_000)
    if (1900...2099).contains(front), (1...12).contains(back / 100) {
      self.init(year: front, month: back / 100, day: back % 100)
    } else if (1900...2099).contains(back) {
      self.init(first: front / 100, second: front % 100, year: back)
    } else {
      return nil
    }
  }

  private init?(year: Int, month: Int, day: Int) {
    guard let date = try? CivilDate(year: year, month: month, day: day) else { return nil }
    self.init(date, .certain)
  }

  /// Two numbers that are a day and a month, in an order that is not stated.
  private init?(first: Int, second: Int, year: Int) {
    let dayFirst = try? CivilDate(year: year, month: second, day: first)
    let monthFirst = try? CivilDate(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let date?, nil): self.init(date, .dayFirst)
    case (nil, let date?): self.init(date, .monthFirst)
    case (let date?, let other?): self.init(date, date == other ? .certain : .either)
    case (nil, nil): return nil
    }
  }

  private static func year(_ number: Int, digits: Int) -> Int? {
    digits == 4 ? number : digits == 2 ? 2000 + number : nil
  }
}
