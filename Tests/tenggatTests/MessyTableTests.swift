import TestSupport
import Testing

/// Tables as offices keep them: titles, one cell for two things, words for nothing, sums.
struct MessyTableTests {
  private static let today = "2026-04-01"
  private static let table = """
    sep=;
    REKAPITULASI PENYAMPAIAN LAPORAN;;;;;
    KECAMATAN HATUNGUN, keadaan 31 Maret 2026;;;;;
    ;;;;;
    No;Nama Desa;Jenis Lap.;Tgl Kirim;Tgl Masuk;Ket
    1;Ds. Tarungin;Lap. LPPDesa 2025;25/3/2026;25/3/2026;
    ;;LKPJDes 2025;26 Maret 2026;27-Mar-26;lengkap
    2;Desa Matang Batas;LPPDesa 2025;46107;;
    ;;LKPJDes Tahun 2025;belum;;
    3;Ds Burakai;LPPDesa 2025;-;;
    4;Ds. Bagak;Realisasi Des Semester II 2025;30/3/2026;;
    5;Kec. Hatungun;RFK TW. I 2026;31/3/2026;;
    Jumlah;;;4;;

    """

  private static let rows = [
    "63.05.12.2001 LPPDesa 2025 2026-03-25 2026-03-25 ",
    "63.05.12.2001 LKPJDes 2025 2026-03-26 2026-03-27 lengkap",
    "63.05.12.2002 LPPDesa 2025 2026-03-26 2026-03-26 ",
    "63.05.12.2008 RealisasiDes 2025-S2 2026-03-30 2026-03-30 ",
    "63.05.12 RFK 2026-TW1 2026-03-31 2026-03-31 ",
  ]

  private func office(_ table: String = MessyTableTests.table) async throws -> Office {
    let office = try await Office.founded()
    try office.write(table, to: "rekap.csv")
    return office
  }

  private func rows(_ office: Office) throws -> [String] {
    try office.rows().map { ($0[4...8] + [$0[12]]).joined(separator: " ") }
  }

