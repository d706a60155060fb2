public import CivilCalendar
public import ComplianceModel

/// What the name of a file in the drop folder says: unit, report, period, date.
///
/// Nothing of it is guessed: what could be read in two ways is kept as two readings.
public struct DroppedName: Sendable {
  /// What the folders and the name say of the unit.
  public enum Place: Hashable, Sendable {
    /// Nothing.
    case unsaid
    /// These units fit: one, or several that bear the same name.
    case units(Set<RegionCode>)
    /// A folder, a code or a desa that is not watched here.
    case unknown(String)
    /// Units that exclude each other, or a name in the file's own name that several bear.
    case conflicting(Set<RegionCode>)
  }

  /// The unit.
  public let place: Place
  /// The words that name a report at some level, folded as `ReportCalendar.folded(_:)` does, none in
  /// another.
  public let reportWords: [String]
  /// The dates, each once.
  public let dates: [CivilDate]
  /// What is written as a date and is none.
  public let impossibleDates: [String]
  /// The periods, each once.
  public let periods: [Period]
  /// Whether a quarter, semester or month stands without its year.
  public let lacksYear: Bool
  /// Words that no part of the reading explains and that are nearly the name of a unit, with that
  /// name.
  public let nearlyUnit: (word: String, name: String)?

  /// Reads a name.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folders: The names of the folders that it lies in, the outermost first.
  ///   - units: The units that are watched here.
  ///   - words: The codes, aliases and names of all reports, folded.
  public init(_ name: String, in folders: [String], units: UnitNames, words: Set<String>) {
    var context: Place = .unsaid
    for folder in folders {
      let said = NameScan(folder, units, words).place
      context = DroppedName.joined(context, said == .unsaid ? .unknown(folder) : said)
    }
    var scan = NameScan(DroppedName.withoutExtension(name), units, words)
    place =
      switch (context, scan.place) {
      case (.unsaid, .unsaid): scan.strayDesa.map(Place.unknown) ?? .unsaid
      case (.unsaid, .units(let several)) where several.count > 1: .conflicting(several)
      // A folder that is unknown still leaves the word to the name, but never to the kecamatan.
      case (.unknown, .units), (_, .unknown), (_, .conflicting): scan.place
      default: DroppedName.joined(context, scan.place)
      }
    reportWords = scan.reportWords
    dates = scan.dates
    impossibleDates = scan.impossibleDates
    (periods, lacksYear) = scan.readPeriods()
    nearlyUnit = scan.nearlyUnit
  }

  /// What follows the last dot may be a part of a code or a desa as well as an extension.
  private static func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name }
    let isExtension = [
      "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp",
      "jpg", "jpeg", "png", "tif", "tiff", "zip", "rar", "7z", "p7m", "p7s", "xml", "html", "eml",
    ].contains(name[name.index(after: dot)...].lowercased())
    return isExtension ? String(name[..<dot]) : name
  }

  /// What an outer and an inner folder, or a folder and a name, say together: of a kecamatan and a
  /// desa in it, the desa.
  private static func joined(_ outer: Place, _ inner: Place) -> Place {
    switch (outer, inner) {
    case (.unsaid, _): return inner
    case (_, .unsaid): return outer
    case (.units(let outers), .units(let inners)):
      let fitting = outers.flatMap { outer in
        inners.compactMap { inner in
          outer.contains(inner) ? inner : inner.contains(outer) ? outer : nil
        }
      }
      return fitting.isEmpty ? .conflicting(outers.union(inners)) : .units(Set(fitting))
    // A folder below a desa's may be called anything.
    case (.units, .unknown): return outer
    case (.unknown, .units), (.units, .conflicting): return inner
    default: return outer
    }
  }
}

/// The parts of one name, found in the order in which they exclude each other.
private struct NameScan {
  private let tokens: [NameTokens.Token]
  private let name: NameTokens
  private let units: UnitNames
  /// What a token was read as.
  private enum Part { case code, date, unit, report, period }
  private var parts: [Part?]

  private(set) var place: DroppedName.Place = .unsaid
  private(set) var reportWords: [String] = []
  private(set) var dates: [CivilDate] = []
  private(set) var impossibleDates: [String] = []

