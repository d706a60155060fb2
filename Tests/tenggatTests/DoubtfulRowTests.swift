import CivilCalendar
import Foundation
import TestSupport
import Testing

/// What is improbable is asked about by `catat` and the other deeds, `impor` and `pindai` alike, and a
/// reason insists.
struct DoubtfulRowTests {
  // MARK: - By hand

  @Test(arguments: [
    (
      "catat APBDes 2026 --unit Bagak --tanggal 2015-12-30 --diterima 2026-01-05", "2026-01-05",
      "lebih dari setahun sebelum"
    ),
    (
      "catat RKPDes 2027 --unit Bagak --tanggal 1926-07-28 --diterima 2026-07-30", "2026-07-30",
      "lebih dari setahun sebelum"
    ),
    ("catat Renja 2026", "2026-03-12", "mungkin maksudnya Renja 2027"),
    ("catat RKPDes 2026 --unit Bagak", "2026-09-03", "mungkin maksudnya RKPDes 2027"),
    ("catat Renja-P 2027", "2026-08-10", "mungkin maksudnya Renja-P 2026"),
    ("catat LPPD 2026", "2026-01-12", "mungkin maksudnya LPPD 2025"),
    ("catat LKIP 2026", "2026-02-20", "mungkin maksudnya LKIP 2025"),
    ("catat LPPD 2022", "2026-02-20", "mungkin maksudnya LPPD 2025"),
    (
      "catat RekADD 2026-TW3 --unit Bagak", "2026-08-10", "catat dahulu RekADD 2026-TW2"
    ),
    ("catat RekADD 2026-TW1 --unit Bagak", "2026-03-10", "catat dahulu APBDes 2026"),
    ("kejadian pelantikan-kades --unit Bagak --tanggal 1926-05-08", "2026-05-11", "1 Januari 2000"),
    ("kejadian rkpd-ditetapkan --tanggal 2016-06-20", "2026-06-25", "sebelum 25 Juni 2021"),
    (
      "kejadian rkpd-ditetapkan 2027 --tanggal 1926-06-20", "2026-06-25",
      "lebih dari setahun sebelum"
    ),
  ])
  func `what is improbable is refused, and recorded with a reason that stands in the note`(
    _ words: String, _ day: String, _ message: String
  ) async throws {
    let office = try await Office.founded()
    let run = try await office.run(words, on: day)
    expectRefusal(run, 64, message)
    #expect(run.errorText.contains("bila memang demikian, sebut sebabnya dengan --alasan"))
    #expect(try office.records().isEmpty)
    expectRefusal(try await office.run("\(words) --alasan _", on: day), 64, "--alasan kosong")
    try await office.do("\(words) --alasan memang_demikian", on: day)
    let note = try #require(try office.rows().first?[12])
    #expect(note == "alasan: memang demikian")
  }

  @Test(arguments: [
    ("perpanjang LKAT 2025 --sampai 2062-03-16 --catatan surat", "2026-02-24", "2062"),
    ("bebaskan LPPD 2025 --tanggal 1926-01-05 --catatan surat", "2026-02-24", "1926"),
    (
      "perpanjang LKAT 2025 --sampai 2026-03-16 --diterima 1926-02-20 --catatan surat",
      "2026-02-24",
      "1926"
    ),
  ])
  func `a decision with an improbable date needs a reason beside its note`(
    _ words: String, _ day: String, _ year: String
  ) async throws {
    let office = try await Office.founded()
    let run = try await office.run(words, on: day)
    expectRefusal(run, 64, year)
    #expect(run.errorText.contains("dengan --catatan dan sebabnya dengan --alasan"))
    // One text says what is decided, and insists on nothing.
    expectRefusal(
      try await office.run(words.replacing("--catatan", with: "--alasan"), on: day), 64, year)
    try await office.do("\(words) --alasan memang_demikian", on: day)
    #expect(try office.rows().first?[12] == "surat alasan: memang demikian")
  }

