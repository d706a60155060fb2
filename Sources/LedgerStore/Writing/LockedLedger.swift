public import CivilCalendar
public import ComplianceModel
import DurableFiles
import SystemPackage

/// A ledger that this process alone may append to, until the value goes out of scope.
///
/// What is there was read under the lock and holds together. Rows are added one by one and written
/// in batches; they count only after ``commit(afterSync:)``, and all are undone when a write fails or
/// the value goes out of scope before it. A process that is killed in between leaves whole rows, and
/// perhaps a torn last line, which the next writer sets aside.
public struct LockedLedger: ~Copyable {
  /// The ledger before anything was added.
  public let ledger: LedgerFile
  /// What was done to a torn last line, and what is odd about the rows, as remarks; known after the first
  /// write.
  public var remarks: [Finding] { tailRemarks + formulaRemarks }

  private var tailRemarks: [Finding] = []
  /// The first row with a text that a spreadsheet takes for a formula, and how many there are.
  private var formulas: (first: Int, count: Int)?
  /// The rows that ``add(_:at:)`` took, as a reader will see them.
  private var added: [LedgerEvent] = []
  /// Their bytes.
  private var addedBytes: [UInt8] = []

  private var table: AppendedTable
  private var codes: CodeTable
  private var scanner: RowScanner
  /// The last instant and the units that were written, as text.
  private var instantText: (instant: ClockReading, text: String)?
  private var unitTexts: [RegionCode: String] = [:]
  private var pending: RowBuffer
  /// What undid the rows; none can be added any more.
  private var failure: FileFailure?
  /// Whether the remark on a torn last line that was set aside is told.
  private var isTailTold = false
  private var rowCount: Int
  private var committedRows: Int

  /// Bytes that are gathered before they are written.
  private static let batch = 1 << 20

