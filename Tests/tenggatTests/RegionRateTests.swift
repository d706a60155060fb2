import Foundation
import TestSupport
import Testing

@Suite struct `rates by region` {
  private static let today = "2026-07-06"

  /// A workspace of all kecamatan of a province that is made up, in which some documents were submitted.
  private static func country() async throws -> Office {
    let office = Office(folder: try TemporaryFolder())
    try office.folder.write(
      """
      kode,nama
      63,Kalimantan Selatan
      63.01,Kabupaten Karangan
      63.01.01,Hulu
      63.01.01.2001,Satu
      63.01.02,Hilir
      63.01.02.2001,Dua
      63.01.02.1001,Kota
      63.05,Kabupaten Tapin
      63.05.12,Hatungun
      63.05.12.2001,Tiga
      91,Papua
      91.01,Kabupaten Jauh
      91.01.01,Jauh
      """ + "\n", to: "wilayah.csv")
    let run = try await ProgramRun.tenggat(
      ["mulai", "63", "kantor", "--wilayah", "wilayah.csv"], in: office.folder.path)
    try #require(run.exitCode == 0, "\(run.errorText)")
    #expect(
      run.outputText.hasPrefix(
        """
        Ruang kerja 3 kecamatan dibuat di kantor.
          3 desa, zona WITA, kalender nasional, tapin
          Tanggal lokal kabupaten belum ada; sesuaikan kalender/lokal-63.01.yaml dengan surat kabupaten.
        """))
    for unit in ["63.01.01", "63.01.02", "63.05.12"] {
      try await office.do(
        "catat LKIP 2025 --unit \(unit) --tanggal 2026-02-20", on: "2026-02-20")
    }
    try await office.do("catat LPPD 2025 --unit 63.01.01 --tanggal 2026-03-05", on: "2026-03-05")
    return office
  }

  @Test
  func `a province is founded with its own kecamatan, and typical dates where none are known`()
    async throws
  {
    let office = try await Self.country()
    #expect(!(try office.text(of: "wilayah.csv")).contains("91"))
    let local = try office.text(of: "kalender/lokal-63.01.yaml")
    #expect(local.contains("wilayah: \"63.01\""))
    #expect(!office.folder.files.contains("kantor/kalender/lokal-63.05.yaml"))
    let run = try await office.run("periksa", on: Self.today)
    #expect(run.exitCode == 0, "\(run.outputText)\(run.errorText)")
  }

  @Test(arguments: ["ekspor xml --triwulan 2026-TW1", "bekukan 2026-TW1"])
  func `what is missing in the documents of many kecamatan is said once`(_ words: String)
    async throws
  {
    let office = try await Self.country()
    let run = try await office.run(words, on: Self.today)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.errorText.split(separator: "\n").count { $0.contains("indikator_kinerja") } == 1)
    #expect(
      run.errorText.contains(
        "bagian indikator_kinerja 2 kecamatan (63.01.01, 63.01.02) kosong: "),
      "\(run.errorText)")
  }

  @Test func `every level is the sum of the regions in it`() async throws {
    let office = try await Self.country()
    let table = try await office.do("kepatuhan --menurut semua --csv", on: Self.today)
    let lines = table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(
      lines.first?.joined(separator: ",")
        == "tingkat,kode,wajib,disampaikan,tepat_waktu,terlambat,belum,persen_tepat_waktu")
    #expect(
      lines.dropFirst().map { "\($0[0]) \($0[1])" } == [
        "kecamatan 63.01.01", "kecamatan 63.01.02", "kecamatan 63.05.12", "kabupaten 63.01",
        "kabupaten 63.05", "provinsi 63", "nasional ID",
      ])
    func sums(_ level: String) -> [Int] {
      (2...6).map { column in
        lines.filter { $0[0] == level }.reduce(0) { $0 + (Int($1[column]) ?? -1_000) }
      }
    }
    let country = sums("nasional")
    for level in ["kecamatan", "kabupaten", "provinsi"] { #expect(sums(level) == country) }
    #expect(country[1] == 4)
    #expect(country[0] == country[1] + country[4])
    // Each kecamatan alone says the same.
    for line in lines where line[0] == "kecamatan" {
      let own = try await office.do(
        "kepatuhan --menurut semua --csv --unit \(line[1])", on: Self.today)
      #expect(own.contains(line.joined(separator: ",")))
    }
    let desa = try await office.do("kepatuhan --menurut desa --csv", on: Self.today)
    #expect(desa.split(separator: "\n").count == 4)
  }

  @Test func `a region narrows what is counted`() async throws {
    let office = try await Self.country()
    let tapin = try await office.do(
      "kepatuhan --menurut kecamatan --csv --unit 63.05", on: Self.today)
    #expect(
      tapin.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("kecamatan,63.05.12,") })
    let schedule = try await office.do("jadwal --tahun 2026 --unit 63.01", on: Self.today)
    #expect(schedule.hasPrefix("Kecamatan Hulu, Kecamatan Hilir"), "\(schedule)")
    expectRefusal(
      try await office.run("kepatuhan --unit 91", on: Self.today), 64, "unit 91 tidak dipantau")
  }

  @Test(arguments: [
    "jadwal --unit 63.01.01", "jadwal --unit 63.01.01.2001 --tahun 2026 --json",
    "jadwal --unit 63.01 --tahun 2026", "desa --unit 63.01.02", "riwayat --unit 63.05.12",
    "kepatuhan --unit 63.01.01", "kepatuhan --unit 63.01 --menurut semua --csv",
    "jelaskan LPPD 2025 --unit 63.01.01", "kepatuhan --unit 64.01", "jadwal --unit 63.01.03",
    "desa --unit 6301011", "jadwal --unit 63.01.01.2009",
  ])
  func `a question about a unit is answered as one that reads the whole table`(
    command: String
  ) async throws {
    let office = try await Self.country()
    let narrow = try await office.run(command, on: Self.today)
    // Lines that end otherwise are none that rows are picked out of.
    try office.write(
      try office.text(of: "wilayah.csv").replacing("\n", with: "\r\n"), to: "wilayah.csv")
    let whole = try await office.run(command, on: Self.today)
    #expect(narrow.outputText == whole.outputText)
    #expect(narrow.errorText == whole.errorText)
    #expect(narrow.exitCode == whole.exitCode)
  }

  @Test func `the page for people ranks the regions`() async throws {
    let office = try await Self.country()
    let page = try await office.do(
      "kepatuhan --menurut kecamatan --urut --per 2026-04-01", on: Self.today)
    expectGolden(page, named: "kepatuhan-menurut-kecamatan.txt")
  }

  @Test func `a damaged ledger is named, left out, and ends with 65 unless it is passed over`()
    async throws
  {
    let office = try await Self.country()
    let whole = try await office.do("kepatuhan --menurut semua --csv", on: Self.today)
    let name = "buku/63.01.02/2026.csv"
    try office.write(try office.text(of: name).replacing("LKIP", with: "LKJP"), to: name)
    let run = try await office.run("kepatuhan --menurut semua --csv", on: Self.today)
    #expect(run.exitCode == 65)
    #expect(run.errorText.hasPrefix("\(name):2:"), "\(run.errorText)")
    #expect(!run.outputText.contains("63.01.02"))
    let kept = run.outputText.split(separator: "\n").filter { $0.hasPrefix("kecamatan") }
    #expect(kept.count == 2)
    #expect(kept.allSatisfy { whole.contains($0) })
    let passed = try await office.run(
      "kepatuhan --menurut semua --csv --lewati-salah", on: Self.today)
    #expect(passed.exitCode == 0)
    #expect(passed.outputText == run.outputText)
    #expect(passed.errorText.contains(": peringatan: "))
    // Without regions the answer is about all of them, and there is none.
    #expect(try await office.run("kepatuhan", on: Self.today).exitCode == 65)
  }

  @Test func `options that say nothing alone are refused`() async throws {
    let office = try await Self.country()
    for option in ["--urut", "--csv", "--lewati-salah"] {
      expectRefusal(
        try await office.run("kepatuhan \(option)", on: Self.today), 64, "\(option) hanya bersama")
    }
    expectRefusal(
      try await office.run("kepatuhan --menurut semua --csv --json", on: Self.today), 64,
      "tidak dapat bersama")
  }
}
