internal import CivilCalendar
internal import ComplianceModel

/// The parts of one name, found in the order in which they exclude each other.
///
/// What no part explains is left over: ``leftovers``.
struct NameScan {
  /// What a token was read as.
  enum Part {
    case code, date, unit, report, period, region
    /// A word that says nothing, or a number that belongs to one.
    case harmless
  }

  /// What stands in a name without being understood, as far as the name alone tells.
  struct Leftover: Hashable {
    /// As it was written.
    let text: String
    /// As names are compared.
    let folded: String
    /// Whether it follows the one before it, with nothing understood between.
    let isContinued: Bool
  }

  let name: NameTokens
  let words: NameWords
  let isFolder: Bool
  var parts: [Part?]

  private(set) var place: DroppedName.Place = .unsaid
  /// Whether a code of a unit stands in the name.
  private(set) var hasCode = false
  private(set) var reportWords: [(folded: String, text: String)] = []
  var dates: [DroppedName.WrittenDay] = []
  var impossibleDates: [String] = []
  private(set) var periods: [Period] = []
  private(set) var partsWithoutYear: [PartOfYear] = []
  /// The words and numbers that may be a part of a unit's name as well as what they were read as.
  private var doubtful: Set<Int> = []

  var tokens: [NameTokens.Token] { name.tokens }

  init(_ text: String, _ words: NameWords, isFolder: Bool) {
    name = NameTokens(text)
    self.words = words
    self.isFolder = isFolder
    parts = Array(repeating: nil, count: name.tokens.count)
    var mentions = readCodes()
    readCitations()
    readDates()
    mentions += readNames()
    place = DroppedName.Place(of: mentions)
    (periods, partsWithoutYear) = readPeriods()
    readHarmless()
    readCounters()
    readPeriodsBeside()
  }

  mutating func take(_ range: Range<Int>, as part: Part) {
    for index in range { parts[index] = part }
  }

  func isFree(_ range: Range<Int>) -> Bool { range.allSatisfy { parts[$0] == nil } }

  func isFree(_ index: Int) -> Bool { tokens.indices.contains(index) && parts[index] == nil }

  /// Whether a token is a word of its own, not the end of a longer one (`LPPDesa`).
  func isAlone(_ index: Int) -> Bool { index == 0 || !tokens[index].gap.isEmpty }

  func isPart(_ index: Int, _ part: Part) -> Bool {
    parts.indices.contains(index) && parts[index] == part
  }

  // MARK: - Codes

  /// `63.05.12.2001`, also with hyphens, underscores or blanks, or with nothing between.
  private mutating func readCodes() -> [DroppedName.Place] {
    var mentions: [DroppedName.Place] = []
    for start in tokens.indices {
      for digits in [[2, 2, 2, 4], [2, 2, 2], [10], [6]] {
        let range = start..<(start + digits.count)
        guard range.upperBound <= tokens.count, isFree(range),
          zip(tokens[range], digits).allSatisfy({ $0.isNumber(digits: $1...$1) }),
          digits.count == 1 || name.divider(of: range) != nil,
          let code = RegionCode(written: tokens[range].map(\.text).joined(separator: "."))
        else { continue }
        if let unit = words.units.unit(code) {
          mentions.append(.units([unit.code]))
          hasCode = true
          take(range, as: .code)
        } else if digits.count == 4, name.divider(of: range) == "." {
          mentions.append(.unknown(code.description))
          take(range, as: .code)
        }
      }
    }
    return mentions
  }

  // MARK: - Units and reports

  /// Units, reports and regions by name: the longest runs first, so that no word counts twice.
  private mutating func readNames() -> [DroppedName.Place] {
    let words = words
    let runs = name.runs {
      words.reports.contains($0) || words.regions.contains($0)
        || !words.units.units(called: $0).isEmpty
    }
    .filter { isFree($0.range) }
    .sorted {
      ($0.folded.count, $1.range.lowerBound) > ($1.folded.count, $0.range.lowerBound)
    }
    var mentions: [DroppedName.Place] = []
    var taken: [Range<Int>] = []
    var named: [Range<Int>] = []
    for (range, folded) in runs where !taken.contains(where: { $0.overlaps(range) }) {
      taken.append(range)
      if words.regions.contains(folded) { take(range, as: .region) }
      if words.reports.contains(folded) {
        reportWords.append((folded, name.text(of: range)))
        take(range, as: .report)
      }
      if !words.units.units(called: folded).isEmpty {
        take(range, as: .unit)
        mentions.append(mention(at: range))
        named.append(range)
      }
    }
    for range in named where isBesideAnother(range) { doubtful.formUnion(range) }
    return mentions
  }

  /// The units that a name may mean where it stands, with the word before it that tells their kind.
  private mutating func mention(at range: Range<Int>) -> DroppedName.Place {
    let before = range.lowerBound - 1
    var named = words.units.units(named: name.text(of: range))
    if before >= 0, isAlone(before), isAlone(range.lowerBound) || tokens[before].folded == "desa" {
      let whole = words.units.units(named: name.text(of: before..<range.upperBound))
      if words.units.isKind(tokens[before].text) {
        guard !whole.isEmpty else {
          return .unknown("\(tokens[before].text) \(name.text(of: range))")
        }
        named = whole
        if parts[before] == nil { parts[before] = .unit }
      }
    }
    return .units(Set(named.map(\.code)))
  }

  /// Whether a unit's name touches the one before it: `Bonde-bonde` may be the name of a third unit.
  private func isBesideAnother(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    return isPart(first - 1, .unit) && tokens[first].gap.count < 2
      && ![first - 1, first].contains { words.units.isKind(tokens[$0].text) }
  }

