import TestSupport
import Testing

/// Tables whose columns must be understood as a whole: merged cells, dates turned round, headings of
/// which nobody knows what they say.
struct ImportColumnTests {
  private static let today = "2026-03-31"

  private func office(_ table: String) async throws -> Office {
    let office = try await Office.founded()
    try office.write(table, to: "tabel.csv")
    return office
  }

  private func expectNothing(in office: Office, _ run: ProgramRun, _ messages: String...) throws {
    #expect(run.exitCode == 65, "\(run.errorText)")
    for message in messages { #expect(run.errorText.contains(message), "\(run.errorText)") }
    #expect(try office.records().isEmpty)
  }

  /// unit, laporan, periode and tanggal of the rows.
  private func rows(_ office: Office) throws -> [String] {
    try office.rows().map { $0[4...7].joined(separator: " ") }
  }

  // MARK: - Merged cells

  private static let merged =
    "Desa;Dokumen;Tahun;Tanggal\nTarungin;LPPDesa;2025;2026-03-25\n;LKPJDes;2025;2026-03-25\n"
    + "Matang Batas;LPPDesa;2025;2026-03-26\n\u{A0};LKPJDes;;2026-03-26\n"

  @Test func `a blank unit below a unit is a fault with its line`() async throws {
    let office = try await office(ImportColumnTests.merged)
    let run = try await office.run("impor tabel.csv", on: ImportColumnTests.today)
    try expectNothing(
      in: office, run,
      "tabel.csv:3:1: galat: baris 3, 5: unit kosong, padahal baris lain menyebut unitnya",
      "tabel.csv:5:11: galat: periode kosong", "--isi-turun")
  }

  @Test func `merged cells are filled down on request`() async throws {
    let office = try await office(ImportColumnTests.merged)
    try await office.do("impor tabel.csv --isi-turun", on: ImportColumnTests.today)
    #expect(
      try rows(office) == [
        "63.05.12.2001 LPPDesa 2025 2026-03-25", "63.05.12.2001 LKPJDes 2025 2026-03-25",
        "63.05.12.2002 LPPDesa 2025 2026-03-26", "63.05.12.2002 LKPJDes 2025 2026-03-26",
      ])
  }

  @Test(arguments: [
    // The unit's only cell comes after the blank one.
    (",LKPJDes,2025,2026-03-25\nTarungin,LKPJDes,2025,2026-03-25\n", "tabel.csv:2:1: galat: unit"),
    // A blank line ends the block that a cell may be merged in.
    ("Tarungin,LKPJDes,2025,2026-03-25\n,,,\n,LPPDesa,2025,2026-03-25\n", "tabel.csv:4:1: galat"),
    // So does a line that is no row.
    ("Tarungin,LKPJDes,2025,2026-03-25\nx,y\n,LPPDesa,2025,2026-03-25\n", "tabel.csv:4:1: galat"),
  ])
  func `what has nothing above it is not filled`(
    _ body: String, _ message: String
  ) async throws {
    let office = try await office("unit,laporan,periode,tanggal\n" + body)
    let run = try await office.run("impor tabel.csv --isi-turun", on: ImportColumnTests.today)
    try expectNothing(in: office, run, message)
  }

