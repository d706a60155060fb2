internal import ComplianceModel
internal import DurableFiles

/// One pass over the lines of a table of answers.
struct SurveyReader {
  /// What was found so far, in order.
  private(set) var findings: [Finding] = []
  /// How many faults were found, told or not.
  var faults: Int { counts[.fault, default: 0] }

  private let file: String
  private let scale: PredicateScale?
  private let mostFindings: Int
  private let readsLetters: Bool
  private let start: (offset: Int, line: Int)
  private let columns: SurveyColumns
  private let elements: [SurveyTally.Element]
  /// For each column the place of its element in ``elements``.
  private let places: [Int?]
  private var reader: CSVReader
  private var fields: [CSVReader.Field] = []
  private var counts: [Finding.Severity: Int] = [:]
  private var firstUntold: SourcePlace?
  private var linesWithoutAnswer: ClosedRange<Int>?
  private var letters = SurveyLetters()
  private var identities = SurveyIdentities()

  init(
    _ bytes: [UInt8], file: String, scale: PredicateScale?, readsLetters: Bool,
    telling mostFindings: Int
  ) {
    self.file = file
    self.readsLetters = readsLetters
    self.scale = scale
    self.mostFindings = mostFindings
    start = SurveyReader.start(of: bytes)
    columns = SurveyColumns(
      bytes, in: start.offset..<bytes.count, line: start.line, scale: scale)
    let numbers = columns.meanings.map { meaning in
      if case .element(let number) = meaning { number } else { nil as Int? }
    }
    let elements = SurveyReader.elements(numbers.compactMap(\.self), scale)
    self.elements = elements
    places = numbers.map { number in elements.firstIndex { $0.number == number } }
    reader = CSVReader(bytes, separator: columns.separator)
    reader.move(to: start.offset..<bytes.count, line: start.line)
  }

  /// Where the first line begins that holds more than separators and blanks.
  private static func start(of bytes: [UInt8]) -> (offset: Int, line: Int) {
    let blank = bytes.prefix { ",;\t \r\n".utf8.contains($0) }
    guard blank.count < bytes.count else { return (bytes.count, 1) }
    let offset = blank.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return (offset, 1 + blank.count { $0 == UInt8(ascii: "\n") })
  }

  /// The elements of the scale; without one those that columns have.
  private static func elements(
    _ numbers: [Int], _ scale: PredicateScale?
  ) -> [SurveyTally.Element] {
    let names = scale?.elements ?? []
    return Set(numbers).union(names.indices.map { $0 + 1 }).sorted().map { number in
      SurveyTally.Element(
        number: number, name: number <= names.count ? names[number - 1] : nil)
    }
  }

  // MARK: - Lines

  mutating func read() -> SurveyTally? {
    var tally = SurveyTally(elements: elements)
    guard readHeader() else { return nil }
    var withoutService = 0
    var hasMore = true
    while hasMore {
      do throws(CSVFault) {
        guard let row = try reader.next(&fields) else {
          hasMore = false
          continue
        }
        guard let respondent = respondent(row) else { continue }
        tally.count(respondent.answers, service: respondent.service)
        if respondent.service == nil { withoutService += 1 }
      } catch {
        tellLinesWithoutAnswer()
        report(.malformed(error.kind), line: error.line, column: error.column)
      }
    }
    tellLinesWithoutAnswer()
    for (sentence, place) in letters.faults(reading: readsLetters) {
      report(sentence, line: place.line, column: place.column)
    }
    if letters.isUsed, readsLetters { report(.lettersRead, .remark, line: start.line) }
    for line in identities.doubtful { report(.respondentWithoutNumber, line: line) }
    if tally.everyone.respondents == 0, faults == 0 { report(.noAnswers, line: 1) }
    if columns.meanings.contains(.service), withoutService > 0 {
      report(.respondentsWithoutService(withoutService), .remark, line: start.line)
    }
    tellUntold()
    return tally
  }

  /// Tells what is wrong with the first line.
  ///
  /// - Returns: Whether the lines after it can be read.
  private mutating func readHeader() -> Bool {
    if CSVReader.isUTF16(reader.bytes) {
      report(.notUTF8, line: 1)
      return false
    }
    if let fault = columns.malformation {
      report(.malformed(fault.kind), line: fault.line, column: fault.column)
      return false
    }
    for fault in columns.faults { report(fault.sentence, at: fault.offset, inRowAt: start) }
    guard !elements.isEmpty, places.contains(where: { $0 != nil }) else {
      report(start.offset < reader.bytes.count ? .noElementColumn : .noAnswers, line: start.line)
      tellUntold()
      return false
    }
    if columns.isAmbiguous { report(.numbersReadAsAnswers, .remark, line: start.line) }
    if columns.hasHeader {
      // It was read for its columns, and found to be a row.
      _ = try? reader.next(&fields)
    }
    return true
  }

