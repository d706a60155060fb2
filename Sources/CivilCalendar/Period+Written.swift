extension Period {
  /// Reads a period as offices write it: the forms of files (`2025`, `2026-S1`, `2026-TW3`, `2026-09`),
  /// `TW III 2026`, `Triwulan 3 2026`, `Semester I 2026` and `September 2026`, letters without regard to
  /// case and any blanks between them; `nil` for anything else.
  public init?(written text: some StringProtocol) {
    if let period = Period(text) {
      self = period
      return
    }
    var words = text.lowercased().split(whereSeparator: \.isWhitespace)
    if words.count == 1 {
      self.init(words[0])
      return
    }
    guard (2...3).contains(words.count), let last = words.popLast(), last.utf8.count == 4,
      let year = asciiNumber(Array(last.utf8)[...])
    else { return nil }
    if words.count == 1, let month = Month(written: words[0]) {
      self.init(.month, year: year, ordinal: month.rawValue)
      return
    }
    guard let (length, ordinal) = Period.partOfYear(words.joined()) else { return nil }
    self.init(length, year: year, ordinal: ordinal)
  }

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
