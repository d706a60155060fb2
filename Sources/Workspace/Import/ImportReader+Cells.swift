internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles

/// The cells of the row that is looked at, and what is told of them.
extension ImportReader {
  /// The columns whose cells are often merged with those below.
  private static let merged: [ImportColumns.Column] = [.unit, .unitName, .report, .period]

  /// The content of a column without blanks around it, or what fills it; nothing where the table has
  /// no such column.
  func content(_ column: ImportColumns.Column) -> ArraySlice<UInt8> {
    let own = ownContent(column)
    guard own.isEmpty, filled.indices.contains(column.rawValue) else { return own }
    return filled[column.rawValue][...]
  }

  private func ownContent(_ column: ImportColumns.Column) -> ArraySlice<UInt8> {
    guard let place = columns[column], place < fields.count else { return [] }
    return stream.reader.content(fields[place]).trimmed
  }

  /// Whether the fields that are too many, or the columns that a short row lacks, say nothing.
  var isCountForgiven: Bool {
    if fields.count > columns.count {
      return fields[columns.count...].allSatisfy { stream.reader.content($0).trimmed.isEmpty }
    }
    return fields.count == 1 && fields[0].range.isEmpty
  }

  /// Fills the blanks of merged cells from the row above, where that was asked for.
  mutating func fillDown() {
    guard rules.fillsDown || rules.fillsDates else { return }
    filled = ImportColumns.Column.allCases.map { _ in [] }
    var columns = rules.fillsDown ? ImportReader.merged : []
    if rules.fillsDates { columns.append(.date) }
    // A row with a name and no code has its unit: the code above is another's.
    let hasUnit = ![.unit, .unitName].allSatisfy { ownContent($0).isEmpty }
    for column in columns
    where ownContent(column).isEmpty && above.indices.contains(column.rawValue) {
      if hasUnit, column == .unit || column == .unitName { continue }
      filled[column.rawValue] = above[column.rawValue]
    }
    above = ImportColumns.Column.allCases.map { Array(content($0)) }
  }

  /// A date of the row; `nil` after a fault was told.
  mutating func date(_ column: ImportColumns.Column, or given: CivilDate?) -> CivilDate? {
    let bytes = content(column)
    if bytes.isEmpty {
      if given == nil, column == .date { report(missing: column) }
      return given
    }
    if let date = CivilDate(iso: bytes) { return date }
    let text = String(decoding: bytes.prefix(40), as: UTF8.self)
    guard let written = WrittenDate(bytes), written.order != .monthFirst else {
      if WrittenDate(bytes) != nil, facts.monthFirst[column] == nil {
        facts.monthFirst[column] = ImportFacts.Proof(text: text, line: line)
      }
      report(ImportSentence.date(column, text), of: column)
      return nil
    }
    guard written.order != .certain else { return written.date }
    facts.dayFirst.insert(column)
    if let proof = rules.facts.monthFirst[column] {
      report(ImportSentence.doubtfulDate(column, text, proof: proof), of: column)
      return nil
    }
    return written.date
  }

  // MARK: - Faults

  /// The column that a row's unit is looked for in, where no code is given.
  var unitColumn: ImportColumns.Column {
    [.unit, .unitName, .kecamatan].first { columns[$0] != nil } ?? .unit
  }

  /// Notes whether a row names its unit, and reports a blank that a merged cell may have left.
  mutating func checkUnit(isGiven: Bool) {
    if isGiven {
      facts.hasUnits = true
    } else if columns.nameUnits {
      facts.hasBlankUnits = true
      guard rules.facts.blankUnitIsFault else { return }
      report(
        ImportSentence.missingUnit(filledBy: rules.fillsDown ? nil : .fillDown), of: unitColumn)
    }
  }

  mutating func report(missing column: ImportColumns.Column) {
    let action: RemedyAction? =
      column == .date
      ? (rules.fillsDates ? nil : .fillDownDates) : rules.fillsDown ? nil : .fillDown
    report(ImportSentence.missing(column, filledBy: action), of: column)
  }

  /// Reports what stands in columns without a heading.
  mutating func reportUnheaded() {
    for place in columns.unheaded where place < fields.count {
      let content = stream.reader.content(fields[place]).trimmed
      guard !content.isEmpty else { continue }
      report(
        ImportSentence.withoutHeading(String(decoding: content, as: UTF8.self)),
        at: fields[place].range.lowerBound)
    }
  }

  mutating func report(_ refusal: Refusal, about what: String) {
    let (column, isReason): (ImportColumns.Column, Bool) =
      switch refusal {
      case .accepted, .exempt, .farAhead: (.period, false)
      case .lateEntryNeedsReason: (.date, true)
      case .improbable(let doubts):
        (doubts.contains(where: \.isOfPeriod) ? .period : .date, doubts.allSatisfy(\.isOfRecord))
      default: (.date, false)
      }
    report(ImportSentence.refused(refusal, what), of: column, isReason: isReason)
  }

  mutating func report(
    _ sentence: ImportSentence.Sentence, of column: ImportColumns.Column, isReason: Bool = false
  ) {
    report(sentence, at: place(of: column), isReason: isReason)
  }

  /// Where a column of the row stands.
  func place(of column: ImportColumns.Column) -> SourcePlace {
    let offset = columns[column].flatMap { $0 < fields.count ? fields[$0].range.lowerBound : nil }
    return SourcePlace(file: name, line: line, column: stream.reader.column(of: offset ?? 0))
  }

  mutating func report(_ sentence: ImportSentence.Sentence, at offset: Int) {
    report(sentence, column: stream.reader.column(of: offset))
  }

  mutating func report(_ sentence: ImportSentence.Sentence, column: Int) {
    report(sentence, at: SourcePlace(file: name, line: line, column: column))
  }

  mutating func report(
    _ sentence: ImportSentence.Sentence, at place: SourcePlace, isReason: Bool = false
  ) {
    isFaulty = true
    if !isReason { lacksOnlyReasons = false }
    faults.append(Finding(sentence.problem, at: place, sentence.what, fix: sentence.fix))
  }
}

extension Doubt {
  /// Whether the period is more likely wrong than the date.
  fileprivate var isOfPeriod: Bool { if case .otherPeriod = self { true } else { false } }

  /// Whether the row itself may be right, and only its record lacks something.
  fileprivate var isOfRecord: Bool {
    switch self {
    case .gateShut, .lateEntry: true
    default: false
    }
  }
}
