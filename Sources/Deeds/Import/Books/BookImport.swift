public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
public import SystemPackage
public import Workspace

/// Takes rows of another ledger into that of its kecamatan, each by its kind: those that went with a
/// damaged ledger, or that a copy has alone.
///
/// The rows are recorded today, oldest first; who recorded each when, and where it stands in the other
/// ledger, goes into its `catatan`. A row that is there already, void or not, is never doubled, and a
/// `batal` names the row that its target has become. All rows are taken or none, except for those with
/// faults where these are to be left out.
public struct BookImport {
  /// What is asked for.
  public struct Request: Sendable {
    /// The other ledger.
    public var book: FilePath
    /// The other ledger as it is named to the user.
    public var name: String
    /// Why its rows are taken in; `nil` where the row's origin says enough.
    public var reason: String?
    /// Whether rows with faults are left out instead of stopping the import.
    public var skipsFaulty: Bool
    /// Who records.
    public var recorder: String

    /// Creates a request.
    public init(
      book: FilePath, name: String, reason: String?, skipsFaulty: Bool, recorder: String
    ) {
      self.book = book
      self.name = name
      self.reason = reason
      self.skipsFaulty = skipsFaulty
      self.recorder = recorder
    }
  }

  /// A row of the other ledger without a fault.
  public struct Row: Sendable {
    /// `urutan` in the other ledger.
    public let number: Int
    /// What it says.
    public let kind: LedgerEvent.Kind
    /// Its unit as it is printed.
    public let unitName: String
    /// The unit's code.
    public let unit: RegionCode
    /// `laporan` and `periode`, as far as it has them.
    public let subject, period: String
    /// `tanggal`.
    public let date: CivilDate
    /// The row that it is here: one that was there already, or a new one.
    public let place: LedgerEvent.RowID
    /// Whether no row here said the same.
    public let isNew: Bool
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// Every fault, and remarks.
    public internal(set) var findings: [Finding] = []
    /// The rows without faults, oldest first.
    public internal(set) var rows: [Row] = []
    /// How many rows have faults.
    public internal(set) var faultyRows = 0
    /// Whether the new rows were written.
    public internal(set) var isRecorded = false

    /// Whether faults keep the import from being done.
    public var isRefused: Bool { findings.contains { $0.severity == .fault } }
  }

  private let request: Request
  private let store: LedgerStore
  private let instant: ClockReading
  private let copy: LedgerCopy
  private var desk: Desk
  private var evidence: EvidenceCheck

  /// Reads the other ledger.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - workspace: The workspace that the rows are taken into.
  ///   - instant: When they are recorded.
  /// - Throws: `FileFailure` where the file cannot be read; `WorkspaceFailure/data(_:)` where it is no
  ///   ledger, or that of a kecamatan that is not watched here.
  public init(_ request: Request, _ workspace: Workspace, at instant: ClockReading) throws {
    self.request = request
    self.instant = instant
    store = workspace.ledgers
    evidence = EvidenceCheck(store)
    let place = SourcePlace(file: request.name, line: 1, column: 1)
    guard let bytes = try workspace.files.bytes(of: request.book, atMost: Limits.book) else {
      throw WorkspaceFailure.noBook(request.book)
    }
    var codes = CodeTable()
    guard let copy = LedgerCopy(bytes, name: request.name, codes: &codes) else {
      throw WorkspaceFailure.data([BookSentence.noLedger(at: place)])
    }
    guard let code = copy.kecamatan else {
      throw WorkspaceFailure.data([BookSentence.noRow(at: place)])
    }
    guard let kecamatan = workspace.kecamatan.first(where: { $0.code == code }) else {
      throw WorkspaceFailure.data([BookSentence.otherKecamatan(code, at: place)])
    }
    desk = try workspace.desk(of: kecamatan)
    // Read once more with the codes of the calendar, so that its rows can be judged.
    var known = desk.calendar.codes
    self.copy = LedgerCopy(bytes, name: request.name, codes: &known) ?? copy
    desk.adopt(known)
  }

  /// Says what recording would do, and writes nothing.
  public mutating func preview() throws -> Outcome {
    let year = instant.date.year
    let current = desk.ledger.file(of: year)
    return try plan(desk.ledger, next: (current?.rowCount ?? 0) + 1).outcome
  }

  /// Takes the rows in; they are durable when it returns.
  ///
  /// - Returns: What came of it; nothing was written where it is refused.
  /// - Throws: `LedgerFailure`, or what reading throws; nothing was then written.
  public mutating func record() throws -> Outcome {
    var planned = Plan()
    var codes = desk.calendar.codes
    let receipt = try store.append(
      to: desk.kecamatan.code, at: instant, codes: &codes,
      after: desk.ledger.file(of: instant.date.year)
    ) { current, _ in
      planned = try plan(desk.ledger.replacing(current), next: current.rowCount + 1)
      return planned.outcome.isRefused && !request.skipsFaulty ? [] : planned.entries
    }
    planned.outcome.findings += receipt.remarks
    planned.outcome.isRecorded = !receipt.rows.isEmpty
    return planned.outcome
  }

  // MARK: - The plan

  /// What is written, and what is said of it.
  private struct Plan {
    var outcome = Outcome()
    var entries: [LedgerEntry] = []
  }

