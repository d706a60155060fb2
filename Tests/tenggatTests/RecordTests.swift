import Foundation
import TestSupport
import Testing

/// What is recorded, and what a person may leave out.
struct RecordTests {
  // MARK: - Without a period

  @Test func `the one open period is taken`() async throws {
    let office = try await Office.founded()
    let output = try await office.do("catat LKIP", on: "2026-02-20")
    #expect(output.contains("Tercatat (baris 2026#1): LKIP 2025 Kecamatan Hatungun"))
    #expect(output.contains("20 Februari 2026, tenggat 28 Februari 2026: tepat waktu"))
  }

  @Test func `a period opens with the lead time, and not a day before`() async throws {
    let office = try await Office.founded()
    // 14 days before 28 February.
    expectRefusal(
      try await office.run("catat LKIP", on: "2026-02-13"), 64,
      "tidak ada periode LKIP yang terbuka bagi Kecamatan Hatungun; sebut periodenya: 2025 (belum ditagih)"
    )
    try await office.do("catat LKIP", on: "2026-02-14")
  }

  @Test func `several open periods are listed, not guessed`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("catat RFK", on: "2026-04-10"), 64,
      "2 periode RFK terbuka bagi Kecamatan Hatungun; sebut periodenya: "
        + "2025-TW4 (lewat tenggat), 2026-TW1 (segera)")
    try await office.do("catat RFK 2025-TW4", on: "2026-04-10")
    #expect(try await office.do("catat RFK", on: "2026-04-10").contains("RFK 2026-TW1"))
  }

  // MARK: - A mistyped period

  @Test(arguments: [
    ("LKIP 2026 --alasan sungguh", "2026-02-20", "LKIP 2025"),
    ("RFK 2026-TW1 --alasan sungguh", "2026-02-23", "RFK 2025-TW4"),
    ("Prognosis 2026-S1", "2026-01-20", "Prognosis 2025-S1"),
    ("LPPDesa 2026 --unit Bagak --alasan sungguh", "2026-03-10", "LPPDesa 2025"),
  ])
  func `a report on a period that is not over is recorded with a remark, until it is voided`(
    _ words: String, _ day: String, _ likely: String
  ) async throws {
    let office = try await Office.founded()
    let run = try await office.run("catat \(words)", on: day)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.errorText.hasPrefix("buku/63.05.12/2026.csv:2:1: peringatan: "))
    #expect(run.errorText.contains("periode itu belum berakhir pada"))
    #expect(run.errorText.contains("; mungkin maksudnya \(likely); bila keliru, batalkan"))
    let check = try await office.run("periksa buku-kode", on: day)
    #expect(check.exitCode == 0)
    #expect(check.errorText == run.errorText)
    try await office.do("batalkan #1 --alasan salah_tahun", on: day)
    #expect(try await office.run("periksa buku-kode", on: day).errorText == "")
  }

  @Test(arguments: [
    ("LKIP 2025", "2026-02-20"), ("RFK 2026-TW1", "2026-03-31"), ("Renja 2027", "2026-02-20"),
    ("APBDes 2027 --unit Bagak", "2026-12-20"), ("RKPDes 2027 --unit Bagak", "2026-09-20"),
    ("Renja-P 2026", "2026-08-20"), ("Prognosis 2026-S1", "2026-07-01"),
  ])
  func `a period that is over, and a plan, are recorded without one`(
    _ words: String, _ day: String
  ) async throws {
    let office = try await Office.founded()
    #expect(try await office.run("catat \(words)", on: day).errorText == "")
    #expect(try await office.run("periksa buku-kode", on: day).errorText == "")
  }

  // MARK: - Names

  @Test(arguments: [
    ("lkip 2025", "LKIP"), ("LKjIP 2025", "LKIP"), ("LAKIP 2025", "LKIP"),
    ("rkp_desa 2027 --unit Bagak", "RKPDes"), ("LPPD_Desa 2025 --unit Bagak", "LPPDesa"),
    ("LPPDes 2025 --unit 63.05.12.2008", "LPPDesa"), ("LKPPD 2025 --unit desa_bagak", "LKPJDes"),
  ])
  func `a report is known by the names of the field`(
    _ words: String, _ code: String
  ) async throws {
    let office = try await Office.founded()
    try await office.do("catat \(words)", on: "2026-03-10")
    #expect(try office.rows()[0][5] == code)
  }

  @Test func `the code of an office report beside a desa is asked about`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("catat LPPD --unit 63.05.12.2001", on: "2026-03-20"), 64,
      "LPPD adalah laporan kecamatan, sedangkan Desa Tarungin adalah desa; mungkin maksudnya LPPDesa?"
    )
    #expect(try office.records().isEmpty)
  }

  @Test func `a desa that bears the name of its kecamatan is named with its code`() async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await office.run("catat LPPDesa 2025 --unit Hatungun", on: "2026-03-20"), 64,
      "nama 'Hatungun' dipakai 2 unit; sebut kodenya: 63.05.12, 63.05.12.2003; atau tulis 'Desa Hatungun'"
    )
    try await office.do("catat LPPDesa 2025 --unit Desa_Hatungun", on: "2026-03-20")
    #expect(try office.rows()[0][4] == "63.05.12.2003")
  }

  // MARK: - Evidence

  @Test func `evidence is copied under its hash, and the row tells both`() async throws {
    let office = try await Office.founded()
    try office.write("%PDF-1.4\n", to: "surat, lampiran \"A\".pdf")
    let run = try await office.run(
      ["catat", "LKIP", "--berkas", "surat, lampiran \"A\".pdf"], on: "2026-02-20")
    #expect(run.exitCode == 0, "\(run.errorText)")
    let names = office.folder.files.filter { $0.contains("/dokumen/") }
    let name = try #require(names.first)
    #expect(names.count == 1)
    let digest = try #require(name.split(separator: "/").last?.split(separator: ".").first)
    #expect(digest.count == 64)
    #expect(try office.folder.text(of: name) == "%PDF-1.4\n")
    let ledger = try office.text(of: "buku/63.05.12/2026.csv")
    #expect(ledger.contains(",dokumen/63.05.12/2026/\(digest).pdf,\(digest),"))
    #expect(ledger.contains(",\"[surat, lampiran \"\"A\"\".pdf]\","))
    #expect(try await office.run("periksa", on: "2026-02-20").exitCode == 0)
  }

  // MARK: - Returns

  @Test func `a regulation that comes back after a return is received today`() async throws {
    let office = try await Office.founded()
    let bagak = "--unit 63.05.12.2008"
    try await office.do(
      "catat APBDes 2026 \(bagak) --tanggal 2025-12-29 --diterima 2026-01-05", on: "2026-01-05")
    try await office.do("kembalikan APBDes 2026 \(bagak) --catatan kurang", on: "2026-01-08")
    let shut = try await office.run("jelaskan APBDes 2026 \(bagak) --json", on: "2026-01-19")
    #expect(shut.outputText.contains("\"status\" : \"lewat\""))
    try await office.do("catat APBDes 2026 \(bagak) --tanggal 2025-12-29", on: "2026-01-20")
    let rows = try office.rows()
    #expect(rows[2][7...8] == ["2025-12-29", "2026-01-20"])
    let open = try await office.run("jelaskan APBDes 2026 \(bagak) --json", on: "2026-01-20")
    #expect(open.outputText.contains("\"status\" : \"tepat-waktu\""))
  }

  @Test func `a report may be handed in until it is accepted`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    try await office.do("catat LKIP 2025", on: "2026-02-21")
    try await office.do("terima LKIP", on: "2026-02-22")
    let before = try office.records()
    expectRefusal(
      try await office.run("catat LKIP 2025", on: "2026-02-23"), 64,
      "LKIP 2025 Kecamatan Hatungun sudah diterima (baris 2026#3); bila keliru, batalkan dahulu")
    #expect(try office.records() == before)
  }

  @Test func `a submission of eight days ago needs a reason, of seven days none`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025 --tanggal 2026-02-20", on: "2026-02-27")
    let run = try await office.run("catat LKAT 2025 --tanggal 2026-02-20", on: "2026-02-28")
    expectRefusal(run, 64, "(susulan); sebut sebabnya dengan --alasan")
    try await office.do(
      "catat LKAT 2025 --tanggal 2026-02-20 --catatan lengkap --alasan sakit", on: "2026-02-28")
    #expect(try office.rows()[1][12] == "lengkap susulan: sakit")
  }

  @Test func `a regulation of weeks ago is asked for the day it came in`() async throws {
    let office = try await Office.founded()
    let words = "catat RKPDes 2027 --unit 63.05.12.2001 --tanggal 2026-04-01"
    expectRefusal(
      try await office.run(words, on: "2026-04-10"), 64,
      "periksa hari diterimanya (--diterima), atau sebut sebabnya dengan --alasan")
    try await office.do("\(words) --diterima 2026-04-10", on: "2026-04-10")
    let waiting = try await office.do(
      "jelaskan RPJMDes 2026 --unit 63.05.12.2001", on: "2026-04-10")
    #expect(
      waiting.contains("tenggat kejadian pelantikan-kades --unit 63.05.12.2001 --tanggal TANGGAL"))
  }

  @Test func `a void row was never true, and cannot be voided again`() async throws {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    try await office.do("batalkan #1 --alasan keliru", on: "2026-02-21")
    let rows = try office.rows()
    #expect(rows[1][3...6] == ["batal", "63.05.12", "LKIP", "2025"])
    #expect(rows[1][12] == "#1 keliru")
    #expect(
      try await office.do("jelaskan LKIP 2025 --per 2026-02-20", on: "2026-02-21")
        .contains("segera"))
    expectRefusal(
      try await office.run("batalkan #1 --alasan keliru", on: "2026-02-21"), 64,
      "baris 2026#1 sudah dibatalkan oleh baris 2026#2")
    expectRefusal(
      try await office.run("batalkan #2 --alasan keliru", on: "2026-02-21"), 64,
      "baris 2026#2 adalah pembatalan")
  }

  @Test func `a row of last year is voided in this year's book`() async throws {
    let office = try await Office.founded()
    try await office.do("catat Renja-P 2025", on: "2025-08-20")
    try await office.do("batalkan 2025#1 --alasan keliru", on: "2026-01-05")
    #expect(try office.rows()[0][12] == "2025#1 keliru")
  }

  @Test(arguments: [
    "kembalikan LKIP 2025", "bebaskan LKIP 2025", "perpanjang LKIP 2025 --sampai 2026-03-20",
  ])
  func `what changes a report's standing needs a word about it`(_ words: String) async throws {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    let before = try office.records()
    expectRefusal(
      try await office.run(words, on: "2026-02-21"), 64, "perlu alasan; tambahkan --catatan TEKS")
    #expect(try office.records() == before)
    let word = words.hasPrefix("perpanjang") ? "--catatan" : "--alasan"
    try await office.do("\(words) \(word) surat", on: "2026-02-21")
  }

  @Test func `writers at the same time each get their row`() async throws {
    let office = try await Office.founded()
    let reports = ["LKIP 2025", "LKAT 2025", "LKPJ 2025", "LPPD 2025", "RFK 2025-TW4"]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for report in reports {
        group.addTask { try await office.do("catat \(report)", on: "2026-01-09") }
      }
      try await group.waitForAll()
    }
    let rows = try office.rows()
    #expect(rows.map { $0[0] } == ["1", "2", "3", "4", "5"])
    #expect(Set(rows.map { "\($0[5]) \($0[6])" }) == Set(reports))
    #expect(try await office.run("periksa buku", on: "2026-01-09").exitCode == 0)
  }

  @Test(arguments: ["UTC", "Asia/Jakarta", "America/New_York"])
  func `a row bears the office's day and zone, whatever the server's`(
    _ zone: String
  ) async throws {
    let office = try await Office.founded()
    let run = try await office.run("catat LKIP", on: "2026-02-20", environment: ["TZ": zone])
    #expect(run.exitCode == 0)
    let recorded = try office.rows()[0][1]
    #expect(recorded.hasPrefix("2026-02-20T") && recorded.hasSuffix("+08:00"))
  }

  @Test func `the workspace is named anywhere after the command`() async throws {
    let office = try await Office.founded()
    let lines = [
      ["catat", "--ruang", "kantor", "RFK", "2025-TW4", "--hari-ini", "2026-01-09"],
      ["catat", "LKIP", "--hari-ini", "2026-02-20", "--ruang", "kantor"],
      ["catat", "LKAT", "--ruang=kantor", "2025", "--hari-ini=2026-02-20"],
    ]
    for line in lines {
      let run = try await ProgramRun.tenggat(
        line, in: office.folder.path, environment: ["TENGGAT_PETUGAS": "kasubbag"])
      #expect(run.exitCode == 0, "\(run.errorText)")
    }
    let named = try await ProgramRun.tenggat(
      ["jadwal"], in: "/",
      environment: ["TENGGAT_RUANG": office.path, "TENGGAT_HARI_INI": "2026-03-01"])
    #expect(named.exitCode == 0)
    let below = try await ProgramRun.tenggat(
      ["jadwal"], in: office.path + "/buku", environment: ["TENGGAT_HARI_INI": "2026-03-01"])
    #expect(below.output == named.output)
    #expect(try office.rows().count == 3)
  }

  @Test func `the last working day is the same in a schedule and in an explanation`() async throws {
    let office = try await Office.founded()
    // 10 January 2026 is a Saturday: past or still to come, the day before is the last one worked.
    for day in ["2026-01-02", "2026-03-07"] {
      let schedule = try await office.do("jadwal --json --dalam 20", on: day)
      let explanation = try await office.do("jelaskan RFK 2025-TW4 --json", on: day)
      #expect(schedule.contains("\"hari_kerja_terakhir\" : \"2026-01-09\""))
      #expect(explanation.contains("\"hari_kerja_terakhir\" : \"2026-01-09\""))
    }
  }
}
