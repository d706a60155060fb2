import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import LedgerStore
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// Ledger and history of one kecamatan, after rows were written here or elsewhere.
@Suite struct `The books of a kecamatan` {
  private let founded: FoundedWorkspace

  init() throws {
    founded = try FoundedWorkspace()
    try founded.append(
      [try FoundedWorkspace.entry(.submitted, "LPPD", "2025", "2026-02-20")],
      at: "2026-02-20T09:00:00+08:00")
  }

  private let name = "buku/63.05.12/2026.csv"

  private func entry(_ subject: String, _ period: String, _ date: String) throws -> LedgerEntry {
    try FoundedWorkspace.entry(.submitted, subject, period, date)
  }

  private func instant(_ text: String) throws -> ClockReading { try #require(ClockReading(text)) }

  @discardableResult
  private func append(
    _ entries: [LedgerEntry], to desk: inout Desk, at text: String
  ) throws -> LedgerReceipt {
    try desk.append(at: instant(text), deciding: { _, _ in entries })
  }

  /// Whether both halves know the same rows: one row of the history for each of the ledger.
  private func agree(_ desk: Desk) -> Bool {
    let known = desk.history.obligations.flatMap { desk.history.rows(of: $0) }.map(\.row).sorted()
    return known == desk.ledger.events.map(\.row).sorted()
      && desk.ledger.events.allSatisfy { desk.row($0.row) != nil }
  }

  @Test func `what was appended is in ledger and history at once`() throws {
    var desk = try founded.desk()
    let receipt = try append(
      [try entry("LKIP", "2025", "2026-02-27")], to: &desk, at: "2026-03-02T09:00:00+08:00")
    #expect(desk.ledger.events.count == 2)
    #expect(agree(desk))
    #expect(desk.row(receipt.rows[0])?.entry.subject == "LKIP")
    #expect(desk.ledger.file(of: 2026)?.bytes == Array(try founded.folder.text(of: name).utf8))
    // The first row of another year makes a file of its own.
    try append(
      [try entry("LPPD", "2026", "2027-01-04")], to: &desk, at: "2027-01-04T09:00:00+08:00")
    #expect(desk.ledger.files.map(\.year) == [2026, 2027])
    #expect(agree(desk))
    #expect(try desk.ledger.findings == founded.desk().ledger.findings)
  }

  @Test func `rows of others are seen under the lock, and known afterwards`() throws {
    var desk = try founded.desk()
    try founded.append([try entry("LKIP", "2025", "2026-02-27")], at: "2026-02-27T09:00:00+08:00")
    let receipt = try desk.append(
      at: instant("2026-03-02T09:00:00+08:00"),
      deciding: { judge, books in
        let other = LedgerEvent.RowID(year: 2026, number: 2)
        #expect(books.row(other)?.entry.subject == "LKIP")
        #expect(Array(judge.history.obligations).count == 2)
        return []
      })
    #expect(receipt.rows.isEmpty)
    #expect(desk.ledger.events.count == 2)
    #expect(agree(desk))
  }

  @Test func `where nothing is written the books are as they were`() throws {
    struct Refused: Error {}
    var desk = try founded.desk()
    try founded.append([try entry("LKIP", "2025", "2026-02-27")], at: "2026-02-27T09:00:00+08:00")
    #expect(throws: Refused.self) {
      try desk.append(
        at: instant("2026-03-02T09:00:00+08:00"), deciding: { _, _ in throw Refused() })
    }
    #expect(desk.ledger.events.count == 1)
    #expect(agree(desk))
  }

  @Test func `the last day of knowledge outlives an append and a reading`() throws {
    try founded.append([try entry("LKIP", "2025", "2026-02-27")], at: "2026-02-27T09:00:00+08:00")
    var desk = try founded.desk(knownThrough: day("2026-02-20"))
    func known() -> Int { Array(desk.history.obligations).count }
    #expect(known() == 1)
    _ = try desk.append(
      at: instant("2026-03-02T09:00:00+08:00"),
      deciding: { judge, books in
        // A row is admitted by all that is there.
        #expect(Array(judge.history.obligations).count == 2)
        #expect(books.ledger.events.count == 2)
        return [try entry("LPPD", "2024", "2026-02-20")]
      })
    #expect(desk.ledger.events.count == 3)
    #expect(known() == 1)
    try desk.reread()
    #expect(known() == 1)
    #expect(desk.knownThrough == (try day("2026-02-20")))
  }