  @Test(arguments: ["\n", "\r\n"])
  func `a table is read as it is kept, once its one unknown column is explained`(
    _ lineEnd: String
  ) async throws {
    let office = try await office(MessyTableTests.table.replacing("\n", with: lineEnd))
    let asked = try await office.run("impor rekap.csv --isi-turun", on: MessyTableTests.today)
    #expect(asked.exitCode == 65)
    #expect(asked.errorText.split(separator: "\n").count == 1, "\(asked.errorText)")
    #expect(asked.errorText.contains("rekap.csv:5:35: galat: kolom 'Tgl Masuk' tidak dikenal"))
    #expect(asked.errorText.contains("--peta 'Tgl Masuk=tanggal'"))
    let run = try await office.run(
      ["impor", "rekap.csv", "--isi-turun", "--peta", "Tgl Masuk=diterima"],
      on: MessyTableTests.today)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(try rows(office) == MessyTableTests.rows)
    #expect(
      run.outputText == """
        5 baris dicatat, 2 belum ada tanggalnya.
        Agar --peta tidak perlu diulang, tulis di kantor.yaml:
          impor:
            peta:
              "Tgl Masuk": diterima

        """)
    expectGolden(run.errorText, named: "impor-rekap.txt")
  }

  @Test func `what the office keeps of its headings needs no option`() async throws {
    let office = try await office()
    try office.write(
      try office.text(of: "kantor.yaml") + "\nimpor:\n  peta:\n    \"tgl. masuk\": diterima\n",
      to: "kantor.yaml")
    let output = try await office.do("impor rekap.csv --isi-turun", on: MessyTableTests.today)
    #expect(output == "5 baris dicatat, 2 belum ada tanggalnya.\n")
    #expect(try rows(office) == MessyTableTests.rows)
    // What is said now comes before what is kept.
    try office.write(MessyTableTests.table.replacing("Tgl Kirim", with: "Sifat"), to: "rekap.csv")
    let run = try await office.run(
      [
        "impor", "rekap.csv", "--isi-turun", "--peta", "Tgl Masuk=tanggal", "--peta",
        "Sifat=abaikan",
      ],
      on: MessyTableTests.today)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(try office.rows().count == 6)
  }

  @Test func `a blank unit of a block is asked about once, and nothing else is said of its rows`()
    async throws
  {
    let office = try await office(
      "Desa;Laporan;Tgl Kirim\nTarungin;LPPDesa 2025;2026-03-25\n;LKPJDes 2025;2026-03-25\n"
        + "Bagak;LPPDesa 2025;2026-03-25\n;LKPJDes 2025;2026-03-25\n")
    let run = try await office.run("impor rekap.csv", on: MessyTableTests.today)
    #expect(run.exitCode == 65)
    #expect(
      run.errorText.hasPrefix("rekap.csv:3:1: galat: baris 3, 5: unit kosong"), "\(run.errorText)")
    #expect(run.errorText.split(separator: "\n").count == 2, "\(run.errorText)")
  }

  @Test(arguments: [
    ("--peta Sifat", "tidak menyebut judul dan artinya"),
    ("--peta =tanggal", "tidak menyebut judul"),
    ("--peta Tgl_Masuk=tangal", "mungkin maksudnya 'tanggal'"),
  ])
  func `a meaning that is none is a fault of the command`(
    _ option: String, _ message: String
  ) async throws {
    let office = try await office()
    expectRefusal(
      try await office.run("impor rekap.csv \(option)", on: MessyTableTests.today), 64, message)
  }

  @Test(arguments: ["Tgl_Datang=tanggal", "Datang=abaikan"])
  func `a heading that is explained must be there`(_ meaning: String) async throws {
    let office = try await office()
    expectRefusal(
      try await office.run(
        "impor rekap.csv --peta Tgl_Masuk=diterima --peta \(meaning)", on: MessyTableTests.today),
      65, "tidak ada kolom berjudul")
  }

  /// The first and last numbers that are taken for days, and those beyond.
  @Test(arguments: [
    ("36525", "2000-01-01", false), ("36526", "2000-01-01", true), ("46113", "2026-04-01", true),
    ("46107", "2026-03-26", true), ("46480", "", false), ("461070", "", false), ("2026", "", false),
  ])
  func `a number is a spreadsheet's day only where it can be one`(
    _ number: String, _ date: String, _ isRead: Bool
  ) async throws {
    let office = try await office("unit,laporan,periode,tanggal\nBagak,LPPDesa,2025,\(number)\n")
    let run = try await office.run("impor rekap.csv --coba", on: MessyTableTests.today)
    #expect(run.errorText.contains("bukan tanggal") == !isRead, "\(run.errorText)")
    #expect(run.errorText.contains("dibaca sebagai tanggal") == isRead, "\(run.errorText)")
  }

  @Test func `rows that only look like a sum or like nothing are not passed over`() async throws {
    let office = try await office(
      "Desa,Laporan,Periode,Tanggal\nJumlah,LPPDesa,2025,2026-03-25\nBagak,LPPDesa,2025,tidak ada\n"
        + "Total,,,\n")
    let run = try await office.run("impor rekap.csv", on: MessyTableTests.today)
    #expect(run.exitCode == 65)
    #expect(run.errorText.contains("rekap.csv:2:1: galat: unit 'Jumlah'"), "\(run.errorText)")
    #expect(run.errorText.contains("rekap.csv:3:20: galat: tanggal 'tidak ada'"))
    #expect(run.errorText.contains("peringatan: baris 4 menjumlahkan baris lain"))
  }

  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04, 0x14], "buku kerja ini rusak atau terpotong; "),
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      "berkas ini buku kerja Excel lama (.xls); "
    ),
  ])
  func `a workbook that is not read is told in one sentence`(
    _ bytes: [UInt8], _ sentence: String
  ) async throws {
    let office = try await Office.founded()
    try office.folder.write(bytes, to: "kantor/rekap.xlsx")
    let run = try await office.run("impor rekap.xlsx", on: MessyTableTests.today)
    #expect(run.exitCode == 65)
    #expect(run.errorText.hasPrefix("rekap.xlsx: galat: \(sentence)"))
    #expect(run.errorText.split(separator: "\n").count == 1)
  }
}
