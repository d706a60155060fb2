import Foundation
import TestSupport
import Testing

/// `iku ukur`: what a person measured, from the command line to the scorecard.
struct MeasurementTests {
  private static let jejangkit = "63.04.17"
  private static let tekung = "35.08.09"

  /// What a row says: indicator, period, date and value.
  private func said(_ row: [String]) -> String {
    [row[3], row[5], row[6], row[7], row[9]].joined(separator: " ")
  }

  // MARK: - Recording

  @Test func `a share and an index are recorded as they were measured, with their evidence`()
    async throws
  {
    let office = try await Office.founded()
    try office.write("%PDF-1.4 rekap pengaduan\n", to: "rekap.pdf")
    let share = try await office.do(
      "iku ukur h03 --nilai 12/15 --periode 2026-TW1 --berkas rekap.pdf --catatan dari_buku_tamu",
      on: "2026-04-01")
    #expect(share.hasPrefix("Tercatat (baris 2026#1): H03 TW I 2026 = 80,00% (12/15)\nBukti: "))
    let index = try await office.do(
      "iku ukur H01 --nilai 82,5 --periode 2026-S1 --tanggal 2026-06-30", on: "2026-07-01")
    #expect(index == "Tercatat (baris 2026#2): H01 Semester I 2026 = 82,50 (B Baik)\n")
    let over = try await office.do(
      "indicators measure H09 --nilai 0105/100 --periode 2026-TW2", on: "2026-07-01")
    #expect(over.contains("= 105,00% (105/100), lebih dari 100%"))
    let rows = try office.rows()
    #expect(
      rows.map(said) == [
        "ukur H03 2026-TW1 2026-04-01 12/15", "ukur H01 2026-S1 2026-06-30 82.50",
        "ukur H09 2026-TW2 2026-07-01 105/100",
      ])
    #expect(rows[0][2] == "kasubbag" && rows[0][4] == "63.05.12" && rows[0][8] == "2026-04-01")
    #expect(try office.text(of: rows[0][10]) == "%PDF-1.4 rekap pengaduan\n")
    #expect(rows[0][11].count == 64)
    #expect(rows[0][12] == "[rekap.pdf] dari buku tamu")
    try await office.do("periksa", on: "2026-07-01")
  }

  @Test func `a percentage above a hundred is remarked on, when it is recorded and by the check`()
    async throws
  {
    let office = try await Office.founded()
    for (value, isOver) in [("8/8", false), ("9/8", true)] {
      let run = try await office.run(
        "iku ukur H03 --nilai \(value) --periode 2026-TW1", on: "2026-04-01")
      #expect(run.exitCode == 0)
      #expect(run.errorText.contains("nilai H03, \(value), lebih dari 100 persen") == isOver)
      let check = try await office.run("periksa buku-kode", on: "2026-04-01")
      #expect(check.exitCode == 0)
      #expect(check.errorText.contains("2026.csv:3:1: peringatan: nilai H03, 9/8") == isOver)
    }
    // A count and an index are no percentages.
    let index = try await office.run(
      "iku ukur H01 --nilai 82,5 --periode 2026-S1 --tanggal 2026-06-30", on: "2026-07-01")
    #expect(!index.errorText.contains("100 persen"))
  }

  @Test func `a quarter that comes after its year is recorded, and told to be out of use`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("iku ukur H12 --nilai 1/2 --periode 2026", on: "2026-07-01")
    let late = try await office.do("iku ukur H12 --nilai 5/5 --periode 2026-TW2", on: "2026-07-02")
    #expect(late.contains("Tidak dipakai untuk setahun selama nilai 2026 (baris 2026#1) berlaku"))
    let page = try await office.do("iku --indikator H12", on: "2026-07-02")
    #expect(page.contains("Setahun: 50,00% (1/2)"))
    #expect(page.contains("TW II 2026 (baris 2026#2) tidak dipakai"))
    try await office.do("batalkan #1 --alasan keliru", on: "2026-07-02")
    let mended = try await office.do("iku --indikator H12", on: "2026-07-02")
    #expect(mended.contains("Setahun: 100,00% (5/5)") && !mended.contains("tidak dipakai"))
  }

  @Test func `a longer period that comes over shorter ones says which it takes the place of`()
    async throws
  {
    let office = try await Office.founded()
    func record(_ period: String, _ value: String) async throws -> String {
      try await office.do("iku ukur H12 --nilai \(value) --periode \(period)", on: "2026-07-02")
    }
    #expect(try await !record("2026-02", "1/3").contains("Untuk "))
    #expect(try await !record("2026-01", "1/4").contains("Untuk "))
    #expect(try await !record("2026-01", "1/2").contains("Untuk "))
    let page = try await office.do("iku --indikator H12", on: "2026-07-02")
    #expect(page.contains("Catatan: Maret, TW II belum diukur"))
    #expect(
      try await record("2026-TW1", "10/20").contains(
        "\nUntuk TW I 2026 menggantikan Januari 2026 1/2 (baris 2026#3), Februari 2026 1/3 "
          + "(baris 2026#1); batalkan baris 2026#4 bila nilai yang lebih pendek yang benar\n"))
    // A correction takes the place of the row that was told of before.
    #expect(try await !record("2026-TW1", "10/20").contains("Untuk "))
    #expect(try await !record("2026-TW2", "1/2").contains("Untuk "))
    // The months were not in use any more.
    #expect(
      try await record("2026-S1", "1/2").contains(
        "Untuk Semester I 2026 menggantikan TW I 2026 10/20 (baris 2026#5), TW II 2026 1/2 "
          + "(baris 2026#6); batalkan baris 2026#7"))
    #expect(
      try await record("2026", "3/4").contains(
        "Untuk 2026 menggantikan Semester I 2026 1/2 (baris 2026#7); batalkan"))
    let why = try await office.do("jelaskan iku H12", on: "2026-07-02")
      .replacing(#/\s+/#, with: " ")
    // What the year does not use gives its quarter all the same, and a month not even that.
    #expect(why.contains("setahun tidak, periode lebih panjang di baris 2026#8; triwulannya ya"))
    let rows = try #require(
      try await office.json("jelaskan iku H12", on: "2026-07-02")["pengukuran"] as? [[String: Any]])
    #expect(
      rows.map { "\($0["dipakai"] ?? "") \($0["dipakai_triwulan"] ?? "")" }.map {
        $0.replacing("1", with: "ya").replacing("0", with: "tidak")
          .replacing("true", with: "ya").replacing("false", with: "tidak")
      } == [
        "tidak tidak", "tidak tidak", "tidak tidak", "tidak tidak", "tidak ya", "tidak ya",
        "tidak ya", "ya ya",
      ])
  }

  @Test func `a count takes a share only where its formula has a denominator, and years compare`()
    async throws
  {
    let office = try await Office.founded(MeasurementTests.jejangkit)
    expectRefusal(
      try await office.run("iku ukur J34 --nilai 3/4 --periode 2026", on: "2026-07-01"), 64,
      "J34 adalah jumlah tanpa penyebut")
    try await office.do("iku ukur J29 --nilai 3/4 --periode 2026", on: "2026-07-01")
    // A bare number keeps the value, and costs the year the percentage of its formula.
    try await office.do("iku ukur J28 --nilai 3/4 --periode 2026-TW1", on: "2026-07-01")
    let whole = try await office.do("iku --indikator J28", on: "2026-07-01")
    #expect(whole.contains("Setahun: 3 (3/4 = 75,00%)") && !whole.contains("tanpa penyebut"))
    let bare = try await office.do("iku ukur J28 --nilai 5 --periode 2026-TW2", on: "2026-07-01")
    #expect(bare.contains("Rumus J28 mempunyai penyebut: tanpa penyebut persentasenya tidak ada"))
    let year = try await office.do("iku --indikator J28", on: "2026-07-01")
    #expect(year.contains("Setahun: 8\n"))
    #expect(
      year.contains(
        "baris 2026#3 tanpa penyebut, sehingga persentase rumusnya tidak ada; catat ulang"))
    #expect(figure(try await office.indicator("J28", on: "2026-07-01")) == "8 of 8/-")
    // One that is printed without a denominator needs none.
    let plain = try await office.do("iku ukur J34 --nilai 3 --periode 2026", on: "2026-07-01")
    #expect(!plain.contains("penyebut"))
    try await office.do("iku ukur J06 --nilai 1/2 --periode 2023-TW3", on: "2026-07-01")
    #expect(try await office.do("iku --banding --indikator J06", on: "2026-07-01").contains("2023"))
    // The register begins in April 2023, so that nobody misses a first quarter.
    let first = try await office.do("iku --tahun 2023 --indikator J06", on: "2026-07-01")
    #expect(first.contains("TW II, TW IV belum diukur"))
  }

  @Test func `a period of a year without holidays is refused, and an old one does not stop others`()
    async throws
  {
    let office = try await Office.founded(MeasurementTests.tekung)
    let book = "buku/\(MeasurementTests.tekung)/2026.csv"
    for period in ["1950", "2018", "2018-TW4"] {
      expectRefusal(
        try await office.run("iku ukur T05 --nilai 1/2 --periode \(period)", on: "2026-07-01"), 64,
        "tidak dapat dihitung: Calendars/libur/\(period.prefix(4)).yaml tidak ada; perbaiki --periode"
      )
    }
    #expect(try office.records().isEmpty)
    try await office.do("iku ukur T05 --nilai 1/2 --periode 2019", on: "2026-07-01")
    #expect(try office.text(of: book).contains(",T05,2019,"))
    let page = try await office.do("iku --banding --indikator T05", on: "2026-07-01")
    #expect(page.contains("2019") && page.contains("50,00%"))
    // A ledger that has such a row all the same, from an import or an older program.
    try office.change("kantor.yaml", "# dipantau_sejak: 2019", to: "dipantau_sejak: 2016")
    let run = try await office.run("iku --banding --indikator T05", on: "2026-07-01")
    #expect(run.exitCode == 0)
    #expect(
      run.errorText.contains(
        "tenggat: peringatan: 2016-2018 tidak dibandingkan: hari libur 2016 belum ada; "))
    #expect(run.outputText == page)
    // What is asked for by name is not left out.
    let asked = try await office.run("iku --banding --tahun 2018", on: "2026-07-01")
    #expect(asked.exitCode == 0, "\(asked.errorText)")
  }

  @Test func `the day of recording is the one that is told`() async throws {
    let office = try await Office.founded()
    try await office.do(
      "iku ukur H03 --nilai 1/2 --periode 2025-TW4 --hari-ini 2026-01-05", on: "2027-01-01")
    let row = try #require(try office.rows(of: 2026).first)
    #expect(row[1].hasPrefix("2026-01-05T") && row[7] == "2026-01-05")
  }

  @Test func `amounts are read with points between thousands, and kept without`() async throws {
    let office = try await Office.founded()
    let words = "iku ukur H03 --nilai 984250000/2412650000 --periode 2026-TW1"
    let output = try await office.do(words, on: "2026-04-01")
    #expect(output.contains("= 40,80% (984.250.000/2.412.650.000)"))
    #expect(
      try await office.do(words, on: "2026-04-01").contains("Menggantikan 984.250.000/2.412.6"))
    #expect(try office.rows().map { $0[9] } == Array(repeating: "984250000/2412650000", count: 2))
    let page = try await office.do("iku --indikator H03", on: "2026-04-01")
    #expect(page.contains("(984.250.000/2.412.650.000)"))
    let figures = try await office.indicator("H03", on: "2026-04-01")
    #expect(figure(figures) == "40.80 of 984250000/2412650000")
    try await office.do("iku ukur H06 --nilai 999/1000 --periode 2026-TW1", on: "2026-04-01")
    let edge = try await office.do("iku --indikator H06", on: "2026-04-01")
    #expect(edge.contains("99,90% (999/1.000)"))
  }

  // MARK: - How values make a year

  @Test func `flows are added, corrected, and give way to the value of the year`() async throws {
    let office = try await Office.founded()
    let first = "iku ukur H03 --periode 2026-TW1"
    try await office.do("\(first) --nilai 12/15", on: "2026-04-01")
    try await office.do("iku ukur H03 --periode 2026-TW2 --nilai 3/5", on: "2026-07-01")
    var entry = try await office.indicator("H03", on: "2026-07-06")
    // 12/15 and 3/5 are 15 of 20.
    #expect(figure(entry) == "75.00 of 15/20")
    var through = try #require(entry["sd_triwulan"] as? [String: Any])
    #expect(figure(through["2026-TW1"]) == "80.00 of 12/15")
    #expect(figure(through["2026-TW2"]) == "75.00 of 15/20")
    let quarters = try #require(entry["triwulan"] as? [String: Any])
    #expect(figure(quarters["2026-TW2"]) == "60.00 of 3/5")

    let correction = try await office.do("\(first) --nilai 13/15", on: "2026-07-06")
    #expect(
      correction
        == "Tercatat (baris 2026#3): H03 TW I 2026 = 86,67% (13/15)\n"
        + "Menggantikan 12/15 (baris 2026#1); baris lama tetap ada\n")
    #expect(figure(try await office.indicator("H03", on: "2026-07-06")) == "80.00 of 16/20")

    try await office.do("iku ukur H03 --periode 2026 --nilai 21/25", on: "2026-07-06")
    entry = try await office.indicator("H03", on: "2026-07-06")
    #expect(figure(entry) == "84.00 of 21/25")
    through = try #require(entry["sd_triwulan"] as? [String: Any])
    #expect(figure(through["2026-TW2"]) == "80.00 of 16/20")
    let why = try await office.do("jelaskan iku H03", on: "2026-07-06")
    #expect(why.contains("tidak, dikoreksi baris 2026#3"))
    #expect(why.contains("tidak, periode lebih panjang di baris 2026#4"))

    // What is voided was never true: the values behind it come back.
    try await office.do("batalkan #4 --alasan salah_tahun", on: "2026-07-06")
    try await office.do("batalkan #3 --alasan salah_hitung", on: "2026-07-06")
    #expect(figure(try await office.indicator("H03", on: "2026-07-06")) == "75.00 of 15/20")
  }

  @Test func `of a stock the last quarter stands`() async throws {
    let office = try await Office.founded()
    try await office.do("iku ukur H06 --periode 2026-TW2 --nilai 36/40", on: "2026-07-01")
    // Recorded later, but of an earlier quarter.
    try await office.do("iku ukur H06 --periode 2026-TW1 --nilai 30/40", on: "2026-07-02")
    let entry = try await office.indicator("H06", on: "2026-07-06")
    #expect(figure(entry) == "90.00 of 36/40")
    let through = try #require(entry["sd_triwulan"] as? [String: Any])
    #expect(figure(through["2026-TW1"]) == "75.00 of 30/40")
    #expect(figure(through["2026-TW2"]) == "90.00 of 36/40")
    #expect(
      try await office.do("jelaskan iku H06", on: "2026-07-06")
        .contains("tidak, ada nilai yang lebih baru"))
  }

  @Test func `a value counts from its date on, and is known from its recording on`() async throws {
    let office = try await Office.founded()
    try await office.do(
      "iku ukur H03 --nilai 12/15 --periode 2026-TW1 --tanggal 2026-04-01", on: "2026-04-10")
    for (words, expected) in [
      ("--per 2026-03-31", "- of -/-"), ("--per 2026-04-01", "80.00 of 12/15"),
      ("--per 2026-04-20 --diketahui 2026-04-09", "- of -/-"),
      ("--per 2026-04-20 --diketahui 2026-04-10", "80.00 of 12/15"),
    ] {
      let entry = try await office.indicator("H03", words, on: "2026-05-01")
      #expect(figure(entry) == expected, "\(words)")
    }
  }

  // MARK: - Scores and shared numbers

  @Test func `a score on a lower bound is in the class below`() async throws {
    let office = try await Office.founded(MeasurementTests.jejangkit)
    for (words, predicate) in [
      ("--nilai 80.00", "80,00 (BB Sangat Baik)"), ("--nilai 80.01", "80,01 (A Memuaskan)"),
      ("--komponen 24.50,22.10,12.00,21.40", "80,00 (BB Sangat Baik)"),
      ("--komponen 30,30,15,25", "100,00 (AA Sangat Memuaskan)"),
    ] {
      let output = try await office.do("iku ukur J02 \(words) --periode 2025", on: "2026-04-01")
      #expect(output.contains("J02 2025 = \(predicate)\n"), "\(output)")
    }
    let ledger = try office.text(of: "buku/\(MeasurementTests.jejangkit)/2026.csv")
    #expect(
      ledger.contains(
        ",80.00,,,\"komponen: Perencanaan Kinerja 24,50; Pengukuran Kinerja 22,10; "
          + "Pelaporan Kinerja 12,00; Evaluasi akuntabilitas kinerja internal 21,40\","))
    let why = try await office.do("jelaskan iku J02 --tahun 2025", on: "2026-04-01")
    #expect(why.contains("  80,01  "))
    let history = try await office.do("riwayat j02", on: "2026-04-01")
    #expect(history.contains("  nilai: 80,01\n") && !history.contains("80.01"))
    let entry = try await office.indicator("J02", "--tahun 2025", on: "2026-04-01")
    #expect(figure(entry) == "100.00 of -/-")
    #expect(entry["predikat"] as? String == "AA Sangat Memuaskan")
    for (parts, message) in [
      ("30.01,22.10,12.00,21.40", "'30.01' bukan nilai Perencanaan Kinerja; paling banyak 30"),
      ("24.50,30.01,12.00,21.40", "nilai '30.01' bukan nilai Pengukuran Kinerja"),
      ("24.50,22.10,15.01,21.40", "nilai '15.01' bukan nilai Pelaporan Kinerja; paling banyak 15"),
      ("24.50,22.10,12.00,25.01", "nilai '25.01' bukan nilai Evaluasi akuntabilitas"),
      ("24.50,22.10,12.00", "3 nilai komponen, seharusnya 4"),
      ("24.50,22.10,12.00,", "nilai '' bukan nilai Evaluasi"),
      ("24.505,22.10,12.00,1", "nilai '24.505' bukan nilai Perencanaan Kinerja"),
    ] {
      expectRefusal(
        try await office.run("iku ukur J02 --komponen \(parts) --periode 2025", on: "2026-04-01"),
        64, message)
    }
    #expect(try office.text(of: "buku/\(MeasurementTests.jejangkit)/2026.csv") == ledger)
  }

  @Test func `a number under two owners is measured once`() async throws {
    let office = try await Office.founded(MeasurementTests.jejangkit)
    let output = try await office.do(
      "iku ukur J07 --nilai 9/12 --periode 2026-TW1", on: "2026-04-01")
    #expect(output.contains("baris 2026#1): J04 TW I 2026 = 75,00% (9/12)\n"))
    #expect(output.contains("J07 memakai nilai J04 dan ikut berubah"))
    try await office.do("iku ukur J04 --nilai 10/12 --periode 2026-TW1", on: "2026-04-02")
    for code in ["J04", "J07"] {
      #expect(figure(try await office.indicator(code, on: "2026-04-02")) == "83.33 of 10/12")
    }
    // A plain count has no denominator.
    try await office.do("iku ukur J34 --nilai 3 --periode 2026-TW1", on: "2026-04-02")
    try await office.do("iku ukur J34 --nilai 2 --periode 2026-TW2", on: "2026-04-02")
    let count = try await office.indicator("J34", on: "2026-04-02")
    #expect(figure(count) == "5 of 5/-")
    expectRefusal(
      try await office.run("iku ukur J34 --nilai 2.5 --periode 2026-TW2", on: "2026-04-02"), 64,
      "nilai '2.5' bukan nilai J34, yang berjenis jumlah; tulis bilangan bulat")
  }

  @Test func `a year that has not begun has targets and nothing else`() async throws {
    let office = try await MeasurementTests.empty.value
    let text = try await office.do("iku --tahun 2027 --untuk kasi-pemerintahan", on: "2026-07-06")
    #expect(text.contains("  Kode  Indikator"))
    #expect(!text.contains("s.d. TW") && !text.contains("TW I "))
    let entry = try await office.indicator("H14", "--tahun 2027", on: "2026-07-06")
    #expect(entry["target"] as? String == "48")
    #expect((entry["sd_triwulan"] as? [String: Any])?.isEmpty == true)
  }

  @Test func `what is counted from documents stands under both owners, and is not measured`()
    async throws
  {
    let office = try await Office.founded(MeasurementTests.tekung)
    for village in 2001...2003 {
      try await office.do(
        "catat APBDes 2026 --unit 35.08.09.\(village)", on: "2025-12-29")
    }
    let third = try await office.indicator("T03", "--tahun 2025", on: "2026-07-06")
    let eleventh = try await office.indicator("T11", "--tahun 2025", on: "2026-07-06")
    // Three of 8 desa x 3 documents; those of 2026 were due in 2025.
    #expect(figure(third) == "12.50 of 3/24")
    #expect(figure(eleventh) == figure(third))
    #expect(eleventh["sama_dengan"] as? String == "T03")
    #expect(eleventh["jabatan"] as? String == "kasi-pemerintahan")
    expectRefusal(
      try await office.run("iku ukur T11 --nilai 3/24 --periode 2026", on: "2026-07-06"), 64,
      "T03 dihitung dari dokumen, tidak diukur; catat dokumennya")
  }

  // MARK: - Refusals

  private static let empty = Task { try await Office.founded() }

  @Test(arguments: [
    ("ukur H3 --nilai 1/2 --periode 2026", "indikator 'H3' tidak ada dalam register; mungkin"),
    ("ukur C05 --nilai 1/2 --periode 2026", "indikator 'C05' tidak ada dalam register"),
    ("ukur ikmm --nilai 80 --periode 2026", "mungkin maksudnya H01 (Indeks Kepuasan Masyarakat"),
    ("ukur H05 --nilai 6/7 --periode 2026", "H05 dihitung dari dokumen, tidak diukur"),
    (
      "ukur H03 --nilai 3/0 --periode 2026",
      "nilai '3/0' bukan nilai H03: penyebutnya 0; perbaiki penyebutnya"
    ),
    ("ukur H01 --nilai 3/0 --periode 2026", "nilai '3/0' bukan nilai H01, yang berjenis indeks"),
    (
      "ukur H06 --nilai 1/2 --periode 2026 --unit Bagak",
      "unit 'Bagak' bukan kecamatan, sedangkan indikator milik kecamatan; tulis --unit 63.05.12"
    ),
    ("--unit Bagak", "unit 'Bagak' bukan kecamatan"),
    ("--banding --unit 63.05.12.2001", "unit '63.05.12.2001' bukan kecamatan"),
    ("ikm survei.csv --unit Bagak", "unit 'Bagak' bukan kecamatan"),
    ("ukur H03 --nilai 1.250/2.000 --periode 2026", "tanpa titik ribuan"),
    ("ukur H03 --nilai=-1/5 --periode 2026", "nilai '-1/5' bukan nilai H03"),
    ("ukur H03 --nilai 1/-5 --periode 2026", "nilai '1/-5' bukan nilai H03"),
    ("ukur H03 --nilai 80.00 --periode 2026", "yang berjenis persen; tulis pembilang/penyebut"),
    ("ukur H03 --nilai 1,5/2 --periode 2026", "nilai '1,5/2' bukan nilai H03"),
    ("ukur H03 --nilai 1/2/3 --periode 2026", "nilai '1/2/3' bukan nilai H03"),
    ("ukur H03 --nilai= --periode 2026", "perlu nilai; tulis sesudahnya"),
    ("ukur H01 --nilai 76/100 --periode 2026", "nilai '76/100' bukan nilai H01"),
    ("ukur H01 --nilai 76.615 --periode 2026", "lebih dari dua desimal; bulatkan"),
    (
      "ukur H01 --nilai 3.07 --periode 2026", "di luar 25,00-100,00; tulis nilai konversi (kali 25)"
    ),
    ("ukur H01 --nilai 24.99 --periode 2026", "di luar 25,00-100,00"),
    ("ukur H01 --nilai 100.01 --periode 2026", "di luar 25,00-100,00"),
    ("ukur H03 --nilai 1/2 --periode 2026-TW2", "TW II 2026 belum dimulai"),
    ("ukur H03 --nilai 1/2 --periode 2027", "2027 belum dimulai"),
    ("ukur H03 --nilai 1/2 --periode 2026-TW1 --tanggal 2026-03-31", "31 Maret 2026 belum tiba"),
    (
      "ukur H03 --nilai 1/2 --periode 2026-TW1 --tanggal 2025-12-31",
      "tanggal 31 Desember 2025 sebelum TW I 2026 dimulai"
    ),
    (
      "ukur H03 --nilai 1/2 --periode 2020",
      "register tapin-hatungun-2021 tidak berlaku pada 2020; berlakunya sejak 1 Maret 2021"
    ),
    ("ukur H03 --nilai 1/2 --periode 2026-TW5", "2026-TW5"),
    ("ukur H03 --nilai 1/2", "periode"),
    ("ukur H03 --periode 2026", "nilai belum disebut; tambahkan --nilai pembilang/penyebut"),
    ("ukur H01 --nilai 80 --komponen 1,2 --periode 2026", "tidak dapat bersama; pilih satu"),
    ("ukur H01 --komponen 1,2 --periode 2026", "H01 tidak memiliki komponen"),
    ("ukur H03 --nilai 1/2 --periode 2026 --unit 63.05.05", "tidak dipantau di ruang kerja ini"),
    ("--indikator H99", "indikator 'H99' tidak ada dalam register 2026"),
    ("--untuk kasi-ekonomi", "jabatan 'kasi-ekonomi' tidak memiliki indikator"),
    ("--tahun 2020", "tidak ada register IKU yang berlaku pada 2020"),
    ("--banding --indikator H99", "indikator 'H99' tidak ada dalam register"),
  ])
  func `what cannot be is refused, and nothing is written`(
    _ words: String, _ message: String
  ) async throws {
    let office = try await MeasurementTests.empty.value
    expectRefusal(try await office.run("iku \(words)", on: "2026-03-30"), 64, message)
    #expect(try office.records().isEmpty)
  }

  @Test func `an explanation of an unknown indicator is refused`() async throws {
    let office = try await MeasurementTests.empty.value
    expectRefusal(
      try await office.run("jelaskan iku H50", on: "2026-03-30"), 64,
      "indikator 'H50' tidak ada dalam register 2026; mungkin maksudnya")
    expectRefusal(
      try await office.run("jelaskan LKIP 2025 --tahun 2026", on: "2026-03-30"), 64,
      "--tahun hanya untuk 'jelaskan iku'")
  }

  @Test func `evidence that is not there is no measurement`() async throws {
    let office = try await MeasurementTests.empty.value
    expectRefusal(
      try await office.run(
        "iku ukur H03 --nilai 1/2 --periode 2026-TW1 --berkas tiada.pdf", on: "2026-03-30"), 66,
      "tiada.pdf")
    #expect(try office.records().isEmpty)
  }

  @Test func `the first and the last value that can be are taken`() async throws {
    let office = try await Office.founded()
    for value in ["25", "100.00"] {
      try await office.do("iku ukur H01 --nilai \(value) --periode 2026", on: "2026-01-01")
    }
    try await office.do("iku ukur H03 --nilai 0/0 --periode 2026-TW1", on: "2026-01-01")
    try await office.do("iku ukur H04 --nilai 0/8 --periode 2026-TW1", on: "2026-01-01")
    let nothing = try await office.indicator("H03", on: "2026-01-01")
    #expect(figure(nothing) == "- of 0/0")
    #expect((nothing["keterangan"] as? String)?.contains("tidak ada data") == true)
    #expect(figure(try await office.indicator("H04", on: "2026-01-01")) == "0.00 of 0/8")
    // March 2021 is the first month of the register.
    try await office.do("iku ukur H03 --nilai 1/2 --periode 2021-03", on: "2026-01-01")
    expectRefusal(
      try await office.run("iku ukur H03 --nilai 1/2 --periode 2021-02", on: "2026-01-01"), 64,
      "tidak berlaku pada Februari 2021")
  }

  // MARK: - Hostile words

  @Test func `what is typed is shown harmlessly and never acted upon`() async throws {
    let office = try await MeasurementTests.empty.value
    let digits = String(repeating: "9", count: 400)
    for arguments in [
      ["iku", "ukur", "H\u{1B}[31m03", "--nilai", "1/2", "--periode", "2026"],
      ["iku", "ukur", "../H03", "--nilai", "1/2", "--periode", "2026"],
      ["iku", "ukur", "H03\n", "--nilai", "1/2", "--periode", "2026"],
      ["iku", "ukur", "ĲŞ\u{202E}", "--nilai", "1/2", "--periode", "2026"],
      ["iku", "ukur", "", "--nilai", "1/2", "--periode", "2026"],
      ["iku", "ukur", "H03", "--nilai", digits, "--periode", "2026"],
      ["iku", "ukur", "H03", "--nilai", "\(digits)/\(digits)", "--periode", "2026"],
      ["iku", "ukur", "H01", "--nilai", "80." + digits, "--periode", "2026"],
      ["iku", "ukur", "H01", "--nilai", "١٢", "--periode", "2026"],
      ["iku", "--indikator", "H\u{1B}[31m"], ["iku", "--untuk", "\u{9B}31m"],
      ["jelaskan", "iku", "\u{1B}]0;judul\u{07}"],
      ["iku", "ukur", "H03", "--nilai", "1/2", "--periode", "2026", "--catatan", "a\nb"],
    ] {
      let run = try await office.run(arguments, on: "2026-03-30")
      expectRefusal(run, 64, ": galat: ")
      #expect(!run.errorText.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
      #expect(!run.errorText.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
      #expect(!run.errorText.unicodeScalars.contains("\u{202E}"))
      #expect(run.errorText.split(separator: "\n").count == 1)
    }
    #expect(try office.records().isEmpty)
  }
}
