extension Period {
  /// Reads a period as offices write it; `nil` for anything else.
  ///
  /// The forms are those of files (`2025`, `2026-S1`, `2026-TW3`, `2026-09`), `TW III 2026`, `TW. IV 2024`,
  /// `TW IV/2024`, `Triwulan IV Tahun 2024`, `Semester I 2026`, `Tahun 2025`, `TA 2025` and
  /// `September 2026`: letters without regard to case, and any blanks, dots, slashes and hyphens between
  /// the parts.
  public init?(written text: some StringProtocol) {
    if let period = Period(text) {
      self = period
      return
    }
    let lower = text.lowercased()
    let trimmed = lower.split(whereSeparator: \.isWhitespace)
    if trimmed.count == 1, let period = Period(trimmed[0]) {
      self = period
      return
    }
    var words = lower.split { $0.isWhitespace || "./-".contains($0) }
    // A point within a number, or a year apart, divides no words: `2.025` is none.
    guard (2...4).contains(words.count), let last = words.popLast(), last.utf8.count == 4,
      let year = Array(last.utf8).withUnsafeBufferPointer({ asciiNumber($0, $0.indices) })
    else { return nil }
    if let word = words.last, Period.yearWords.contains(String(word)) { words.removeLast() }
    guard !words.isEmpty else {
      self.init(.year, year: year)
      return
    }
    if words.count == 1, let month = Month(written: words[0]) {
      self.init(.month, year: year, ordinal: month.rawValue)
      return
    }
    guard words.count <= 2, let (length, ordinal) = Period.partOfYear(words.joined()) else {
      return nil
    }
    self.init(length, year: year, ordinal: ordinal)
  }

  /// Words that stand before a year and say that it is one: of reports, or of a budget.
  private static let yearWords: Set = ["tahun", "thn", "th", "ta"]

  /// What `twiii`, `triwulan3` and `semesteri` say.
  private static func partOfYear(_ text: String) -> (length: Length, ordinal: Int)? {
    let names: [(name: String, length: Length)] = [
      ("triwulan", .quarter), ("tw", .quarter), ("semester", .semester), ("smt", .semester),
      ("s", .semester),
    ]
    let numbers = [["1", "i"], ["2", "ii"], ["3", "iii"], ["4", "iv"]]
    for (name, length) in names where text.hasPrefix(name) {
      let number = String(text.dropFirst(name.count))
      if let index = numbers.firstIndex(where: { $0.contains(number) }) {
        return (length, index + 1)
      }
    }
    return nil
  }
}
