internal import ComplianceModel
internal import DurableFiles

/// What the columns of a table of answers mean, as its first line tells.
struct SurveyColumns {
  /// What a column means.
  enum Meaning: Hashable {
    /// The answers to an element, by its number from 1.
    case element(Int)
    /// The service that the respondent used.
    case service
    /// What numbers the respondents.
    case number
    /// Something about the respondent, which is left aside.
    case aside
    /// What respondents wrote, which is left aside.
    case words
    /// Nothing: the heading is blank.
    case blank
    /// What is not known.
    case unknown
  }

  /// The byte between fields.
  let separator: UInt8
  /// The meaning of each column; of two that mean the same, the second is ``Meaning/unknown``.
  private(set) var meanings: [Meaning] = []
  /// Whether the first line is a header and not a respondent.
  private(set) var hasHeader = true
  /// What is wrong with the first line, with offsets into the bytes.
  private(set) var faults: [(sentence: CalendarSentence, offset: Int)] = []
  /// Why the first line is no row.
  private(set) var malformation: CSVFault?
  /// Whether the first line counts 1, 2, 3 and is taken for answers.
  private(set) var isAmbiguous = false
  /// How much of the first line makes sense.
  private var known = 0

  /// Reads the first line, with the separator that makes the most sense of it.
  ///
  /// - Parameters:
  ///   - bytes: The table, without a byte order mark.
  ///   - range: The table from its first line that is not blank.
  ///   - line: The number of that line.
  ///   - scale: The scale whose elements columns may be headed with; `nil` for none.
  init(_ bytes: [UInt8], in range: Range<Int>, line: Int, scale: PredicateScale?) {
    self = CSVReader.bestReading(
      { separator in
        var reader = CSVReader(bytes, separator: separator)
        reader.move(to: range, line: line)
        return SurveyColumns(&reader, separator: separator, scale)
      }, by: \.known)
  }

  private init(_ reader: inout CSVReader, separator: UInt8, _ scale: PredicateScale?) {
    self.separator = separator
    var fields: [CSVReader.Field] = []
    do throws(CSVFault) {
      _ = try reader.next(&fields)
    } catch {
      malformation = error
      known = -1
      return
    }
    let cells = fields.map { String(decoding: reader.content($0).trimmed, as: UTF8.self) }
    hasHeader = SurveyColumns.isHeader(cells)
    if hasHeader {
      readHeadings(cells, fields, scale)
    } else {
      readAnswers(cells, fields, scale)
    }
  }

  /// Whether a first line is a header: it has letters, or counts further than answers go.
  private static func isHeader(_ cells: [String]) -> Bool {
    let highest = SurveyTally.Answer.excellent.rawValue
    let isAnswers = cells.allSatisfy {
      $0.isEmpty || SurveyLetters.answer(Array($0.utf8)[...]) != nil
        || Int($0).flatMap(SurveyTally.Answer.init) != nil
    }
    return !isAnswers && cells.contains { $0.contains(where: \.isLetter) }
      || cells.count > highest && isCount(cells)
  }

  /// Whether cells count 1, 2, 3.
  private static func isCount(_ cells: [String]) -> Bool {
    cells == (1...max(1, cells.count)).map { "\($0)" }
  }

  // MARK: - The first line

  /// What is said of an element that there is not; `nil` where there is.
  private static func fault(_ number: Int, _ scale: PredicateScale?) -> CalendarSentence? {
    guard let scale, !scale.elements.isEmpty else {
      return number > SurveyTally.mostElements ? .tooManyElements : nil
    }
    let count = scale.elements.count
    return number > count ? .elementNotOfScale(number, scale: scale.name, count: count) : nil
  }

  private mutating func readAnswers(
    _ cells: [String], _ fields: [CSVReader.Field], _ scale: PredicateScale?
  ) {
    known = cells.count {
      Int($0).flatMap(SurveyTally.Answer.init) != nil
        || SurveyLetters.answer(Array($0.utf8)[...]) != nil
    }
    isAmbiguous = cells.count > 1 && SurveyColumns.isCount(cells)
    for (place, field) in fields.enumerated() {
      let fault = SurveyColumns.fault(place + 1, scale)
      meanings.append(fault == nil ? .element(place + 1) : .unknown)
      // Those that follow the first are of the same fault.
      if let fault, faults.isEmpty { faults.append((fault, field.range.lowerBound)) }
    }
  }

