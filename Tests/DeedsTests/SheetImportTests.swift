import CivilCalendar
import ComplianceModel
import LedgerStore
import Spreadsheets
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Deeds

/// Sheets of a workbook, taken in.
struct SheetImportTests {
  private static let header = "unit,laporan,periode,tanggal,catatan"
  private static let row = "63.05.12.2001,LKPJDes,2025,2026-03-25"

  let founded: FoundedWorkspace

  init() throws { founded = try FoundedWorkspace() }

  private func content(
    _ sheets: KeyValuePairs<String, String>, from1904: Bool = false
  ) -> SheetContent {
    SheetContent(
      sheets: sheets.map { SheetContent.Sheet(name: $0.key, text: Array($0.value.utf8)) },
      countsFrom1904: from1904)
  }

  private func table(_ content: SheetContent, sheet: String? = nil) throws -> TableImport {
    var request = TableImport.Request(
      table: FilePath(founded.folder.path(of: "tabel.xlsx")), name: "tabel.xlsx", reason: nil,
      skipsFaulty: false, recorder: "petugas")
    request.workbook = .success(content)
    request.sheet = sheet
    return try TableImport(request, try founded.open(), today: try day("2026-03-30"))
  }

  /// What is found in a workbook: the place, the cell and the code of each finding.
  private func found(_ content: SheetContent, sheet: String? = nil) throws -> [String] {
    let findings: [Finding]
    do {
      var table = try table(content, sheet: sheet)
      findings = try table.preview().findings
    } catch WorkspaceFailure.data(let refused) {
      findings = refused
    }
    return findings.map {
      "\($0.place.file):\($0.place.line):\($0.place.column) \($0.place.cell ?? "-") \($0.code)"
    }
  }

  @Test func `rows become submissions as those of a table of text do`() throws {
    let text =
      "REKAP\n\n\(Self.header)\n\(Self.row)\n63.05.12.2002,LKPJDes,2025,2026-03-26,\"a, b\"\n"
    var table = try table(content(["Satu": text]))
    let instant = try #require(ClockReading("2026-03-30T10:00:00+08:00"))
    let outcome = try table.record(at: instant)
    #expect(outcome.isRecorded && outcome.counts.map(\.new) == [2])
    let ledger = try founded.desk().ledger
    #expect(ledger.events.compactMap { ledger.row($0.row)?.entry.note } == ["", "a, b"])
    // Once more nothing is new.
    var again = try self.table(content(["Satu": text]))
    #expect(try again.record(at: instant).counts.map(\.new) == [0])
  }

