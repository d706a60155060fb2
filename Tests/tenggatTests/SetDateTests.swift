import Foundation
import TestSupport
import Testing

/// `tetapkan`: this year's due date by a letter.
@Suite struct SetDateTests {
  private static let file = "kalender/ditetapkan.yaml"
  private static let lppd = [
    "tetapkan", "LPPD", "2025", "--tanggal", "2026-01-30", "--surat", "Sekda 100/1, 5 Januari 2026",
  ]
  private static let villages = [
    "tetapkan", "LPPDesa", "2025", "--semua-desa", "--tanggal", "2026-04-10", "--surat",
    "Camat 140/7",
  ]

  @Test func `a preview shows what moves, recording it writes it, and again it is so already`()
    async throws
  {
    let office = try await Office.founded()
    let preview = try await office.run(Self.lppd + ["--coba"], on: "2026-01-20")
    expectGolden(preview.output, named: "tetapkan-coba.txt")
    #expect(!office.folder.holds("kantor/\(Self.file)"))
    let run = try await office.run(Self.lppd, on: "2026-01-20")
    expectGolden(run.output, named: "tetapkan.txt")
    #expect(run.errorText == "")
    expectGolden(try office.text(of: Self.file), named: "tetapkan-berkas.txt")
    let again = try await office.run(Self.lppd, on: "2026-01-20")
    #expect(again.outputText.contains("Sudah demikian di \(Self.file):8; tidak ada yang ditulis."))
    let english = try await office.run(["set-date"] + Self.lppd.dropFirst(), on: "2026-01-20")
    #expect(english.output == again.output)
    #expect(try await office.run("periksa kalender", on: "2026-01-20").exitCode == 0)
    #expect(try await office.run("periksa ditetapkan", on: "2026-01-20").exitCode == 0)
    expectGolden(
      try await office.run("jelaskan LPPD 2025", on: "2026-01-20").output,
      named: "tetapkan-jelaskan.txt")
  }

  @Test func `all desa and one of them are told apart, for people and for programs`() async throws {
    let office = try await Office.filled.value
    let all = try await office.run(Self.villages + ["--coba"], on: "2026-04-06")
    expectGolden(all.output, named: "tetapkan-desa-coba.txt")
    let json = try await office.run(Self.villages + ["--coba", "--json"], on: "2026-04-06")
    expectGolden(json.output, named: "tetapkan-desa-coba.json")
    #expect(!office.folder.holds("kantor/\(Self.file)"))
  }

  @Test(arguments: [("2026-03-19", true), ("2026-03-17", false)])
  func `a date on which the office is closed is told with the last working day`(
    date: String, isClosed: Bool
  ) async throws {
    let office = try await Office.founded()
    let output = try await office.do(
      "tetapkan LPPD 2025 --tanggal \(date) --surat S --coba", on: "2026-01-20")
    let sentence =
      "Kamis, 19 Maret 2026 bukan hari kerja; tenggat tetap, hari kerja terakhir Selasa, 17 Maret 2026."
    #expect(output.contains(sentence) == isClosed)
  }

