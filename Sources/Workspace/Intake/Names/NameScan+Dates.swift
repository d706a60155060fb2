internal import CivilCalendar

extension NameScan {
  // MARK: - Citations

  /// `Nomor 5 Tahun 2025`: neither the number nor the year says what a document covers.
  ///
  /// The word before them stays left over: only some documents have numbers.
  mutating func readCitations() {
    for index in tokens.indices.dropLast() where isFree(index) && isAlone(index) {
      let number = index + 1
      guard HarmlessWords.ofCitation.contains(tokens[index].folded), isFree(number),
        tokens[number].isNumber(digits: 1...3)
      else { continue }
      parts[number] = .harmless
      let isWord =
        isFree(number + 1) && HarmlessWords.ofYear.contains(tokens[number + 1].folded)
      let year = number + (isWord ? 2 : 1)
      guard isFree(year), NameScan.isYear(tokens[year]) else { continue }
      take((number + 1)..<(year + 1), as: .harmless)
    }
  }

  // MARK: - Dates

  /// `2026-12-28`, `28-12-2026`, `28.12.26`, `28 Desember 2026`, with hyphens, underscores, dots or blanks,
  /// and `20261228`, `28122026`.
  mutating func readDates() {
    var ranges: [Range<Int>] = []
    var impossible: [Range<Int>] = []
    for start in tokens.indices {
      for length in [3, 1] where start + length <= tokens.count {
        let range = start..<(start + length)
        guard isFree(range), let written = writtenDate(range) else { continue }
        if let date = CivilDate(written: written) {
          add(date, turned: turnedYear(range, date))
          ranges.append(range)
        } else {
          impossible.append(range)
        }
      }
    }
    for range in ranges { take(range, as: .date) }
    for range in impossible where isFree(range) {
      impossibleDates.append(name.text(of: range))
      take(range, as: .date)
    }
  }

  private mutating func add(_ date: CivilDate, turned: CivilDate?) {
    let day = DroppedName.WrittenDay(date: date, turned: turned)
    if !dates.contains(day) { dates.append(day) }
  }

  /// Tokens in a form that `CivilDate(written:)` reads, where they have the shape of a date.
  private func writtenDate(_ range: Range<Int>) -> String? {
    let first = tokens[range.lowerBound]
    if range.count == 1 {
      // Eight digits of which four are a year of this age.
      let years = [first.text.prefix(4), first.text.suffix(4)].compactMap { Int($0) }
      return first.isNumber(digits: 8...8) && years.contains(where: (1900...2099).contains)
        ? first.text : nil
    }
    // `TW1-12-2026` is a quarter and something else.
    if range.lowerBound > 0, first.gap.isEmpty,
      !HarmlessWords.ofDate.contains(tokens[range.lowerBound - 1].folded)
    {
      return nil
    }
    let (second, third) = (tokens[range.lowerBound + 1], tokens[range.lowerBound + 2])
    let isShortYear = third.isNumber(digits: 2...2)
    if first.isNumber(digits: 1...2), Month(written: second.folded) != nil,
      NameScan.isYear(third) || isShortYear
    {
      return "\(first.text) \(second.text) \(third.text)"
    }
    guard name.divider(of: range) != nil else { return nil }
    if NameScan.isYear(first), second.isNumber(digits: 1...2), third.isNumber(digits: 1...2) {
      return "\(first.text)-\(second.text)-\(third.text)"
    }
    if first.isNumber(digits: 1...2), second.isNumber(digits: 1...2),
      NameScan.isYear(third) || isShortYear
    {
      return "\(first.text)/\(second.text)/\(third.text)"
    }
    return nil
  }

  /// What three numbers of two digits are with the year first, where that is another day.
  private func turnedYear(_ range: Range<Int>, _ date: CivilDate) -> CivilDate? {
    guard range.count == 3, tokens[range].allSatisfy({ $0.isNumber(digits: 2...2) }) else {
      return nil
    }
    let turned = CivilDate(written: "20" + tokens[range].map(\.text).joined(separator: "-"))
    return turned == date ? nil : turned
  }

  static func isYear(_ token: NameTokens.Token) -> Bool {
    token.isNumber(digits: 4...4) && (Int(token.text).map(CivilDate.years.contains) ?? false)
  }
}
