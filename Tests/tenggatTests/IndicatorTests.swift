import Foundation
import TestSupport
import Testing

/// `iku` and `jelaskan iku`: the scorecard of a filled year, for people and for programs.
struct IndicatorTests {
  /// The filled year with measurements of every kind beside its documents.
  static let measured = Task { try await makeMeasured() }

  private static func makeMeasured() async throws -> Office {
    let office = try await Office.filled.value.copied()
    try office.write("%PDF-1.4 rekap\n", to: "kiriman/rekap.pdf")
    try office.change("kantor.yaml", "# dipantau_sejak: 2019", to: "dipantau_sejak: 2025")
    for (words, day) in [
      ("H03 --nilai 12/15 --periode 2026-TW1 --berkas kiriman/rekap.pdf", "2026-04-02"),
      ("H03 --nilai 13/15 --periode 2026-TW1 --catatan koreksi", "2026-04-06"),
      ("H03 --nilai 3/5 --periode 2026-TW2", "2026-07-02"),
      ("H06 --nilai 30/40 --periode 2026-TW1", "2026-04-02"),
      ("H09 --nilai 105/100 --periode 2026-TW2", "2026-07-02"),
      ("H13 --nilai 0/0 --periode 2026-TW1", "2026-04-02"),
      ("H01 --nilai 82.50 --periode 2026-S1", "2026-07-02"),
      ("H03 --nilai 1/4 --periode 2025", "2026-04-02"),
    ] { try await office.do("iku ukur \(words)", on: day) }
    return office
  }

  static let views: [(file: String, words: String)] = [
    ("iku-2026.txt", "iku"),
    ("iku-2026.json", "iku --json"),
    ("iku-H03.txt", "iku --indikator H03"),
    ("iku-H05.txt", "iku --indikator H05"),
    ("iku-H14.txt", "iku --indikator H14"),
    ("iku-sekcam.txt", "iku --untuk sekcam"),
    ("iku-banding.txt", "iku --banding"),
    ("iku-banding.json", "iku --banding --indikator H03 --json"),
    ("jelaskan-iku-H01.txt", "jelaskan iku H01"),
    ("jelaskan-iku-H03.txt", "jelaskan iku H03"),
    ("jelaskan-iku-H05.txt", "jelaskan iku H05"),
    ("jelaskan-iku-H10.txt", "jelaskan iku H10"),
    ("jelaskan-iku-H14.txt", "jelaskan iku H14"),
    ("jelaskan-iku-H15.txt", "jelaskan iku H15"),
    ("jelaskan-iku-H03.json", "jelaskan iku H03 --json"),
    ("jelaskan-iku-H05.json", "jelaskan iku H05 --json"),
    ("jelaskan-iku-H10.json", "jelaskan iku H10 --json"),
    ("jelaskan-iku-H14.json", "jelaskan iku H14 --json"),
    ("jelaskan-iku-H15.json", "jelaskan iku H15 --json"),
  ]

  @Test(arguments: views)
  func `a measured year is shown as it was last read over`(
    _ view: (file: String, words: String)
  ) async throws {
    let office = try await IndicatorTests.measured.value
    let output = try await office.do(view.words, on: Office.day)
    expectGolden(Array(output.utf8), named: view.file)
  }

