import CivilCalendar
import ComplianceModel
import DurableFiles
import LedgerStore
import SystemPackage
import TestSupport
import Testing

/// Submissions that are added in bulk are rows like any other.
struct SubmissionRowTests {
  let folder: TemporaryFolder
  let store: LedgerStore

  init() throws {
    folder = try TemporaryFolder()
    store = LedgerStore(folder: folder.filePath)
  }

  private func lock() throws -> LockedLedger {
    var codes = CodeTable()
    return try store.lock(try hatungun(), year: 2026, codes: &codes)
  }

  private func add(
    _ notes: [String], date: String = "2026-02-20", received: String = "2026-02-21"
  ) throws {
    var ledger = try lock()
    let head = try ledger.head(
      unit: try hatungun(), report: "LPPD", period: try period("2025"), recorder: "operator, satu",
      at: try instant("2026-02-21T08:00:00+08:00"))
    let (date, received) = (try day(date), try day(received))
    for note in notes {
      let bytes = Array(note.utf8)
      try bytes.withUnsafeBufferPointer {
        _ = try ledger.add(head, date: date, received: received, note: $0)
      }
    }
    try ledger.commit()
  }

  private static let notes = [
    "", "biasa", "dengan, koma", "dengan \"kutip\"", "\"", ",", "é ✓ desa", " tepi ",
    String(repeating: "\"", count: 300), String(repeating: "panjang ", count: 200),
  ]

  @Test(arguments: [
    (["=1+1"], [2]), (["+62 811"], [2]), (["-x"], [2]), (["@SUM(A1)"], [2]),
    (["biasa", "=1", "=2"], [3]),
    (["-", "", "1=1", " =1", "[a.pdf] =1"], []),
  ])
  func `a note that a spreadsheet would run is remarked on once, and recorded as it is`(
    _ notes: [String], _ lines: [Int]
  ) throws {
    var ledger = try lock()
    let head = try ledger.head(
      unit: try hatungun(), report: "LPPD", period: try period("2025"), recorder: "operator",
      at: try instant("2026-02-21T08:00:00+08:00"))
    for note in notes {
      let bytes = Array(note.utf8)
      try bytes.withUnsafeBufferPointer {
        _ = try ledger.add(
          head, date: try day("2026-02-20"), received: try day("2026-02-20"), note: $0)
      }
    }
    let remarks = ledger.remarks
    try ledger.commit()
    #expect(remarks.map(\.place.line) == lines)
    #expect(remarks.allSatisfy { $0.code == "buku.rumus" && $0.severity == .remark })
    let text = try folder.text(of: "buku/63.05.12/2026.csv")
    #expect(notes.allSatisfy { text.contains(",\($0),") })
    // A row that is recorded alone is remarked on likewise.
    let other = try TemporaryFolder()
    let receipt = try LedgerStore(folder: other.filePath).append(
      try notes.map { try submission(note: $0) }, to: try hatungun(),
      at: try instant("2026-02-21T08:00:00+08:00"))
    #expect(receipt.remarks.map(\.place.line) == lines)
  }

  @Test func `they have the very bytes that single rows have`() throws {
    try add(SubmissionRowTests.notes)
    let bulk = try folder.bytes(of: "buku/63.05.12/2026.csv")
    let other = try TemporaryFolder()
    for note in SubmissionRowTests.notes {
      var entry = try submission(note: note)
      entry.received = try day("2026-02-21")
      entry.recorder = "operator, satu"
      try LedgerStore(folder: other.filePath).append(
        [entry], to: try hatungun(), at: try instant("2026-02-21T08:00:00+08:00"))
    }
    #expect(try other.bytes(of: "buku/63.05.12/2026.csv") == bulk)
  }

  @Test func `they are read back whole, over more than one batch`() throws {
    let notes = (0..<12_000).map { "baris \($0) " + String(repeating: "x", count: $0 % 200) }
    try add(notes)
    try add(["sesudahnya"])
    var codes = CodeTable()
    let ledger = try #require(try store.read(try hatungun(), year: 2026, codes: &codes))
    #expect(ledger.findings.isEmpty)
    #expect(ledger.rowCount == 12_001)
    #expect(ledger.row(12_000)?.entry.note == notes.last)
    var seen: [String] = []
    ledger.forEachSubmission { seen.append(String(decoding: $1, as: UTF8.self)) }
    #expect(seen == notes + ["sesudahnya"])
  }

  @Test(arguments: ["dua\nbaris", "tab\tdi tengah", "\u{7F}", "\u{2028}", "\u{85}"])
  func `a note that is no line of text is refused, and the rows before it stand`(
    _ note: String
  ) throws {
    var ledger = try lock()
    let head = try ledger.head(
      unit: try hatungun(), report: "LPPD", period: try period("2025"), recorder: "operator",
      at: try instant("2026-02-21T08:00:00+08:00"))
    let date = try day("2026-02-20")
    var refusals = 0
    for bytes in [Array("pertama".utf8), Array(note.utf8), [0xC3, 0x28], Array("kedua".utf8)] {
      let copy = bytes
      try copy.withUnsafeBufferPointer { bytes in
        do {
          try ledger.add(head, date: date, received: date, note: bytes)
        } catch LedgerFailure.refused {
          refusals += 1
        }
      }
    }
    #expect(refusals == 2)
    try ledger.commit()
    var codes = CodeTable()
    let read = try #require(try store.read(try hatungun(), year: 2026, codes: &codes))
    #expect(read.findings.isEmpty)
    #expect(read.rowCount == 2)
  }

  @Test func `a day of receipt after the day of recording is refused`() throws {
    #expect(throws: LedgerFailure.self) { try add(["x"], received: "2026-02-22") }
    try add(["x"], received: "2026-02-21")
  }

  @Test func `a head is held against the rules of a row`() throws {
    try head(try hatungun(), "LPPD")
    #expect(throws: LedgerFailure.self) { try head(try region("63.05.05"), "LPPD") }
    #expect(throws: LedgerFailure.self) { try head(try hatungun(), "LPPD\n") }
    #expect(throws: LedgerFailure.self) { try head(try hatungun(), "") }
  }

  private func head(_ unit: RegionCode, _ report: String) throws {
    var ledger = try lock()
    _ = try ledger.head(
      unit: unit, report: report, period: try period("2025"), recorder: "operator",
      at: try instant("2026-02-21T08:00:00+08:00"))
  }

  @Test func `several ledgers are made durable by one call for the whole file system`() throws {
    let syncs = Sabotage(.max, of: .sync)
    let store = LedgerStore(folder: folder.filePath, files: syncs.files)
    var codes = CodeTable()
    for code in ["63.05.12", "63.05.05", "63.04.04"] {
      let region = try region(code)
      var ledger = try store.lock(region, year: 2026, codes: &codes, syncedLater: true)
      try ledger.add(
        LedgerEntry(
          kind: .submitted, unit: region, subject: "LPPD", period: "2025",
          date: try day("2026-02-20"), received: try day("2026-02-20"), recorder: "operator"),
        at: try instant("2026-02-21T08:00:00+08:00"))
      try ledger.flush()
      #expect(syncs.reached == 0)
      if code == "63.04.04" { try store.syncAll() }
      try ledger.commit(afterSync: true)
    }
    #expect(syncs.reached == 1)
  }
}
