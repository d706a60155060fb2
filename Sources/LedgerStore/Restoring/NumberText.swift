/// A number as a spreadsheet shows it, and the texts that it may have been.
struct NumberText {
  /// The texts, likely ones first; empty where the cell shows no number.
  let texts: [String]

  /// Leading zeros that are tried.
  private static let zeros = 12
  /// Places behind the point that are tried.
  private static let places = 4

  init(_ cell: String) {
    guard cell.utf8.count <= 24 else {
      texts = []
      return
    }
    if let power = NumberText.expanded(cell) {
      texts = power
      return
    }
    let parts = cell.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "." })
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else {
      texts = []
      return
    }
    let whole = String(parts[0])
    texts =
      parts.count == 2
      ? NumberText.fractions(whole, String(parts[1])) : NumberText.integers(whole)
  }

  /// `82,5` was `82.50`; `1.000` was `1000`.
  private static func fractions(_ whole: String, _ places: String) -> [String] {
    var texts: [String] = []
    for mark in [".", ","] {
      for count in places.utf8.count...max(places.utf8.count, NumberText.places) {
        let zeros = String(repeating: "0", count: count - places.utf8.count)
        texts.append("\(whole)\(mark)\(places)\(zeros)")
      }
    }
    return texts + [whole + places] + integers(whole + places)
  }

  /// `7` was `007`, `100` was `100.00`, `8250` was `82.50`, `62812` was `+62812`.
  private static func integers(_ digits: String) -> [String] {
    var texts: [String] = []
    for count in 1...places { texts.append(digits + "." + String(repeating: "0", count: count)) }
    for count in 1..<max(1, min(digits.utf8.count, places + 1)) {
      texts.append("\(digits.dropLast(count)).\(digits.suffix(count))")
    }
    for count in 1...zeros { texts.append(String(repeating: "0", count: count) + digits) }
    texts.append("+" + digits)
    for mark in [".", ","] { texts.append(grouped(digits, by: mark)) }
    return texts
  }

  private static func grouped(_ digits: String, by mark: String) -> String {
    var groups: [Substring] = []
    var rest = digits[...]
    while !rest.isEmpty {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return groups.joined(separator: mark)
  }

  /// `1,2E+11` was `120000000000`, or `1.2e11`; digits that are not shown are lost.
  private static func expanded(_ cell: String) -> [String]? {
    let parts = cell.split(whereSeparator: { $0 == "E" || $0 == "e" })
    guard parts.count == 2, let power = Int(parts[1].drop { $0 == "+" }),
      (0...20).contains(power)
    else { return nil }
    let mantissa = parts[0].split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == "." })
    guard mantissa.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
      return nil
    }
    var places = mantissa.count > 1 ? String(mantissa[1]) : ""
    while places.last == "0" { places.removeLast() }
    let lacking = power - places.utf8.count
    guard lacking >= 0 else { return nil }
    let digits = String(mantissa[0]) + places
    var texts = [digits + String(repeating: "0", count: lacking)]
    for letter in ["e", "E"] {
      texts.append("\(digits)\(letter)\(lacking)")
      texts.append("\(mantissa[0])\(places.isEmpty ? "" : ".\(places)")\(letter)\(power)")
    }
    return texts
  }
}

/// The time of day as a spreadsheet shows it.
struct ClockText {
  /// The times that it may be, `09:15:00`: every second of a minute where none is shown.
  let texts: [String]

  /// Reads `9:15`, `09.15.00`, `9:15:00 PM`; `nil` for anything else.
  init?(_ words: ArraySlice<String>) {
    guard let clock = words.first, words.count <= 2 else { return nil }
    let parts = clock.split { $0 == ":" || $0 == "." }.map { Int($0) ?? -1 }
    guard (2...3).contains(parts.count), var hour = parts.first else { return nil }
    if let half = words.dropFirst().first?.lowercased() {
      guard half == "am" || half == "pm", (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half == "pm" ? 12 : 0)
    }
    guard (0..<24).contains(hour), (0..<60).contains(parts[1]) else { return nil }
    let seconds = parts.count == 3 ? parts[2]...parts[2] : 0...59
    guard (0..<60).contains(seconds.lowerBound) else { return nil }
    texts = seconds.map { "\(twoDigits(hour)):\(twoDigits(parts[1])):\(twoDigits($0))" }
  }
}

extension DateReading {
  /// What has a day and a month, or a month and a year, that was taken for a date: `12/15`, `3-4`, `12.05`.
  func shortTexts(separators: [String]) -> [String] {
    var pairs: [(String, String)] = []
    if let day {
      for (a, b) in [(day, month), (month, day)] {
        pairs += [("\(a)", "\(b)"), (twoDigits(a), twoDigits(b)), ("\(a)", twoDigits(b))]
      }
    }
    // 12/15 is December 2015 where a month cannot be 15; of a month the first day is shown.
    if let year, day ?? 1 == 1 {
      pairs += [
        ("\(month)", "\(year % 100)"), ("\(month)", "\(year)"),
        ("\(month)", twoDigits(year % 100)), (twoDigits(month), twoDigits(year % 100)),
        (twoDigits(month), "\(year)"),
      ]
    }
    return separators.flatMap { separator in pairs.map { "\($0.0)\(separator)\($0.1)" } }
  }

  /// What was a whole date, or a month of a year, in one of the forms that people write.
  var longTexts: [String] {
    guard let year else { return [] }
    var texts = ["\(year)-\(twoDigits(month))"]
    guard let day else { return texts }
    texts.insert("\(year)-\(twoDigits(month))-\(twoDigits(day))", at: 0)
    for separator in ["/", "-", "."] {
      for (a, b) in [(day, month), (month, day)] {
        for year in ["\(year)", twoDigits(year % 100)] {
          texts.append([twoDigits(a), twoDigits(b), year].joined(separator: separator))
          texts.append(["\(a)", "\(b)", year].joined(separator: separator))
        }
      }
      texts.append(["\(year)", "\(month)", "\(day)"].joined(separator: separator))
      texts.append(
        ["\(year)", twoDigits(month), twoDigits(day)].joined(separator: separator))
    }
    return texts
  }
}
