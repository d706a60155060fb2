import Foundation
import TestSupport
import Testing

/// `iku ikm`: from the answers of a survey to the rows of its indicators.
struct SurveyTests {
  private static let day = "2026-07-01"

  /// The table of the goldens, worked by hand.
  ///
  ///     KTP-el      10 respondents  means 3; 3; 3; 3; 3,1    sum 15,1 /5 x25 = 75,50
  ///     Surat ...    2 respondents  means 4; 3,5; 3; 4; 3    sum 17,5 /5 x25 = 87,50
  ///     Izin Usaha   2 respondents  means 3; 2,5; 2; 3; 3    sum 13,5 /5 x25 = 67,50
  ///     all         14 respondents  44/14; 42/14; 37/13; 44/14; 43/14
  ///                 = 3,142857 + 3 + 2,846154 + 3,142857 + 3,071429 = 15,203297
  ///                 /5 x25 = 76,016484, rounded 76,02: C, since B begins at 76,61
  ///     weakest     U3 2,85; U2 3,00; U5 3,07
  ///
  /// At least B: one service of three; at least 75: two.
  private static let table =
    """
    no,layanan,U1,U2,U3,U4,U5,saran
    \((1...9).map { "\($0),KTP-el,3,3,3,3,3," }.joined(separator: "\n"))
    10,KTP-el,3,3,3,3,4,lebih pagi
    11,Surat Pengantar,4,4,3,4,3,
    12,Surat Pengantar,4,3,,4,3,
    13,Izin Usaha,3,2,2,3,3,"antre, lama"
    14,Izin Usaha,3,3,2,3,3,

    """

  private func office(_ code: String = "63.05.12") async throws -> Office {
    let office = try await Office.founded(code)
    try office.write(SurveyTests.table, to: "survei.csv")
    return office
  }

  @Test func `a survey worked by hand is shown for people and for programs`() async throws {
    let office = try await office()
    let text = try await office.do("iku ikm survei.csv", on: SurveyTests.day)
    expectGolden(Array(text.utf8), named: "iku-ikm.txt")
    let json = try await office.do("iku ikm survei.csv --json", on: SurveyTests.day)
    expectGolden(Array(json.utf8), named: "iku-ikm.json")
    let survey = try await office.json("indicators survey survei.csv", on: SurveyTests.day)
    #expect(survey["responden"] as? Int == 14)
    #expect(survey["nilai"] as? String == "76.02")
    #expect(survey["mutu"] as? String == "C")
    #expect((survey["unsur"] as? [Any])?.count == 5)
    #expect(try office.records().isEmpty)
  }