  private mutating func readHeadings(
    _ cells: [String], _ fields: [CSVReader.Field], _ scale: PredicateScale?
  ) {
    let elements = scale?.elements ?? []
    let words = SurveyColumns.words(elements)
    var seen: Set<Meaning> = []
    for (cell, field) in zip(cells, fields) {
      var meaning = SurveyColumns.meaning(of: cell, words)
      if case .element(let number) = meaning, let fault = SurveyColumns.fault(number, scale) {
        faults.append((fault, field.range.lowerBound))
        meanings.append(.unknown)
        continue
      }
      switch meaning {
      case .element, .service:
        known += 1
        if !seen.insert(meaning).inserted {
          faults.append((.repeatedColumn(SurveyColumns.name(meaning)), field.range.lowerBound))
          meaning = .unknown
        }
      case .number, .aside, .words: known += 1
      case .blank: break
      case .unknown:
        let shown = String(cell.prefix(SurveyColumns.longestShown))
        // A line of thousands of them is no header, and looking for their like would take long.
        let number = SurveyColumns.number(inFrontOf: shown)
        if let fault = number.flatMap({ SurveyColumns.fault($0, scale) }) {
          faults.append((fault, field.range.lowerBound))
          break
        }
        let nearest =
          faults.count < 100
          ? number.map { SurveyTally.Element(number: $0).code }
            ?? nearestMatch(to: shown, among: SurveyColumns.headings + elements) : nil
        faults.append((.unknownHeading(shown, nearest: nearest), field.range.lowerBound))
      }
      meanings.append(meaning)
    }
  }

  /// The element whose code a heading opens with: 3 of `U3 Waktu`, which is no other column, however
  /// near the rest is to the name of one; `nil` where it opens with none.
  private static func number(inFrontOf heading: String) -> Int? {
    let code = /^(?:unsur|u)[ .]*([0-9]{1,2})(?![0-9])/
    let number = heading.lowercased().firstMatch(of: code).flatMap { Int($0.1) }
    return number == 0 ? nil : number
  }

  private static func name(_ meaning: Meaning) -> String {
    guard case .element(let number) = meaning else { return serviceHeadings[0] }
    return SurveyTally.Element(number: number).code
  }

  // MARK: - Headings

  /// How much of what was written a message repeats.
  static let longestShown = 40

  private static let serviceHeadings = ["layanan", "jenis layanan", "unit layanan"]

  private static let numberHeadings = [
    "no", "nomor", "no urut", "nomor urut", "responden", "no responden", "nomor responden",
  ]

  private static let asideHeadings = [
    "nama", "tanggal", "waktu", "timestamp", "umur", "usia", "jenis kelamin", "jk", "pendidikan",
    "keterangan", "desa",
  ]

  private static let wordHeadings = ["pekerjaan", "alamat", "saran", "kritik"]

  /// What a heading that is not known may have been meant for.
  private static let headings =
    (1...SurveyTally.mostElements).map { SurveyTally.Element(number: $0).code }
    + serviceHeadings + numberHeadings + asideHeadings + wordHeadings

  private static let fixedWords: [String: Meaning] = Dictionary(
    serviceHeadings.map { (SurveyTally.folded($0), .service) }
      + numberHeadings.map { (SurveyTally.folded($0), .number) }
      + asideHeadings.map { (SurveyTally.folded($0), .aside) }
      + wordHeadings.map { (SurveyTally.folded($0), .words) },
    uniquingKeysWith: { first, _ in first })

  /// The words that head columns, the names of elements with and without their code.
  private static func words(_ elements: [String]) -> [String: Meaning] {
    var words = fixedWords
    for (place, name) in elements.enumerated() {
      let element = SurveyTally.Element(number: place + 1, name: name)
      for text in [element.name, element.code + element.name] {
        words[SurveyTally.folded(text)] = .element(element.number)
      }
    }
    return words
  }

  private static func meaning(of heading: String, _ words: [String: Meaning]) -> Meaning {
    if heading.isEmpty { return .blank }
    let word = SurveyTally.folded(heading)
    if let meaning = words[word] { return meaning }
    let prefix = ["unsur", "u"].first { word.hasPrefix($0) } ?? ""
    let digits = word.dropFirst(prefix.count)
    // "2026" heads no element, and is told as an unknown heading.
    guard digits.count <= 2, let number = Int(digits), number > 0 else { return .unknown }
    return .element(number)
  }
}
