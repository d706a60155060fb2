internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import Spreadsheets
internal import Workspace

/// What is told of the row that is looked at.
extension ImportReader {
  /// The column that a row's unit is looked for in, where no code is given.
  var unitColumn: ImportColumn {
    [.unit, .unitName, .kecamatan].first { columns[$0] != nil } ?? .unit
  }

  /// Notes whether a row names its unit, and reports a blank that a merged cell may have left.
  ///
  /// - Returns: Whether the unit is known; a blank that is no fault means the kecamatan.
  mutating func checkUnit(isGiven: Bool) -> Bool {
    if isGiven {
      facts.hasUnits = true
    } else if columns.nameUnits {
      facts.hasBlankUnits = true
      guard rules.facts.blankUnitIsFault else { return true }
      let action: RemedyAction? = rules.fillsDown ? nil : .fillDown
      report(ImportSentence.missingUnit(filledBy: action), of: unitColumn)
      return false
    }
    return true
  }

  mutating func report(missing column: ImportColumn) {
    let action: RemedyAction? =
      column == .date
      ? (rules.fillsDates ? nil : .fillDownDates) : rules.fillsDown ? nil : .fillDown
    report(ImportSentence.missing(column, filledBy: action), of: column)
  }

  /// Reports what stands in columns without a heading.
  mutating func reportUnheaded() {
    for place in unheaded {
      let content = stream.reader.content(fields[place]).trimmed
      guard !content.isEmpty else { continue }
      report(
        ImportSentence.withoutHeading(String(decoding: content, as: UTF8.self)),
        column: column(ofField: place))
    }
  }

  /// Reports cells of a sheet whose formulas have no value.
  ///
  /// - Returns: Whether there is one.
  mutating func reportFormulaErrors() -> Bool {
    guard columns.isOfSheet else { return false }
    var isFaulty = false
    for column in ImportColumn.allCases {
      let content = content(column)
      guard content.first == UInt8(ascii: "#") else { continue }
      let text = String(decoding: content, as: UTF8.self)
      guard SheetContent.isError(text) else { continue }
      report(ImportSentence.formulaError(text), of: column)
      isFaulty = true
    }
    return isFaulty
  }

  mutating func report(_ refusal: Refusal, about what: String) {
    var cause: String?
    if case .lateEntryNeedsReason = refusal { cause = ImportSentence.lateEntries }
    report(
      ImportSentence.refused(refusal, what), of: refusal.column,
      isReason: refusal.lacksOnlyReason, cause: cause)
  }

  mutating func report(
    _ sentence: @autoclosure () -> ImportSentence.Sentence, of column: ImportColumn,
    isReason: Bool = false, cause: String? = nil
  ) {
    report(sentence(), at: place(of: column), isReason: isReason, cause: cause)
  }

  /// Where a column of the row stands.
  func place(of column: ImportColumn) -> SourcePlace {
    guard let field = columns[column] else { return places.place(line: line, column: 1) }
    return places.place(line: line, column: self.column(ofField: field))
  }

  /// The column of a field: that of its first character in the line, or of its cell in the sheet.
  private func column(ofField place: Int) -> Int {
    if columns.isOfSheet { return place + 1 }
    guard place < fields.count else { return 1 }
    return stream.reader.column(of: fields[place].range.lowerBound)
  }

  mutating func report(_ sentence: ImportSentence.Sentence, column: Int) {
    report(sentence, at: places.place(line: line, column: column))
  }

  /// Reports a fault of the row; the sentence is made only where it is told.
  ///
  /// - Parameters:
  ///   - sentence: What is wrong.
  ///   - place: Where.
  ///   - isReason: Whether the row itself may be right, and only a reason is missing.
  ///   - cause: What it has in common with others, where its sentence does not say it.
  mutating func report(
    _ sentence: @autoclosure () -> ImportSentence.Sentence, at place: SourcePlace,
    isReason: Bool = false, cause: String? = nil
  ) {
    isFaulty = true
    if !isReason { lacksOnlyReasons = false }
    found.append(ImportReader.finding(sentence(), at: place, cause))
  }

  private static func finding(
    _ sentence: ImportSentence.Sentence, at place: SourcePlace, _ cause: String?
  ) -> Finding {
    let finding = Finding(sentence.problem, at: place, sentence.what, fix: sentence.fix)
    return cause.map(finding.caused) ?? finding
  }
}

extension Refusal {
  /// The column that most likely has to be mended.
  var column: ImportColumn {
    switch self {
    case .accepted, .exempt, .farAhead: .period
    case .improbable(let doubts): doubts.contains(where: \.isOfPeriod) ? .period : .date
    default: .date
    }
  }

  /// Whether the row itself may be right, and only a reason is missing.
  var lacksOnlyReason: Bool {
    switch self {
    case .lateEntryNeedsReason: true
    case .improbable(let doubts): doubts.allSatisfy(\.isOfRecord)
    default: false
    }
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
