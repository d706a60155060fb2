public import CivilCalendar
public import ComplianceModel
import DurableFiles
import SystemPackage

/// A ledger that this process alone may append to, until the value goes out of scope.
///
/// What is there was read under the lock and holds together. Rows are added one by one and written
/// in batches; they count only after ``commit()``, and all are undone when a write fails or the
/// value goes out of scope before it. A process that is killed in between leaves whole rows, and
/// perhaps a torn last line, which the next writer puts aside.
public struct LockedLedger: ~Copyable {
  /// The ledger before anything was added.
  public let ledger: LedgerFile
  /// What was done to a torn last line, as remarks; known after the first write.
  public private(set) var remarks: [Finding] = []

  private let files: FileSystem
  private var file: LockedFile
  private var codes: CodeTable
  private var scanner: RowScanner
  /// The last instant and the units that were written, as text.
  private var instantText: (instant: ClockReading, text: String)?
  private var unitTexts: [RegionCode: String] = [:]
  /// A torn last line that is to be put aside before anything is written.
  private var fragment: ArraySlice<UInt8>
  private var pending: [UInt8]
  /// What undid the rows; none can be added any more.
  private var failure: FileFailure?
  private var rowCount: Int
  private var committedRows: Int
  private var lastChain: [UInt8]

  /// Bytes that are gathered before they are written.
  private static let batch = 1 << 20

  init(
    _ file: consuming LockedFile, kecamatan: RegionCode, year: Int, files: FileSystem,
    codes: inout CodeTable
  ) throws(LedgerFailure) {
    let contents = file.contents
    var ledger = LedgerFile(contents, kecamatan: kecamatan, year: year, codes: &codes)
    pending = []
    fragment = []
    if let tail = ledger.tornTail, tail.count > 0 {
      // A whole line that lacks its line end only is completed; anything else is put aside.
      let line = [UInt8(ascii: "\n")]
      let completed = LedgerFile(contents + line, kecamatan: kecamatan, year: year, codes: &codes)
      if ledger.firstBrokenRow == nil, completed.firstBrokenRow == nil {
        let sentence = LedgerSentences.lineCompleted
        remarks = [
          Finding(
            .remark, at: SourcePlace(file: ledger.name, line: tail.line, column: 1), sentence.what,
            fix: sentence.fix)
        ]
        ledger = completed
        pending = line
      } else {
        fragment = contents[tail.offset...]
      }
    }
    if !ledger.hasHeader { pending += LedgerColumn.header + [UInt8(ascii: "\n")] }
    self.ledger = ledger
    self.files = files
    self.file = file
    self.codes = codes
    scanner = RowScanner([], name: ledger.name, kecamatan: kecamatan, year: year)
    rowCount = ledger.rowCount
    committedRows = rowCount
    lastChain = Array(ledger.lastChain)
    guard ledger.firstBrokenRow == nil else {
      throw .damaged(ledger.findings.filter { $0.severity == .fault })
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
      let sentence = LedgerSentences.yearOfRecording(instant.date, file: ledger.year)
      throw .refused([Finding(at: SourcePlace(file: ledger.name), sentence.what, fix: sentence.fix)]
      )
    }
    let number = rowCount + 1
    var row = sealedPart(of: entry, number: number, at: instant)
    let chain = Chain.link(after: lastChain[...], row: row[...])
    row.append(UInt8(ascii: ","))
    row += chain
    try check(row, number: number)
    pending += row
    pending.append(UInt8(ascii: "\n"))
    rowCount = number
    lastChain = chain
    if pending.count >= LockedLedger.batch { try write() }
    return LedgerEvent.RowID(year: ledger.year, number: number)
  }

  /// Makes the rows durable that were added since the last commit.
  ///
  /// - Throws: ``LedgerFailure/file(_:)``; the ledger then has the rows of the last commit, and
  ///   takes no more from this value.
  public mutating func commit() throws(LedgerFailure) {
    guard rowCount > committedRows else { return }
    try write()
    do {
      try file.commit()
    } catch {
      throw fail(error)
    }
    committedRows = rowCount
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
    row.field(bytes: LockedLedger.bytes(of: entry.date))
    row.field(bytes: LockedLedger.bytes(of: entry.received))
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

  /// What `CivilDate.description` gives, in bytes; nothing for no date.
  private static func bytes(of date: CivilDate?) -> [UInt8] {
    guard let (year, month, day) = date?.parts else { return [] }
    var bytes = [UInt8](repeating: UInt8(ascii: "-"), count: 10)
    for (place, digit) in [
      (0, year / 1000), (1, year / 100), (2, year / 10), (3, year), (5, month / 10), (6, month),
      (8, day / 10), (9, day),
    ] {
      bytes[place] = UInt8(ascii: "0") + UInt8(digit % 10)
    }
    return bytes
  }

  /// Reads the row as every later reader will.
  private mutating func check(_ row: [UInt8], number: Int) throws(LedgerFailure) {
    scanner.restart(row)
    let scanned = scanner.scan(
      row.indices, number: number, line: number + 1, after: lastChain[...], codes: &codes)
    if let event = scanned.event, let fault = ledger.voidFault(of: event) {
      scanner.report(fault, at: scanned.noteOffset)
    }
    let faults = scanner.findings.filter { $0.severity == .fault }
    guard faults.isEmpty else { throw .refused(faults) }
  }

  private mutating func write() throws(LedgerFailure) {
    if let failure { throw .file(failure) }
    do {
      if !fragment.isEmpty { try putAside() }
      try file.append(pending)
    } catch {
      throw fail(error)
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// After a failure the rows are gone from the file, so that nothing can be chained to them.
  private mutating func fail(_ failure: FileFailure) -> LedgerFailure {
    self.failure = failure
    return .file(failure)
  }

  /// Keeps a torn last line in a file of its own and cuts it off.
  private mutating func putAside() throws(FileFailure) {
    let path = file.path
    let folder = path.removingLastComponent()
    let taken = Set(try files.names(in: folder).map(\.string))
    let base = "\(ledger.year).csv.sisa-"
    var number = 1
    while taken.contains("\(base)\(number)") { number += 1 }
    let copy = folder.appending("\(base)\(number)")
    try files.replaceAtomically(copy, with: Array(fragment))
    do {
      try file.truncate(to: fragment.startIndex)
    } catch {
      // The fragment still stands in the ledger, so that the copy would be a second one.
      try? files.remove(copy)
      throw error
    }
    let line = ledger.tornTail?.line ?? 0
    let sentence = LedgerSentences.setAside("\(base)\(number)")
    remarks.append(
      Finding(
        .remark, at: SourcePlace(file: ledger.name, line: line, column: 1), sentence.what,
        fix: sentence.fix))
    fragment = []
  }
}