  @Test func `documents alone make the scorecard of a year without measurements`() async throws {
    let office = try await Office.filled.value
    let entries = try await office.indicators(on: Office.day)
    let values = entries.compactMap { entry in
      entry["realisasi"] is String ? "\(entry["kode"] ?? "") \(figure(entry))" : nil
    }
    // On time: LPPD, LKPJ, LKIP (its first date), RFK TW IV and TW I of the seven; made: those, LKAT
    // and one Realisasi of the 15. Of the desa 5 LKPJDes, 6 LPPDesa and 2 RPJMDes in force, and no
    // RealisasiDes, whose second half is still to come.
    #expect(
      values == ["H05 71.43 of 5/7", "H10 46.67 of 7/15", "H14 13 of 13/-", "H15 3 of 3/-"])
  }

  // MARK: - The contract

  @Test func `the scorecard has the keys that other programs rely on`() async throws {
    let office = try await IndicatorTests.measured.value
    let scorecard = try await office.json("iku --tahun 2026", on: Office.day)
    #expect(scorecard["register"] as? String == "tapin-hatungun-2021")
    #expect(scorecard["tahun"] as? Int == 2026)
    #expect(scorecard["per"] as? String == "2026-07-06")
    let entries = try #require(scorecard["indikator"] as? [[String: Any]])
    let codes = (1...20).map { $0 < 10 ? "H0\($0)" : "H\($0)" }
    #expect(entries.map { $0["kode"] as? String } == codes)
    for entry in entries {
      let code = try #require(entry["kode"] as? String)
      for key in ["nama", "jenis", "sumber", "keterangan"] {
        #expect(entry[key] is String, "\(code) \(key)")
      }
      for key in [
        "jabatan", "rumus_pembilang", "rumus_penyebut", "target", "realisasi", "capaian",
        "predikat",
      ] { #expect(entry[key] is String || entry[key] is NSNull, "\(code) \(key)") }
      for key in ["pembilang", "penyebut"] {
        #expect(entry[key] is Int || entry[key] is NSNull, "\(code) \(key)")
      }
      #expect(entry["sd_triwulan"] is [String: Any], "\(code)")
      let form = entry["jenis"] as? String == "jumlah" ? #/[0-9]+/# : #/[0-9]+\.[0-9]{2}/#
      for key in ["target", "realisasi"] {
        if let text = entry[key] as? String {
          #expect(text.wholeMatch(of: form) != nil, "\(code) \(key) \(text)")
        }
      }
      if let text = entry["capaian"] as? String {
        #expect(text.wholeMatch(of: #/[0-9]+\.[0-9]{2}/#) != nil, "\(code) \(text)")
      }
    }
    func entry(_ code: String) throws -> [String: Any] {
      try #require(entries.first { $0["kode"] as? String == code })
    }
    let index = try entry("H01")
    #expect(figure(index) == "82.50 of -/-")
    #expect((index["predikat"] as? String)?.hasPrefix("B ") == true)
    #expect(index["jenis"] as? String == "indeks" && index["sumber"] as? String == "survei")
    #expect(figure(try entry("H03")) == "80.00 of 16/20")
    #expect(try entry("H03")["rumus_pembilang"] as? String == "Jumlah pengaduan yang diselesaikan")
    #expect(figure(try entry("H04")) == "- of -/-")
    #expect(figure(try entry("H13")) == "- of 0/0")
    #expect((try entry("H13")["keterangan"] as? String)?.contains("tidak ada data") == true)
    #expect(figure(try entry("H09")) == "105.00 of 105/100")
    #expect(try entry("H11")["jabatan"] is NSNull)
    let count = try entry("H14")
    #expect(count["jenis"] as? String == "jumlah" && count["sumber"] as? String == "dokumen")
    #expect(count["target"] as? String == "48" && count["penyebut"] is NSNull)
    #expect(count["realisasi"] as? String == "\(try #require(count["pembilang"] as? Int))")
    // 13 of 48.
    #expect(count["capaian"] as? String == "27.08")
  }

  @Test(arguments: [
    ("63.05.12", "H", 20), ("63.05.05", "C", 29), ("35.08.09", "T", 13), ("63.04.17", "J", 44),
  ])
  func `each of the 106 indicators answers from an empty ledger`(
    _ code: String, _ letter: String, _ count: Int
  ) async throws {
    let office = try await Office.founded(code)
    let entries = try await office.indicators(on: "2026-07-06")
    #expect(entries.count == count)
    #expect(entries.allSatisfy { ($0["kode"] as? String)?.hasPrefix(letter) == true })
    for entry in entries {
      let figure = figure(entry)
      switch (entry["sumber"] as? String, entry["jenis"] as? String) {
      // What is counted from documents stands at nothing of something, or at a count of none.
      case ("dokumen", "persen"): #expect(figure.hasPrefix("0.00 of 0/"), "\(entry)")
      case ("dokumen", _): #expect(figure.hasPrefix("0 of 0/"), "\(entry)")
      default: #expect(figure == "- of -/-", "\(entry)")
      }
    }
    let text = try await office.do("iku", on: "2026-07-06")
    for entry in entries { #expect(text.contains("\n  \(entry["kode"] ?? "") ")) }
  }

  @Test func `a count keeps the percentage of its printed formula beside it`() async throws {
    let office = try await Office.founded("63.04.17")
    try await office.do("catat Capaian 2025-TW4", on: "2026-01-05")
    let entry = try await office.indicator("J20", on: "2026-07-06")
    // A number of reports, not 25: the unit and the formula contradict each other in print.
    #expect(figure(entry) == "1 of 1/4")
    #expect(entry["persen_rumus"] as? String == "25.00")
    let text = try await office.do("iku --indikator J20", on: "2026-07-06")
    #expect(text.contains("Setahun: 1 (1/4 = 25,00%)"))
  }

  // MARK: - Ways to ask

  @Test(arguments: [
    ("iku --indikator H05 --json", "iku tampil --indikator h05 --json"),
    ("iku --indikator H05 --json", "iku --json tampil --indikator H05"),
    ("iku --untuk sekcam", "indicators show --untuk SEKCAM"),
    ("iku --per 2026-07-06 --json", "iku --tahun 2026 --hari-ini 2026-07-06 --json"),
    ("iku --tahun 2025 --json", "iku --tahun 2025 --diketahui 2026-07-06 --json"),
    ("jelaskan iku H05 --tahun 2026", "explain IKU h05"),
  ])
  func `what is asked in other words is answered alike`(
    _ first: String, _ second: String
  ) async throws {
    let office = try await IndicatorTests.measured.value
    #expect(
      try await office.do(first, on: Office.day) == (try await office.do(second, on: Office.day)))
  }

  @Test func `options may stand before the word of a subcommand`() async throws {
    let office = try await Office.founded()
    try office.write("U1,U2\n4,4\n", to: "f.csv")
    let folder = try TemporaryFolder()
    func run(_ arguments: [String]) async throws -> ProgramRun {
      try await ProgramRun.tenggat(
        arguments, in: folder.path,
        environment: ["TENGGAT_HARI_INI": "2026-04-01", "TENGGAT_PETUGAS": "kasubbag"])
    }
    for arguments in [
      ["iku", "--ruang", office.path, "ukur", "H03", "--nilai", "1/2", "--periode", "2026-TW1"],
      ["iku", "--ruang=\(office.path)", "ukur", "H03", "--nilai", "1/2", "--periode", "2026-TW1"],
      [
        "indicators", "--warna", "tidak", "--hari-ini", "2026-04-02", "--ruang", office.path,
        "measure", "H03", "--nilai", "1/2", "--periode", "2026-TW1",
      ],
      ["iku", "--json", "ikm", "--ruang", office.path, "\(office.path)/f.csv"],
      [
        "ekspor", "--ruang", office.path, "xml", "--triwulan", "2026-TW1", "--keluaran",
        office.folder.path(of: "kirim.xml"),
      ],
    ] {
      let run = try await run(arguments)
      #expect(run.exitCode == 0, "\(arguments): \(run.errorText)")
    }
    #expect(try office.rows().map { $0[7] } == ["2026-04-01", "2026-04-01", "2026-04-02"])
    #expect(office.folder.holds("kirim.xml"))
    // A value that reads like a subcommand stays a value.
    let value = try await run(["iku", "--ruang", "ukur"])
    #expect(value.exitCode == 66, "\(value.errorText)")
    for (option, word, message) in [
      ("--indikator", "ikm", "indikator 'ikm' tidak ada dalam register 2026"),
      ("--untuk", "ukur", "jabatan 'ukur' tidak memiliki indikator"),
      ("--unit", "tampil", "'tampil'"),
    ] {
      for arguments in [["iku", option, word], ["iku", "--json", option, word]] {
        expectRefusal(try await run(arguments + ["--ruang", office.path]), 64, message)
      }
    }
  }

  @Test func `years before the office was watched have no documents, and may have measurements`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("iku ukur H03 --nilai 10/12 --periode 2024", on: "2026-07-06")
    func years(_ code: String) async throws -> [String] {
      let page = try await office.json("iku --banding --indikator \(code)", on: "2026-07-06")
      let groups = try #require(page["indikator"] as? [[String: Any]])
      let values = try #require(groups.first?["nilai"] as? [[String: Any]])
      return values.map { "\($0["tahun"] ?? "") \(figure($0))" }
    }
    #expect(
      try await years("H10") == ["2024 - of -/-", "2025 - of -/-", "2026 0.00 of 0/15"])
    #expect(try await years("H03") == ["2024 83.33 of 10/12", "2025 - of -/-", "2026 - of -/-"])
    let text = try await office.do("iku --banding --indikator H10", on: "2026-07-06")
    #expect(text.contains(#/H10 +Hatungun +tapin-hatungun-2021 +- +- +0,00%/#))
    // The office's own word comes before its oldest ledger.
    try office.change("kantor.yaml", "# dipantau_sejak: 2019", to: "dipantau_sejak: 2025")
    #expect(
      try await years("H10") == ["2024 - of -/-", "2025 0.00 of 0/15", "2026 0.00 of 0/15"])
  }

  // MARK: - What the year can still reach

  @Test func `in August one late report has cost the full mark, and a returned one has not`()
    async throws
  {
    let office = try await Office.founded()
    for (words, day) in [
      ("catat LPPD 2025", "2026-02-20"), ("catat LKPJ 2025", "2026-02-20"),
      ("catat LKIP 2025", "2026-02-20"), ("catat RFK 2025-TW4", "2026-01-09"),
      ("catat RFK 2026-TW1", "2026-04-09"),
      ("catat RFK 2026-TW2", "2026-07-09"),
      // Handed in on time, returned, and not handed in again yet.
      ("kembalikan LKIP 2025 --catatan kurang", "2026-07-20"),
    ] { try await office.do(words, on: day) }
    func best(_ words: String = "") async throws -> String {
      let entry = try await office.indicator("H05", words, on: "2026-08-03")
      return figure(entry["tertinggi"])
    }
    let entry = try await office.indicator("H05", on: "2026-08-03")
    #expect(figure(entry) == "71.43 of 5/7")
    #expect(try await best() == "100.00 of 7/7")
    // One that was due on 20 February came ten days later.
    try await office.do("batalkan #2 --alasan salah_tanggal", on: "2026-08-03")
    #expect(try await best() == "85.71 of 6/7")
    try await office.do("catat LKPJ 2025 --tanggal 2026-03-02 --alasan arsip", on: "2026-08-03")
    #expect(try await best() == "85.71 of 6/7")
    let text = try await office.do("iku --indikator H05", on: "2026-08-03")
    #expect(text.contains("Masih bisa dicapai tahun ini: 85,71% (6/7)"))
    let why = try await office.do("jelaskan iku H05", on: "2026-08-03")
    #expect(why.contains("Masih bisa dicapai tahun ini: 85,71% (6/7)"))
    #expect(why.contains(", belum disampaikan lagi") && why.contains("dikembalikan "))
    #expect(why.contains("terlambat 10 hari"))
  }
}
