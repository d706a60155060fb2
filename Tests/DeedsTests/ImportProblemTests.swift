import CivilCalendar
import ComplianceModel
import LedgerStore
import Spreadsheets
import SystemPackage
import TestSupport
import Testing
import Workspace

@testable import Deeds

/// Every problem of what is taken in has a bad example.
@Suite struct `Problems of an import` {
  @Test(arguments: ImportProblem.allCases)
  func `a bad table or ledger has`(_ problem: ImportProblem) throws {
    expectListed(problem.rawValue, among: try found(problem))
  }

  private static let today = "2026-03-30"
  private static let header = "unit,laporan,periode,tanggal"

  /// What is found in a table of a workspace.
  private func found(
    _ bytes: some Sequence<UInt8>, passingOver headings: [String] = [],
    meaning meanings: [String: TableColumn] = [:],
    after change: (FoundedWorkspace) throws -> Void = { _ in }
  ) throws -> [Finding] {
    let founded = try FoundedWorkspace()
    try change(founded)
    var request = TableImport.Request(
      table: FilePath(try founded.folder.write(bytes, to: "tabel.csv")), name: "tabel.csv",
      reason: nil, skipsFaulty: false, recorder: "petugas")
    request.passedOver = headings
    request.meanings = meanings
    do {
      var table = try TableImport(
        request, try founded.open(), today: try day(`Problems of an import`.today))
      return try table.record(at: try instant).findings
    } catch WorkspaceFailure.data(let findings) {
      return findings
    }
  }

  /// What is found in a table of more faults than are told.
  private func manyFaults() throws -> [Finding] {
    let rows = (1...1_003).map { "63.05.12,Tidak\($0),2025,2026-03-20\n" }.joined()
    return try found("\(`Problems of an import`.header)\n\(rows)".utf8)
  }

  /// What is found in a table with a header and one row.
  private func found(
    _ header: String, _ row: String, passingOver headings: [String] = [],
    after change: (FoundedWorkspace) throws -> Void = { _ in }
  ) throws -> [Finding] {
    try found("\(header)\n\(row)\n".utf8, passingOver: headings, after: change)
  }

  /// What is found in a row under the usual header.
  private func found(row: String) throws -> [Finding] {
    try found(`Problems of an import`.header, row)
  }