  @Test func `rows for several kecamatan are known to the books of each`() throws {
    var desks = [try founded.desk()]
    let written = try Desk.append(to: &desks, at: instant("2026-03-02T09:00:00+08:00")) {
      _, _ in [try entry("LKIP", "2025", "2026-02-27"), try entry("LPPD", "2024", "2026-02-27")]
    }
    #expect(written[0].rows.map(\.number) == [2, 3])
    #expect(desks[0].ledger.events.count == 3)
    #expect(agree(desks[0]))
  }

  // MARK: - Read again

  @Test func `a ledger that has grown is known whole`() throws {
    var desk = try founded.desk()
    try founded.append([try entry("LKIP", "2025", "2026-02-27")], at: "2026-02-27T09:00:00+08:00")
    try founded.append([try entry("LPPD", "2026", "2027-01-04")], at: "2027-01-04T09:00:00+08:00")
    try desk.reread()
    #expect(desk.ledger.events.count == 3)
    #expect(agree(desk))
    #expect(try desk.ledger.files.map(\.mark) == founded.desk().ledger.files.map(\.mark))
  }

  @Test func `a torn last line is left out until it is whole`() throws {
    var desk = try founded.desk()
    try founded.append([try entry("LKIP", "2025", "2026-02-27")], at: "2026-02-27T09:00:00+08:00")
    let whole = try founded.folder.text(of: name)
    try founded.folder.write(String(whole.dropLast(20)), to: name)
    try desk.reread()
    #expect(desk.ledger.events.count == 1)
    #expect(desk.ledger.findings.count == 1)
    try founded.folder.write(whole, to: name)
    try desk.reread()
    #expect(desk.ledger.events.count == 2)
    #expect(desk.ledger.findings.isEmpty)
    #expect(agree(desk))
  }

  @Test func `a ledger that was cut and written on is read as it is now`() throws {
    let first = try founded.folder.text(of: name)
    try founded.append([try entry("LKIP", "2025", "2026-02-27")], at: "2026-02-27T09:00:00+08:00")
    var desk = try founded.desk()
    try founded.folder.write(first, to: name)
    try founded.append(
      [try entry("LPPD", "2024", "2026-02-26"), try entry("LPPD", "2023", "2026-02-26")],
      at: "2026-02-26T09:00:00+08:00")
    try desk.reread()
    #expect(desk.ledger.events.count == 3)
    #expect(desk.ledger.row(.init(year: 2026, number: 2))?.entry.period == "2024")
    #expect(agree(desk))
  }

  @Test func `a byte that was changed breaks the chain, whether the ledger has grown or not`()
    throws
  {
    let sound = try founded.folder.text(of: name)
    var desk = try founded.desk()
    for grows in [false, true] {
      if grows {
        try founded.append(
          [try entry("LKIP", "2025", "2026-02-27")], at: "2026-02-27T09:00:00+08:00")
      }
      let text = try founded.folder.text(of: name)
      let changed = text.replacing("2026-02-20,2026-02-20", with: "2026-02-19,2026-02-20")
      try #require(changed.utf8.count == text.utf8.count && changed != text)
      try founded.folder.write(changed, to: name)
      let error = #expect(throws: WorkspaceFailure.self) { try desk.reread() }
      guard case .data(let findings)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(findings.map(\.place.line) == [2])
      // Nothing is written to it either, and the books are as they were.
      #expect(throws: LedgerFailure.self) {
        try append(
          [try entry("LPPD", "2024", "2026-02-27")], to: &desk, at: "2026-03-02T09:00:00+08:00")
      }
      #expect(desk.ledger.events.count == 1)
      #expect(agree(desk))
      try founded.folder.write(sound, to: name)
    }
    try desk.reread()
    #expect(desk.ledger.events.count == 1)
  }

  @Test func `a ledger that is gone is gone from both`() throws {
    var desk = try founded.desk()
    try FileSystem.live.remove(founded.path.appending(name))
    try desk.reread()
    #expect(desk.ledger.files.isEmpty)
    #expect(agree(desk))
  }
}
