import ComplianceModel
import LedgerStore
import TestSupport
import Testing

/// What was acknowledged is never lost, and what was not is never half there.
struct KillTests {
  /// A piece of evidence that differs from run to run; every third one takes some writes to copy.
  private static func evidence(_ run: Int) -> [UInt8] {
    let line = Array("%PDF-bukti ke-\(run)\n".utf8)
    return run % 3 == 0 ? Array(repeatElement(line, count: 30_000).joined()) : line
  }

  private static func note(_ run: Int) -> String { "kali ke-\(run), \"utuh\" é" }

  @Test func `a catat that is killed at any moment has recorded its row or nothing`()
    async throws
  {
    let trial = KillTrial(
      name: "catat", runsPerOffice: 100,
      prepare: { office, run throws -> [String] in
        try office.write(KillTests.evidence(run), to: "kiriman/bukti-\(run).pdf")
        return [
          "catat", "LKIP", "2025", "--catatan", KillTests.note(run), "--berkas",
          office.path(of: "kiriman/bukti-\(run).pdf"),
        ]
      },
      check: { _, ledger, run throws -> KillTrial.Trace in
        guard let ledger else { return .nothing }
        let note = "[bukti-\(run).pdf] \(KillTests.note(run))"
        let entries = ledger.events.compactMap { ledger.row($0.row.number)?.entry }
          .filter { $0.note == note }
        guard let entry = entries.first else { return .nothing }
        #expect(entries.count == 1)
        #expect(entry.sha256 == sha256(KillTests.evidence(run)))
        #expect(entry.date == (try day(TestOffice.today)))
        return .everything
      })
    try await trial.kill(Torture.count(50, long: 1_000))
  }
}