  @Test func `a merged date is filled only by its own option`() async throws {
    let office = try await office(
      "unit,laporan,periode,tanggal\nTarungin,LKPJDes,2025,2026-03-25\n,LPPDesa,,\n")
    // A blank date often says that the document is not in.
    let run = try await office.run(
      "impor tabel.csv --isi-turun --coba", on: ImportColumnTests.today)
    #expect(run.outputText.hasSuffix("1 baris akan dicatat, 1 belum ada tanggalnya.\n"))
    #expect(
      run.errorText.contains(
        "tabel.csv:3:1: peringatan: 1 baris belum ada tanggalnya, tidak dicatat (baris 3); isi "
          + "tanggalnya sesudah disampaikan; kalau sel tanggalnya digabung dengan sel di atasnya: "
          + "--isi-turun-tanggal"))
    try await office.do(
      "impor tabel.csv --isi-turun --isi-turun-tanggal", on: ImportColumnTests.today)
    #expect(try rows(office).last == "63.05.12.2001 LPPDesa 2025 2026-03-25")
  }

  @Test(arguments: [
    "laporan,periode,tanggal\nLKIP,2025,2026-03-25\nLPPD,2025,2026-03-25\n",
    "unit,laporan,periode,tanggal\n,LKIP,2025,2026-03-25\n,LPPD,2025,2026-03-25\n",
  ])
  func `where no row names a unit the kecamatan is meant, and a preview shows it`(
    _ table: String
  ) async throws {
    let office = try await office(table)
    let output = try await office.do("impor tabel.csv --coba", on: ImportColumnTests.today)
    #expect(output.contains("baris 2: LKIP 2025, Kecamatan Hatungun (63.05.12), 25 Maret 2026\n"))
    #expect(output.contains("baris 3: LPPD 2025, Kecamatan Hatungun (63.05.12), 25 Maret 2026\n"))
  }

  // MARK: - Codes and names

  @Test func `a code and a name that disagree are a fault`() async throws {
    let office = try await office(
      "kode,desa,kecamatan,laporan,periode,tanggal\n"
        + "63.05.12.2001,Matang Batas,,LKPJDes,2025,2026-03-25\n"
        + "63.05.12.2001,Tarungin,Hatungun,LKPJDes,2025,2026-03-25\n"
        + "6305122002,desa  matang-batas,,LKPJDes,2025,2026-03-25\n"
        + "63.05.12.2003,Hatungun Lama,,LKPJDes,2025,2026-03-25\n"
        + "63.05.12.2004,,Tekung,LKPJDes,2025,2026-03-25\n")
    let run = try await office.run("impor tabel.csv", on: ImportColumnTests.today)
    try expectNothing(
      in: office, run,
      "tabel.csv:2:15: galat: 'Matang Batas' bukan nama 63.05.12.2001, Desa Tarungin",
      "tabel.csv:5:15: galat: 'Hatungun Lama' bukan nama 63.05.12.2003",
      "tabel.csv:6:16: galat: kecamatan 'Tekung' tidak dipantau", "3 baris salah")
  }

  // MARK: - Headings

  @Test(arguments: [
    "status", "Status Dokumen", "keadaan",
    "dikembalikan", "Tanggal Pengembalian", "Batal?", "hasil verifikasi", "kelengkapan",
    "Revisi ke-",
  ])
  func `a column that says what a row means is never left unread`(_ heading: String) async throws {
    let office = try await office(
      "unit,laporan,periode,tanggal,\(heading)\n63.05.12,Renja,2027,2026-03-24,kembali\n")
    let run = try await office.run("impor tabel.csv --lewati-salah", on: ImportColumnTests.today)
    try expectNothing(
      in: office, run, "tabel.csv:1:3", ": galat: kolom '", "menentukan arti barisnya")
  }

  @Test(arguments: ["peristiwa", "Jenis Peristiwa", "\"JENIS\nPERISTIWA\""])
  func `a column of events is read, and never passed over`(_ heading: String) async throws {
    let office = try await office(
      "unit,laporan,periode,tanggal,\(heading)\n63.05.12,Renja,2027,2026-03-24,kembali\n")
    let run = try await office.run("impor tabel.csv --lewati-salah", on: ImportColumnTests.today)
    #expect(run.errorText.contains("baris kembali perlu alasan"), "\(run.errorText)")
    #expect(try office.records().isEmpty)
    for option in [["--abaikan", "Jenis_Peristiwa"], ["--peta", "jenis peristiwa=abaikan"]] {
      let refused = try await office.run(
        ["impor", "tabel.csv"] + option, on: ImportColumnTests.today)
      #expect(refused.exitCode == 65)
    }
  }

  @Test func `a heading that nobody knows is refused, unless it is named`() async throws {
    let office = try await office(
      "unit,laporan,periode,tangal,Sifat\u{A0}Surat,tanggal\n"
        + "63.05.12,Renja,2027,x,biasa,2026-03-24\n")
    let run = try await office.run("impor tabel.csv", on: ImportColumnTests.today)
    try expectNothing(
      in: office, run, "tabel.csv:1:22: galat: kolom 'tangal' tidak dikenal",
      "mungkin maksudnya 'tanggal'", "tabel.csv:1:29: galat: kolom 'Sifat\u{A0}Surat'",
      "--peta 'tangal=tanggal'", "--peta 'Sifat\u{A0}Surat=abaikan'")
    try await office.do(
      "impor tabel.csv --abaikan tangal --abaikan sifat_surat", on: ImportColumnTests.today)
    #expect(try rows(office) == ["63.05.12 Renja 2027 2026-03-24"])
  }

  @Test(arguments: [
    ("unit", "kolom 'unit' tidak dapat diabaikan: kolom itu dibaca"),
    ("status", "kolom 'status' tidak dapat diabaikan: tidak ada kolom berjudul itu"),
  ])
  func `a column that is read or missing cannot be passed over`(
    _ heading: String, _ message: String
  ) async throws {
    let office = try await office("unit,laporan,periode,tanggal\n63.05.12,Renja,2027,2026-03-24\n")
    let run = try await office.run(
      "impor tabel.csv --abaikan \(heading)", on: ImportColumnTests.today)
    try expectNothing(in: office, run, message)
  }

  @Test func `what stands below no heading is a fault`() async throws {
    let office = try await office(
      "unit,laporan,periode,tanggal,\n63.05.12,Renja,2027,2026-03-24,\n"
        + "63.05.12,LKIP,2025,2026-03-24,dikembalikan\n")
    let run = try await office.run("impor tabel.csv", on: ImportColumnTests.today)
    try expectNothing(
      in: office, run, "tabel.csv:3:31: galat: 'dikembalikan' di kolom tanpa judul")
  }

  @Test func `headings are read whatever blanks, quotes, dots and case they have`() async throws {
    let office = try await office(
      "\"No.\",\"\u{A0}KODE\nWILAYAH \",Jenis  Laporan:,(Tahun),\"\"\"Tgl.\"\"\",P.J.\n"
        + "1,63.05.12,Renja,2027,2026-03-24,Kasi\n")
    try await office.do("impor tabel.csv", on: ImportColumnTests.today)
    #expect(try rows(office) == ["63.05.12 Renja 2027 2026-03-24"])
  }

  // MARK: - Dates turned round

  @Test(arguments: ["", " --lewati-salah"])
  func `where one date has the month first, none of its column is read day first`(
    _ option: String
  ) async throws {
    let office = try await office(
      "unit,laporan,periode,tanggal,diterima\n"
        + "63.05.12.2001,LKPJDes,2025,1/3/2026,3/3/2026\n"
        + "63.05.12.2002,LKPJDes,2025,3/13/2026,\n"
        + "63.05.12.2003,LKPJDes,2025,25.3.2026,\n"
        + "63.05.12.2004,LKPJDes,2025,2026-03-24,\n"
        + "63.05.12.2005,LKPJDes,2025,25 Maret 2026,26/3/2026\n"
        + "63.05.12.2006,LKPJDes,2025,3-Mar-26,\n")
    let run = try await office.run(
      ["impor", "tabel.csv", "--alasan", "arsip"] + option.split(separator: " ").map(String.init),
      on: ImportColumnTests.today)
    for message in [
      "tabel.csv:2:28: galat: tanggal '1/3/2026' tidak pasti: kolom ini memuat bulan lebih dulu "
        + "('3/13/2026', baris 3)",
      "tabel.csv:3:28: galat: tanggal '3/13/2026' bukan tanggal; bulannya tertulis lebih dulu",
      "tabel.csv:4:28: galat: tanggal '25.3.2026' tidak pasti",
    ] { #expect(run.errorText.contains(message), "\(run.errorText)") }
    #expect(!run.errorText.contains("diterima"))
    guard !option.isEmpty else { return try expectNothing(in: office, run) }
    #expect(
      try rows(office) == [
        "63.05.12.2004 LKPJDes 2025 2026-03-24", "63.05.12.2005 LKPJDes 2025 2026-03-25",
        "63.05.12.2006 LKPJDes 2025 2026-03-03",
      ])
  }

  @Test func `a column of its own judges the days of receipt`() async throws {
    let office = try await office(
      "unit,laporan,periode,tanggal,diterima\n"
        + "63.05.12.2001,LKPJDes,2025,25/3/2026,3/26/2026\n"
        + "63.05.12.2002,LKPJDes,2025,26/3/2026,\n")
    let run = try await office.run("impor tabel.csv --lewati-salah", on: ImportColumnTests.today)
    #expect(run.errorText.contains("tabel.csv:2:38: galat: diterima '3/26/2026' bukan tanggal"))
    #expect(try rows(office) == ["63.05.12.2002 LKPJDes 2025 2026-03-26"])
  }
}