  @Test func `two pelantikan within a year are asked about, and a document keeps its own`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do(
      "kejadian pelantikan-kades --unit Bagak --tanggal 2026-01-15", on: "2026-01-19")
    try await office.do(
      "catat RPJMDes 2026 --unit Bagak --tanggal 2026-04-01 --diterima 2026-04-06", on: "2026-04-06"
    )
    func rate() async throws -> String {
      try await office.do(
        "kepatuhan --tahun 2026 --tingkat desa --unit Bagak --json --per 2026-11-25",
        on: "2026-11-25")
    }
    let before = try await rate()
    let words = "kejadian pelantikan-kades --unit Bagak --tanggal 2026-11-20"
    expectRefusal(
      try await office.run(words, on: "2026-11-23"), 64,
      "sudah tercatat pada 15 Januari 2026 (baris 2026#1), kurang dari setahun")
    #expect(try await rate() == before)
    try await office.do("\(words) --alasan kades_wafat,_PAW", on: "2026-11-23")
    #expect(try await rate() == before)
  }

  @Test func `an old year is corrected, and a returned one handed in again, without fuss`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("catat Renja 2026 --tanggal 2025-03-10 --alasan arsip", on: "2026-03-05")
    #expect(try office.rows().first?[12] == "susulan: arsip")
    try await office.do("kembalikan Renja 2026 --catatan kurang", on: "2026-03-06")
    try await office.do("catat Renja 2026", on: "2026-03-09")
    // The late one is the open one, all the year.
    try await office.do("catat LPPD 2025", on: "2026-11-10")
  }

  // MARK: - Tables

  private func table(_ rows: String...) async throws -> Office {
    let office = try await Office.founded()
    try office.write(
      (["unit,laporan,periode,tanggal,diterima,alasan"] + rows).joined(separator: "\n") + "\n",
      to: "tabel.csv")
    return office
  }

  @Test(arguments: [
    ("Bagak,APBDes,2026,2015-12-30,2026-03-10,", 19, "lebih dari setahun sebelum"),
    ("63.05.12,Renja,2026,2026-03-11,,", 16, "mungkin maksudnya Renja 2027"),
  ])
  func `an improbable row of a table is a fault of its cell, and its reason insists`(
    _ row: String, _ column: Int, _ message: String
  ) async throws {
    let office = try await table(row)
    let run = try await office.run("impor tabel.csv", on: "2026-03-12")
    #expect(run.exitCode == 65)
    #expect(run.errorText.hasPrefix("tabel.csv:2:\(column): galat: "), "\(run.errorText)")
    #expect(run.errorText.contains(message))
    #expect(try office.records().isEmpty)
    try office.write(
      try office.text(of: "tabel.csv").replacing(row, with: row + "memang demikian"),
      to: "tabel.csv")
    try await office.do("impor tabel.csv", on: "2026-03-12")
    #expect(try office.rows().map { $0[12] } == ["alasan: memang demikian"])
    // The same table again, and the same by hand, are known.
    try await office.do("impor tabel.csv", on: "2026-03-12")
    #expect(try office.rows().count == 1)
  }

  @Test func `a predecessor in the same table opens the gate, before or behind the row`()
    async throws
  {
    let office = try await table(
      "Bagak,RekADD,2026-TW2,2026-06-09,,", "Bagak,RekADD,2026-TW1,2026-06-08,,",
      "Bagak,APBDes,2026,2026-06-05,2026-06-08,")
    try await office.do("impor tabel.csv --coba", on: "2026-06-10")
    try await office.do("impor tabel.csv", on: "2026-06-10")
    #expect(try office.rows().count == 3)
    #expect(try office.rows().allSatisfy { $0[12].isEmpty })
    #expect(try await office.run("periksa gerbang", on: "2026-06-10").errorText == "")
  }

  @Test func `rows whose predecessor is nowhere are told, and left out with those behind them`()
    async throws
  {
    let office = try await table(
      "Bagak,RekADD,2026-TW2,2026-06-09,,", "Bagak,RekADD,2026-TW1,2026-06-08,,",
      "Tarungin,RekADD,2026-TW1,2026-06-08,,", "Tarungin,APBDes,2026,2026-06-09,,",
      "63.05.12,RFK,2026-TW1,2026-06-09,,")
    let run = try await office.run("impor tabel.csv", on: "2026-06-10")
    #expect(run.exitCode == 64)
    let lines = run.errorText.split(separator: "\n")
    #expect(lines.count == 4, "\(run.errorText)")
    for (line, place) in zip(lines, ["2:", "3:", "4:"]) {
      #expect(line.hasPrefix("tabel.csv:\(place)") && line.contains("mendahului"), "\(line)")
    }
    #expect(try office.records().isEmpty)
    try await office.do("impor tabel.csv --lewati-salah", on: "2026-06-10")
    #expect(try office.rows().map { $0[5] } == ["APBDes", "RFK"])
    try await office.do("impor tabel.csv --alasan menyusul", on: "2026-06-10")
    #expect(
      try office.rows().dropFirst(2).map { $0[12] } == ["", "alasan: menyusul", "alasan: menyusul"])
  }

  // MARK: - The drop folder

  @Test func `an improbable file goes to karantina, with the question`() async throws {
    // Nobody but the kernel sets the time at which a file came: this test takes place today.
    let seconds = Int(Date().timeIntervalSince1970)
    let today = ClockReading(unixSeconds: seconds, in: .wita).date
    // The last day of a year ends the period that looks back on it.
    let meant = today.adding(days: 1).year - 1
    let office = try await Office.founded()
    let name = "LPPD \(today.year - 4) \(today).pdf"
    try office.write("%PDF-1.4 a", to: "kotak-masuk/\(name)")
    let run = try await office.run("pindai --segera", on: today.description)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText.contains("karantina"), "\(run.outputText)")
    let text = try office.text(of: "kotak-masuk/karantina/\(name).sebab.txt")
    #expect(text.contains("mungkin maksudnya LPPD \(meant)"), "\(text)")
    #expect(try office.records().isEmpty)
  }

  // MARK: - Gates

  @Test func `periksa remarks on a recommendation before its gate, whatever shut it`() async throws
  {
    let office = try await Office.founded()
    func remark() async throws -> String {
      let run = try await office.run("periksa gerbang", on: "2026-03-20")
      #expect(run.exitCode == 0)
      return run.errorText
    }
    let apbdes = "catat APBDes 2026 --unit Bagak --diterima 2026-03-11 --tanggal"
    try await office.do("\(apbdes) 2026-03-09", on: "2026-03-11")
    try await office.do(
      "catat RekADD 2026-TW1 --unit Bagak --tanggal 2026-03-10", on: "2026-03-11")
    #expect(try await remark() == "")
    try await office.do("batalkan 1 --alasan salah", on: "2026-03-12")
    #expect(try await remark().contains("mendahului APBDes 2026, yang tidak tercatat"))
    try await office.do("\(apbdes) 2026-03-11", on: "2026-03-12")
    #expect(try await remark().contains("yang baru bertanggal 11 Maret 2026"))
    try await office.do("batalkan 4 --alasan salah", on: "2026-03-12")
    try await office.do("\(apbdes) 2026-03-01", on: "2026-03-12")
    #expect(try await remark() == "")
  }
}
