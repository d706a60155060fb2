import CivilCalendar
import ComplianceModel
import DurableFiles
import Inspection
import LedgerStore
import Reminders
import SystemPackage
import TestSupport
import Testing
import Workspace

/// A ledger of which something is left, and which is gone.
@Suite struct `A ledger that is gone` {
  private let founded: FoundedWorkspace

  init() throws { founded = try FoundedWorkspace() }

  private func rows(in year: Int) throws {
    let entry = try FoundedWorkspace.entry(.submitted, "LKIP", "\(year - 1)", "\(year)-02-20")
    try founded.append([entry], at: "\(year)-02-20T09:00:00+08:00")
  }

  private func remove(_ year: Int) throws {
    try founded.folder.remove("buku/63.05.12/\(year).csv")
  }

  /// The ledgers that are told to be gone, each with its trace.
  private func lost() throws -> [String] {
    try founded.findings(of: "buku-hilang").map { finding in
      #expect(finding.severity == .fault && finding.code == InspectionProblem.lostLedger.rawValue)
      return "\(finding.place.file) \(finding.what.split(separator: ": ").last ?? "")"
    }
  }

  @Test func `an office that has recorded nothing lost nothing`() throws {
    #expect(try lost() == [])
    let run = OutboxRow(at: try #require(ClockReading("2026-02-20T09:00:00+08:00")), .ran(.good))
    var outbox = try Outbox(workspace: founded.path).lock(year: 2026)
    try outbox.append([run])
    _ = consume outbox
    #expect(try lost() == [])
  }

  @Test func `a ledger that is there is not told, whatever is left of it`() throws {
    try rows(in: 2026)
    try founded.folder.write("x", to: "dokumen/63.05.12/2026/surat.pdf")
    try founded.folder.write("x", to: "buku/63.05.12/2026.csv.sisa-1")
    #expect(try lost() == [])
  }

  @Test(arguments: [
    ("dokumen/63.05.12/2026/surat.pdf", "buktinya ada, misalnya dokumen/63.05.12/2026/surat.pdf"),
    ("buku/63.05.12/2026.csv.sisa-1", "sisihannya ada, buku/63.05.12/2026.csv.sisa-1"),
    ("buku/63.05.12/2026.csv.rusak-2", "sisihannya ada, buku/63.05.12/2026.csv.rusak-2"),
  ])
  func `what lies beside it tells of it`(_ name: String, _ trace: String) throws {
    try founded.folder.write("x", to: name)
    #expect(try lost() == ["buku/63.05.12/2026.csv \(trace)"])
  }

  @Test(arguments: [
    "dokumen/63.05.12/2026", "dokumen/63.05.12.2001/2026/x.pdf", "dokumen/lain/2026/x.pdf",
    "dokumen/63.05.12/arsip/x.pdf", "dokumen/63.05.12/20266/x.pdf", "dokumen/x.pdf",
  ])
  func `what is no evidence of a year tells of none`(_ name: String) throws {
    try founded.folder.write("x", to: name)
    #expect(try lost() == [])
  }

  @Test func `a remark that was seen tells of it`() throws {
    try rows(in: 2026)
    let entry = try FoundedWorkspace.entry(.submitted, "LKIP", "2025", "2026-02-20")
    try founded.append([entry], at: "2026-02-20T10:00:00+08:00")
    let today = try day("2026-03-02")
    let site = try Site(founded.path, data: founded.data, environment: { _ in nil }) { _ in today }
    let repeated = try #require(Checks.named("baris-berulang"))
    #expect(try site.markSeen(site.run([repeated]), by: "Budi") == 1)
    try remove(2026)
    #expect(
      try lost() == [
        "buku/63.05.12/2026.csv peringatannya sudah ditandai dilihat dalam \(Workspace.seenFile)"
      ])
  }

  @Test func `a run of the reminders that read it tells of it`() throws {
    let run = OutboxRow(
      at: try #require(ClockReading("2026-02-20T09:00:00+08:00")), .ran(.good),
      reading: "63.05.12/2025 63.05.12/2026")
    var outbox = try Outbox(workspace: founded.path).lock(year: 2026)
    try outbox.append([run])
    _ = consume outbox
    try rows(in: 2026)
    #expect(try lost() == ["buku/63.05.12/2025.csv pengingat sudah berjalan dengannya"])
    try remove(2026)
    #expect(try lost().count == 2)
  }

  @Test func `a year between two ledgers is missed only where it was watched`() throws {
    try rows(in: 2024)
    try rows(in: 2026)
    #expect(try lost() == [])
    for (start, isLost) in [("2024", true), ("2025-12-31", true), ("2026", false)] {
      let other = try FoundedWorkspace()
      try other.change("kantor.yaml", "pejabat: []", to: "dipantau_sejak: \(start)\npejabat: []")
      for year in [2024, 2026] {
        try other.folder.write(
          try founded.folder.text(of: "buku/63.05.12/\(year).csv"), to: "buku/63.05.12/\(year).csv")
      }
      #expect(
        try other.findings(of: "buku-hilang").map(\.place.file)
          == (isLost ? ["buku/63.05.12/2025.csv"] : []), "\(start)")
    }
  }

  @Test func `a frozen quarter's document whose ledger is gone tells of it`() throws {
    try rows(in: 2026)
    let mark = try #require(try founded.desk().ledger.files.last).mark
    try founded.folder.write(
      try StatedExport.bytes(stating: [mark]), to: "ekspor/beku/2026-TW1.xml")
    try remove(2026)
    let found = try founded.findings(of: "ekspor").filter { $0.severity == .fault }
    #expect(found.map(\.code) == [InspectionProblem.noBook.rawValue])
  }
}
