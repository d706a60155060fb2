import TestSupport
import Testing

/// Tables that offices have, taken in.
struct ImportTests {
  private static let today = "2026-03-30"

  private func office(_ table: String, _ code: String = "63.05.12") async throws -> Office {
    let office = try await Office.founded(code)
    try office.write(table, to: "tabel.csv")
    return office
  }

  private static let table = """
    unit,laporan,periode,tanggal,catatan
    63.05.12.2001,LKPJDes,2025,2026-03-25,
    63.05.12.2002,LKPJDes,2025,2026-03-26,berkas lengkap
    63.05.12,Renja,2027,2026-03-24,

    """

  /// unit, laporan, periode, tanggal, diterima and catatan of the rows.
  private func rows(_ office: Office) throws -> [String] {
    try office.rows().map { ($0[4...8] + [$0[12]]).joined(separator: " ") }
  }

  @Test func `every row becomes a submission, in the order of the table`() async throws {
    let office = try await office(ImportTests.table)
    let output = try await office.do("impor tabel.csv", on: ImportTests.today)
    #expect(output == "3 baris dicatat.\n")
    #expect(
      try rows(office) == [
        "63.05.12.2001 LKPJDes 2025 2026-03-25 2026-03-25 ",
        "63.05.12.2002 LKPJDes 2025 2026-03-26 2026-03-26 berkas lengkap",
        "63.05.12 Renja 2027 2026-03-24 2026-03-24 ",
      ])
    #expect(try office.rows().map { $0[2] } == ["kasubbag", "kasubbag", "kasubbag"])
    let check = try await office.run("periksa buku", on: ImportTests.today)
    #expect(check.exitCode == 0)
  }

  @Test(arguments: [
    // Semicolons, another order, headings as offices write them, CRLF, a mark at the beginning.
    "\u{FEFF}No;Tgl Dokumen;Desa;Jenis Dokumen;Tahun;Keterangan\r\n1;25/03/2026;Tarungin;LKPJ Desa;2025;\r\n2;26/3/2026;desa MATANG BATAS;LKPPD;2025;\"berkas lengkap\"\r\n3;24 Maret 2026;Kecamatan Hatungun;Renja;2027;\r\n",
    // Tabs, a column of receipt, blanks around, an empty line, no last line end.
    "dokumen\tdesa\tperiode\ttanggal\tditerima\tcatatan\nLKPJDes\t 63.05.12.2001 \t2025\t2026-03-25\t\t\nlkpjdes\t63.05.12.2002\t2025\t26 Mar 2026\t2026-03-26\tberkas lengkap\n\t\t\t\t\t\nRENJA\t63.05.12\t2027\t24/03/2026\t\t",
  ])
  func `the forms of the office are read alike`(_ table: String) async throws {
    let wanted = try await office(ImportTests.table)
    try await wanted.do("impor tabel.csv", on: ImportTests.today)
    let office = try await office(table)
    let run = try await office.run("impor tabel.csv", on: ImportTests.today)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(try rows(office) == rows(wanted))
  }

  @Test func `a column of codes decides beside one of names`() async throws {
    let office = try await office(
      "No,Kode Wilayah,Nama Desa,Jenis Laporan,Tahun,Tgl\n"
        + "1,63.05.12.2001,Tarungin,LKPJDes,2025,2026-03-25\n"
        + "2,,Matang Batas,LKPJDes,2025,2026-03-26\n")
    try await office.do("impor tabel.csv", on: ImportTests.today)
    #expect(try office.rows().map { $0[4] } == ["63.05.12.2001", "63.05.12.2002"])
  }

  @Test func `a table in another encoding is told to be saved as UTF-8`() async throws {
    let office = try await Office.founded()
    let row = Array("unit,laporan,periode,tanggal,catatan\n63.05.12,Renja,2027,2026-03-24,caf".utf8)
    try office.folder.write(row + [0xE9, 0x0A], to: "kantor/tabel.csv")
    expectRefusal(
      try await office.run("impor tabel.csv", on: ImportTests.today), 65,
      "tabel.csv:2:32: galat: isian memuat byte yang bukan UTF-8; simpan ulang tabelnya")
  }

  @Test func `a period may be written in words`() async throws {
    let office = try await office(
      "unit,laporan,periode,tanggal\n63.05.12,RFK,TW I 2026,2026-04-08\n"
        + "63.05.12.2001,RealisasiDes,Semester II 2025,2026-04-09\n")
    try await office.do("impor tabel.csv", on: "2026-04-10")
    #expect(try office.rows().map { $0[6] } == ["2026-TW1", "2025-S2"])
  }

  @Test func `a column that means nothing is passed over with a remark`() async throws {
    let office = try await office(
      "nomor,unit,laporan,periode,tanggal\n7,63.05.12,Renja,2027,2026-03-24\n")
    let run = try await office.run("impor tabel.csv", on: ImportTests.today)
    #expect(run.exitCode == 0)
    #expect(run.errorText.contains("tabel.csv:1:1: peringatan: kolom tidak dibaca: nomor;"))
  }

  @Test func `run twice it adds nothing, and after an addition only that`() async throws {
    let office = try await office(ImportTests.table)
    try await office.do("impor tabel.csv", on: ImportTests.today)
    let before = try office.records()
    let again = try await office.do("impor tabel.csv", on: "2026-04-01")
    #expect(again == "0 baris dicatat, 3 sudah tercatat sebelumnya.\n")
    #expect(try office.records() == before)
    // Nor do a later acceptance, or the days that have passed, make a fault of what is recorded.
    try await office.do("terima Renja 2027", on: "2026-04-20")
    let later = try await office.do("impor tabel.csv", on: "2026-04-20")
    #expect(later == "0 baris dicatat, 3 sudah tercatat sebelumnya.\n")
    try office.write(
      ImportTests.table + "63.05.12.2003,LKPJDes,2025,2026-03-27,\n"
        + "63.05.12.2003,LKPJDes,2025,2026-03-27,\n", to: "tabel.csv")
    let more = try await office.do("impor tabel.csv", on: "2026-04-01")
    #expect(more == "1 baris dicatat, 4 sudah tercatat sebelumnya.\n")
  }

  @Test func `a row is known again behind evidence and the reason of a late entry`() async throws {
    let office = try await office(ImportTests.table)
    try office.write("%PDF-1.4\n", to: "bukti.pdf")
    try await office.do(
      "catat Renja 2027 --tanggal 2026-03-24 --berkas bukti.pdf", on: ImportTests.today)
    try await office.do(
      "catat LKPJDes 2025 --unit 63.05.12.2002 --tanggal 2026-03-26 --catatan berkas_lengkap "
        + "--alasan sakit", on: "2026-04-20")
    let run = try await office.run(
      ["impor", "tabel.csv", "--alasan", "buku lama"], on: "2026-04-20")
    #expect(run.outputText == "1 baris dicatat (1 susulan), 2 sudah tercatat sebelumnya.\n")
    #expect(try rows(office).last?.hasSuffix(" susulan: buku lama") == true)
  }

  @Test func `a voided row is not there, and is recorded again`() async throws {
    let office = try await office(ImportTests.table)
    try await office.do("impor tabel.csv", on: ImportTests.today)
    try await office.do("batalkan #2 --alasan keliru", on: ImportTests.today)
    let again = try await office.do("impor tabel.csv", on: ImportTests.today)
    #expect(again == "1 baris dicatat, 2 sudah tercatat sebelumnya.\n")
  }

  @Test func `a preview counts and writes nothing`() async throws {
    let office = try await office(ImportTests.table)
    let output = try await office.do("impor tabel.csv --coba", on: ImportTests.today)
    #expect(
      output == """
        baris 2: LKPJDes 2025, Desa Tarungin (63.05.12.2001), 25 Maret 2026
        baris 3: LKPJDes 2025, Desa Matang Batas (63.05.12.2002), 26 Maret 2026
        baris 4: Renja 2027, Kecamatan Hatungun (63.05.12), 24 Maret 2026
        LKPJDes: 2 baru
        Renja: 1 baru
        3 baris akan dicatat.

        """)
    #expect(try office.records().isEmpty)
    #expect(!office.folder.holds("kantor/buku"))
  }

  @Test func `all faults are told at once with their places, and nothing is recorded`() async throws
  {
    let office = try await office(
      """
      unit,laporan,periode,tanggal,diterima,catatan
      63.05.12.2001,LKPJDes,2025,2026-03-25,,benar
      63.05.12.2099,LKPJDes,2025,2026-03-25,,
      Tarunginn,LKPJDes,2025,2026-03-25,,
      63.05.12.2001,LKPJDess,2025,2026-03-25,,
      63.05.12.2001,LKPJDes,2025-TW1,2026-03-25,,
      63.05.12.2001,LKPJDes,2025,2026-02-30,,
      63.05.12.2001,LKPJDes,2025,,,
      63.05.12.2001,LKPJDes,2025,2026-03-31,,
      63.05.12.2001,LKPJDes,2025,2026-03-25,2026-03-24,
      63.05.12.2001,LKPJDes,2025,2024-12-31,,
      63.05.12.2001,LKPJDes,2025
      63.05.12.2001,LKPJDes,2025,2026-03-25,,"dua
      baris"
      63.05.12.2001,LKPJDes,2025,2026-03-25,,salah "kutip"
      ,LKPJDes,,2026-03-25,bukan tanggal,
      63.05.12.2001,LPPD,2099,2026-03-25,,
      Hatungun,LKPJDes,2025,2026-03-25,,

      """)
    let run = try await office.run("impor tabel.csv", on: ImportTests.today)
    #expect(run.exitCode == 65)
    #expect(run.outputText == "")
    expectGolden(run.errorText, named: "impor-salah.txt")
    #expect(try office.records().isEmpty)
  }

  @Test func `faulty rows are left out when asked, and the others recorded`() async throws {
    let office = try await office(
      ImportTests.table + "63.05.12.2099,LKPJDes,2025,2026-03-25,\nTarungin,LKPJDes,2025,besok,\n")
    let run = try await office.run("impor tabel.csv --lewati-salah", on: ImportTests.today)
    #expect(run.exitCode == 0)
    #expect(run.outputText == "3 baris dicatat, 2 salah dilewati.\n")
    #expect(run.errorText.contains("tabel.csv:5:1: galat: unit '63.05.12.2099' tidak dipantau"))
    #expect(run.errorText.contains("tabel.csv:6:23: galat: tanggal 'besok' bukan tanggal"))
    #expect(try rows(office).count == 3)
  }

  @Test func `a late entry needs a reason, from the eighth day on`() async throws {
    let office = try await office(ImportTests.table)
    let seventh = try await office.run("impor tabel.csv --coba", on: "2026-03-31")
    #expect(seventh.exitCode == 0)
    let eighth = try await office.run("impor tabel.csv", on: "2026-04-01")
    #expect(eighth.exitCode == 64)
    #expect(
      eighth.errorText.contains(
        "tabel.csv:4:21: galat: Renja 2027 Kecamatan Hatungun baru dicatat 8 hari sesudah "
          + "tanggalnya (susulan); sebut sebabnya dengan --alasan"))
    #expect(try office.records().isEmpty)
    let given = try await office.run(
      ["impor", "tabel.csv", "--alasan", "arsip lama"], on: "2026-04-01")
    #expect(given.outputText == "3 baris dicatat (1 susulan).\n")
    #expect(try rows(office).map { $0.contains("susulan: arsip lama") } == [false, false, true])
  }

  @Test func `a row may bring its own reason`() async throws {
    let office = try await office(
      "unit,laporan,periode,tanggal,catatan,alasan\n"
        + "63.05.12,Renja,2027,2026-03-10,rapi,surat tertinggal\n"
        + "63.05.12,LKPJ,2025,2026-02-18,,\n")
    #expect(try await office.run("impor tabel.csv", on: ImportTests.today).exitCode == 64)
    try await office.do("impor tabel.csv --alasan arsip", on: ImportTests.today)
    #expect(
      try rows(office) == [
        "63.05.12 Renja 2027 2026-03-10 2026-03-10 rapi susulan: surat tertinggal",
        "63.05.12 LKPJ 2025 2026-02-18 2026-02-18 susulan: arsip",
      ])
  }

  @Test func `what is accepted or exempt takes no row`() async throws {
    let office = try await office(ImportTests.table)
    try await office.do("catat Renja 2027 --tanggal 2026-03-23", on: "2026-03-24")
    try await office.do("terima Renja 2027", on: "2026-03-25")
    try await office.do(
      "bebaskan LKPJDes 2025 --unit 63.05.12.2001 --catatan belum_ada_BPD", on: "2026-03-25")
    let run = try await office.run("impor tabel.csv", on: ImportTests.today)
    #expect(run.exitCode == 65)
    #expect(run.errorText.contains("tabel.csv:2:23: galat: LKPJDes 2025 Desa Tarungin dibebaskan"))
    #expect(
      run.errorText.contains("tabel.csv:4:16: galat: Renja 2027 Kecamatan Hatungun sudah diterima"))
  }

  @Test(arguments: [
    ("", "tabel.csv:1:1: galat: berkas kosong; baris pertama harus judul kolom"),
    ("unit,laporan\n", "galat: judul kolom tidak memuat: periode, tanggal;"),
    ("laporan,dokumen,periode,tanggal\n", "galat: dua kolom berarti 'laporan';"),
    ("unit,laporan,periode,tanggal,\"catatan\n", "csv:1:1: galat: tanda kutip tidak ditutup;"),
    ("unit,lap\"oran,periode,tanggal\n", "galat: tanda kutip di tengah isian;"),
    ("\u{0}\u{1}\u{2}", "galat: judul kolom tidak memuat: laporan, periode, tanggal;"),
  ])
  func `a header that cannot be used is told of`(_ table: String, _ message: String) async throws {
    let office = try await office(table)
    expectRefusal(try await office.run("impor tabel.csv", on: ImportTests.today), 65, message)
  }

  @Test func `a table in UTF-16 is recognised`() async throws {
    let office = try await Office.founded()
    try office.folder.write([0xFF, 0xFE, 0x75, 0], to: "kantor/tabel.csv")
    expectRefusal(
      try await office.run("impor tabel.csv", on: ImportTests.today), 65,
      "berkas ini UTF-16, bukan UTF-8; simpan ulang sebagai CSV UTF-8")
  }

  @Test func `a table that is not there, or is no file, is refused`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("impor tidak-ada.csv", on: ImportTests.today), 66, "tidak-ada.csv")
    expectRefusal(
      try await office.run("impor kotak-masuk", on: ImportTests.today), 66, "bukan berkas biasa")
    expectRefusal(
      try await office.run("impor /dev/zero", on: ImportTests.today), 66, "bukan berkas biasa")
  }

  @Test func `rows of several kecamatan go into their own ledgers, all or none`() async throws {
    let office = try await Office.founded()
    let other = try await Office.founded("63.05.05")
    let villages = try other.text(of: "wilayah.csv").split(separator: "\n").filter {
      $0.hasPrefix("63.05.05")
    }
    try office.write(
      try office.text(of: "wilayah.csv") + villages.joined(separator: "\n") + "\n",
      to: "wilayah.csv")
    let table = """
      unit,laporan,periode,tanggal
      63.05.12.2001,LKPJDes,2025,2026-03-25
      63.05.05,Renja,2027,2026-03-24
      63.05.05.2003,LKPJDes,2025,2026-03-25
      63.05.12,Renja,2027,2026-03-24

      """
    try office.write(table + "63.05.05.2003,LKPJDes,2025,2026-13-25\n", to: "tabel.csv")
    #expect(try await office.run("impor tabel.csv", on: ImportTests.today).exitCode == 65)
    #expect(try office.records().isEmpty)
    try office.write(table, to: "tabel.csv")
    try await office.do("impor tabel.csv", on: ImportTests.today)
    #expect(try rows(office).map { String($0.prefix(13)) } == ["63.05.12.2001", "63.05.12 Renj"])
    let ledger = try office.text(of: "buku/63.05.05/2026.csv")
    #expect(ledger.split(separator: "\n").count == 3)
    let check = try await office.run("periksa buku", on: ImportTests.today)
    #expect(check.exitCode == 0, "\(check.errorText)")
    // Without a unit the row could belong to either.
    try office.write("laporan,periode,tanggal\nRenja,2027,2026-03-24\n", to: "tabel.csv")
    expectRefusal(
      try await office.run("impor tabel.csv", on: ImportTests.today), 65,
      "tabel.csv:2:1: galat: unit kosong")
  }

  @Test func `programs get the counts`() async throws {
    let office = try await office(ImportTests.table)
    let run = try await office.run("impor tabel.csv --json", on: ImportTests.today)
    expectGolden(run.outputText, named: "impor.json")
  }
}
