import Foundation
import TestSupport
import Testing

/// `gabung`, as a whole process, over the sample exports.
struct RollupTests {
  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Exports/contoh")
  private static let codes = ["35.08.09", "63.04.17", "63.05.05", "63.05.12"]
  private static let made = "2026-08-03T08:00:00+08:00"

  /// A folder with the sample exports of a quarter in `kiriman`.
  private func sent(_ period: String = "2026-TW1") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for code in Self.codes {
      try folder.write(Self.text(code, period), to: "kiriman/\(code)-\(period).xml")
    }
    return folder
  }

  private static func text(_ code: String, _ period: String) throws -> String {
    let file = samples.appending(path: "\(code)-\(period).xml")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private func run(_ words: String, in folder: TemporaryFolder) async throws -> ProgramRun {
    try await ProgramRun.tenggat(
      ["gabung"] + words.split(separator: " ").map(String.init), in: folder.path,
      environment: ["TENGGAT_HARI_INI": "2026-08-03"])
  }

  private func table(_ more: String = "") -> String {
    "kode,nama\n35,Jawa Timur\n35.08,Lumajang\n35.08.09,Tekung\n63,Kalimantan Selatan\n63.05,Tapin\n"
      + "63.05.12,Hatungun\n63.05.01,Binuang\n" + more
  }

  // MARK: - What it shows

  @Test(arguments: [
    ("gabung-2026-TW1.txt", "kiriman --wilayah meja.csv"),
    ("gabung-2026-TW1.json", "kiriman --wilayah meja.csv --json"),
    ("gabung-2026-TW1.csv", "kiriman --csv"),
    ("gabung-2026-TW1.xml", "kiriman --wilayah meja.csv --xml --dibuat \(made)"),
  ])
  func `exports of four kecamatan are shown as they were last read over`(
    _ view: (file: String, words: String)
  ) async throws {
    let folder = try sent()
    try folder.write(table(), to: "meja.csv")
    let run = try await run(view.words, in: folder)
    #expect(run.exitCode == 0)
    expectGolden(run.output, named: view.file)
  }

  @Test func `the sums are those of the summaries of the exports`() async throws {
    let folder = try sent()
    let run = try await run("kiriman --csv", in: folder)
    let rows = run.outputText.split(separator: "\n").map { $0.split(separator: ",") }
    for code in Self.codes {
      let line = try #require(
        try Self.text(code, "2026-TW1").split(separator: "\n").first { $0.contains("<ringkasan") })
      let row = try #require(rows.first { $0[1] == code })
      for (place, key) in [(2, "wajib"), (3, "disampaikan"), (4, "tepat_waktu"), (5, "terlambat")] {
        #expect(line.contains(" \(key)=\"\(row[place])\""))
      }
    }
    for place in 2...6 {
      let sums = ["kecamatan", "kabupaten", "provinsi", "nasional"].map { level in
        rows.filter { $0[0] == level }.compactMap { Int($0[place]) }.reduce(0, +)
      }
      #expect(Set(sums).count == 1, "\(sums)")
    }
    #expect(rows.last?[1] == "ID")
  }

  @Test func `its XML goes where it is told, and a second roll-up replaces no export`() async throws
  {
    let folder = try sent()
    let first = try await run("kiriman --xml --keluaran rekap.xml", in: folder)
    #expect(first.exitCode == 0, "\(first.errorText)")
    #expect(first.outputText.hasPrefix("rekap.xml: sesuai skema rekap-1.xsd, "))
    #expect(try await run("kiriman --xml --keluaran rekap.xml", in: folder).exitCode == 0)
    let export = "kiriman/63.05.12-2026-TW1.xml"
    let before = try folder.bytes(of: export)
    expectRefusal(
      try await run("kiriman --xml --keluaran \(export)", in: folder), 73, "bukan rekap XML")
    #expect(try folder.bytes(of: export) == before)
    expectRefusal(
      try await run("kiriman rekap.xml", in: folder), 65, "rekap.xml:1: galat: ini rekap")
  }

  @Test func `a workbook of it is made`() async throws {
    let folder = try sent()
    let run = try await run("kiriman --xlsx --keluaran rekap.xlsx", in: folder)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText.hasPrefix("rekap.xlsx: 3 lembar, "))
    #expect(try folder.bytes(of: "rekap.xlsx").starts(with: Array("PK".utf8)))
  }

  @Test func `one export comes by standard input, and the same file counts once`() async throws {
    let folder = try sent()
    let bytes = try folder.bytes(of: "kiriman/63.05.12-2026-TW1.xml")
    let run = try await ProgramRun.tenggat(
      ["gabung", "-", "--json"], in: folder.path, input: bytes)
    #expect(run.exitCode == 0, "\(run.errorText)")
    let twice = try await self.run(
      "kiriman/63.05.12-2026-TW1.xml kiriman/63.05.12-2026-TW1.xml --csv", in: folder)
    #expect(twice.errorText == "" && twice.outputText.split(separator: "\n").count == 5)
  }

  @Test func `in a workspace of many kecamatan its own table tells who has to send`() async throws {
    let office = Office(folder: try TemporaryFolder())
    try office.folder.write(
      "kode,nama\n63,Kalimantan Selatan\n63.05,Kabupaten Tapin\n63.05.05,Satu\n63.05.12,Dua\n",
      to: "wilayah.csv")
    let run = try await ProgramRun.tenggat(
      ["mulai", "63.05", "kantor", "--wilayah", "wilayah.csv"], in: office.folder.path)
    try #require(run.exitCode == 0, "\(run.errorText)")
    for code in ["35.08.09", "63.05.05"] {
      try office.write(Self.text(code, "2026-TW1"), to: "ekspor/\(code)-2026-TW1.xml")
    }
    let rollup = try await office.run("gabung ekspor", on: "2026-08-03")
    #expect(rollup.exitCode == 0, "\(rollup.errorText)")
    #expect(rollup.outputText.contains("Belum mengirim: 1 dari 2 kecamatan\n  63.05.12 Dua"))
    #expect(rollup.errorText.contains("35.08.09 tidak ada dalam tabel wilayah"))
  }

  @Test func `an office that watches itself alone has no list of who has to send`() async throws {
    let office = try await Office.founded()
    for code in ["35.08.09", "63.05.12"] {
      try office.write(Self.text(code, "2026-TW1"), to: "ekspor/\(code)-2026-TW1.xml")
    }
    let run = try await office.run("gabung ekspor", on: "2026-08-03")
    #expect(run.exitCode == 0 && run.errorText == "", "\(run.errorText)")
    #expect(run.outputText.contains("Yang belum mengirim tidak diketahui"))
  }

  // MARK: - What stands against it

  @Test func `a faulty export stops all of it, and is left out where that is asked for`()
    async throws
  {
    let folder = try sent()
    let text = try Self.text("63.05.12", "2026-TW1")
    let lines = text.components(separatedBy: "\n")
    let place = try #require(lines.firstIndex { $0.contains("<ringkasan") }) + 1
    try folder.write(
      text.replacing("<ringkasan wajib=", with: "<ringkasan salah="),
      to: "kiriman/63.05.12-2026-TW1.xml")
    let refused = try await run("kiriman", in: folder)
    expectRefusal(
      refused, 65, "kiriman/63.05.12-2026-TW1.xml:\(place): galat: ")
    #expect(refused.errorText.contains("1 ekspor tidak dapat dipakai"))
    let skipped = try await run("kiriman --lewati-salah --json", in: folder)
    #expect(skipped.exitCode == 0)
    #expect(skipped.errorText.contains("63.05.12-2026-TW1.xml:\(place)"))
    #expect(!skipped.outputText.contains("\"63.05.12\":"))
  }

  @Test func `a ledger that was written again is a fault with its line`() async throws {
    let folder = try sent()
    let text = try Self.text("63.05.12", "2026-TW1")
    let made = try #require(text.firstMatch(of: #/dibuat="([^"]+)"/#)?.1)
    let later = text.replacing(made, with: "2026-09-01T08:00:00+08:00")
      .replacing(
        #/>[0-9a-f]{64}</sidik_buku>/#, with: ">\(String(repeating: "0", count: 64))</sidik_buku>")
    try folder.write(later, to: "kiriman/baru.xml")
    let line =
      try #require(
        later.components(separatedBy: "\n").firstIndex { $0.contains("<sidik_buku") }) + 1
    let refused = try await run("kiriman", in: folder)
    expectRefusal(
      refused, 65, "kiriman/baru.xml:\(line): galat: buku 63.05.12/2026.csv pada baris")
    let skipped = try await run("kiriman --lewati-salah --csv", in: folder)
    #expect(skipped.exitCode == 0)
    #expect(!skipped.outputText.contains("63.05.12"))
  }

  @Test func `of two exports the later counts, and it is said`() async throws {
    let folder = try sent()
    let text = try Self.text("63.05.12", "2026-TW1")
    let made = try #require(text.firstMatch(of: #/dibuat="([^"]+)"/#)?.1)
    try folder.write(
      text.replacing(made, with: "2026-09-01T08:00:00+08:00"), to: "kiriman/baru.xml")
    let run = try await run("kiriman --json", in: folder)
    #expect(run.exitCode == 0)
    #expect(
      run.errorText.hasPrefix("kiriman/baru.xml: peringatan: 63.05.12 mengirim 2 kali, dipakai")
    )
    #expect(run.outputText.contains("\"diabaikan\""))
  }

  @Test func `exports of several times are refused until one is chosen`() async throws {
    let folder = try sent()
    try folder.write(Self.text("63.05.12", "2026"), to: "kiriman/setahun.xml")
    expectRefusal(
      try await run("kiriman", in: folder), 64, "beberapa waktu: tahun 2026 (1), TW I 2026 (4)")
    let year = try await run("kiriman --tahun 2026 --csv", in: folder)
    #expect(year.exitCode == 0 && year.outputText.split(separator: "\n").count == 5)
    expectRefusal(
      try await run("kiriman --triwulan 2026-TW2", in: folder), 66, "tidak ada ekspor untuk waktu")
  }

  @Test(arguments: [
    ("tiada.xml", 66, "tiada.xml tidak ada"),
    ("kosong", 66, "folder kosong tidak memuat berkas .xml"),
    ("kiriman --wilayah tiada.csv", 66, "tabel wilayah tiada.csv tidak ada"),
    ("kiriman --json --csv", 64, "--json dan --csv tidak dapat bersama"),
    ("kiriman --xlsx", 64, "--xlsx perlu berkas tujuan"),
    ("kiriman --keluaran a.txt", 64, "--keluaran hanya bersama"),
    ("kiriman --dibuat 2026-08-03T08:00:00+08:00", 64, "--dibuat hanya bersama"),
    ("kiriman --kertas a4", 64, "--kertas hanya bersama --xlsx"),
    ("kiriman --triwulan 2026-TW1 --tahun 2026", 64, "tidak dapat bersama"),
    ("kiriman --unit 63.05.12.2001", 64, "bukan kode provinsi, kabupaten, atau kecamatan"),
    ("kiriman --unit 11", 66, "tidak ada ekspor untuk yang diminta"),
    ("kiriman --ruang tiada", 66, "tiada"),
  ])
  func `what makes no sense is refused`(_ words: String, _ code: Int, _ message: String)
    async throws
  {
    let folder = try sent()
    try folder.write("", to: "kosong/catatan.txt")
    expectRefusal(try await run(words, in: folder), code, message)
  }

  @Test func `with a region only its kecamatan are added up`() async throws {
    let folder = try sent()
    let run = try await run("kiriman --unit 63.05 --csv", in: folder)
    #expect(
      run.outputText.split(separator: "\n").map { $0.split(separator: ",")[1] } == [
        "kode", "63.05.05", "63.05.12", "63.05", "63", "ID",
      ])
  }

  // MARK: - How much it takes

  /// Runs it with a bound on the memory that it may fill (RLIMIT_DATA), in KiB.
  private func run(
    _ words: String, in folder: TemporaryFolder, memory: Int
  ) async throws -> ProgramRun {
    try await ProgramRun.run(
      "/bin/sh",
      ["-c", "ulimit -d \(memory); exec \"$0\" gabung \(words)", ProgramRun.builtProgram],
      in: folder.path)
  }

  /// What the program takes before it reads anything, and some ten million bytes more: less than the large file has.
  private static let memory = 28 << 10

  @Test func `a file of thirty million bytes is added up in the memory that a small one takes`()
    async throws
  {
    let folder = try TemporaryFolder()
    let text = try Self.text("63.05.12", "2026-TW1")
    let place = try #require(text.range(of: "</desa>")?.lowerBound)
    let documents = (0..<1_000).map {
      "<dokumen kode=\"RKPDes-\($0)\" periode=\"YYYY\" status=\"menunggu\"/>\n"
    }.joined()
    let years = (1000..<1500).map { documents.replacing("YYYY", with: "\($0)") }.joined()
    let large = text[..<place] + years + text[place...]
    try folder.write(text, to: "kecil.xml")
    try folder.write(String(large), to: "besar.xml")
    #expect(large.utf8.count > 30_000_000)
    let small = try await run("kecil.xml --csv", in: folder, memory: Self.memory)
    #expect(small.exitCode == 0, "\(small.errorText)")
    let run = try await run("besar.xml --csv", in: folder, memory: Self.memory)
    #expect(run.exitCode == 0 && run.output == small.output, "\(run.errorText)")
    let piped = try await self.run("- --csv <besar.xml", in: folder, memory: Self.memory)
    #expect(piped.exitCode == 0 && piped.output == small.output, "\(piped.errorText)")
  }

  @Test func `hundreds of files are added up in the memory that a few take`() async throws {
    let folder = try TemporaryFolder()
    let text = try Self.text("63.05.05", "2026")
    for kabupaten in 10..<30 {
      for kecamatan in 10..<60 {
        try folder.write(
          text.replacing("63.05.05", with: "63.\(kabupaten).\(kecamatan)")
            .replacing("kode=\"63.05\"", with: "kode=\"63.\(kabupaten)\""),
          to: "kiriman/\(kabupaten)\(kecamatan).xml")
      }
    }
    // A thousand files of 26,000 bytes: what would be kept of each would be more than the bound.
    let run = try await run("kiriman --csv", in: folder, memory: Self.memory)
    #expect(run.exitCode == 0, "\(run.errorText)")
    // With the headings, the kabupaten, the province and the country.
    let lines = run.outputText.split(separator: "\n").count
    #expect(lines == 1_023)
  }
}
