import Foundation
import TestSupport
import Testing

/// `ekspor xlsx`, as a whole process, and read by another program.
struct WorkbookExportTests {
  private static let made = "--dibuat 2026-07-06T08:00:00+08:00"

  /// What a Python program prints that sees the workbook as `book`.
  private func read(_ bytes: [UInt8], _ script: String) async throws -> [String] {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "buku.xlsx")
    let run = try await ProgramRun.run(
      OtherReaders.python,
      ["-c", "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n" + script, path],
      in: folder.path, environment: ["LC_ALL": "C.UTF-8"])
    #expect(run.exitCode == 0, "\(run.errorText)")
    return run.outputText.split(separator: "\n").map(String.init)
  }

  private func workbook(_ office: Office, _ words: String) async throws -> [UInt8] {
    let run = try await office.run("ekspor xlsx \(words) --keluaran -", on: Office.day)
    try #require(run.exitCode == 0, "\(run.errorText)")
    return run.output
  }

  @Test func `the same inputs give the same bytes`() async throws {
    let office = try await Office.filled.value
    let first = try await workbook(office, "--tahun 2026 \(Self.made)")
    #expect(first.starts(with: Array("PK".utf8)))
    #expect(try await workbook(office, "--tahun 2026 \(Self.made)") == first)
    let later = try await workbook(office, "--tahun 2026 --dibuat 2026-07-07T08:00:00+08:00")
    #expect(later != first)
  }

  @Test(.enabled(if: OtherReaders.areThere, OtherReaders.absence))
  func `its sheets have heads, filters and fixed panes, and lie on the paper that is asked for`()
    async throws
  {
    let office = try await Office.filled.value
    let script = """
      for sheet in book:
          print(sheet.title, sheet.freeze_panes, bool(sheet.auto_filter.ref),
                sheet.page_setup.paperSize, sheet.page_setup.orientation,
                sheet.print_title_rows is not None, sep='|')
      print(book['Jadwal']['A1'].value, book['Jadwal']['A2'].value, sep='|')
      """
    #expect(
      try await read(workbook(office, "--tahun 2026 --kertas a4 \(Self.made)"), script) == [
        "Jadwal|A9|True|9|landscape|True", "Matriks desa|B9|True|9|landscape|True",
        "Kepatuhan|C9|True|9|landscape|True", "IKU|C10|True|9|landscape|True",
        "Riwayat|B2|True|9|landscape|True", "Kewajiban|A2|True|9|landscape|True",
        "PEMERINTAH KABUPATEN TAPIN|KECAMATAN HATUNGUN",
      ])
    let folio = try await read(
      workbook(office, "--triwulan 2026-TW1 \(Self.made)"),
      "print(book['Jadwal'].page_setup.paperSize)")
    #expect(folio == ["14"])
  }

  @Test(.enabled(if: OtherReaders.areThere, OtherReaders.absence))
  func `days are days, numbers are numbers, and the table is that of the CSV`() async throws {
    let office = try await Office.filled.value
    let script = """
      import datetime
      for row in book['Kewajiban'].iter_rows(values_only=True):
          print(','.join('' if v is None else v.date().isoformat()
                if isinstance(v, datetime.datetime) else str(v) for v in row))
      """
    let read = try await read(workbook(office, "--tahun 2026 \(Self.made)"), script)
    let table = try await office.do(
      "ekspor csv kewajiban --tahun 2026 --keluaran -", on: Office.day)
    let lines = table.components(separatedBy: "\r\n").dropLast().map {
      $0.replacing("\"", with: "")
    }
    #expect(read.dropFirst() == lines.dropFirst())
    // People read the headings, programs the keys; each column has its own.
    let headings = read[0].split(separator: ",")
    #expect(headings.prefix(5).last == "Kode unit" && lines[0].contains(",nama_kecamatan,unit,"))
    #expect(Set(headings).count == lines[0].split(separator: ",").count)
    let rates = try await self.read(
      workbook(office, "--tahun 2026 \(Self.made)"),
      """
      for row in book['Kepatuhan'].iter_rows(min_row=9, max_row=9):
          print([type(c.value).__name__ for c in row], row[-1].number_format)
      """)
    #expect(
      rates == [
        "['str', 'str', 'int', 'int', 'int', 'int', 'int', 'int', 'int', 'float', 'float'] 0.00%"
      ])
  }

  @Test(.enabled(if: OtherReaders.areThere, OtherReaders.absence))
  func `what a person wrote is never a formula or a link`() async throws {
    let office = try await Office.founded()
    for (report, note) in [
      ("LKIP 2025", "=HYPERLINK(\"http://contoh.invalid\",\"klik\")"),
      ("LPPD 2025", "http://contoh.invalid/a"), ("LKPJ 2025", "{=SUM(A1:A2)}"),
    ] {
      let words = report.split(separator: " ").map(String.init)
      let run = try await office.run(["catat"] + words + ["--catatan", note], on: "2026-02-20")
      #expect(run.exitCode == 0)
    }
    let run = try await office.run("ekspor xlsx --tahun 2026 --keluaran -", on: "2026-02-20")
    let read = try await read(
      run.output,
      """
      kinds = set()
      for sheet in book:
          for row in sheet.iter_rows():
              for cell in row:
                  kinds.add(cell.data_type)
                  assert cell.hyperlink is None
      print(sorted(kinds))
      for row in book['Riwayat'].iter_rows(min_row=2):
          print(row[10].value)
      """)
    #expect(
      read == [
        "['d', 'n', 's']", "=HYPERLINK(\"http://contoh.invalid\",\"klik\")",
        "http://contoh.invalid/a", "{=SUM(A1:A2)}",
      ])
  }

  @Test func `a workbook replaces one of ours, and none that was saved by others`() async throws {
    let office = try await Office.founded()
    for _ in 1...2 {
      let said = try await office.do("ekspor xlsx --tahun 2026", on: "2026-01-05")
      #expect(said.contains("/ekspor/63.05.12-2026.xlsx: 6 lembar, "))
    }
    // A program that saves it again leaves out what stands at its end.
    let name = "kantor/ekspor/63.05.12-2026.xlsx"
    var bytes = try office.folder.bytes(of: name)
    bytes.removeLast(4)
    try office.folder.write(bytes, to: name)
    expectRefusal(
      try await office.run("ekspor xlsx --tahun 2026", on: "2026-01-05"), 73,
      "bukan buku kerja Excel buatan Tenggat")
    #expect(try office.folder.bytes(of: name) == bytes)
  }

  @Test func `where the program for it is not installed that is said, and how it is mended`()
    async throws
  {
    let office = try await Office.founded()
    let alone = try await LoneProgram()
    func run() async throws -> ProgramRun {
      try await alone.run(["ekspor", "xlsx", "--tahun", "2026"], in: office)
    }
    expectRefusal(try await run(), 69, "program tenggat-lembar tidak ada")
    // A loader that misses a library ends so.
    try alone.folder.write(
      "#!/bin/sh\necho 'libxlsxwriter.so.4: no such file' >&2\nexit 127\n", to: "tenggat-lembar",
      permissions: 0o755)
    expectRefusal(try await run(), 69, "tidak dapat dijalankan (libxlsxwriter.so.4: no such file)")
    try alone.folder.write(
      "#!/bin/sh\necho 'penuh' >&2\nexit 73\n", to: "tenggat-lembar", permissions: 0o755)
    expectRefusal(try await run(), 73, "berkas Excel tidak dapat dibuat (penuh)")
    #expect(!office.folder.holds("kantor/ekspor/63.05.12-2026.xlsx"))
  }
}
