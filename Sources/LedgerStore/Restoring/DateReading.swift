import CivilCalendar

/// A way to read what a spreadsheet made of a date, or of something that it took for one.
struct DateReading: Hashable {
  /// The order of the parts, as one program keeps it through a whole file.
  enum Order: Hashable {
    case dayFirst, monthFirst, yearFirst, yearThenDay, serial
  }

  /// The year; `nil` where only a day and a month are said.
  let year: Int?
  let month: Int
  /// The day; `nil` where only a month and a year are said.
  let day: Int?
  let order: Order

  private init?(_ year: Int?, _ month: Int, _ day: Int?, _ order: Order) {
    guard (1...12).contains(month), day.map({ (1...31).contains($0) }) ?? true else { return nil }
    (self.year, self.month, self.day, self.order) = (year, month, day, order)
    if let year, let day, (try? CivilDate(year: year, month: month, day: day)) == nil { return nil }
  }

  /// The date; `nil` where a part is not said.
  var date: CivilDate? {
    guard let year, let day else { return nil }
    return try? CivilDate(year: year, month: month, day: day)
  }

  /// Every way to read a text as a date, as a day of some year, or as a month: `05/01/2026`, `1/5/26`,
  /// `12-Des`, `Sep-26`, `45852`.
  static func readings(of text: String) -> [DateReading] {
    guard text.utf8.count <= 40 else { return [] }
    var parts = text.split { "/-. ,".contains($0) }.map(Part.init)
    // A day of the week in front of a long date says nothing more.
    if parts.count == 4 { parts.removeAll { $0.number == nil && $0.month == nil } }
    let readings =
      switch parts.count {
      case 1: serial(parts[0])
      case 2: pair(parts[0], parts[1])
      case 3: full(parts[0], parts[1], parts[2])
      default: [DateReading?]()
      }
    return readings.compactMap(\.self)
  }

  private struct Part {
    /// The number, of at most five digits.
    let number: Int?
    let isFourDigits: Bool
    let month: Int?

    init(_ text: Substring) {
      let isNumber = text.utf8.count <= 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      number = isNumber ? Int(text) : nil
      isFourDigits = isNumber && text.utf8.count == 4
      month = Month(written: text).map(\.rawValue)
    }

    /// The year that it states, in two digits or four.
    var year: Int? {
      guard let number else { return nil }
      if isFourDigits { return number }
      guard number < 100 else { return nil }
      return number < 70 ? 2000 + number : 1900 + number
    }
  }

  /// The day with a number, counted as spreadsheets do: 1 is 31 December 1899, with a leap day in 1900.
  private static func serial(_ part: Part) -> [DateReading?] {
    guard let number = part.number, (20_000..<80_000).contains(number),
      let zero = try? CivilDate(year: 1899, month: 12, day: 30)
    else { return [] }
    let (year, month, day) = zero.adding(days: number).parts
    return [DateReading(year, month, day, .serial)]
  }

  private static func pair(_ first: Part, _ second: Part) -> [DateReading?] {
    if let month = first.month {
      return [
        second.isFourDigits ? nil : DateReading(nil, month, second.number ?? 0, .monthFirst),
        second.year.flatMap { DateReading($0, month, nil, .monthFirst) },
      ]
    }
    if let month = second.month {
      return [
        first.isFourDigits ? nil : DateReading(nil, month, first.number ?? 0, .dayFirst),
        first.year.flatMap { DateReading($0, month, nil, .yearFirst) },
      ]
    }
    guard let a = first.number, let b = second.number else { return [] }
    if first.isFourDigits { return [DateReading(a, b, nil, .yearFirst)] }
    if second.isFourDigits { return [DateReading(b, a, nil, .monthFirst)] }
    return [
      DateReading(nil, b, a, .dayFirst), DateReading(nil, a, b, .monthFirst),
      second.year.flatMap { DateReading($0, a, nil, .monthFirst) },
    ]
  }

  private static func full(_ first: Part, _ second: Part, _ third: Part) -> [DateReading?] {
    if let month = second.month {
      return [
        third.year.flatMap { DateReading($0, month, first.number ?? 0, .dayFirst) },
        first.year.flatMap { DateReading($0, month, third.number ?? 0, .yearFirst) },
      ]
    }
    if let month = first.month {
      return [third.year.flatMap { DateReading($0, month, second.number ?? 0, .monthFirst) }]
    }
    guard let a = first.number, let b = second.number, let c = third.number else { return [] }
    if first.isFourDigits {
      return [DateReading(a, b, c, .yearFirst), DateReading(a, c, b, .yearThenDay)]
    }
    guard let year = third.year else { return [] }
    return [
      DateReading(year, b, a, .dayFirst), DateReading(year, a, b, .monthFirst),
      third.isFourDigits ? nil : first.year.flatMap { DateReading($0, b, c, .yearFirst) },
    ]
  }
}
