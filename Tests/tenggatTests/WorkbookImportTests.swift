import Foundation
import TestSupport
import Testing

/// `impor` of workbooks and `contoh xlsx`, as whole processes.
struct WorkbookImportTests {
  private static let today = "2026-03-30"
  private static let table = [
    ["unit", "laporan", "periode", "tanggal", "catatan"],
    ["63.05.12.2001", "LKPJDes", "2025", "2026-03-25", ""],
    ["63.05.12.2002", "LKPJDes", "2025", "26/3/2026", "berkas lengkap"],
  ]

  private func office(_ bytes: [UInt8], named name: String = "rekap.xlsx") async throws -> Office {
    let office = try await Office.founded()
    try office.folder.write(bytes, to: "kantor/\(name)")
    return office
  }

  /// unit, laporan, periode, tanggal, diterima and catatan of the rows.
  private func rows(_ office: Office) throws -> [String] {
    try office.rows().map { ($0[4...8] + [$0[12]]).joined(separator: " ") }
  }

  @Test(arguments: ["rekap.xlsx", "REKAP.XLSX", "rekap.csv", "rekap"])
  func `a workbook is known by what is in it, whatever its name`(_ name: String) async throws {
    let office = try await office(MadeWorkbook.table(Self.table).bytes, named: name)
    #expect(try await office.do("impor \(name)", on: Self.today) == "2 baris dicatat.\n")
    #expect(
      try rows(office) == [
        "63.05.12.2001 LKPJDes 2025 2026-03-25 2026-03-25 ",
        "63.05.12.2002 LKPJDes 2025 2026-03-26 2026-03-26 berkas lengkap",
      ])
    #expect(
      try await office.do("impor \(name)", on: Self.today)
        == "0 baris dicatat, 2 sudah tercatat sebelumnya.\n")
  }

  @Test func `every fault is told with its sheet and its cell, and nothing is recorded`()
    async throws
  {
    let rows =
      Self.table + [
        ["Entah", "LKPJDes", "2025", "kemarin", ""], ["63.05.12", "#REF!", "2025", "2026-03-25"],
      ]
    let office = try await office(MadeWorkbook.table(rows, named: "Desa").bytes)
    let run = try await office.run("impor rekap.xlsx", on: Self.today)
    #expect(run.exitCode == 65)
    expectGolden(Array(run.errorText.utf8), named: "impor-xlsx-salah.txt")
    #expect(try office.records().isEmpty)
    let json = try await office.run("impor rekap.xlsx --json", on: Self.today)
    let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
    let found = object?["temuan"] as? [[String: Any]]
    #expect(found?.compactMap { $0["sel"] as? [String] } == [["A4"], ["D4"], ["B5"]])
  }

  @Test func `the sheet is named where several have a table`() async throws {
    let data = MadeWorkbook.data(Self.table)
    let office = try await office(MadeWorkbook(("Desa", data), ("Lama", data)).bytes)
    expectRefusal(
      try await office.run("impor rekap.xlsx", on: Self.today), 65,
      "lebih dari satu lembar memuat judul kolom tabel: Desa, Lama; sebut lembarnya: --lembar 'Desa'"
    )
    #expect(
      try await office.do("impor rekap.xlsx --lembar Lama", on: Self.today)
        == "2 baris dicatat.\n")
    try office.write("unit,laporan\n", to: "a.csv")
    expectRefusal(
      try await office.run("impor a.csv --lembar Lama", on: Self.today), 64, "--lembar hanya untuk")
  }

  @Test(arguments: [
    ("unit;laporan\n", "berkas ini bukan buku kerja .xlsx; kalau isinya CSV"),
    ("", "bukan buku kerja"),
  ])
  func `what is no workbook under the name of one is refused with what to do`(
    _ text: String, _ sentence: String
  ) async throws {
    let office = try await office(Array(text.utf8))
    expectRefusal(try await office.run("impor rekap.xlsx", on: Self.today), 65, sentence)
  }

  @Test func `a workbook that is not there, or is too large, is told as other files are`()
    async throws
  {
    let office = try await Office.founded()
    expectRefusal(try await office.run("impor tiada.xlsx", on: Self.today), 66, "tidak ada")
    try office.folder.write([0x50, 0x4B, 0x03, 0x04], to: "kantor/besar.xlsx")
    let file = try FileHandle(
      forWritingTo: URL(filePath: office.folder.path(of: "kantor/besar.xlsx")))
    try file.truncate(atOffset: 33 << 20)
    try file.close()
    let run = try await office.run("impor besar.xlsx", on: Self.today)
    #expect(run.exitCode != 0 && run.errorText.contains("besar.xlsx"))
  }

  @Test func `a bomb is refused`() async throws {
    var workbook = MadeWorkbook.table(Self.table)
    workbook.more = [
      .bomb("xl/worksheets/sheet1.xml", opening: "<worksheet>", then: 0x20, runs: 400_000)
    ]
    let office = try await office(workbook.bytes)
    expectRefusal(
      try await office.run("impor rekap.xlsx", on: Self.today), 65,
      "mengembang lebih dari seratus kali lipat (xl/worksheets/sheet1.xml)")
  }

  @Test(arguments: [
    ("#!/bin/sh\nkill -9 $$\n", 65, "terlalu besar untuk dibaca"),
    ("#!/bin/sh\nexit 0\n", 74, "berkas Excel tidak dapat dibaca (jawabannya tidak utuh)"),
    ("#!/bin/sh\necho 'tidak bisa' >&2\nexit 69\n", 74, "tidak dapat dibaca (tidak bisa)"),
  ])
  func `a reader that dies, or answers nothing, records nothing`(
    _ script: String, _ code: Int, _ sentence: String
  ) async throws {
    let office = try await office(MadeWorkbook.table(Self.table).bytes)
    let alone = try TemporaryFolder()
    let copy = try await ProgramRun.run(
      "/bin/cp", [ProgramRun.builtProgram, alone.path(of: "tenggat")], in: alone.path)
    #expect(copy.exitCode == 0)
    try alone.write(script, to: "tenggat-lembar", permissions: 0o755)
    let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let run = try await ProgramRun.run(
      alone.path(of: "tenggat"), ["impor", "rekap.xlsx"], in: office.path,
      environment: [
        "TENGGAT_HARI_INI": Self.today, "TENGGAT_DATA": data, "TENGGAT_PETUGAS": "kasubbag",
      ])
    expectRefusal(run, code, sentence)
    #expect(try office.records().isEmpty)
  }

  // MARK: - Made by other programs

  /// Runs a Python program on a file that lies in the workspace.
  private func python(_ script: String, _ office: Office, _ names: [String]) async throws -> String
  {
    let run = try await ProgramRun.run(
      OtherReaders.python,
      ["-c", "import sys, datetime, openpyxl\n" + script]
        + names.map { office.folder.path(of: "kantor/\($0)") },
      in: office.path, environment: ["LC_ALL": "C.UTF-8"])
    try #require(run.exitCode == 0, "\(run.errorText)")
    return run.outputText
  }

  @Test(.enabled(if: OtherReaders.areThere, OtherReaders.absence))
  func `a workbook as an office has it is read as it looks`() async throws {
    let office = try await Office.founded()
    _ = try await python(
      """
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = 'Dokumen'
      for row in [['REKAP DOKUMEN DESA'], [], ['No', 'Nama Desa', 'Dokumen', 'Tahun', 'Tgl Kirim', 'Ket'],
                  [1, 'Tarungin', 'LKPJ Desa', 2025, datetime.date(2026, 3, 25), None],
                  [2, None, 'LPPDesa', 2025, datetime.datetime(2026, 3, 26, 14, 5), None],
                  [3, 'Ds. Bagak', 'LPPDesa', '2025', '26 Maret 2026', 'baik, "sekali"'],
                  [4, 'Burakai', 'LPPDesa', 2025, 46107, None],
                  [5, 'Batu Hapu', 'LPPDesa', 2025, '-', None], ['Jumlah', None, 4]]:
          sheet.append(row)
      sheet.merge_cells('A1:F1')
      sheet.merge_cells('B4:B5')
      book.create_sheet('Catatan')['B2'] = 'tidak dibaca'
      book.save(sys.argv[1])
      """, office, ["rekap.xlsx"])
    let run = try await office.run("impor rekap.xlsx --coba", on: Self.today)
    #expect(run.exitCode == 0)
    expectGolden(Array((run.outputText + run.errorText).utf8), named: "impor-xlsx.txt")
  }

  @Test func `an empty template is taken in without a fault, and is not written over by itself`()
    async throws
  {
    let office = try await Office.founded()
    let said = try await office.do("contoh xlsx --tahun 2026", on: Self.today)
    #expect(said.contains("/ekspor/isian-63.05.12-2026.xlsx: 9 unit, 16 laporan, 10 periode, "))
    #expect(
      try await office.do("impor ekspor/isian-63.05.12-2026.xlsx", on: Self.today)
        == "0 baris dicatat.\n")
    let name = "kantor/ekspor/isian-63.05.12-2026.xlsx"
    let bytes = try office.folder.bytes(of: name)
    try await office.do("contoh xlsx --tahun 2026 --keluaran lagi.xlsx", on: Self.today)
    let quarter = try await office.do("contoh xlsx --triwulan 2026-TW3", on: Self.today)
    #expect(quarter.contains("/ekspor/isian-63.05.12-2026-TW3.xlsx: 9 unit, "))
    #expect(!quarter.contains(" 16 laporan"))
    expectRefusal(
      try await office.run("contoh xlsx --triwulan 2026-TW1 --tahun 2026", on: Self.today), 64,
      "sebut satu triwulan atau satu tahun")
    // Filled in and saved by another program it is the user's own.
    try office.folder.write(bytes.dropLast(4), to: name)
    expectRefusal(
      try await office.run("contoh xlsx --tahun 2026", on: Self.today), 73,
      "bukan buku kerja Excel buatan Tenggat")
  }

  @Test(.enabled(if: OtherReaders.areThere, OtherReaders.absence))
  func `a template has lists of the office's own, and every choice is understood`() async throws {
    let office = try await Office.founded()
    try await office.do("contoh xlsx --tahun 2026 --keluaran isian.xlsx", on: Self.today)
    let seen = try await python(
      """
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book['Isian']
      print(book.sheetnames, sheet.freeze_panes, [c.value for c in sheet[1]])
      for rule in sheet.data_validations.dataValidation:
          print(rule.sqref, rule.type, rule.formula1, rule.errorStyle)
      lists = book['Daftar']
      units = [c.value for c in lists['A'][1:] if c.value]
      for place, unit in enumerate(units):
          for column, value in enumerate([unit, 'LKPJDes' if place else 'LPPD', '2025', datetime.date(2026, 3, 27)], 1):
              sheet.cell(row=place + 2, column=column, value=value)
      book.save(sys.argv[2])
      """, office, ["isian.xlsx", "isi.xlsx"])
    expectGolden(Array(seen.utf8), named: "contoh-xlsx.txt")
    let run = try await office.run("impor isi.xlsx", on: Self.today)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText == "9 baris dicatat.\n")
  }
}