  private var instant: ClockReading {
    get throws { try #require(ClockReading("\(`Problems of an import`.today)T10:00:00+08:00")) }
  }

  /// Watches a second kecamatan.
  private func watchTwo(_ founded: FoundedWorkspace) throws {
    let table = try founded.folder.text(of: "wilayah.csv")
    try founded.folder.write(
      table + "63.05.05,Candi Laras Selatan\n63.05.05.2001,Candi Laras\n", to: "wilayah.csv")
  }

  // MARK: - Workbooks

  private func workbook(
    _ sheets: (name: String, text: String)...
  ) -> Result<SheetContent, SheetRefusal> {
    .success(
      SheetContent(
        sheets: sheets.map { SheetContent.Sheet(name: $0.name, text: Array($0.text.utf8)) },
        countsFrom1904: false))
  }

  private func found(
    in workbook: Result<SheetContent, SheetRefusal>, sheet: String? = nil
  ) throws -> [Finding] {
    let founded = try FoundedWorkspace()
    var request = TableImport.Request(
      table: FilePath(founded.folder.path(of: "tabel.xlsx")), name: "tabel.xlsx", reason: nil,
      skipsFaulty: false, recorder: "petugas")
    request.workbook = workbook
    request.sheet = sheet
    do {
      var table = try TableImport(
        request, try founded.open(), today: try day(`Problems of an import`.today))
      return try table.preview().findings
    } catch WorkspaceFailure.data(let findings) {
      return findings
    }
  }

  // MARK: - Another ledger

  /// The text of a ledger of 2026 with a submission of LPPD, and what else is recorded.
  private func book(
    _ more: [LedgerEntry] = [], of kecamatan: String = "63.05.12",
    at instant: String = "2026-03-02T09:00:00+08:00"
  ) throws -> String {
    let folder = try TemporaryFolder()
    let code = try region(kecamatan)
    let date = try day("2026-03-02")
    let first = LedgerEntry(
      kind: .submitted, unit: code, subject: "LPPD", period: "2025", date: date, received: date,
      recorder: "operator")
    try LedgerStore(folder: folder.filePath).append(
      [first] + more, to: code, at: try #require(ClockReading(instant)))
    return try folder.text(of: "buku/\(kecamatan)/2026.csv")
  }

  private func found(in book: String) throws -> [Finding] {
    let founded = try FoundedWorkspace()
    let request = BookImport.Request(
      book: FilePath(try founded.folder.write(book, to: "buku.csv")), name: "buku.csv",
      reason: nil, skipsFaulty: false, recorder: "petugas")
    do {
      var book = try BookImport(request, try founded.open(), at: try instant)
      return try book.preview().findings
    } catch WorkspaceFailure.data(let findings) {
      return findings
    }
  }

  // MARK: - The examples

  private func found(_ problem: ImportProblem) throws -> [Finding] {
    let header = `Problems of an import`.header
    let row = "63.05.12.2001,LKPJDes,2025,2026-03-25"
    switch problem {
    case .notUTF8: return try found([0xFF, 0xFE] + header.utf8.flatMap { [$0, 0] })
    case .empty: return try found([])
    case .missingColumns: return try found("unit,laporan", "63.05.12,LPPD")
    case .columnTwice: return try found("\(header),tgl", "\(row),2026-03-25")
    case .unknownColumn: return try found("\(header),warna", "\(row),biru")
    case .meaningfulColumn: return try found("\(header),status", "\(row),lengkap")
    case .ledgerTable: return try found("\(header),rantai", "\(row),x")
    case .notIgnorable: return try found(header, row, passingOver: ["warna"])
    case .ignored: return try found("\(header),warna", "\(row),biru", passingOver: ["warna"])
    case .malformed: return try found(row: "\"63.05.12.2001\"x,LKPJDes,2025,2026-03-25")
    case .fieldCount: return try found(row: "\(row),x")
    case .missing: return try found(row: "63.05.12.2001,LKPJDes,,2026-03-25")
    case .missingUnit: return try found(row: "\(row)\n,LKPJDes,2025,2026-03-25")
    case .withoutHeading: return try found("\(header),", "\(row),x")
    case .textFault: return try found("\(header),catatan", "\(row),a\u{7}")
    case .noUnit:
      return try found("laporan,periode,tanggal", "LPPD,2025,2026-03-25", after: watchTwo)
    case .unknownUnit: return try found(row: "Entah,LKPJDes,2025,2026-03-25")
    case .ambiguousUnit:
      return try found(header, "Tarungin,LKPJDes,2025,2026-03-25") {
        try $0.change("wilayah.csv", "63.05.12.2002,Matang Batas", to: "63.05.12.2002,Tarungin")
      }
    case .otherName: return try found("\(header),desa", "\(row),Bagak")
    case .unknownKecamatan: return try found("\(header),kecamatan", "\(row),Entah")
    case .elsewhere:
      return try found("\(header),kecamatan", "\(row),Candi Laras Selatan", after: watchTwo)
    case .unknownReport: return try found(row: "63.05.12.2001,XYZ,2025,2026-03-25")
    case .notOwed: return try found(row: "63.05.12,RKA,2027,2026-03-25")
    case .period: return try found(row: "63.05.12.2001,LKPJDes,2025-TW9,2026-03-25")
    case .noHolidays: return try found(row: "63.05.12,Prognosis,2040-S1,2026-03-25")
    case .date: return try found(row: "63.05.12.2001,LKPJDes,2025,kemarin")
    case .doubtfulDate:
      return try found(
        row: "63.05.12.2001,LKPJDes,2025,3/25/2026\n63.05.12.2002,LKPJDes,2025,3/4/2026")
    case .refused: return try found(row: "63.05.12.2001,LKPJDes,2025,2026-12-31")
    case .spreadsheet: return try found([0x50, 0x4B, 0x03, 0x04, 0x14])
    case .mappedNowhere:
      return try found("\(header)\n\(row)\n".utf8, meaning: ["Tgl Masuk": .date])
    case .titleRows: return try found("REKAP\n\(header)\n\(row)\n".utf8)
    case .totalRows: return try found(row: "\(row)\nJumlah,,,1")
    case .notYet: return try found(row: "63.05.12.2001,LKPJDes,2025,belum")
    case .spreadsheetDay: return try found(row: "63.05.12.2001,LKPJDes,2025,46107")
    case .otherPeriod: return try found(row: "63.05.12.2001,LKPJDes 2025,2024,2026-03-25")
    case .unknownEvent: return try found("\(header),peristiwa", "\(row),hilang")
    case .notOfEvent: return try found("\(header),nilai", "\(row),3")
    case .eventUnit:
      return try found("\(header),peristiwa", "63.05.12,,,2026-03-25,pelantikan")
    case .noNote: return try found("\(header),peristiwa", "\(row),kembali")
    case .noReceivedDay: return try found("\(header),peristiwa,catatan", "\(row),perpanjang,surat")
    case .evidencePath: return try found("\(header),berkas", "\(row),../surat.pdf")
    case .noEvidence: return try found("\(header),berkas", "\(row),surat.pdf")
    case .unreadableEvidence:
      return try found("\(header),berkas", "\(row),bukti") {
        try $0.folder.write("x", to: "bukti/x")
      }
    case .unfitEvidence:
      return try found("\(header),berkas", "\(row),surat.pdf") {
        try $0.folder.write("", to: "surat.pdf")
      }
    case .noLedger: return try found(in: "x\n")
    case .noRow: return try found(in: String(try book().prefix { $0 != "\n" }) + "\n")
    case .otherKecamatan: return try found(in: try book(of: "63.05.05"))
    case .wasResaved: return try found(in: "\u{FEFF}" + (try book()))
    case .tornTail: return try found(in: try book() + "2,2026")
    case .unreadable: return try found(in: try book().replacing(",2025,", with: ",tahun lalu,"))
    case .notProved: return try found(in: try book().replacing("LPPD", with: "LKIP"))
    case .twice:
      let lines = try book().split(separator: "\n")
      return try found(in: (lines + lines.suffix(1)).map { "\($0)\n" }.joined())
    case .recordedLater: return try found(in: try book(at: "2026-04-02T09:00:00+08:00"))
    case .unknownBookUnit:
      let date = try day("2026-03-02")
      return try found(
        in: try book([
          LedgerEntry(
            kind: .submitted, unit: try region("63.05.12.2099"), subject: "LPPDesa",
            period: "2025", date: date, received: date, recorder: "operator")
        ]))
    case .uncounted: return try manyFaults()
    case .lostTarget:
      return try found(
        in: try book([
          LedgerEntry(
            kind: .voided, unit: try region("63.05.12"), subject: "LPPD", period: "2025",
            note: "2025#7 keliru", recorder: "operator")
        ]))
    case .otherFormat: return try found(in: .failure(SheetRefusal(.oldWorkbook)))
    case .locked: return try found(in: .failure(SheetRefusal(.encrypted)))
    case .unreadableWorkbook: return try found(in: .failure(SheetRefusal(.damaged)))
    case .hostileWorkbook: return try found(in: .failure(SheetRefusal(.bomb)))
    case .largeWorkbook: return try found(in: .failure(SheetRefusal(.tooLarge)))
    case .severalSheets:
      return try found(in: workbook(("a", "\(header)\n\(row)\n"), ("b", "\(header)\n")))
    case .noSheet: return try found(in: workbook(("a", "\(header)\n")), sheet: "b")
    case .formulaError:
      return try found(in: workbook(("a", "\(header)\n63.05.12.2001,#N/A,2025,2026-03-25\n")))
    }
  }
}