  /// Finds for every row of the other ledger what becomes of it.
  ///
  /// - Parameters:
  ///   - ledger: The ledgers here.
  ///   - next: The number that the next row will have.
  /// - Returns: What becomes of the rows.
  /// - Throws: What reading evidence throws.
  private mutating func plan(_ ledger: LedgerHistory, next: Int) throws -> Plan {
    var plan = Plan()
    var known = BookRows(ledger)
    var places: [Int: LedgerEvent.RowID] = [:]
    plan.outcome.findings = BookSentence.remarks(on: copy, named: request.name)
    for row in copy.rows where row.content == nil {
      plan.outcome.findings.append(BookSentence.unreadable(row, named: request.name))
      plan.outcome.faultyRows += 1
    }
    var numbers: Set<Int> = []
    for row in oldestFirst {
      let place = SourcePlace(file: request.name, line: row.line, column: 1)
      var faults = self.faults(of: row, at: place)
      if !numbers.insert(row.event.row.number).inserted {
        faults.append(BookSentence.twice(row.event.row.number, at: place))
      }
      let target = row.event.voids.flatMap { id in
        id.year == copy.year ? places[id.number] : known.twin(of: row.event, voiding: id)
      }
      if row.event.voids != nil, target == nil {
        faults.append(BookSentence.lostTarget(row.content.entry.note, at: place))
      }
      let said = BookRows.Said(row.event, row.content.entry, voiding: target)
      let twin = faults.isEmpty ? known.take(said) : nil
      if faults.isEmpty, twin == nil, let missing = evidenceFault(row, at: place) {
        faults.append(missing)
      }
      guard faults.isEmpty else {
        plan.outcome.findings += faults
        plan.outcome.faultyRows += 1
        continue
      }
      let id =
        twin
        ?? LedgerEvent.RowID(
          year: instant.date.year, number: next + plan.entries.count)
      places[row.event.row.number] = id
      if twin == nil { plan.entries.append(entry(row, voiding: target)) }
      plan.outcome.rows.append(shown(row, at: id, isNew: twin == nil))
    }
    plan.outcome.findings.sort { $0.place.line < $1.place.line }
    return plan
  }

  /// A row that can be read.
  private typealias Readable = (
    line: Int, event: LedgerEvent, content: LedgerRow, row: LedgerCopy.Row
  )

  private var oldestFirst: [Readable] {
    let rows = copy.rows.compactMap { row -> Readable? in
      guard let event = row.event, let content = row.content else { return nil }
      return (row.line, event, content, row)
    }
    return rows.sorted {
      ($0.content.recordedAt.unixSeconds, $0.line) < ($1.content.recordedAt.unixSeconds, $1.line)
    }
  }

  /// What keeps a row from being taken in, whatever is there.
  private func faults(of row: Readable, at place: SourcePlace) -> [Finding] {
    var faults = row.row.faults.map(BookSentence.left)
    if !row.row.isProved { faults.append(BookSentence.notProved(row.event.row.number, at: place)) }
    if row.event.recorded > instant.date {
      faults.append(BookSentence.recordedLater(row.event.recorded, at: place))
    }
    if desk.kecamatan.name(of: row.event.unit) == nil, desk.kecamatan.code.contains(row.event.unit)
    {
      faults.append(BookSentence.unknownUnit(row.event.unit, at: place))
    }
    return faults
  }

  private mutating func evidenceFault(_ row: Readable, at place: SourcePlace) -> Finding? {
    let entry = row.content.entry
    guard !entry.file.isEmpty else { return nil }
    let claim = EvidenceClaim(
      row: row.event.row, kind: row.event.kind, unit: row.event.unit, path: entry.file,
      sha256: entry.sha256, place: place)
    return evidence.states(of: claim).lazy.compactMap { $0.state.finding(for: $0.claim) }.first
  }

  // MARK: - Rows

  private func entry(
    _ row: Readable, voiding target: LedgerEvent.RowID?
  ) -> LedgerEntry {
    var entry = row.content.entry
    entry.recorder = request.recorder
    // What a reader takes for an empty date holds only for the day on which the row was recorded.
    entry.date = row.event.date
    entry.received = row.event.received
    var note = entry.note
    if let target {
      let mark = target.year == instant.date.year ? "#\(target.number)" : target.text
      note = ([mark] + note.split(separator: " ").dropFirst().map(String.init)).joined(
        separator: " ")
    }
    let origin =
      "baris \(row.event.row.number) \(request.book.lastComponent?.string ?? request.name) dicatat "
      + "\(row.content.recordedAt) oleh \(row.content.entry.recorder)"
    let words = [request.reason, origin].compactMap(\.self).joined(separator: "; ")
    entry.note = ImportNote.adding(words, to: note, isLate: isLate(row.event))
    return entry
  }

  private func isLate(_ event: LedgerEvent) -> Bool {
    guard event.kind == .submitted else { return false }
    let obligation = event.obligation.flatMap { try? desk.obligation($0, asOf: instant.date) }
    return Assessment.isLateEntry(
      recorded: instant.date, date: event.date, received: event.received,
      meaning: obligation?.rule?.meaning ?? .submission)
  }

  private func shown(_ row: Readable, at place: LedgerEvent.RowID, isNew: Bool) -> Row {
    Row(
      number: row.event.row.number, kind: row.event.kind,
      unitName: desk.kecamatan.displayName(of: row.event.unit), unit: row.event.unit,
      subject: row.content.entry.subject, period: row.content.entry.period, date: row.event.date,
      place: place, isNew: isNew)
  }
}
