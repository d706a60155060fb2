import CivilCalendar
import ComplianceModel
import DurableFiles
import Inspection
import LedgerStore
import SystemPackage
import TestSupport
import Testing
import Workspace

/// Remarks that somebody has seen are counted and not repeated; whatever is new or changed is shown.
struct SeenRemarksTests {
  private static let file = Workspace.seenFile
  private static let looking = "2026-07-06"

  private func site(_ founded: FoundedWorkspace, on text: String = SeenRemarksTests.looking) throws
    -> Site
  {
    let today = try day(text)
    return try Site(founded.path, data: founded.data, environment: { _ in nil }) { _ in today }
  }

  /// The remarks that nobody has seen, and the faults.
  private func unseen(_ founded: FoundedWorkspace, on day: String = SeenRemarksTests.looking) throws
    -> [Finding]
  {
    let site = try site(founded, on: day)
    let seen = site.seenRemarks()
    return site.run(Checks.all).flatMap { result in
      zip(result.findings, seen.days(of: result.findings)).filter { $1 == nil }.map(\.0)
    }
  }

  @discardableResult
  private func mark(_ founded: FoundedWorkspace, on day: String = SeenRemarksTests.looking) throws
    -> Int
  {
    let site = try site(founded, on: day)
    return try site.markSeen(site.run(Checks.all), by: "operator")
  }

  /// An office after a year and a half: late entries, repeated rows, unconfirmed local dates.
  private func used() throws -> FoundedWorkspace {
    let founded = try FoundedWorkspace()
    var entries: [LedgerEntry] = []
    for village in 2001...2008 {
      for (report, period, date) in [
        ("APBDes", "2026", "2025-12-29"), ("LKPJDes", "2025", "2026-01-12"),
        ("LPPDesa", "2025", "2026-01-13"), ("RealisasiDes", "2025-S2", "2026-01-14"),
        ("RKPDes", "2026", "2025-09-20"), ("RekADD", "2026-TW1", "2026-01-20"),
        ("RKPDes", "2027", "2026-01-22"), ("LKPJDes", "2024", "2025-03-12"),
      ] {
        // Each twice: the second repeats the first, and both are late.
        for _ in 1...2 {
          entries.append(
            try FoundedWorkspace.entry(
              .submitted, report, period, date, unit: "63.05.12.\(village)", note: "arsip"))
        }
      }
    }
    try founded.append(entries, at: "2026-03-30T09:00:00+08:00")
    return founded
  }

  @Test func `after a year and a half only what is new is left`() throws {
    let founded = try used()
    let before = try unseen(founded)
    #expect(before.count > 138, "\(before.count)")
    #expect(before.allSatisfy { $0.severity == .remark })
    #expect(try mark(founded) == before.count)
    #expect(try unseen(founded).isEmpty)
    #expect(try mark(founded) == 0)
    // A new late entry is shown, alone, although its sentence equals that of rows that were seen.
    try founded.append(
      [
        try FoundedWorkspace.entry(
          .submitted, "RekADD", "2026-TW2", "2026-01-20", unit: "63.05.12.2001", note: "arsip")
      ], at: "2026-03-30T10:00:00+08:00")
    let new = try unseen(founded)
    #expect(!new.isEmpty && new.count <= 3, "\(new.map(\.line))")
    #expect(new.allSatisfy { $0.place.line == 130 }, "\(new.map(\.line))")
  }

  @Test func `a remark that goes and comes back the same stays seen, a changed one does not`()
    throws
  {
    let founded = try FoundedWorkspace()
    try founded.folder.write("x", to: "buku/catatan.txt")
    try mark(founded)
    #expect(try unseen(founded).isEmpty)
    // Lines of a file that people write move.
    let office = try founded.folder.text(of: "kantor.yaml")
    try founded.folder.write("# baris baru\n\n" + office, to: "kantor.yaml")
    #expect(try unseen(founded).isEmpty)
    try FileSystem.live.remove(founded.path.pushing("buku/catatan.txt"))
    #expect(try unseen(founded).isEmpty)
    try founded.folder.write("x", to: "buku/catatan.txt")
    #expect(try unseen(founded).isEmpty)
    try founded.folder.write("x", to: "buku/catatan2.txt")
    #expect(try unseen(founded).map(\.place.file) == ["buku/catatan2.txt"])
  }