  @Test func `faults name the sheet, the row, the column and the cell`() throws {
    let text =
      "\(Self.header)\nEntah,LKPJDes,2025,kemarin\n\n\(Self.row),,x\n\(Self.row),#REF!\n"
    #expect(
      try found(content(["Satu": text])) == [
        "tabel.xlsx[Satu]:2:1 A2 impor.unit-tidak-dikenal",
        "tabel.xlsx[Satu]:2:4 D2 impor.tanggal",
        "tabel.xlsx[Satu]:4:6 F4 impor.kolom-tanpa-judul",
        "tabel.xlsx[Satu]:5:5 E5 impor.rumus-tanpa-nilai",
      ])
    #expect(
      try found(content(["Satu": "\n\(Self.header),,warna\n"])) == [
        "tabel.xlsx[Satu]:2:7 G2 impor.kolom-tidak-dikenal"
      ])
  }

  @Test func `its cells are shown by their columns, and each row in one line`() throws {
    let text = "\(Self.header)\n\nEntah,LKPJDes,2025,,dua\u{0B}baris,lebih\n"
    let lines = try table(content(["Satu": text])).lines([3])
    #expect(lines.map(\.number) == [3])
    #expect(lines.first?.cells.map(\.column) == [1, 2, 3, 4, 5, 6])
    #expect(
      lines.first?.cells.map(\.text) == ["Entah", "LKPJDes", "2025", "", "dua baris", "lebih"])
  }

  @Test func `its headings are read whatever is wrong with them, once it is known which sheet`()
    throws
  {
    func read(_ content: SheetContent, _ sheet: String? = nil) throws -> [String]? {
      var request = TableImport.Request(
        table: "tabel.xlsx", name: "tabel.xlsx", reason: nil, skipsFaulty: false,
        recorder: "petugas")
      request.workbook = .success(content)
      request.sheet = sheet
      return try TableImport.headings(of: request, in: founded.open()).map { read in
        [read.sheet ?? "-", "\(read.headings.line)"]
          + read.headings.headings.map { "\($0.column) \($0.text)" }
      }
    }
    let odd = "\nunit,laporan,periode,Setoran\n"
    #expect(
      try read(content(["Satu": odd]))
        == ["Satu", "2", "1 unit", "2 laporan", "3 periode", "4 Setoran"])
    let both = content(["Satu": "\(Self.header)\n", "Dua": "\(Self.header)\n"])
    #expect(try read(both) == nil)
    #expect(try read(both, "Tiga") == nil)
    #expect(try read(both, "dua")?.first == "Dua")
    #expect(try read(content(["Kosong": ""])) == nil)
  }

  @Test func `what rows that depend on each other have wrong is told by its cell`() throws {
    let text = "unit,laporan,periode,tanggal,peristiwa,catatan\n\(Self.row),kembali\n"
    #expect(try found(content(["Satu": text])) == ["tabel.xlsx[Satu]:2:6 F2 impor.tanpa-alasan"])
  }

  @Test func `the sheet with the headings of a table is read, among others`() throws {
    let notes = "halo\n,,dunia\n"
    let whole = "\(Self.header)\n\(Self.row)\n"
    #expect(try found(content(["a": notes, "b": whole, "c": ""])).isEmpty)
    // Headings of which one is missing come behind those that are whole.
    let partial = "unit,laporan,periode,catatan\n63.05.12,LPPD,2025,x\n"
    #expect(try found(content(["a": partial, "b": whole])).isEmpty)
    #expect(
      try found(content(["a": partial, "b": notes])) == ["tabel.xlsx[a]:1:1 A1 impor.kolom-kurang"])
  }

  @Test func `of several sheets that could be meant one has to be named`() throws {
    let both = content(["Desa": "\(Self.header)\n\(Self.row)\n", "Lama": "\(Self.header)\nx\n"])
    #expect(try found(both) == ["tabel.xlsx:0:0 - impor.beberapa-lembar"])
    #expect(try found(both, sheet: "Desa").isEmpty)
    #expect(try found(both, sheet: " desa").isEmpty)
    #expect(try found(both, sheet: "Lama").first?.hasPrefix("tabel.xlsx[Lama]:2:") == true)
    #expect(try found(both, sheet: "Des") == ["tabel.xlsx:0:0 - impor.lembar-tidak-ada"])
    #expect(
      try found(content(["a": "x\n", "b": "y\n"])) == ["tabel.xlsx:0:0 - impor.beberapa-lembar"])
    #expect(
      try found(content(["a": "x\n", "b": ""])) == ["tabel.xlsx[a]:1:1 A1 impor.kolom-kurang"])
    #expect(try found(content(["a": ""])) == ["tabel.xlsx:0:0 - impor.kosong"])
  }

  @Test func `a bare number is a day of the system that the workbook counts in`() throws {
    func date(_ number: String, from1904: Bool) throws -> [String] {
      var rows: [String] = []
      var table = try table(
        content(
          ["a": "\(Self.header)\n63.05.12.2001,LKPJDes,2025,\(number)\n"], from1904: from1904))
      _ = try table.preview { rows.append("\($0.date)") }
      return rows
    }
    #expect(try date("46106", from1904: false) == ["2026-03-25"])
    #expect(try date("44644", from1904: true) == ["2026-03-25"])
  }

  @Test(arguments: [
    ("2026-03-25 14:05:00", true), ("2026-03-25 14:05", false), ("2026-02-30 14:05:00", false),
  ])
  func `a day with the time is its day`(_ text: String, _ isRead: Bool) throws {
    let text = "\(Self.header)\n63.05.12.2001,LKPJDes,2025,\(text)\n"
    #expect(try found(content(["a": text])).isEmpty == isRead)
  }

  @Test(arguments: SheetRefusal.Kind.allCases)
  func `a file that is not read is told with what can be done`(_ kind: SheetRefusal.Kind) throws {
    var request = TableImport.Request(
      table: "tabel.xlsx", name: "tabel.xlsx", reason: nil, skipsFaulty: false,
      recorder: "petugas")
    request.workbook = .failure(SheetRefusal(kind, part: "xl/a.xml", line: 3, detail: "b"))
    #expect {
      _ = try TableImport(request, try founded.open(), today: try day("2026-03-30"))
    } throws: { error in
      guard case .data(let findings)? = error as? WorkspaceFailure, findings.count == 1 else {
        return false
      }
      return findings[0].place.file == "tabel.xlsx" && !findings[0].what.isEmpty
        && findings[0].remedy != ""
    }
  }
}
