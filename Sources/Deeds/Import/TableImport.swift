public import CivilCalendar
internal import Compliance
public import ComplianceModel
public import DurableFiles
internal import LedgerStore
public import Spreadsheets
public import SystemPackage
public import Workspace

/// Takes the rows of a table (CSV, or a sheet of a workbook) into the ledgers: submissions, and where it has a column
/// that says so whatever else was done.
///
/// A table of submissions is read piece by piece to find every fault, and written, under the locks of the ledgers
/// that it names, by what was found of its rows (`KeptRows`), of which only the notes are read again. A sheet, or a
/// table with a text that is spelled otherwise than it is written, is read a second time. Memory grows with the number
/// of rows by some fifty bytes a row and not with their length. A row that a standing one equals in unit, report,
/// period, date and note is passed over, so that running an import again adds what is missing and nothing else.
///
/// Rows that say what was done (a column `peristiwa`), or that have evidence, depend on those before them:
/// they are kept in memory and judged in the table's order (`RowJudge`).
public struct TableImport {
  /// What is asked for.
  public struct Request: Sendable {
    /// The table.
    public var table: FilePath
    /// The table as it is named to the user.
    public var name: String
    /// Why late entries are late; `nil` where no reason is given.
    public var reason: String?
    /// Whether rows with faults are left out instead of stopping the import.
    public var skipsFaulty: Bool
    /// Whether blanks of unit, report and period are filled from the row above, as merged cells leave
    /// them.
    public var fillsDown = false
    /// Whether blanks of `tanggal` are filled likewise; apart, since a blank date often says that a
    /// document is not in.
    public var fillsDates = false
    /// Headings of columns that change nothing and are passed over.
    public var passedOver: [String] = []
    /// What headings mean, as the user says it.
    public var meanings: [String: TableColumn] = [:]
    /// What stands in the workbook that the table is, or why nobody can say; `nil` for comma-separated
    /// values.
    public var workbook: Result<SheetContent, SheetRefusal>?
    /// The sheet of the workbook; `nil` for the one that has the headings of a table.
    public var sheet: String?
    /// Who records.
    public var recorder: String

    /// Creates a request.
    public init(
      table: FilePath, name: String, reason: String?, skipsFaulty: Bool, recorder: String
    ) {
      self.table = table
      self.name = name
      self.reason = reason
      self.skipsFaulty = skipsFaulty
      self.recorder = recorder
    }
  }

  let request: Request
  let store: LedgerStore
  let source: TableSource
  var resolver: ImportResolver
  private var facts = ImportFacts()
  /// The rows of the last check.
  private var kept = KeptRows(of: nil)
  var outcome = Outcome()

  var header: ImportHeader { source.header }

  /// Reads the header of a table.
  ///
  /// - Throws: `FileFailure` where the table cannot be read; a `Finding` for each thing that is wrong
  ///   with the header, as `WorkspaceFailure/data(_:)`.
  public init(_ request: Request, _ workspace: Workspace, today: CivilDate) throws {
    self.request = request
    store = workspace.ledgers
    resolver = ImportResolver(workspace, today: today)
    source = try TableSource(request, ImportHeading.Said(request, in: workspace))
    try source.requireHeadings(of: request.name)
  }