  @Test func `equal remarks count one by one`() throws {
    let founded = try used()
    let site = try site(founded)
    let results = site.run(Checks.all)
    _ = try site.markSeen(results, by: "operator")
    let seen = try self.site(founded).seenRemarks()
    let finding = try #require(
      results.flatMap(\.findings).first { $0.place.file == "kantor.yaml" })
    #expect(seen.days(of: [finding, finding]).map { $0 == nil } == [false, true])
  }

  @Test func `a fault is never seen`() throws {
    let founded = try FoundedWorkspace()
    try founded.folder.write("x", to: "kalender/libur/salah.yaml")
    let faults = try unseen(founded).filter { $0.severity == .fault }
    #expect(!faults.isEmpty)
    try mark(founded)
    #expect(try unseen(founded) == faults)
  }

  @Test func `the file is a table with a chain, and is only added to`() throws {
    let founded = try FoundedWorkspace()
    try mark(founded, on: "2026-03-02")
    let first = try founded.folder.text(of: SeenRemarksTests.file)
    #expect(first.hasPrefix("hari,petugas,kode,berkas,temuan,rantai\n2026-03-02,operator,"))
    let second = first.split(separator: "\n")[1]
    let row = String(second.dropLast(65))
    let seed = ReferenceSHA256.hexadecimal(Array("tenggat-dilihat-1".utf8))
    #expect(second.hasSuffix("," + ReferenceSHA256.hexadecimal(Array("\(seed)\n\(row)".utf8))))
    try founded.folder.write("x", to: "buku/catatan.txt")
    #expect(try mark(founded, on: "2026-03-03") == 1)
    let more = try founded.folder.text(of: SeenRemarksTests.file)
    #expect(more.hasPrefix(first) && more.contains("\n2026-03-03,operator,buku.asing,"))
  }

  @Test(arguments: ["edit", "delete", "header", "crlf", "junk"])
  func `a file that was edited is a fault with its line, and hides nothing`(_ way: String) throws {
    let founded = try FoundedWorkspace()
    let before = try unseen(founded)
    try mark(founded)
    let text = try founded.folder.text(of: SeenRemarksTests.file)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var line = 3
    switch way {
    case "edit": lines[2] = lines[2].replacing("operator", with: "camat")
    case "delete":
      lines.remove(at: 1)
      line = 2
    case "header":
      lines[0] = "hari;petugas"
      line = 1
    case "crlf":
      lines = lines.map { $0.isEmpty ? $0 : $0 + "\r" }
      line = 1
    default: lines[2] = "apa saja"
    }
    try founded.folder.write(lines.joined(separator: "\n"), to: SeenRemarksTests.file)
    let damaged = try founded.folder.text(of: SeenRemarksTests.file)
    let found = try unseen(founded)
    let faults = found.filter { $0.severity == .fault }
    #expect(faults.first?.code == "dilihat.rusak")
    #expect(faults.first?.place.line == line)
    #expect(found.filter { $0.severity == .remark } == before)
    #expect(throws: WorkspaceFailure.self) { try mark(founded) }
    #expect(try founded.folder.text(of: SeenRemarksTests.file) == damaged)
  }

  @Test func `a torn last line is not counted, and is set aside by the next mark`() throws {
    let founded = try FoundedWorkspace()
    let before = try unseen(founded)
    try mark(founded)
    let text = try founded.folder.text(of: SeenRemarksTests.file)
    try founded.folder.write(String(text.dropLast(9)), to: SeenRemarksTests.file)
    let found = try unseen(founded)
    #expect(found.map(\.code).contains("dilihat.terputus"))
    #expect(found.count == 2)
    try mark(founded)
    #expect(
      try founded.folder.names("").contains(SeenRemarksTests.file + ".sisa-1"))
    #expect(try unseen(founded).isEmpty)
    #expect(before.count > 2)
  }
}
