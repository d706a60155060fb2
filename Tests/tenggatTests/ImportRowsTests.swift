import Foundation
import TestSupport
import Testing

/// Tables whose rows say what was done, taken in.
struct ImportRowsTests {
  private static let today = "2026-04-01"
  private static let header =
    "unit,laporan,periode,peristiwa,tanggal,diterima,nilai,berkas,catatan\n"

  /// One row of each kind, three of them about one document.
  private static let table =
    header + """
      Matang Batas,LKPJDes,2025,,2026-03-26,,,bukti\\lkpj.pdf,
      Matang Batas,LKPJDes,2025,dikembalikan,2026-03-27,,,,lampiran kurang
      Matang Batas,LKPJDes,2025,serah,2026-03-30,,,,
      Matang Batas,LKPJDes,2025,Diterima,2026-03-31,,,,
      Bagak,,,pelantikan,2026-01-15,,,,
      Kecamatan Hatungun,LKAT,2025,perpanjang,2026-04-15,2026-02-24,,,Surat Sekda 5
      Kambang Kuning,LPPDesa,2025,bebas,2026-03-30,,,,pemekaran
      Kecamatan Hatungun,H03,2026-TW1,ukur,2026-04-01,,12/15,,

      """

  private func office(_ table: String) async throws -> Office {
    let office = try await Office.founded()
    try office.write(table, to: "tabel.csv")
    try office.write("%PDF-1.4 lkpj\n", to: "bukti/lkpj.pdf")
    return office
  }

  /// peristiwa, unit, laporan, periode, tanggal, diterima, nilai and catatan of the rows.
  private func rows(_ office: Office) throws -> [String] {
    try office.rows().map { ($0[3...9] + [$0[12]]).joined(separator: " ") }
  }