  init(
    _ file: consuming LockedFile, kecamatan: RegionCode, year: Int, files: FileSystem,
    codes: inout CodeTable, after known: LedgerFile?
  ) throws(LedgerFailure) {
    var table = AppendedTable(
      file, header: LedgerColumn.header + [UInt8(ascii: "\n")], in: files)
    let contents = table.contents
    var ledger =
      known?.updated(to: contents, codes: &codes)
      ?? LedgerFile(contents, kecamatan: kecamatan, year: year, codes: &codes)
    if let tail = ledger.tornTail, tail.count > 0, ledger.firstBrokenRow == nil {
      // A whole line that lacks its line end only is completed; anything else is set aside.
      let completed = ledger.updated(to: contents + [UInt8(ascii: "\n")], codes: &codes)
      if completed.firstBrokenRow == nil {
        let sentence = LedgerSentences.lineCompleted
        tailRemarks = [
          Finding(
            sentence.problem, .remark,
            at: SourcePlace(file: ledger.name, line: tail.line, column: 1), sentence.what,
            fix: sentence.fix)
        ]
        ledger = completed
        table.keepTail()
      }
    }
    self.ledger = ledger
    self.table = table
    self.codes = codes
    scanner = RowScanner([], name: ledger.name, kecamatan: kecamatan, year: year)
    rowCount = ledger.rowCount
    committedRows = rowCount
    pending = RowBuffer(after: ledger.lastChain)
    guard ledger.firstBrokenRow == nil else {
      throw .damaged(ledger.faults)
    }
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - entry: What is recorded.
  ///   - instant: When; its day decides that the row belongs into this file.
  /// - Returns: The place that the row will have.
  /// - Throws: ``LedgerFailure/refused(_:)`` for a row that breaks a rule, which leaves the rows
  ///   before it as they were; ``LedgerFailure/file(_:)`` where a full batch could not be written.
  @discardableResult
  public mutating func add(
    _ entry: LedgerEntry, at instant: ClockReading
  ) throws(LedgerFailure) -> LedgerEvent.RowID {
    if let failure { throw .file(failure) }
    guard instant.date.year == ledger.year else {
      throw refusal(LedgerSentences.yearOfRecording(instant.date, file: ledger.year))
    }
    let number = rowCount + 1
    let start = pending.rows.endIndex
    pending.put(sealedPart(of: entry, number: number, at: instant))
    do {
      if let event = try check(number: number) { added.append(event) }
    } catch {
      pending.removeBegun()
      throw error
    }
    pending.seal()
    addedBytes += pending.rows[start...]
    if [entry.note, entry.recorder, entry.subject].contains(where: { CSVWriter.isFormula($0) }) {
      noteFormula(inRow: number)
    }
    return try count(number)
  }

  /// Remembers that a row has a text which a spreadsheet takes for a formula.
  mutating func noteFormula(inRow number: Int) {
    formulas = (formulas?.first ?? number, (formulas?.count ?? 0) + 1)
  }

  /// The ledger stays as it is written; whoever opens it in a spreadsheet has to know.
  private var formulaRemarks: [Finding] {
    formulas.map { first, count in
      let sentence = LedgerSentences.formula(rows: count)
      return [
        Finding(
          sentence.problem, .remark,
          at: SourcePlace(file: ledger.name, line: first + 1, column: 1), sentence.what,
          fix: sentence.fix)
      ]
    } ?? []
  }

  /// Adds a row that is known to keep the rules.
  ///
  /// - Parameters:
  ///   - capacity: The bytes that it takes at most behind its number.
  ///   - write: Writes the row behind its number.
  /// - Returns: The place that the row will have.
  /// - Throws: ``LedgerFailure/file(_:)`` where a full batch could not be written.
  mutating func addChecked(
    atMost capacity: Int, _ write: (inout RowPen) -> Void
  ) throws(LedgerFailure) -> LedgerEvent.RowID {
    if let failure { throw .file(failure) }
    let number = rowCount + 1
    pending.write(atMost: capacity + 19) { pen in
      pen.put(number: number)
      write(&pen)
    }
    pending.seal()
    return try count(number)
  }

  /// The bytes of a row between its number and its `tanggal`, after the whole row was checked.
  mutating func common(
    _ entry: LedgerEntry, at instant: ClockReading
  ) throws(LedgerFailure) -> [UInt8] {
    let row = sealedPart(of: entry, number: rowCount + 1, at: instant)
    pending.put(row)
    defer { pending.removeBegun() }
    _ = try check(number: rowCount + 1)
    // Both dates, and the empty fields behind them, have a fixed length.
    let dates = 2 * 10 + 5
    return Array(row.drop { $0 != UInt8(ascii: ",") }.dropLast(dates))
  }

  /// The failure of a row that breaks a rule.
  func refusal(_ sentence: LedgerSentences.Sentence) -> LedgerFailure {
    .refused([
      Finding(
        sentence.problem, at: SourcePlace(file: ledger.name), sentence.what, fix: sentence.fix)
    ])
  }

  /// Counts the row that was sealed, and writes a batch that is full.
  private mutating func count(_ number: Int) throws(LedgerFailure) -> LedgerEvent.RowID {
    rowCount = number
    if pending.rows.count >= LockedLedger.batch { try flush() }
    return LedgerEvent.RowID(year: ledger.year, number: number)
  }

  /// Makes the rows durable that were added since the last commit.
  ///
  /// - Parameter isSynced: Whether the caller wrote the rows with ``flush()`` and made the whole file
  ///   system durable, so that this file needs no call of its own.
  /// - Throws: ``LedgerFailure/file(_:)``; the ledger then has the rows of the last commit, and
  ///   takes no more from this value.
  public mutating func commit(afterSync isSynced: Bool = false) throws(LedgerFailure) {
    guard rowCount > committedRows else { return }
    try flush()
    do {
      try table.commit(afterSync: isSynced)
    } catch {
      throw fail(error)
    }
    committedRows = rowCount
  }

  /// The ledger with the rows that ``add(_:at:)`` took, as a reader sees it after the commit; of a ledger
  /// to which rows were added in no other way.
  ///
  /// - Parameter codes: The table that ``ledger`` was read with; the codes of the rows are interned in it.
  /// - Returns: ``ledger`` where it took none.
  public func withAddedRows(codes: inout CodeTable) -> LedgerFile {
    guard !addedBytes.isEmpty else { return ledger }
    // A torn last line that was not completed is set aside before the first row is written.
    var bytes = Array(ledger.bytes[..<(ledger.tornTail?.offset ?? ledger.bytes.count)])
    if bytes.isEmpty { bytes = LedgerColumn.header + [UInt8(ascii: "\n")] }
    return ledger.updated(to: bytes + addedBytes, codes: &codes)
  }

  /// The row's raw bytes up to but not including the last comma.
  private mutating func sealedPart(
    of entry: LedgerEntry, number: Int, at instant: ClockReading
  ) -> [UInt8] {
    var row = CSVWriter()
    row.field(String(number))
    row.field(text(of: instant))
    row.field(entry.recorder)
    row.field(entry.kind.rawValue)
    row.field(text(of: entry.unit))
    row.field(entry.subject)
    row.field(entry.period)
    row.field(entry.date?.description ?? "")
    row.field(entry.received?.description ?? "")
    row.field(entry.value)
    row.field(entry.file)
    row.field(entry.sha256)
    row.field(entry.note)
    return row.bytes
  }

  private mutating func text(of instant: ClockReading) -> String {
    if let instantText, instantText.instant == instant { return instantText.text }
    let text = instant.description
    instantText = (instant, text)
    return text
  }

  private mutating func text(of unit: RegionCode) -> String {
    if let text = unitTexts[unit] { return text }
    let text = unit.description
    unitTexts[unit] = text
    return text
  }

  /// Reads the row as every later reader will.
  private mutating func check(number: Int) throws(LedgerFailure) -> LedgerEvent? {
    let row = Array(pending.begun)
    let chain = Chain.link(after: pending.lastChain, row: row[...])
    scanner.restart(row + [UInt8(ascii: ",")] + chain)
    let scanned = scanner.scan(
      scanner.fields.bytes.indices, number: number, line: number + 1,
      after: .given(pending.lastChain), codes: &codes)
    if let event = scanned.event, let fault = voidFault(of: event) {
      scanner.report(fault, at: scanned.noteOffset)
    }
    let faults = scanner.faults
    guard faults.isEmpty else { throw .refused(faults) }
    return scanned.event
  }

  /// What is wrong with the row that a `batal` names, which may be one that was added before it.
  private func voidFault(of event: LedgerEvent) -> LedgerSentences.Sentence? {
    guard let target = event.voids, let first = added.first?.row,
      added.indices.contains(target.number - first.number),
      added[target.number - first.number].row == target
    else { return ledger.voidFault(of: event) }
    return LedgerSentences.fault(of: event, voiding: added[target.number - first.number])
  }

  /// Writes the rows that were added; they count only after ``commit(afterSync:)``.
  ///
  /// - Throws: ``LedgerFailure/file(_:)``, as ``commit(afterSync:)``.
  public mutating func flush() throws(LedgerFailure) {
    if let failure { throw .file(failure) }
    guard !pending.rows.isEmpty else { return }
    do {
      try table.append(pending.rows)
    } catch {
      throw fail(error)
    }
    if let name = table.setAsideName, !isTailTold {
      let sentence = LedgerSentences.setAside(name)
      tailRemarks.append(
        Finding(
          sentence.problem, .remark,
          at: SourcePlace(file: ledger.name, line: ledger.tornTail?.line ?? 0, column: 1),
          sentence.what, fix: sentence.fix))
      isTailTold = true
    }
    pending.removeRows()
  }

  /// After a failure the rows are gone from the file, so that nothing can be chained to them.
  private mutating func fail(_ failure: FileFailure) -> LedgerFailure {
    self.failure = failure
    return .file(failure)
  }
}
