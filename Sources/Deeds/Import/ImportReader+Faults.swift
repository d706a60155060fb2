internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
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
      report(
        ImportSentence.missingUnit(filledBy: rules.fillsDown ? nil : .fillDown), of: unitColumn)
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
    for place in columns.unheaded where place < fields.count {
      let content = stream.reader.content(fields[place]).trimmed
      guard !content.isEmpty else { continue }
      report(
        ImportSentence.withoutHeading(String(decoding: content, as: UTF8.self)),
        at: fields[place].range.lowerBound)
    }
  }

  mutating func report(_ refusal: Refusal, about what: String) {
    report(
      ImportSentence.refused(refusal, what), of: refusal.column, isReason: refusal.lacksOnlyReason)
    if case .lateEntryNeedsReason = refusal { groupLast(by: ImportSentence.lateEntries) }
  }

  /// Says what the fault that was told last has in common with others.
  mutating func groupLast(by cause: String) {
    if let last = faults.popLast() { faults.append(last.caused(by: cause)) }
  }

  mutating func report(
    _ sentence: ImportSentence.Sentence, of column: ImportColumn, isReason: Bool = false
  ) {
    report(sentence, at: place(of: column), isReason: isReason)
  }

  /// Where a column of the row stands.
  func place(of column: ImportColumn) -> SourcePlace {
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