  /// What a line says; `nil` for one with a fault, or without an answer.
  private mutating func respondent(
    _ row: CSVReader.Row
  ) -> (answers: [SurveyTally.Answer?], service: String?)? {
    guard fields.count == columns.meanings.count || isCountForgiven else {
      tellLinesWithoutAnswer()
      report(.fieldCount(fields.count, expected: columns.meanings.count), line: row.line)
      return nil
    }
    if let label = summaryLabel {
      tellLinesWithoutAnswer()
      report(.noRespondent(label), .remark, line: row.line)
      return nil
    }
    var answers = [SurveyTally.Answer?](repeating: nil, count: elements.count)
    var service: String?
    var hasLetter = false
    var faults: [(sentence: CalendarSentence, offset: Int)] = []
    for (column, field) in zip(columns.meanings.indices, fields) {
      let content = reader.content(field).trimmed
      guard !content.isEmpty else { continue }
      switch columns.meanings[column] {
      case .element:
        let letter = SurveyLetters.answer(content)
        let answer = letter ?? SurveyReader.answer(content)
        if answer == nil {
          faults.append((fault(of: content), field.range.lowerBound))
        } else if let place = places[column] {
          letters.count(
            elements[place].number, isLetter: letter != nil,
            at: (row.line, reader.column(of: field.range.lowerBound)))
        }
        if letter != nil { hasLetter = true }
        if let place = places[column] { answers[place] = answer }
      case .service:
        service = SurveyReader.plainText(content)
        if service == nil { faults.append((.serviceNotPlain, field.range.lowerBound)) }
      case .blank:
        faults.append((.columnWithoutHeading(shown(content)), field.range.lowerBound))
      case .number, .aside, .words, .unknown: break
      }
    }
    guard faults.isEmpty else {
      tellLinesWithoutAnswer()
      for fault in faults {
        report(fault.sentence, at: fault.offset, inRowAt: (row.range.lowerBound, row.line))
      }
      return nil
    }
    guard answers.contains(where: { $0 != nil }) else {
      noteLineWithoutAnswer(row)
      return nil
    }
    tellLinesWithoutAnswer()
    noteIdentity(row.line)
    // Letters that are not to be read are asked about once, for all lines.
    guard !hasLetter || readsLetters else { return nil }
    // A dash is no name.
    let isNamed = service.map { !SurveyTally.folded($0).isEmpty } ?? false
    return (answers, isNamed ? service : nil)
  }

  /// Whether the fields that are too many say nothing, or the whole line does.
  private var isCountForgiven: Bool {
    let extra = fields.count == 1 ? fields[...] : fields.dropFirst(columns.meanings.count)
    return !extra.isEmpty && extra.allSatisfy { reader.content($0).trimmed.isEmpty }
  }

  /// What a line says that it is, where that is no respondent.
  private var summaryLabel: String? {
    for (meaning, field) in zip(columns.meanings, fields) {
      // What respondents wrote may begin with any word.
      guard meaning != .words else { continue }
      let label = shown(reader.content(field).trimmed)
      if SurveySummary.isSummary(label) { return label }
    }
    return nil
  }

  /// Notes by what a line of answers is told from others.
  private mutating func noteIdentity(_ line: Int) {
    let place = columns.meanings.firstIndex(of: .number) ?? columns.meanings.firstIndex(of: .aside)
    guard let place, fields.indices.contains(place) else { return }
    identities.note(
      reader.content(fields[place]).trimmed, isNumber: columns.meanings[place] == .number,
      line: line)
  }

  private func fault(of content: ArraySlice<UInt8>) -> CalendarSentence {
    let text = shown(content)
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let isDecimal =
      parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    return isDecimal ? .decimalAnswer(text) : .notAnAnswer(text)
  }

  private static func answer(_ content: ArraySlice<UInt8>) -> SurveyTally.Answer? {
    guard content.count == 1, let digit = content.first, digit >= UInt8(ascii: "0") else {
      return nil
    }
    return SurveyTally.Answer(rawValue: Int(digit - UInt8(ascii: "0")))
  }

  /// Text of one line without control characters.
  private static func plainText(_ content: ArraySlice<UInt8>) -> String? {
    guard let text = String(validating: content, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return nil }
    return text
  }

  private func shown(_ content: ArraySlice<UInt8>) -> String {
    String(String(decoding: content, as: UTF8.self).prefix(SurveyColumns.longestShown))
  }

  // MARK: - Findings

  /// Keeps a line for the remark on all that follow each other; a line of nothing at all says nothing.
  private mutating func noteLineWithoutAnswer(_ row: CSVReader.Row) {
    guard !row.range.isEmpty else { return }
    if let lines = linesWithoutAnswer, lines.upperBound == row.line - 1 {
      linesWithoutAnswer = lines.lowerBound...row.line
    } else {
      tellLinesWithoutAnswer()
      linesWithoutAnswer = row.line...row.line
    }
  }

  private mutating func tellLinesWithoutAnswer() {
    guard let lines = linesWithoutAnswer else { return }
    linesWithoutAnswer = nil
    report(.linesWithoutAnswer(lines), .remark, line: lines.lowerBound)
  }

  /// Says how much was found beyond what is told.
  private mutating func tellUntold() {
    guard let place = firstUntold else { return }
    let untold = counts.values.reduce(0) { $0 + max(0, $1 - mostFindings) }
    let sentence = CalendarSentence.moreFindings(untold)
    findings.append(
      Finding(
        sentence.problem, faults > 0 ? .fault : .remark, at: place, sentence.what,
        fix: sentence.remedy))
  }

  /// Tells or counts a fault that begins at an offset in a row, which is not always in its first line.
  private mutating func report(
    _ sentence: CalendarSentence, at offset: Int, inRowAt start: (offset: Int, line: Int)
  ) {
    guard faults <= mostFindings else {
      counts[.fault, default: 0] += 1
      return
    }
    let passed = reader.bytes[start.offset..<offset].count { $0 == UInt8(ascii: "\n") }
    report(sentence, line: start.line + passed, column: reader.column(of: offset))
  }

  private mutating func report(
    _ sentence: CalendarSentence, _ severity: Finding.Severity = .fault, line: Int,
    column: Int = 1
  ) {
    counts[severity, default: 0] += 1
    let place = SourcePlace(file: file, line: line, column: column)
    guard counts[severity, default: 0] <= mostFindings else {
      if firstUntold == nil { firstUntold = place }
      return
    }
    findings.append(
      Finding(sentence.problem, severity, at: place, sentence.what, fix: sentence.remedy))
  }
}