  init(_ text: String, _ units: UnitNames, _ words: Set<String>) {
    name = NameTokens(text)
    tokens = name.tokens
    self.units = units
    parts = Array(repeating: nil, count: tokens.count)
    var mentions = readCodes()
    readDates()
    mentions += readNames(words)
    readPlace(mentions)
  }

  private mutating func take(_ range: Range<Int>, as part: Part) {
    for index in range { parts[index] = part }
  }

  private func isFree(_ range: Range<Int>) -> Bool { range.allSatisfy { parts[$0] == nil } }

  // MARK: - Codes

  /// `63.05.12.2001`, also with hyphens, underscores or blanks, or with nothing between.
  private mutating func readCodes() -> [DroppedName.Place] {
    var mentions: [DroppedName.Place] = []
    for start in tokens.indices {
      for digits in [[2, 2, 2, 4], [2, 2, 2], [10]] {
        let range = start..<(start + digits.count)
        guard range.upperBound <= tokens.count, isFree(range),
          zip(tokens[range], digits).allSatisfy({ $0.isNumber(digits: $1...$1) }),
          digits.count == 1 || name.divider(of: range) != nil,
          let code = code(tokens[range].map(\.text).joined())
        else { continue }
        if let unit = units.unit(code) {
          mentions.append(.units([unit.code]))
          take(range, as: .code)
        } else if digits.count == 4, name.divider(of: range) == "." {
          mentions.append(.unknown(code.description))
          take(range, as: .code)
        }
      }
    }
    return mentions
  }

  private func code(_ digits: String) -> RegionCode? {
    let digits = Array(digits)
    let parts = [0..<2, 2..<4, 4..<6, 6..<digits.count].filter { !$0.isEmpty }
    return RegionCode(parts.map { String(digits[$0]) }.joined(separator: "."))
  }

  // MARK: - Dates

  /// `2026-12-28`, `28-12-2026`, `28 Desember 2026`, with hyphens, underscores, dots or blanks.
  private mutating func readDates() {
    var ranges: [Range<Int>] = []
    var impossible: [Range<Int>] = []
    for start in tokens.indices.dropLast(2) {
      let range = start..<(start + 3)
      // `TW1-12-2026` is a quarter and something else.
      let isGlued = start > 0 && tokens[start].gap.isEmpty
      guard isFree(range), !isGlued, let written = writtenDate(range) else { continue }
      if let date = CivilDate(written: Array(written.utf8)[...]) {
        if !dates.contains(date) { dates.append(date) }
        ranges.append(range)
      } else {
        impossible.append(range)
      }
    }
    for range in ranges { take(range, as: .date) }
    for range in impossible where isFree(range) {
      impossibleDates.append(name.text(of: range))
      take(range, as: .date)
    }
  }

  /// Three tokens in a form that `CivilDate(written:)` reads, where they have the shape of a date.
  private func writtenDate(_ range: Range<Int>) -> String? {
    let (first, second, third) = (
      tokens[range.lowerBound], tokens[range.lowerBound + 1], tokens[range.lowerBound + 2]
    )
    if first.isNumber(digits: 1...2), NameScan.month(second.folded) != nil,
      NameScan.isYear(third)
    {
      return "\(first.text) \(second.text) \(third.text)"
    }
    guard name.divider(of: range) != nil else { return nil }
    if NameScan.isYear(first), second.isNumber(digits: 2...2), third.isNumber(digits: 2...2) {
      return "\(first.text)-\(second.text)-\(third.text)"
    }
    if first.isNumber(digits: 1...2), second.isNumber(digits: 1...2), NameScan.isYear(third) {
      return "\(first.text)/\(second.text)/\(third.text)"
    }
    return nil
  }

  private static func isYear(_ token: NameTokens.Token) -> Bool {
    token.isNumber(digits: 4...4) && (Int(token.text).map((1900...2199).contains) ?? false)
  }

  private static func month(_ word: String) -> Month? {
    Month(indonesian: word)
      ?? Month.allCases.first { $0.indonesianShort.lowercased() == word.lowercased() }
  }

  // MARK: - Units and reports