  @Test func `a row of each kind is written as its command would write it`() async throws {
    let office = try await office(ImportRowsTests.table)
    let output = try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    #expect(
      output == """
        8 baris dicatat (2 serah, 1 terima, 1 kembali, 1 bebas, 1 perpanjang, 1 kejadian, 1 ukur).

        """)
    #expect(
      try rows(office) == [
        "serah 63.05.12.2002 LKPJDes 2025 2026-03-26 2026-03-26  [lkpj.pdf]",
        "kembali 63.05.12.2002 LKPJDes 2025 2026-03-27 2026-03-27  lampiran kurang",
        "serah 63.05.12.2002 LKPJDes 2025 2026-03-30 2026-03-30  ",
        "terima 63.05.12.2002 LKPJDes 2025 2026-03-31 2026-03-31  ",
        "kejadian 63.05.12.2008 pelantikan-kades  2026-01-15 2026-01-15  ",
        "perpanjang 63.05.12 LKAT 2025 2026-04-15 2026-02-24  Surat Sekda 5",
        "bebas 63.05.12.2006 LPPDesa 2025 2026-03-30 2026-03-30  pemekaran",
        "ukur 63.05.12 H03 2026-TW1 2026-04-01 2026-04-01 12/15 ",
      ])
    let evidence = try office.rows()[0]
    #expect(try office.text(of: evidence[10]) == "%PDF-1.4 lkpj\n")
    #expect(evidence[11].count == 64)
    let check = try await office.run("periksa", on: ImportRowsTests.today)
    #expect(check.exitCode == 0, "\(check.errorText)")
  }

  @Test func `the commands one by one write the same rows`() async throws {
    let table = try await office(ImportRowsTests.table)
    try await table.do("impor tabel.csv", on: ImportRowsTests.today)
    let one = try await office(ImportRowsTests.table)
    for words in [
      "catat LKPJDes 2025 --unit Matang_Batas --tanggal 2026-03-26 --berkas bukti/lkpj.pdf",
      "kembalikan LKPJDes 2025 --unit Matang_Batas --tanggal 2026-03-27 --catatan lampiran_kurang",
      "catat LKPJDes 2025 --unit Matang_Batas --tanggal 2026-03-30",
      "terima LKPJDes 2025 --unit Matang_Batas --tanggal 2026-03-31",
      "kejadian pelantikan-kades --unit Bagak --tanggal 2026-01-15",
      "perpanjang LKAT 2025 --sampai 2026-04-15 --diterima 2026-02-24 --catatan Surat_Sekda_5",
      "bebaskan LPPDesa 2025 --unit Kambang_Kuning --tanggal 2026-03-30 --catatan pemekaran",
      "iku ukur H03 --nilai 12/15 --periode 2026-TW1 --tanggal 2026-04-01",
    ] {
      try await one.do(words, on: ImportRowsTests.today)
    }
    #expect(try rows(one) == rows(table))
  }

  @Test func `a second import adds nothing, and one of a longer table what is new`() async throws {
    let office = try await office(ImportRowsTests.table)
    try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    let before = try office.records()
    let again = try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    #expect(again == "0 baris dicatat, 8 sudah tercatat sebelumnya.\n")
    #expect(try office.records() == before)
    try office.write(
      ImportRowsTests.table + "Burakai,LKPJDes,2025,kirim,2026-03-30,,,,\n", to: "tabel.csv")
    let more = try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    #expect(more == "1 baris dicatat, 8 sudah tercatat sebelumnya.\n")
  }

  @Test func `a preview says of each row what was read and what will be written`() async throws {
    let office = try await office(ImportRowsTests.table)
    let before = try office.records()
    let run = try await office.run("impor tabel.csv --coba", on: ImportRowsTests.today)
    expectGolden(run.outputText, named: "impor-peristiwa.txt")
    let json = try await office.run("impor tabel.csv --coba --json", on: ImportRowsTests.today)
    expectGolden(json.outputText, named: "impor-peristiwa.json")
    #expect(try office.records() == before)
  }

  // MARK: - Faults

  @Test func `faults of reading, of the calendar and of the ledger are told in one run`()
    async throws
  {
    let office = try await office(
      ImportRowsTests.header + """
        Matang Batas,LKPJDes,2025,hilang,2026-03-26,,,bukti/tiada.pdf,
        Matang Batas,LKPJDes,2025,kembali,2026-03-27,,,,
        ,LKPJDess,2025,serah,2026-03-30,,,,
        Matang Batas,LKPJDess,2025,serah,2026-33-30,,,../x.pdf,
        Bagak,,,pelantikan,2026-01-15,2026-01-16,,,
        Kecamatan Hatungun,LKAT,2025,perpanjang,2026-04-15,,,,Surat Sekda 5
        Kecamatan Hatungun,H99,2025,ukur,2026-03-30,,12/15,,
        Kecamatan Hatungun,H03,2026-TW1,ukur,2026-03-30,,dua,,
        Burakai,LKPJDes,2025,terima,2026-03-30,,,,
        Burakai,LKPJDes,2025,serah,2026-03-25,,,,
        Batu Hapu,LKPJDes,2025,serah,2026-03-24,,,,
        Asam Randah,LKPJDes,2025,serah,2026-03-24,,,,
        Tarungin,LKPJDes,2025,serah,2026-03-24,,,,

        """)
    let run = try await office.run("impor tabel.csv", on: ImportRowsTests.today)
    #expect(run.exitCode == 65)
    expectGolden(run.errorText, named: "impor-peristiwa-salah.txt")
    #expect(try office.records().isEmpty)
    // What is right is recorded alone where that is asked for.
    let output = try await office.do("impor tabel.csv --lewati-salah", on: ImportRowsTests.today)
    #expect(output == "1 baris dicatat, 12 salah dilewati.\n")
    #expect(try rows(office) == ["serah 63.05.12.2004 LKPJDes 2025 2026-03-25 2026-03-25  "])
  }

  @Test func `a late row among them needs a reason, from the eighth day on`() async throws {
    let office = try await office(
      ImportRowsTests.header + "Burakai,LKPJDes,2025,serah,2026-03-25,,,,\n"
        + "Bagak,LKPJDes,2025,serah,2026-03-24,,,,\n")
    let run = try await office.run("impor tabel.csv", on: ImportRowsTests.today)
    expectRefusal(run, 64, "tabel.csv:3:26: galat: LKPJDes 2025 Desa Bagak")
    try await office.do("impor tabel.csv --alasan rekap_lama", on: ImportRowsTests.today)
    #expect(try office.rows().map { $0[12] } == ["", "susulan: rekap lama"])
  }

  @Test func `a row that another one of the table forbids is refused, and names its line`()
    async throws
  {
    let office = try await office(
      ImportRowsTests.header + "Burakai,LKPJDes,2025,serah,2026-03-25,,,,\n"
        + "Burakai,LKPJDes,2025,terima,2026-03-26,,,,\n"
        + "Burakai,LKPJDes,2025,serah,2026-03-27,,,,\n")
    let run = try await office.run("impor tabel.csv", on: ImportRowsTests.today)
    #expect(run.exitCode == 65)
    #expect(run.errorText.contains("tabel.csv:4:") && run.errorText.contains("baris 3 tabel ini"))
    #expect(try office.records().isEmpty)
  }

  @Test func `what was returned comes back under its date with the day of receipt alone`()
    async throws
  {
    func table(_ received: String) -> String {
      ImportRowsTests.header + "Burakai,LKPJDes,2025,serah,2026-03-25,,,,\n"
        + "Burakai,LKPJDes,2025,kembali,2026-03-26,,,,kurang\n"
        + "Burakai,LKPJDes,2025,serah,2026-03-25,\(received),,,\n"
    }
    let office = try await office(table(""))
    expectRefusal(
      try await office.run("impor tabel.csv", on: ImportRowsTests.today), 65,
      "tabel.csv:4:39: galat: dokumen ini dikembalikan lalu disampaikan lagi")
    try office.write(table("2026-03-30"), to: "tabel.csv")
    try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    #expect(try office.rows().map { $0[3] } == ["serah", "kembali", "serah"])
    let again = try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    #expect(again.hasPrefix("0 baris dicatat, 3 sudah"))
  }

  // MARK: - Evidence

  @Test(arguments: [
    ("../rahasia.pdf", "di luar folder tabelnya"), ("/etc/passwd", "di luar folder tabelnya"),
    ("C:\\rahasia.pdf", "di luar folder tabelnya"), ("tautan.pdf", "bukan berkas biasa"),
    ("bukti", "bukan berkas biasa"), ("folder/lkpj.pdf", "bukan berkas biasa"),
    ("bukti/tiada.pdf", "tidak ada"),
  ])
  func `evidence is a file below the table, and reached through no link`(
    _ path: String, _ message: String
  ) async throws {
    let office = try await office(
      ImportRowsTests.header + "Burakai,LKPJDes,2025,,2026-03-25,,,bukti/lkpj.pdf,\n"
        + "Bagak,LKPJDes,2025,,2026-03-25,,,\(path),\n")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: "\(office.path)/tautan.pdf", withDestinationPath: "bukti/lkpj.pdf")
    try files.createSymbolicLink(
      atPath: "\(office.path)/folder", withDestinationPath: "bukti")
    let run = try await office.run("impor tabel.csv", on: ImportRowsTests.today)
    #expect(run.exitCode == 65)
    #expect(run.errorText.contains("tabel.csv:3:34: galat: berkas '"), "\(run.errorText)")
    #expect(run.errorText.contains(message), "\(run.errorText)")
    #expect(try office.records().isEmpty)
  }

  @Test func `evidence that a recorded row lacks is added to it as a row`() async throws {
    let office = try await office(
      ImportRowsTests.header + "Burakai,LKPJDes,2025,,2026-03-25,,,-,\n")
    try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    try office.write(
      ImportRowsTests.header + "Burakai,LKPJDes,2025,,2026-03-25,,,bukti/lkpj.pdf,\n",
      to: "tabel.csv")
    try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    #expect(try office.rows().map { $0[12] } == ["", "[lkpj.pdf]"])
    let again = try await office.do("impor tabel.csv", on: ImportRowsTests.today)
    #expect(again.hasPrefix("0 baris dicatat, 1 sudah"))
  }
}
