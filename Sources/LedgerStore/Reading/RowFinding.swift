import CivilCalendar
public import ComplianceModel

/// Something that was found in a ledger.
///
/// What a book may have in many rows and what stops nothing is put in words when somebody asks: most ask for faults alone.
enum RowFinding: Sendable {
  /// It is in words.
  case told(Finding)
  /// A row was recorded earlier than the one before it, at a line and a column.
  case clockWentBack(ClockReading, after: ClockReading, line: Int, column: Int)

  /// Puts a sentence at its place.
  init(
    _ sentence: LedgerSentences.Sentence, _ severity: Finding.Severity = .fault,
    at place: SourcePlace
  ) {
    self = .told(Finding(sentence, severity, at: place))
  }

  /// The finding in words, where it is a fault.
  var fault: Finding? {
    guard case .told(let finding) = self, finding.severity == .fault else { return nil }
    return finding
  }

  /// It in words.
  ///
  /// - Parameter file: The ledger as it is named to the user.
  /// - Returns: The finding.
  func finding(in file: String) -> Finding {
    switch self {
    case .told(let finding): return finding
    case .clockWentBack(let reading, let before, let line, let column):
      let sentence = LedgerSentences.clockWentBack(reading, after: before)
      return Finding(
        sentence, .remark, at: SourcePlace(file: file, line: line, column: column))
    }
  }
}

extension Finding {
  /// What is found where a sentence holds.
  fileprivate init(
    _ sentence: LedgerSentences.Sentence, _ severity: Severity, at place: SourcePlace
  ) {
    self.init(sentence.problem, severity, at: place, sentence.what, fix: sentence.fix)
  }
}

extension RowScanner {
  /// The faults that were found so far, in the order of the rows.
  var faults: [Finding] { found.compactMap(\.fault) }
}

extension LedgerFile {
  /// Everything that is wrong or odd, in the order of the lines.
  public var findings: [Finding] { found.map { $0.finding(in: name) } }

  /// Everything that is wrong, in the order of the lines.
  public var faults: [Finding] { found.compactMap(\.fault) }
}

extension LedgerHistory {
  /// Everything that is wrong or odd, file by file, then between files.
  public var findings: [Finding] { files.flatMap(\.findings) + betweenFiles }

  /// Everything that is wrong, file by file, then between files.
  public var faults: [Finding] {
    files.flatMap(\.faults) + betweenFiles.filter { $0.severity == .fault }
  }
}