  /// Units and reports by name: the longest runs first, so that no word counts twice.
  private mutating func readNames(_ words: Set<String>) -> [DroppedName.Place] {
    let runs = name.runs { words.contains($0) || !units.units(named: $0).isEmpty }
      .filter { isFree($0.range) }
      .sorted {
        ($0.folded.count, $1.range.lowerBound) > ($1.folded.count, $0.range.lowerBound)
      }
    var mentions: [DroppedName.Place] = []
    var taken: [Range<Int>] = []
    for (range, folded) in runs where !taken.contains(where: { $0.overlaps(range) }) {
      taken.append(range)
      if words.contains(folded) {
        if !reportWords.contains(folded) { reportWords.append(folded) }
        take(range, as: .report)
      }
      let named = units.units(named: folded)
      if !named.isEmpty {
        take(range, as: .unit)
        mentions.append(mention(named, at: range))
      }
    }
    return mentions
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

  private func mention(_ named: [Unit], at range: Range<Int>) -> DroppedName.Place {
    // `Sungai 2` is another desa than `Sungai`.
    let after = range.upperBound
    if tokens.indices.contains(after), parts[after] == nil, tokens[after].isNumber(digits: 1...3),
      ["", " ", "-", "_"].contains(tokens[after].gap)
    {
      return .unknown(name.text(of: range.lowerBound..<(after + 1)))
    }
    var fitting = named
    let before = range.lowerBound - 1
    if before >= 0, isAlone(before) {
      switch tokens[before].folded {
      case "desa", "ds": fitting = named.filter(\.code.isDesa)
      case "kecamatan", "kec": fitting = named.filter { $0.code.level == .kecamatan }
      case "kelurahan", "kel": fitting = named.filter(\.code.isKelurahan)
      default: break
      }
    }
    guard !fitting.isEmpty else {
      return .unknown("\(tokens[before].text) \(name.text(of: range))")
    }
    return .units(Set(fitting.map(\.code)))
  }

  /// Whether a token is a word of its own, not the end of a longer one (`LPPDesa`).
  private func isAlone(_ index: Int) -> Bool { index == 0 || !tokens[index].gap.isEmpty }

  private mutating func readPlace(_ mentions: [DroppedName.Place]) {
    var codes: Set<RegionCode>?
    for mention in Set(mentions) {
      switch mention {
      case .unsaid: continue
      case .unknown, .conflicting:
        place = mention
        return
      case .units(let named):
        guard let known = codes else {
          codes = named
          continue
        }
        // Beside another unit, a name that several bear decides nothing.
        guard let one = known.first, let other = named.first, known.count == 1, named.count == 1,
          one.contains(other) || other.contains(one)
        else {
          place = known == named ? .units(known) : .conflicting(known.union(named))
          return
        }
        codes = one.contains(other) ? named : known
      }
    }
    if let codes { place = .units(codes) }
  }

  // MARK: - Periods

  /// A quarter, semester or month whose year stands elsewhere.
  private struct PartOfYear {
    let length: Period.Length
    let ordinal: Int
    let range: Range<Int>
  }

  mutating func readPeriods() -> (periods: [Period], lacksYear: Bool) {
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
    let distinct = Set(years.compactMap { Int(tokens[$0].text) })
    var lacksYear = false
    for part in partsOfYear {
      let near = distinct.count == 1 ? distinct.first : yearBeside(part.range, years)
      if let near, let period = Period(part.length, year: near, ordinal: part.ordinal) {
        periods.insert(period)
      } else {
        lacksYear = true
      }
    }
    // A year that is said again beside its quarter says nothing new.
    let covered = Set(periods.map(\.year))
    for year in distinct where !covered.contains(year) {
      if let period = Period(.year, year: year) { periods.insert(period) }
    }
    return (periods.sorted(), lacksYear)
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
        guard parts[index] == nil, let month = NameScan.month(word) else { continue }
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

  // MARK: - Slips

  /// Words left over that are nearly a unit's name.
  var nearlyUnit: (word: String, name: String)? {
    let names = units.units.map(\.name)
    for start in tokens.indices {
      for end in start..<min(start + 3, tokens.count) {
        let run = start..<(end + 1)
        guard isFree(run), tokens[run].allSatisfy({ !$0.isNumber }) else { break }
        let folded = tokens[run].map(\.folded).joined()
        guard folded.count >= 4, !["tahun", "tahunan", "laporan"].contains(folded) else { continue }
        if let near = nearestMatch(to: folded, among: names.map(ReportCalendar.folded)),
          let name = names.first(where: { ReportCalendar.folded($0) == near })
        {
          return (self.name.text(of: run), name)
        }
      }
    }
    return nil
  }
}
