public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
public import SystemPackage

/// Takes the submissions of a table (CSV) into the ledgers.
///
/// The table is read twice, piece by piece: once to find every fault, and once, under the locks of the
/// ledgers that it names, to write. Memory grows with the number of rows by some twenty bytes a row and
/// not with their length. A row that a standing one equals in unit, report, period, date and note is
/// passed over, so that running an import again adds what is missing and nothing else.
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

  /// What came of it.
  public struct Outcome: Sendable {
    /// How many submissions a report of a kecamatan has in the table.
    public struct Count: Hashable, Sendable {
      /// The kecamatan.
      public let kecamatan: RegionCode
      /// The report's code.
      public let report: String
      /// Rows that were recorded, or would be.
      public internal(set) var new = 0
      /// Rows among them that are late entries.
      public internal(set) var late = 0
      /// Rows that were recorded before.
      public internal(set) var known = 0
    }

    /// Every fault, and remarks, in the order of the lines.
    public internal(set) var findings: [Finding] = []
    /// Whether every fault lacks a reason and nothing else.
    public internal(set) var lacksOnlyReasons = true
    /// How many rows have faults.
    public internal(set) var faultyRows = 0
    /// By kecamatan, then by report as the table first names it.
    public internal(set) var counts: [Count] = []
    /// Whether the rows were written.
    public internal(set) var isRecorded = false

    /// Whether faults keep the import from being done.
    public var isRefused: Bool { findings.contains { $0.severity == .fault } }
  }

  /// A row that would be recorded, or is there already.
  public struct Row: Sendable {
    /// Its line in the table.
    public let line: Int
    /// The obligation's unit.
    public let unit: RegionCode
    /// The unit as it is printed.
    public let unitName: String
    /// The report's code.
    public let report: String
    /// The covered period.
    public let period: Period
    /// `tanggal`.
    public let date: CivilDate
    /// `diterima`.
    public let received: CivilDate
    /// Whether it is a late entry.
    public let isLate: Bool
    /// Whether no standing row says the same.
    public let isNew: Bool
  }

  private let request: Request
  private let store: LedgerStore
  private let columns: ImportColumns
  private let skippedBytes: Int
  private let state: FileState?
  private var resolver: ImportResolver
  private var facts = ImportFacts()
  private var outcome = Outcome()

  /// Reads the header of a table.
  ///
  /// - Throws: `FileFailure` where the table cannot be read; a `Finding` for each thing that is wrong
  ///   with the header, as ``WorkspaceFailure/data(_:)``.
  public init(_ request: Request, _ workspace: Workspace, today: CivilDate) throws {
    self.request = request
    store = workspace.ledgers
    resolver = ImportResolver(workspace, today: today)
    func refuse(_ sentences: [(ImportSentence.Sentence, column: Int)]) -> WorkspaceFailure {
      .data(
        sentences.map { sentence, column in
          let place = SourcePlace(file: request.name, line: 1, column: column)
          return Finding(sentence.problem, at: place, sentence.what, fix: sentence.fix)
        })
    }
    state = try FileSystem.live.state(of: request.table, followingLink: true)
    let head = try CSVStream(request.table).reader.bytes
    if head.isEmpty { throw refuse([(ImportSentence.empty, 1)]) }
    if CSVReader.isUTF16(head) { throw refuse([(ImportSentence.notUTF8, 1)]) }
    let mark = CSVReader.byteOrderMark
    skippedBytes = head.starts(with: mark) ? mark.count : 0
    columns = ImportColumns(
      header: Array(head.dropFirst(skippedBytes)), passingOver: request.passedOver)
    guard columns.faults.isEmpty else {
      throw refuse(
        columns.faults.map { (ImportSentence.header($0.fault, of: request.name), $0.column) })
    }
  }

  // MARK: - The whole

  /// Says what recording would do, and writes nothing.
  ///
  /// - Parameter show: Gets every row without a fault, in order.
  /// - Returns: What would come of it.
  /// - Throws: What reading the table, the calendars or the ledgers throws.
  public mutating func preview(showing show: (Row) -> Void = { _ in }) throws -> Outcome {
    let rows = try check()
    guard !outcome.isRefused || request.skipsFaulty else { return outcome }
    var known = knownRows(roomFor: rows)
    var tally = ImportTally(resolver)
    var reader = try reader()
    while let batch = try reader.nextRows(&resolver) {
      for (row, isNew) in zip(batch.rows, known.insert(fingerprints(batch))) {
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
      line: row.line, unit: target.id.unit, unitName: resolver.unitName(of: target),
      report: resolver.code(of: target), period: target.id.period, date: row.date,
      received: row.received, isLate: row.isLate, isNew: isNew)
  }

  /// Takes the rows in, all or none; they are durable when it returns.
  ///
  /// - Parameter instant: When they are recorded.
  /// - Returns: What came of it; nothing was written where it is refused.
  /// - Throws: `LedgerFailure`, or what reading throws; nothing was then written.
  public mutating func record(at instant: ClockReading) throws -> Outcome {
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
    var reader = try reader()
    while let batch = try reader.nextRows(&resolver) {
      guard resolver.targets.count == heads.count else {
        throw WorkspaceFailure.changed(request.table)
      }
      let isNew = known.insert(fingerprints(batch))
      for (row, isNew) in zip(batch.rows, isNew) { tally.count(row, isNew: isNew) }
      writer.write(batch, where: isNew)
    }
    try requireUnchanged()
    outcome.findings += try writer.finish(in: store)
    outcome.counts = tally.counts
    outcome.isRecorded = true
    return outcome
  }

  /// Goes through all rows for their faults.
  ///
  /// - Returns: How many rows have none.
  private mutating func check() throws -> Int {
    var reader = try reader()
    while try reader.nextRows(&resolver) != nil {}
    // What a late row shows about a column can make faults of rows before it.
    let known = facts
    facts = reader.facts
    if facts.condemnsMore(than: known) {
      // A row that is a fault now opens no gate for others.
      resolver.firstDates = [:]
      return try check()
    }
    reader.settle(&resolver)
    outcome.findings = headerRemarks + reader.faults
    outcome.faultyRows = reader.faultyRows
    outcome.lacksOnlyReasons = reader.lacksOnlyReasons
    try requireUnchanged()
    return reader.soundRows
  }

  /// Refuses a table that was written to since its header was read: what was checked is not what would
  /// be taken in.
  private func requireUnchanged() throws {
    guard try FileSystem.live.state(of: request.table, followingLink: true) == state else {
      throw WorkspaceFailure.changed(request.table)
    }
  }

  private var headerRemarks: [Finding] {
    guard !columns.ignored.isEmpty else { return [] }
    let sentence = ImportSentence.ignored(columns.ignored)
    let place = SourcePlace(file: request.name, line: 1, column: 1)
    return [Finding(sentence.problem, .remark, at: place, sentence.what, fix: sentence.fix)]
  }

  private func reader() throws -> ImportReader {
    try ImportReader(
      try CSVStream(request.table, skipping: skippedBytes, separator: columns.separator),
      name: request.name, columns: columns,
      rules: ImportReader.Rules(
        hasReason: request.reason != nil, fillsDown: request.fillsDown,
        fillsDates: request.fillsDates, facts: facts))
  }

  // MARK: - Ledgers

  /// Locks the ledgers of all desks, in the order of their codes so that no two imports wait for each
  /// other, and looks at every row again where one of them has changed since it was read.
  private mutating func lockBooks(year: Int, _ rows: inout Int) throws -> [ImportBook] {
    var desks = resolver.desks
    var books: [Int: ImportBook] = [:]
    var hasChanged = false
    let order = desks.indices.sorted { desks[$0].kecamatan.code < desks[$1].kecamatan.code }
    for place in order {
      let book = ImportBook(try desks[place].lock(year: year, syncedLater: order.count > 1))
      if desks[place].adopt(book.ledger.ledger) { hasChanged = true }
      books[place] = book
    }
    if hasChanged {
      resolver.replace(desks)
      rows = try check()
      // Another writer accepted or exempted in the meantime what the table speaks of.
      guard !outcome.isRefused || request.skipsFaulty else {
        throw WorkspaceFailure.data(outcome.findings)
      }
    }
    return desks.indices.compactMap { books[$0] }
  }

  private func head(
    of target: ImportTarget, _ book: ImportBook, at instant: ClockReading
  ) throws -> SubmissionHead {
    try book.ledger.head(
      unit: target.id.unit, report: resolver.code(of: target), period: target.id.period,
      recorder: request.recorder, at: instant)
  }

  // MARK: - Rows that are there already

  /// The standing submissions of all desks, with room for the rows of the table.
  private mutating func knownRows(roomFor rows: Int) -> FingerprintSet {
    let files = resolver.desks.flatMap(\.ledger.files)
    var known = FingerprintSet(capacity: rows + files.reduce(0) { $0 + $1.rowCount })
    for place in resolver.desks.indices { _ = known.insert(resolver.fingerprints(ofDesk: place)) }
    return known
  }

  private func fingerprints(_ batch: ImportReader.Batch) -> [FingerprintSet.Fingerprint] {
    batch.withTexts { texts in
      batch.rows.map { row in
        ImportResolver.fingerprint(
          resolver.targets[row.target].number, row.date, texts[row.note])
      }
    }
  }
}