  /// Whether a file is read as a workbook and not as comma-separated values: by its first bytes, or by what
  /// its name says it is.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: Its name, where it lies under another one; `nil` for that of the path.
  /// - Returns: Whether it is.
  /// - Throws: `FileFailure` where it cannot be read.
  public static func isWorkbook(
    _ path: FilePath, named name: String? = nil
  ) throws(FileFailure) -> Bool {
    let ending = (name.map { FilePath($0) } ?? path).extension?.lowercased() ?? ""
    if ["xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "ods"].contains(ending) { return true }
    return TableSource.isPacked(try CSVStream(path).reader.bytes)
  }

  // MARK: - The whole

  /// Says what recording would do, and writes nothing.
  ///
  /// - Parameter show: Gets every row without a fault, in order.
  /// - Returns: What would come of it.
  /// - Throws: What reading the table, the calendars or the ledgers throws.
  public mutating func preview(showing show: (Row) -> Void = { _ in }) throws -> Outcome {
    if header.columns.haveDeeds { return try previewRows(showing: show) }
    let rows = try check()
    guard !outcome.isRefused || request.skipsFaulty else { return outcome }
    var known = knownRows(roomFor: rows)
    var tally = ImportTally(resolver)
    var reader = try reader()
    while let batch = try reader.nextRows(&resolver) {
      for (row, isNew) in zip(batch.rows, known.insert(TableImport.fingerprints(batch, resolver))) {
        tally.count(row, isNew: isNew)
        show(shown(row, isNew: isNew))
      }
    }
    outcome.counts = tally.counts
    return outcome
  }

  private func shown(_ row: ImportReader.Row, isNew: Bool) -> Row {
    let target = resolver.targets[row.target]
    return Row(
      line: row.line, kind: .submitted, unit: target.id.unit,
      unitName: resolver.unitName(of: target), report: resolver.code(of: target),
      period: target.id.period, date: row.date, received: row.received, value: "", evidence: nil,
      note: nil, isLate: row.isLate, isNew: isNew)
  }

  /// Takes the rows in, all or none; they are durable when it returns.
  ///
  /// - Parameter instant: When they are recorded.
  /// - Returns: What came of it; nothing was written where it is refused.
  /// - Throws: `LedgerFailure`, or what reading throws; nothing was then written.
  public mutating func record(at instant: ClockReading) throws -> Outcome {
    if header.columns.haveDeeds { return try recordRows(at: instant) }
    var rows = try check()
    guard !outcome.isRefused || request.skipsFaulty else { return outcome }
    let books = try lockBooks(year: instant.date.year, &rows)
    var known = knownRows(roomFor: rows)
    var tally = ImportTally(resolver)
    let heads = try resolver.targets.map { target in
      ImportWriter.Head(
        book: target.desk, text: try head(of: target, books[target.desk], at: instant))
    }
    let writer = ImportWriter(books, heads, reason: request.reason)
    defer { writer.drain() }
    let table = request.table
    func write(_ batch: ImportReader.Batch, _ resolver: ImportResolver) throws {
      guard resolver.targets.count == heads.count else { throw WorkspaceFailure.changed(table) }
      let isNew = known.insert(TableImport.fingerprints(batch, resolver))
      for (row, isNew) in zip(batch.rows, isNew) { tally.count(row, isNew: isNew) }
      writer.write(batch, where: isNew)
    }
    try forEachChecked(write)
    try source.requireUnchanged()
    outcome.findings += try writer.finish(in: store)
    outcome.counts = tally.counts
    outcome.isRecorded = true
    return outcome
  }

  /// Goes through all rows for their faults.
  ///
  /// - Returns: How many rows have none.
  mutating func check() throws -> Int {
    let (rows, kept) = try read(keeping: true) { (reader, resolver) throws in
      while try reader.nextRows(&resolver) != nil {}
      let kept = reader.keptRows
      reader.settle(&resolver)
      return kept
    }
    self.kept = kept
    return rows
  }

  /// Goes through the rows that were found to be sound: as they were kept, else by reading them again.
  private mutating func forEachChecked(
    _ body: (ImportReader.Batch, ImportResolver) throws -> Void
  ) throws {
    var kept = KeptRows(of: nil)
    swap(&kept, &self.kept)
    if kept.isWhole {
      while let batch = try kept.nextRows(admitting: { admitAgain($0, $1, $2) }) {
        try body(batch, resolver)
      }
    } else {
      var reader = try reader()
      while let batch = try reader.nextRows(&resolver) { try body(batch, resolver) }
    }
  }

  /// How a sound row is taken, now that all others of the table are known.
  private mutating func admitAgain(
    _ target: Int, _ date: CivilDate, _ received: CivilDate
  ) -> (mark: String?, isLate: Bool) {
    // What was refused and is sound all the same is recorded already.
    let admission = try? resolver.admit(
      target, date: date, received: received, hasReason: request.reason != nil)
    return (ReasonNote.mark(of: admission ?? .plain), admission?.isLateEntry ?? false)
  }

  /// Goes through the rows, once more where a late one shows something about a column that makes faults of
  /// rows before it; the outcome then has their faults.
  ///
  /// - Parameters:
  ///   - keeps: Whether sound rows are kept for whoever writes them.
  ///   - body: Takes all rows of a pass.
  /// - Returns: How many rows are sound, and what the last pass gave.
  /// - Throws: What reading the table throws, and what the body does.
  mutating func read<Value>(
    keeping keeps: Bool = false,
    _ body: (inout ImportReader, inout ImportResolver) throws -> Value
  ) throws -> (soundRows: Int, Value) {
    while true {
      // A row that is a fault now opens no gate for others.
      resolver.firstDates = [:]
      resolver.isTableKnown = false
      var reader = try reader(keeping: keeps)
      let value = try body(&reader, &resolver)
      let known = facts
      facts = reader.facts
      if facts.condemnsMore(than: known) { continue }
      outcome.findings = remarks + reader.faults
      outcome.refused = []
      outcome.faultyRows = reader.faultyRows
      outcome.lacksOnlyReasons = reader.lacksOnlyReasons
      outcome.notYet = facts.notYetLines.count
      try source.requireUnchanged()
      return (reader.soundRows, value)
    }
  }

  /// What was passed over, and what was read in a way that a person has to know.
  private var remarks: [Finding] {
    var sentences: [(ImportSentence.Sentence, line: Int)] = []
    if let first = header.titleLines.first {
      sentences.append((ImportSentence.titleRows(header.titleLines), first))
    }
    if !header.columns.ignored.isEmpty {
      sentences.append((ImportSentence.ignored(header.columns.ignored), header.line))
    }
    if let first = facts.totalLines.first {
      sentences.append((ImportSentence.totalRows(facts.totalLines), first))
    }
    if let first = facts.notYetLines.first {
      sentences.append((ImportSentence.notYet(facts, fillsDates: request.fillsDates), first))
    }
    if let first = facts.spreadsheetLines.first, let day = facts.spreadsheetDay {
      sentences.append((ImportSentence.spreadsheetDays(facts.spreadsheetLines, day), first))
    }
    return sentences.sorted { $0.line < $1.line }.map { sentence, line in
      let place = SourcePlace(file: source.places.file, line: line, column: 1)
      return Finding(sentence.problem, .remark, at: place, sentence.what, fix: sentence.fix)
    }
  }

  private func reader(keeping keeps: Bool = false) throws -> ImportReader {
    try ImportReader(
      try source.rows(), places: source.places, columns: header.columns, headerLine: header.line,
      rules: ImportReader.Rules(
        hasReason: request.reason != nil, fillsDown: request.fillsDown,
        fillsDates: request.fillsDates, facts: facts, today: resolver.today,
        countsFrom1904: source.countsFrom1904),
      keptOf: keeps ? source.file() : nil)
  }
}
