internal import CivilCalendar

extension NameScan {
  /// A quarter, semester or month whose year stands elsewhere.
  struct PartOfYear: Hashable {
    let length: Period.Length
    /// Its number; 0, which no year has, where none stands there.
    let ordinal: Int
    let range: Range<Int>
  }

  /// The periods, each once, and the parts of a year of which no year is known.
  mutating func readPeriods() -> (periods: [Period], partsWithoutYear: [PartOfYear]) {
    var periods: Set<Period> = []
    for start in tokens.indices.dropLast() {
      let range = start..<(start + 2)
      guard isFree(range), NameScan.isYear(tokens[start]), name.divider(of: range) != nil,
        tokens[start + 1].isNumber(digits: 2...2), let year = Int(tokens[start].text),
        let month = Int(tokens[start + 1].text),
        let period = Period(.month, year: year, ordinal: month)
      else { continue }
      periods.insert(period)
      take(range, as: .period)
    }
    let partsOfYear = readPartsOfYear()
    for part in partsOfYear { take(part.range, as: .period) }
    let years = tokens.indices.filter { parts[$0] == nil && NameScan.isYear(tokens[$0]) }
    for index in years { parts[index] = .period }
    let distinct = Set(years.compactMap { Int(tokens[$0].text) })
    var lacking: [PartOfYear] = []
    for part in partsOfYear {
      let near = distinct.count == 1 ? distinct.first : yearBeside(part.range, years)
      if let near, let period = Period(part.length, year: near, ordinal: part.ordinal) {
        periods.insert(period)
      } else {
        lacking.append(part)
      }
    }
    // A year that is said again beside its quarter says nothing new.
    let covered = Set(periods.map(\.year))
    for year in distinct where !covered.contains(year) {
      if let period = Period(.year, year: year) { periods.insert(period) }
    }
    return (periods.sorted(), lacking)
  }

  private func yearBeside(_ range: Range<Int>, _ years: [Int]) -> Int? {
    let after = years.first { $0 == range.upperBound }
    let before = years.first { $0 == range.lowerBound - 1 }
    guard (after == nil) != (before == nil), let index = after ?? before else { return nil }
    return Int(tokens[index].text)
  }

  private func readPartsOfYear() -> [PartOfYear] {
    var found: [PartOfYear] = []
    for index in tokens.indices where parts[index] != .date && parts[index] != .code {
      let word = tokens[index].folded
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let isGlued = next?.gap.isEmpty ?? false
      switch word {
      case "tw", "triwulan", "trw":
        found.append(part(.quarter, next?.folded, at: index))
      case "twi", "twii", "twiii", "twiv":
        found.append(
          PartOfYear(
            length: .quarter, ordinal: NameScan.ordinal(String(word.dropFirst(2))) ?? 0,
            range: index..<(index + 1)))
      case "semester", "smt", "sem":
        found.append(part(.semester, next?.folded, at: index))
      case "s" where isGlued && isAlone(index) && next?.isNumber(digits: 1...1) ?? false:
        found.append(part(.semester, next?.folded, at: index))
      default:
        guard parts[index] == nil, let month = Month(written: word) else { continue }
        // `Mei`, `Des` and their like are words too, unless a year stands beside them.
        let isBesideYear =
          (next.map(NameScan.isYear) ?? false) || (index > 0 && NameScan.isYear(tokens[index - 1]))
        guard isBesideYear || month.indonesian.lowercased() == word else { continue }
        found.append(
          PartOfYear(length: .month, ordinal: month.rawValue, range: index..<(index + 1)))
      }
    }
    return found
  }

  /// A part of the year with its number; 0, which no year has, where none follows.
  private func part(_ length: Period.Length, _ number: String?, at index: Int) -> PartOfYear {
    let ordinal = number.flatMap(NameScan.ordinal)
    return PartOfYear(
      length: length, ordinal: ordinal ?? 0, range: index..<(index + (ordinal == nil ? 1 : 2)))
  }

  private static func ordinal(_ text: String) -> Int? {
    switch text {
    case "1", "01", "i": 1
    case "2", "02", "ii": 2
    case "3", "03", "iii": 3
    case "4", "04", "iv": 4
    default: nil
    }
  }
}