  @Test func `every view follows the date`() async throws {
    let office = try await Office.founded()
    try await office.do("tetapkan LPPD 2025 --tanggal 2026-04-03 --surat S", on: "2026-01-20")
    let schedule = try await office.do("jadwal --triwulan 2026-TW2 --json", on: "2026-01-20")
    #expect(schedule.contains("\"tenggat_aturan\" : \"2026-04-03\""))
    #expect(
      !(try await office.do("jadwal --triwulan 2026-TW1", on: "2026-01-20")).contains("LPPD  "))
    let xml = try await office.do("ekspor xml --triwulan 2026-TW2 --keluaran -", on: "2026-04-04")
    #expect(xml.contains("kode=\"LPPD\" periode=\"2025\" triwulan=\"2\" tenggat=\"2026-04-03\""))
    let reminders = try await office.do("ingatkan --coba --hari 1", on: "2026-04-02")
    #expect(reminders.contains("LPPD"))
  }

  @Test func `a frozen quarter stays, and its difference names the letter`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LPPD 2025", on: "2026-02-20")
    try await office.do("bekukan 2026-TW1 --dibuat 2026-04-01T08:00:00+08:00", on: "2026-04-01")
    let frozen = office.folder.files.filter { $0.contains("ekspor/beku/") }
    let bytes = try frozen.map { try office.folder.bytes(of: $0) }
    let records = try office.records()
    let run = try await office.run(
      "tetapkan LPPD 2025 --tanggal 2026-02-13 --surat Sekda_100/1", on: "2026-04-02")
    #expect(run.exitCode == 0)
    #expect(
      run.errorText.contains(
        "TW I 2026 sudah dibekukan (baris 2026#2); dokumen bekunya tidak diubah"))
    #expect(try frozen.map { try office.folder.bytes(of: $0) } == bytes)
    #expect(try office.records() == records)
    expectGolden(
      try await office.run("beda 2026-TW1", on: "2026-04-02").output, named: "tetapkan-beda.txt")
    let json = try await office.do("beda 2026-TW1 --json", on: "2026-04-02")
    #expect(json.contains("\"tempat\" : \"kalender/ditetapkan.yaml:8\""))
  }

  @Test(arguments: [
    ("tetapkan LPPD 2025 --surat S", 64, "--tanggal"),
    ("tetapkan LPPD --tanggal 2026-01-30 --surat S", 64, "periode"),
    ("tetapkan LPPD 2025 --tanggal 2026-01-30 --surat _", 64, "--surat kosong"),
    ("tetapkan LPPD 2025 --tanggal 2026-02-30 --surat S", 64, "tanggal"),
    ("tetapkan LPPD 2025 --tanggal 2027-01-30 --surat S", 64, "lebih dari enam bulan"),
    ("tetapkan LPPD 2025-TW1 --tanggal 2026-01-30 --surat S", 64, "tidak memiliki periode"),
    ("tetapkan LPDP 2025 --tanggal 2026-01-30 --surat S", 64, "mungkin maksudnya"),
    ("tetapkan RPJMDes 2026 --tanggal 2026-01-30 --surat S", 64, "tidak ditetapkan per periode"),
    ("tetapkan LPPD 2025 --tanggal 2026-01-30 --surat S --semua-desa", 64, "laporan kecamatan"),
    (
      "tetapkan LPPDesa 2025 --tanggal 2026-03-20 --surat S --semua-desa --unit Bagak", 64,
      "--unit dan --semua-desa disebut bersama"
    ),
  ])
  func `what cannot be set is refused`(_ words: String, _ code: Int, _ message: String) async throws
  {
    let office = try await Office.founded()
    expectRefusal(try await office.run(words, on: "2026-01-20"), code, message)
    #expect(!office.folder.holds("kantor/\(Self.file)"))
  }

  @Test func `a file that cannot be changed safely is refused with its place`() async throws {
    let office = try await Office.founded()
    let text = "kalender: a\ndiperiksa: 2026-01-02\nditetapkan: []\n"
    try office.write(text, to: Self.file)
    let run = try await office.run(Self.lppd, on: "2026-01-20")
    expectRefusal(run, 65, "\(Self.file):3:13: galat: daftar ini ditulis dalam kurung")
    #expect(try office.text(of: Self.file) == text)
  }

  @Test func `an extension to an earlier date says so and points to the letter`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run(
        "perpanjang LPPD 2025 --sampai 2026-01-30 --catatan S", on: "2026-01-20"),
      64,
      "LPPD 2025 Kecamatan Hatungun: 30 Januari 2026 lebih awal daripada tenggat yang berlaku, "
        + "27 Februari 2026")
    let run = try await office.run(
      "perpanjang LPPD 2025 --sampai 2026-01-30 --catatan S", on: "2026-01-20")
    #expect(
      run.errorText.contains("tenggat tetapkan LAPORAN PERIODE --tanggal 2026-01-30 --surat TEKS"))
    expectRefusal(
      try await office.run(
        "perpanjang LPPD 2025 --sampai 2026-02-27 --catatan S", on: "2026-01-20"),
      64, "27 Februari 2026 sudah tenggat yang berlaku")
  }
}