  /// A month or quarter in one word may be the beginning of a unit's name: `Juli Meunasah Tambo`.
  private mutating func readPeriodsBeside() {
    for index in tokens.indices.dropLast()
    where isPart(index, .period) && !tokens[index].isNumber && isPart(index + 1, .unit)
      && !words.units.isKind(tokens[index + 1].text) && tokens[index + 1].gap.count < 2
      && (Month(written: tokens[index].folded) != nil || tokens[index].folded.hasPrefix("twi"))
    {
      doubtful.insert(index)
    }
  }

  /// `Desa` before a word that nothing explains: a desa of elsewhere, or one misspelt.
  var strayDesa: String? {
    for index in tokens.indices.dropLast() where parts[index] == nil && isAlone(index) {
      let next = tokens[index + 1]
      if tokens[index].folded == "desa", parts[index + 1] == nil, !next.isNumber {
        return "Desa \(next.text)"
      }
    }
    return nil
  }

  // MARK: - Words that say nothing

  private mutating func readHarmless() {
    for index in tokens.indices where parts[index] == nil && !tokens[index].isNumber {
      let word = tokens[index].folded
      let next = index + 1
      let isHarmless =
        HarmlessWords.plain.contains(word) || HarmlessWords.counted.contains(word)
        // `Copy of LPPD`.
        || word == "of" && index > 0 && tokens[index - 1].folded == "copy"
        || HarmlessWords.ofDate.contains(word) && isPart(next, .date)
        || HarmlessWords.ofPeriod.contains(word) && isPart(next, .period)
          && !isPart(index - 1, .unit)
      if isHarmless { parts[index] = .harmless }
    }
    // `T.A.`, `Tahun Anggaran`: right before the year.
    for (range, _) in name.runs(where: HarmlessWords.ofYear.contains)
    where isFree(range) && isAlone(range.lowerBound) {
      let next = range.upperBound
      if isPart(next, .period), NameScan.isYear(tokens[next]) { take(range, as: .harmless) }
    }
  }

  /// Numbers of copies, versions and lists: `(1)`, `revisi 2`, `v2`, `01. Tarungin`.
  private mutating func readCounters() {
    for index in tokens.indices where parts[index] == nil && tokens[index].isNumber {
      let token = tokens[index]
      let isCounter: Bool
      if isBracketed(index) {
        isCounter = token.isNumber(digits: 1...2)
      } else if index == 0 {
        let after = name.gap(after: 0)
        isCounter =
          token.isNumber(digits: 1...3) && tokens.count > 1 && !tokens[1].isNumber
          && (after.contains { ".)-_".contains($0) } || token.text.hasPrefix("0") && !after.isEmpty)
      } else if isPart(index - 1, .harmless) {
        isCounter =
          HarmlessWords.counted.contains(tokens[index - 1].folded) && token.isNumber(digits: 1...4)
      } else {
        isCounter =
          tokens[index - 1].folded == "v" && isFree(index - 1) && token.gap.isEmpty
          && token.isNumber(digits: 1...2)
        if isCounter {
          parts[index - 1] = .harmless
          if isPart(index - 2, .unit) { doubtful.formUnion([index - 1, index]) }
        }
      }
      guard isCounter else { continue }
      parts[index] = .harmless
      if isPart(index - 1, .unit) { doubtful.insert(index) }
    }
  }

  private func isBracketed(_ index: Int) -> Bool {
    let after = name.gap(after: index)
    return tokens[index].gap.hasSuffix("(") && after.hasPrefix(")")
      || tokens[index].gap.hasSuffix("[") && after.hasPrefix("]")
  }

  // MARK: - What is left over

  /// What no part explains.
  ///
  /// - Parameters:
  ///   - isUnitCertain: Whether the unit is known from elsewhere as well, so that `(2)` behind its name
  ///     numbers a copy and is no part of the name.
  ///   - isPlaced: Whether a unit is named; the report of a kabupaten alone is not the kecamatan's.
  /// - Returns: The words and numbers, in their order.
  func leftovers(isUnitCertain: Bool, isPlaced: Bool) -> [Leftover] {
    var found: [Leftover] = []
    var last: Int?
    for index in tokens.indices {
      let isDoubtful = doubtful.contains(index) && !isUnitCertain
      // A month behind the name of a folder's unit may be the end of another name: `Teupin Juli`.
      let isMonth =
        isFolder && isPart(index, .period) && isPart(index - 1, .unit) && !tokens[index].isNumber
      let isElsewhere = parts[index] == .region && !isPlaced
      guard parts[index] == nil || isDoubtful || isMonth || isElsewhere else { continue }
      found.append(
        Leftover(
          text: tokens[index].text, folded: tokens[index].folded,
          isContinued: last.map { $0 == index - 1 } ?? false))
      last = index
    }
    return found
  }

  /// Words left over that are nearly a unit's name.
  var nearlyUnit: (word: String, name: String)? {
    for start in tokens.indices {
      for end in start..<min(start + 3, tokens.count) {
        let run = start..<(end + 1)
        guard isFree(run), tokens[run].allSatisfy({ !$0.isNumber }) else { break }
        let folded = ReportCalendar.folded(name.text(of: run))
        guard folded.count >= 4, !["tahun", "tahunan", "laporan"].contains(folded) else { continue }
        if let unit = words.units.unit(nearestTo: folded) {
          return (name.text(of: run), unit.name)
        }
      }
    }
    return nil
  }
}