  @Test func `at least B and at least 75 are different numbers`() async throws {
    for (code, line, pair) in [
      ("63.05.12", "H02 minimal B (76,61): 1 dari 3 layanan", ["H01 76.02", "H02 1/3"]),
      ("63.05.05", "C02 minimal 75,00: 2 dari 3 layanan", ["C01 76.02", "C02 2/3"]),
    ] {
      let office = try await office(code)
      let output = try await office.do(
        "iku ikm survei.csv --catat --periode 2026-S1 --tanggal 2026-06-30 --catatan loket",
        on: SurveyTests.day)
      #expect(output.contains(line))
      let rows = try office.text(of: "buku/\(code)/2026.csv").split(separator: "\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      #expect(rows.map { "\($0[5]) \($0[9])" } == pair)
      for row in rows {
        #expect(Array(row[6...8]) == ["2026-S1", "2026-06-30", "2026-06-30"])
        #expect(try office.text(of: row[10]) == SurveyTests.table)
        #expect(row[12] == "[survei.csv] IKM 14 responden loket")
      }
      let entry = try await office.indicator(
        String(pair[0].prefix(3)), on: SurveyTests.day)
      #expect(figure(entry) == "76.02 of -/-")
      #expect(entry["sumber"] as? String == "survei")
      #expect(entry["predikat"] as? String == "C Kurang Baik")
    }
  }

  @Test func `what was recorded is told to programs in the same text`() async throws {
    let office = try await office()
    let survey = try await office.json(
      "iku ikm survei.csv --catat --periode 2026-S1", on: SurveyTests.day)
    let recorded = try #require(survey["tercatat"] as? [[String: Any]])
    #expect(recorded.map { $0["kode"] as? String } == ["H01", "H02"])
    #expect(recorded.map { $0["nilai"] as? String } == ["76.02", "1/3"])
    #expect(recorded.map { $0["baris"] as? String } == ["2026#1", "2026#2"])
    let shown = try await office.json("iku ikm survei.csv", on: SurveyTests.day)
    #expect((shown["tercatat"] as? [Any])?.isEmpty == true)
  }

  @Test func `the classes of 2004 are those of the scale that is named`() async throws {
    let office = try await office()
    let old = try await office.json("iku ikm survei.csv --skala ikm-2004", on: SurveyTests.day)
    #expect(old["mutu"] as? String == "B")
    #expect(old["skala"] as? String == "ikm-2004")
    let all = (1...14).map { "U\($0)" }.joined(separator: ",")
    let fours = [String](repeating: "4", count: 14).joined(separator: ",")
    try office.write("\(all)\n\(fours)\n", to: "survei-2004.csv")
    let perfect = try await office.json(
      "iku ikm survei-2004.csv --skala ikm-2004", on: SurveyTests.day)
    // Fourteen weights of exactly 1/14: not 99,40 as with 0,071.
    #expect(perfect["nilai"] as? String == "100.00")
    #expect((perfect["unsur"] as? [Any])?.count == 14)
    // A register of 2017 is not recorded by the classes of another regulation.
    expectRefusal(
      try await office.run(
        "iku ikm survei.csv --skala ikm-2004 --catat --periode 2026-S1", on: SurveyTests.day), 64,
      "register memakai skala ikm-2017, bukan ikm-2004")
    #expect(try office.records().isEmpty)
  }

  @Test func `faults are told with line and column, and nothing is recorded`() async throws {
    let office = try await Office.founded()
    try office.write("layanan,U1,U2\nKTP,3,5\nKTP,x,0\nKTP,4,4\nKTP,3\n", to: "salah.csv")
    let run = try await office.run(
      "iku ikm salah.csv --catat --periode 2026-S1", on: SurveyTests.day)
    #expect(run.exitCode == 65)
    #expect(run.outputText == "")
    let lines = run.errorText.split(separator: "\n")
    for place in ["salah.csv:2:7", "salah.csv:3:5", "salah.csv:3:7", "salah.csv:5"] {
      #expect(lines.contains { $0.hasPrefix("\(place):") && $0.contains(": galat: ") }, "\(place)")
    }
    #expect(lines.count == 5)
    #expect(lines.last?.contains("4 galat dalam tabel survei, IKM tidak dihitung") == true)
    #expect(try office.records().isEmpty)
  }

  @Test func `a table of more elements than the scale has is refused, and each fault is counted`()
    async throws
  {
    let office = try await Office.founded()
    let rows = (1...3).map { "\($0),3,3,3,3,3,3,3,3,3\n" }.joined()
    try office.write(rows, to: "tanpa-judul.csv")
    try office.write("U1\n" + String(repeating: "7\n", count: 1200), to: "salah.csv")
    let ten = try await office.run(
      "iku ikm tanpa-judul.csv --catat --periode 2026-S1", on: SurveyTests.day)
    expectRefusal(
      ten, 65, "tanpa-judul.csv:1:19: galat: unsur ke-10 tidak ada dalam skala ikm-2017")
    let many = try await office.run("iku ikm salah.csv", on: SurveyTests.day)
    expectRefusal(many, 65, "1200 galat dalam tabel survei")
    #expect(many.errorText.contains("masih ada 200 temuan lain"))
    #expect(try office.records().isEmpty)
    let old = try await office.json("iku ikm tanpa-judul.csv --skala ikm-2004", on: SurveyTests.day)
    #expect(old["responden"] as? Int == 3)
  }

  @Test(arguments: [
    ("survei.csv --catat", 64, "--catat tanpa --periode; sebut periode surveinya"),
    ("survei.csv --periode 2026-S1", 64, "--periode tanpa --catat; tambahkan --catat"),
    ("tiada.csv", 66, "tabel survei tiada.csv tidak ada; periksa nama berkasnya"),
    ("survei.csv --skala sakip-2021", 64, "skala 'sakip-2021' tidak ada; yang ada: ikm-2004, ikm"),
    ("survei.csv --catat --periode 2026-S2 --hari-ini 2026-06-30", 64, "2026 belum dimulai"),
    (
      "survei.csv --catat --periode 2020", 64,
      "register tapin-hatungun-2021 tidak berlaku pada 2020"
    ),
    ("survei.csv --catat --periode 2026-S1 --tanggal 2025-12-31", 64, "sebelum Semester I 2026"),
    ("survei.csv --catat --periode 2026-S1 --tanggal 2026-07-02", 64, "2 Juli 2026 belum tiba"),
  ])
  func `what cannot be is refused before anything is said or written`(
    _ words: String, _ code: Int, _ message: String
  ) async throws {
    let office = try await SurveyTests.shared.value
    expectRefusal(
      try await office.run("iku ikm \(words)", on: SurveyTests.day), code, message)
    #expect(try office.records().isEmpty)
  }

  private static let shared = Task { try await SurveyTests().office() }

  @Test func `services without an indicator of their own record the index alone`() async throws {
    let office = try await office("35.08.09")
    let output = try await office.do(
      "iku ikm survei.csv --catat --periode 2026-S1", on: SurveyTests.day)
    #expect(output.contains("Tercatat (baris 2026#1): T01 Semester I 2026 = 76,02 (C Kurang Baik)"))
    #expect(try office.text(of: "buku/35.08.09/2026.csv").split(separator: "\n").count == 2)
  }
}
