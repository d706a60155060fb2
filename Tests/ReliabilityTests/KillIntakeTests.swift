import ComplianceModel
import DurableFiles
import Foundation
import LedgerStore
import TestSupport
import Testing

/// Bulk records that are killed at random moments: whole rows only, and a second run adds the rest.
struct KillIntakeTests {
  private static let villages = (2001...2008).map { "63.05.12.\($0)" }

  /// How much of a run's rows is in the ledger, each of them once and as it was to be.
  private func trace(_ expected: [String], in found: [String]) -> KillTrial.Trace {
    #expect(Set(found).count == found.count, "a row is there twice")
    #expect(Set(found).isSubset(of: expected))
    return found.isEmpty ? .nothing : found.count == expected.count ? .everything : .part
  }

  /// The rows of a table: submissions of the villages, told apart by their notes.
  private static func rows(_ run: Int, _ count: Int) -> [(line: String, note: String)] {
    (0..<count).map { number in
      let note = "impor \(run)-\(number)"
      return ("\(villages[number % 8]),LPPDesa,2025,2026-02-19,\"\(note), é\"", "\(note), é")
    }
  }

  @Test func `an impor that is killed has taken in whole rows, and run again adds the rest`()
    async throws
  {
    try await killImports(named: "impor", of: 60, Torture.count(50, long: 1_000), perOffice: 10)
  }

  /// A table of several batches, so that many kills fall between two writes.
  @Test(.enabled(if: Torture.isLong))
  func `a large impor that is killed between its batches is completed by the next run`()
    async throws
  {
    try await killImports(named: "impor besar", of: 20_000, 40, perOffice: 4)
  }

  private func killImports(
    named name: String, of count: Int, _ kills: Int, perOffice: Int
  ) async throws {
    let trial = KillTrial(
      name: name, runsPerOffice: perOffice,
      prepare: { office, run throws -> [String] in
        let table =
          "unit,laporan,periode,tanggal,catatan\n"
          + KillIntakeTests.rows(run, count).map { $0.line + "\n" }.joined()
        try office.write(table.utf8, to: "kiriman/tabel-\(run).csv")
        return ["impor", office.path(of: "kiriman/tabel-\(run).csv")]
      },
      check: { _, ledger, run throws -> KillTrial.Trace in
        let notes = KillIntakeTests.rows(run, count).map(\.note)
        let found = (ledger?.events ?? []).compactMap { ledger?.row($0.row.number)?.entry.note }
          .filter { $0.hasPrefix("impor \(run)-") }
        // Rows are written in the order of the table: what is there is its beginning.
        #expect(notes.starts(with: found))
        return trace(notes, in: found)
      },
      finish: { office in
        // Each table that was cut short is completed by running it again, and nothing is doubled.
        let tables = office.files(in: "kiriman")
        for table in tables { try await office.do("impor \(office.path(of: table))") }
        let rows = try #require(try office.ledger()).rowCount
        #expect(rows == tables.count * count)
        try await office.do("impor \(office.path(of: tables[0]))")
        #expect(try office.ledger()?.rowCount == rows)
      })
    try await trial.kill(kills)
  }

  // MARK: - The drop folder

  /// A document of the drop folder: its name, and bytes that no other one has.
  private static func document(_ run: Int, _ village: String) -> (name: String, bytes: [UInt8]) {
    let head = Array("%PDF-dokumen \(village) dari kali ke-\(run)\n".utf8)
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: 20_000)
    return ("\(village)_LPPDesa_2025.pdf", head + blanks)
  }

  /// Puts eight documents into the drop folder.
  private static func drop(_ run: Int, _ office: TestOffice) throws {
    for village in villages {
      let (name, bytes) = document(run, village)
      try office.write(bytes, to: "kotak-masuk/\(name)")
    }
  }

  private static func isWaiting(_ office: TestOffice) -> Bool {
    // Folders below it hold what was taken and what was refused.
    villages.contains { village in
      FileManager.default.fileExists(
        atPath: office.path(of: "kotak-masuk/\(village)_LPPDesa_2025.pdf"))
    }
  }

  @Test func `a pindai that is killed loses no document and takes none twice`() async throws {
    let year = Int(TestOffice.clockDay.prefix(4)) ?? 0
    let trial = KillTrial(
      name: "pindai", runsPerOffice: 10, today: TestOffice.clockDay,
      prepare: { office, run throws -> [String] in
        // What the run before left there is taken by a run that nobody kills.
        if KillIntakeTests.isWaiting(office) {
          let ending = try Victim.run(
            [Torture.program, "pindai", "--segera"],
            environment: office.environment(on: TestOffice.clockDay), killedAfter: nil)
          #expect(ending == .exited(0))
        }
        try KillIntakeTests.drop(run, office)
        return ["pindai", "--segera"]
      },
      check: { office, ledger, run throws -> KillTrial.Trace in
        let expected = KillIntakeTests.villages.map {
          sha256(KillIntakeTests.document(run, $0).bytes)
        }
        let found = (ledger?.events ?? []).compactMap { ledger?.row($0.row.number)?.entry.sha256 }
          .filter { expected.contains($0) }
        // What has no row still lies in the drop folder, whole.
        for village in KillIntakeTests.villages {
          let (name, bytes) = KillIntakeTests.document(run, village)
          guard !found.contains(sha256(bytes)) else { continue }
          #expect(try office.bytes(of: "kotak-masuk/\(name)") == bytes)
        }
        return trace(expected, in: found)
      },
      finish: { office in
        _ = try await office.run("pindai --segera", on: TestOffice.clockDay)
        let ledger = try #require(try office.ledger(year))
        let hashes = ledger.events.compactMap { ledger.row($0.row.number)?.entry.sha256 }
        #expect(Set(hashes).count == hashes.count)
        #expect(!KillIntakeTests.isWaiting(office))
        #expect(hashes.count.isMultiple(of: KillIntakeTests.villages.count))
      })
    try await trial.kill(Torture.count(50, long: 1_000))
  }
}
