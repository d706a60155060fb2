import CivilCalendar
import ComplianceModel
import Deeds
import Foundation
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// What only shows where an import is looked at from inside.
struct TableImportTests {
  let founded: FoundedWorkspace

  init() throws { founded = try FoundedWorkspace() }

  private static let header = "unit,laporan,periode,tanggal,catatan\n"
  private static let row = "63.05.12.2001,LKPJDes,2025,2026-03-25,baris"

  private func table(_ text: String) throws -> TableImport {
    let path = try founded.folder.write(text, to: "tabel.csv")
    return try TableImport(
      TableImport.Request(
        table: FilePath(path), name: "tabel.csv", reason: nil, skipsFaulty: false,
        recorder: "petugas"),
      try founded.open(), today: try day("2026-03-30"))
  }

  private var instant: ClockReading {
    get throws { try #require(ClockReading("2026-03-30T10:00:00+08:00")) }
  }

  @Test(arguments: ["", header + row, header + row + " lain\n" + row + " lagi\n"])
  func `a table that is written to while it is read is refused, and nothing is recorded`(
    _ later: String
  ) throws {
    var table = try table(Self.header + "\(Self.row)\n")
    try founded.folder.write(later, to: "tabel.csv")
    #expect {
      _ = try table.record(at: try instant)
    } throws: { error in
      if case .changed? = error as? WorkspaceFailure { true } else { false }
    }
    #expect(try founded.desk().ledger.events.isEmpty)
  }

  @Test func `a batch that ends within a quoted field keeps the texts of its rows`() throws {
    // Rows of many pieces of the table, some with doubled quotes, which are kept beside.
    var text = Self.header
    var notes: [String] = []
    for number in 0..<12_000 {
      let note = number % 3 == 0 ? "kutip \"\(number)\", koma" : "baris nomor \(number)"
      notes.append(note)
      text += "63.05.12.2001,LKPJDes,2025,2026-03-25,"
      text += number % 3 == 0 ? "\"\(note.replacing("\"", with: "\"\""))\"\n" : "\(note)\n"
    }
    var table = try table(text)
    let outcome = try table.record(at: try instant)
    #expect(outcome.isRecorded)
    #expect(outcome.counts.map(\.new) == [12_000])
    let ledger = try founded.desk().ledger
    #expect(ledger.events.count == 12_000)
    #expect(ledger.events.compactMap { ledger.row($0.row)?.entry.note } == notes)
  }
}
