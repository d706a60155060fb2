/// What a number in a cell means to a person who sees it, by the pattern that shows it.
enum NumberShape: Sendable {
  /// A plain number.
  case plain
  /// A share of hundred.
  case percent
  /// A day.
  case day
  /// A day with the time.
  case moment
  /// A month of a year, without its day.
  case month
  /// A year alone.
  case year
  /// A time of day, or how long something took.
  case time

  /// The shape of a pattern that every spreadsheet knows by a number.
  ///
  /// Source: ECMA-376 part 1, 18.8.30: 14 to 22 and 45 to 47 everywhere, 27 to 36 and 50 to 58 where the
  /// language is one of East Asia.
  init?(builtIn number: Int) {
    switch number {
    case 9, 10: self = .percent
    case 14, 15, 16, 27...31, 36, 50...54, 57, 58: self = .day
    case 17, 55, 56: self = .month
    case 18...21, 32...35, 45...47: self = .time
    case 22: self = .moment
    case 0...49: self = .plain
    default: return nil
    }
  }

  /// The shape of a pattern, by the letters of its first section: `[$-421]d mmmm yyyy`.
  ///
  /// Source: ECMA-376 part 1, 18.8.31; `m` is a minute beside hours or seconds, else a month.
  init(pattern: String) {
    var letters: Set<Character> = []
    var rest = pattern.lowercased()[...]
    guard rest != "general" else {
      self = .plain
      return
    }
    while let character = rest.popFirst() {
      switch character {
      case ";": rest = ""
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      // What follows is shown as it stands, as a gap, or again and again.
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let bracket = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(bracket.count + 1)
        // How long something took; others name a colour, a language or a condition.
        if !bracket.isEmpty, bracket.allSatisfy({ "hms".contains($0) }) { letters.insert("h") }
      default: letters.insert(character)
      }
    }
    let isTimed = letters.contains("h") || letters.contains("s")
    switch (letters.contains("d"), letters.contains("y"), isTimed) {
    case (true, _, true), (_, true, true): self = .moment
    case (true, _, false): self = .day
    case (false, _, true): self = .time
    case (false, true, false): self = letters.contains("m") ? .month : .year
    case (false, false, false):
      self = letters.contains("m") ? .month : letters.contains("%") ? .percent : .plain
    }
  }
}
