import Foundation
import TestSupport
import Testing

/// What each view says of a filled year, for people and for programs.
struct ViewTests {
  static let texts: [(file: String, words: String)] = [
    ("jadwal.txt", "jadwal"),
    ("jadwal-2026-semua.txt", "jadwal --tahun 2026 --semua"),
    ("jadwal-2026-TW1.txt", "jadwal --triwulan 2026-TW1"),
    ("jadwal-kasi-pemerintahan.txt", "jadwal --untuk kasi-pemerintahan --dalam 60"),
    ("jadwal-desa.txt", "jadwal --unit Desa_Hatungun --tahun 2026 --semua"),
    ("desa-2026.txt", "desa --tahun 2026"),
    ("kepatuhan-2026.txt", "kepatuhan --tahun 2026"),
    ("kepatuhan-2026-TW1-kecamatan.txt", "kepatuhan --triwulan 2026-TW1 --tingkat kecamatan"),
    ("jelaskan-LKIP.txt", "jelaskan LKIP 2025"),
    ("jelaskan-LKAT.txt", "jelaskan LKAT 2025"),
    ("jelaskan-LPPD.txt", "jelaskan LPPD 2025"),
    ("jelaskan-Prognosis.txt", "jelaskan Prognosis 2026-S1"),
    ("jelaskan-RPJMDes.txt", "jelaskan RPJMDes 2026 --unit 63.05.12.2001"),
    ("jelaskan-APBDes.txt", "jelaskan APBDes 2026 --unit 63.05.12.2003"),
    ("jelaskan-RekADD-TW2.txt", "jelaskan RekADD 2026-TW2 --unit 63.05.12.2005"),
    ("jelaskan-LPPDesa-2024.txt", "jelaskan LPPDesa 2024 --unit 63.05.12.2008"),
    ("periksa-daftar.txt", "periksa --daftar"),
    ("jadwal.json", "jadwal --json"),
    ("desa-2026.json", "desa --tahun 2026 --json"),
    ("kepatuhan-2026.json", "kepatuhan --tahun 2026 --json"),
    ("jelaskan-LKIP.json", "jelaskan LKIP 2025 --json"),
    ("periksa-susulan.json", "periksa susulan --json"),
  ]

  @Test(arguments: texts)
  func `a filled year is shown as it was last read over`(
    _ view: (file: String, words: String)
  ) async throws {
    let run = try await Office.filled.value.run(view.words, on: Office.day)
    #expect(run.exitCode == 0)
    #expect(run.errorText == "")
    expectGolden(run.output, named: view.file)
  }

  @Test(arguments: [
    "", "mulai", "jadwal", "catat", "kembalikan", "terima", "bebaskan", "perpanjang", "tetapkan",
    "batalkan", "kejadian", "impor", "pindai", "desa", "kepatuhan", "iku", "iku tampil", "iku ukur",
    "iku ikm", "iku contoh",
    "ingatkan", "ingatkan kirim", "ingatkan riwayat", "ingatkan tunda",
    "jelaskan", "riwayat", "bekukan", "beda",
    "ingatkan pasang", "surat", "surat teguran", "tanda-terima",
    "ekspor", "ekspor xml", "ekspor csv", "ekspor ics", "ekspor xlsx", "contoh", "contoh kerja",
    "contoh xlsx",
    "ekspor html", "periksa", "status", "cadangkan", "cadangkan buat",
    "cadangkan pasang", "pulihkan", "layani", "gabung",
    "kalender", "kalender daftar", "kalender periksa", "kalender bandingkan", "kalender libur",
    "kalender libur tampil", "kalender libur tambah", "panduan",
    "pengguna", "pengguna tambah", "pengguna sandi", "pengguna hapus", "pengguna daftar",
  ])
  func `every command has its help in Indonesian`(_ command: String) async throws {
    let folder = try TemporaryFolder()
    let run = try await ProgramRun.tenggat(
      command.split(separator: " ").map(String.init) + ["--help"], in: folder.path)
    #expect(run.exitCode == 0)
    for english in ["USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show", "default", "values"] {
      #expect(!run.outputText.contains(english))
    }
    let name = command.isEmpty ? "tenggat" : command.replacing(" ", with: "-")
    expectGolden(run.output, named: "bantuan-\(name).txt")
    let examples = run.outputText.components(separatedBy: "CONTOH:\n").dropFirst().joined()
      .split(separator: "\n").map { String($0.dropFirst(2)) }
    guard !["", "surat", "ekspor", "pengguna"].contains(command) else {
      return #expect(examples.isEmpty)
    }
    #expect(examples.count >= 2)
    // It would go on until it is stopped.
    guard command != "layani" else { return }
    // An example is understood, whatever this office would answer.
    let office = try await Office.founded()
    for example in examples {
      let run = try await ProgramRun.run(
        "/bin/sh", ["-c", "\(ProgramRun.builtProgram)\(example.dropFirst("tenggat".count))"],
        in: office.path, environment: ["TENGGAT_HARI_INI": "2026-07-06", "TENGGAT_PETUGAS": "a"])
      for word in [
        "tidak dikenal", "tidak diharapkan", "belum disebut", "tidak dapat dipakai", "lihat --help",
      ] {
        #expect(!run.errorText.contains(word), "\(example): \(run.errorText)")
      }
    }
  }

  @Test(arguments: [
    ("jadwal --dalam 9", "upcoming --dalam 9"), ("desa", "villages"),
    ("kepatuhan", "compliance"), ("iku", "indicators"), ("iku tampil --json", "indicators --json"),
    ("jelaskan LKIP 2025", "explain LAKIP 2025"),
    ("periksa buku", "check buku"), ("riwayat LKIP 2025", "history LAKIP 2025"),
    ("beda 2026-TW1", "diff 2026-TW1"),
  ])
  func `an English name says what the Indonesian one says`(
    _ indonesian: String, _ english: String
  ) async throws {
    let office = try await Office.filled.value
    let first = try await office.run(indonesian, on: Office.day)
    let second = try await office.run(english, on: Office.day)
    #expect(first.output == second.output)
    #expect(first.exitCode == second.exitCode)
  }

  // MARK: - The contract's keys

  private func object(_ words: String) async throws -> [String: Any] {
    let run = try await Office.filled.value.run(words, on: Office.day)
    let value = try JSONSerialization.jsonObject(with: Data(run.output))
    return try #require(value as? [String: Any])
  }

  private func expectKeys(_ object: Any?, _ keys: String) throws {
    let object = try #require(object as? [String: Any])
    let missing = Set(keys.split(separator: " ").map(String.init)).subtracting(object.keys)
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test func `the schedule has the keys that other programs rely on`() async throws {
    let schedule = try await object("jadwal --tahun 2026 --semua --json")
    try expectKeys(schedule, "hari_ini zona kewajiban")
    let obligations = try #require(schedule["kewajiban"] as? [[String: Any]])
    for obligation in obligations {
      try expectKeys(
        obligation,
        """
        unit nama_unit laporan nama periode triwulan tenggat tenggat_aturan sisa_hari \
        sisa_hari_kerja status tanggal hari_terlambat penanggung_jawab dasar_hukum keyakinan
        """)
    }
    // 15 of the office, 5 x 8 dated documents of the desa and 2 RPJMDes, 4 x 8 recommendations.
    #expect(obligations.count { $0["tenggat"] is String } == 15 + 48 + 2 + 32 - 8 + 8)
  }

  @Test func `recommendations that wait for an APBDes that is not in are told of`() async throws {
    let office = try await Office.founded()
    let line = "RekADD 2026: 8 desa menunggu APBDes 2026 yang belum masuk"
    for words in ["desa", "jadwal", "jadwal --tahun 2026", "jadwal --untuk kasi-pemerintahan"] {
      #expect(try await office.do(words, on: "2026-07-06").contains(line), "\(words)")
    }
    // Not for whom it does not concern, and not before the recommendation is near.
    for (words, day) in [("jadwal --untuk sekcam", "2026-07-06"), ("jadwal", "2026-02-28")] {
      #expect(!(try await office.do(words, on: day).contains(line)), "\(words)")
    }
    #expect(try await office.do("jadwal", on: "2026-03-01").contains(line))
    #expect(
      try await office.do("jadwal --unit Bagak", on: "2026-07-06")
        .contains("RekADD 2026: 1 desa menunggu APBDes 2026"))
    for village in 2001...2008 {
      try await office.do(
        "catat APBDes 2026 --unit 63.05.12.\(village) --tanggal 2025-12-30 --diterima 2026-07-06",
        on: "2026-07-06")
    }
    // What waits for the recommendation of the quarter before is told with that one.
    #expect(!(try await office.do("desa", on: "2026-07-06").contains("menunggu APBDes")))
    #expect(!(try await office.do("desa", on: "2026-07-06").contains("menunggu RekADD")))
  }

  @Test func `a document without a due date is there, and neither on time nor late`() async throws {
    let office = try await Office.founded()
    let legend = "o ada, belum bertenggat"
    #expect(!(try await office.do("desa", on: "2026-07-06").contains(legend)))
    try await office.do("catat RPJMDes 2026 --unit Bagak", on: "2026-07-06")
    func row() async throws -> String? {
      try await office.do("desa", on: "2026-07-06").split(separator: "\n")
        .first { $0.contains("Bagak ") }.map(String.init)
    }
    #expect(try await office.do("desa", on: "2026-07-06").contains(legend))
    #expect(try #require(try await row()).contains(#/Bagak +o /#))
    try await office.do(
      "kejadian pelantikan-kades --unit Bagak --tanggal 2026-05-04", on: "2026-07-06")
    #expect(try #require(try await row()).contains(#/Bagak +v /#))
    #expect(!(try await office.do("desa", on: "2026-07-06").contains(legend)))
  }

  @Test func `the overdue come first, then the due dates in order`() async throws {
    let schedule = try await object("jadwal --dalam 200 --json")
    let obligations = try #require(schedule["kewajiban"] as? [[String: Any]])
    let keys = obligations.map { obligation in
      ["status", "tenggat", "unit", "laporan", "periode"].map { key in
        let text = obligation[key] as? String ?? ""
        return key == "status" ? (text == "lewat" ? "0" : "1") : text
      }.joined(separator: " ")
    }
    #expect(keys == keys.sorted())
    #expect(!keys.isEmpty)
  }

  @Test func `rates have the keys that other programs rely on`() async throws {
    let rates = try await object("kepatuhan --tahun 2026 --json")
    try expectKeys(rates, "tahun per total per_triwulan per_unit per_laporan per_jabatan")
    let keys = """
      wajib disampaikan tepat_waktu terlambat lewat menunggu dibebaskan susulan persen_tepat_waktu \
      persen_disampaikan berjalan
      """
    for group in ["per_triwulan", "per_unit", "per_laporan", "per_jabatan"] {
      for rate in try #require(rates[group] as? [String: Any]).values {
        try expectKeys(rate, keys)
      }
    }
    let total = try #require(rates["total"] as? [String: Any])
    try expectKeys(total, keys)
    try expectKeys(total["berjalan"], "wajib tepat_waktu persen_tepat_waktu")
    #expect(Set((rates["per_unit"] as? [String: Any])?.keys ?? [:].keys) == ["63.05.12"])
    let counts = try ["tepat_waktu", "terlambat", "lewat", "menunggu"].map { key in
      try #require(total[key] as? Int)
    }
    #expect(total["wajib"] as? Int == counts.reduce(0, +))
  }

  @Test func `the matrix has the keys that other programs rely on`() async throws {
    let matrix = try await object("desa --tahun 2026 --json")
    try expectKeys(matrix, "tahun per dokumen rekomendasi_add desa")
    try expectKeys(matrix["dokumen"], "ada wajib")
    // Six of eight desa, and the exempt LKPJDes of one of them aside.
    #expect((matrix["dokumen"] as? [String: Int])?["wajib"] == 47)
    #expect((matrix["rekomendasi_add"] as? [String: Int]) == ["ada": 3, "wajib": 32])
    for village in try #require(matrix["desa"] as? [[String: Any]]) {
      try expectKeys(village, "kode nama ada wajib dokumen")
      for document in try #require(village["dokumen"] as? [[String: Any]]) {
        try expectKeys(document, "laporan status tanggal bagian")
      }
    }
  }

  @Test func `nothing owed is null, not a percentage`() async throws {
    let rates = try await object(
      "kepatuhan --tahun 2026 --tingkat kecamatan --per 2026-01-01 --json")
    let total = try #require(rates["total"] as? [String: Any])
    let current = try #require(total["berjalan"] as? [String: Any])
    #expect(current["persen_tepat_waktu"] is NSNull)
    #expect(total["persen_tepat_waktu"] as? String == "0.00")
  }

  @Test func `the checks have the keys that other programs rely on`() async throws {
    let found = try await object("periksa --json")
    try expectKeys(found, "galat peringatan sudah_dilihat pemeriksaan")
    #expect(found["galat"] as? Int == 0)
    let checks = try #require(found["pemeriksaan"] as? [[String: Any]])
    for check in checks {
      try expectKeys(check, "nama temuan")
      for finding in try #require(check["temuan"] as? [[String: Any]]) {
        try expectKeys(finding, "kode tingkat berkas baris kolom apa perbaikan sudah_dilihat")
      }
    }
    let names = try await Office.filled.value.run("periksa --daftar", on: Office.day)
    #expect(names.outputText.split(separator: "\n").count == checks.count)
  }

  // MARK: - Several kecamatan, and reports that are only counted

  @Test func `a workspace of two kecamatan keeps them apart`() async throws {
    let office = try await Office.founded()
    let table = try office.text(of: "wilayah.csv")
    try office.write(
      table + "63.05.05,Candi Laras Selatan\n63.05.05.2001,Candi Laras\n63.05.05.2002,Tarungin\n",
      to: "wilayah.csv")
    let today = "2026-04-10"
    expectRefusal(
      try await office.run("catat LKIP 2025", on: today), 64,
      "ruang kerja ini memantau 2 kecamatan; sebut satu dengan --unit: 63.05.05")
    expectRefusal(
      try await office.run("catat LPPDesa 2025 --unit Desa_Tarungin", on: today), 64,
      "nama 'Desa Tarungin' dipakai 2 unit; sebut kodenya: 63.05.05.2002, 63.05.12.2001\n")
    try await office.do("catat LKIP 2025 --unit 63.05.05", on: today)
    #expect(try office.text(of: "buku/63.05.05/2026.csv").contains(",serah,63.05.05,LKIP,"))
    let schedule = try await office.do("jadwal", on: today)
    #expect(schedule.contains("  2 desa Candi Laras Selatan  "))
    #expect(schedule.contains("  8 desa Hatungun  "))
    let own = try await office.do("kepatuhan --unit 63.05.05 --json", on: today)
    #expect(own.contains("\"63.05.05\" :") && !own.contains("\"63.05.12\" :"))
    try await office.do("ekspor xml --triwulan 2026-TW1", on: today)
    for code in ["63.05.05", "63.05.12"] {
      #expect(office.folder.holds("kantor/ekspor/\(code)-2026-TW1.xml"))
    }
  }

  @Test func `what is only counted is listed with the whole year, and in no rate`() async throws {
    let office = try await Office.founded("63.04.17")
    let today = "2026-04-10"
    expectRefusal(
      try await office.run("catat Rakor", on: today), 64,
      "sebut periodenya: 2026-01 (belum ditagih), 2026-02 (belum ditagih), 2026-03 (belum ditagih), "
        + "2026-04 (belum ditagih)\n")
    let before = try await office.do("kepatuhan --json", on: today)
    try await office.do("catat Rakor 2026-03", on: today)
    #expect(try await office.do("kepatuhan --json", on: today) == before)
    let json = try await office.do("jadwal --tahun 2026 --semua --json", on: today)
    #expect(json.contains("\"status\" : \"disampaikan\""))
    #expect(try await !office.do("jadwal --tahun 2026", on: today).contains("Rakor"))
    #expect(try await !office.do("jadwal --semua", on: today).contains("Rakor"))
  }

  // MARK: - What is listed

  @Test func `strict turns what is overdue into exit code 1, and only that`() async throws {
    let office = try await Office.filled.value
    for command in ["jadwal", "desa", "jadwal --triwulan 2026-TW1"] {
      let plain = try await office.run(command, on: Office.day)
      let strict = try await office.run("\(command) --ketat", on: Office.day)
      #expect(plain.exitCode == 0)
      #expect(strict.exitCode == 1)
      #expect(plain.output == strict.output)
    }
    for command in ["jadwal --triwulan 2026-TW4", "desa --tahun 2028"] {
      #expect(try await office.run("\(command) --ketat", on: Office.day).exitCode == 0)
    }
  }

  @Test func `what was missed in December is still there in January`() async throws {
    let office = try await Office.filled.value
    let run = try await office.run("jadwal --untuk kasi-pemerintahan", on: "2027-01-02")
    #expect(run.outputText.contains("terlambat 2 hari (belum ada)"))
    #expect(run.outputText.contains("APBDes"))
    #expect(try await office.run("jadwal --ketat", on: "2027-01-02").exitCode == 1)
  }

  @Test func `a fresh workspace looks back only to this duty year`() async throws {
    let office = try await Office.founded()
    let run = try await office.run("jadwal", on: "2027-01-02")
    #expect(!run.outputText.contains("LEWAT"))
    let text = try office.text(of: "kantor.yaml")
      .replacing("# dipantau_sejak: 2019            ", with: "dipantau_sejak: 2026 ")
    try office.write(text, to: "kantor.yaml")
    #expect(try await office.run("jadwal", on: "2027-01-02").outputText.contains("LEWAT TENGGAT"))
  }

  @Test func `the window ends on its last day`() async throws {
    let office = try await Office.founded()
    // LKPJ is due on 20 February, 30 days after 21 January.
    #expect(try await office.do("jadwal", on: "2026-01-20").contains("LKPJ") == false)
    #expect(try await office.do("jadwal", on: "2026-01-21").contains("LKPJ"))
  }

  @Test func `a date that waits for holidays is a remark, in a window and in a year`() async throws
  {
    let office = try await Office.founded()
    let window = try await office.run("jadwal --dalam 400", on: "2027-12-01")
    #expect(window.exitCode == 0)
    #expect(window.errorText.contains("peringatan: tenggat Prognosis 2028-S1"))
    let year = try await office.run("kepatuhan --tahun 2028", on: "2027-12-01")
    #expect(year.exitCode == 0)
    #expect(
      year.outputText.contains("Belum dapat dihitung, di luar semua angka: Prognosis 2028-S1"))
    #expect(year.outputText.contains("kalender/libur/2028.yaml"))
  }

  @Test func `what was known on an earlier day leaves later rows out`() async throws {
    let office = try await Office.filled.value
    let then = try await office.run(
      "jelaskan LPPD 2025 --per 2026-03-10 --diketahui 2026-03-10", on: Office.day)
    #expect(then.outputText.contains("lewat tenggat 11 hari"))
    let now = try await office.run("jelaskan LPPD 2025 --per 2026-03-10", on: Office.day)
    #expect(now.outputText.contains("tepat waktu"))
  }

  // MARK: - The terminal

  @Test func `colour is asked for, or left out`() async throws {
    let office = try await Office.filled.value
    #expect(try await !office.run("jadwal", on: Office.day).outputText.contains("\u{1B}"))
    let colored = try await office.run("jadwal --warna selalu", on: Office.day)
    #expect(colored.outputText.contains("\u{1B}[31m"))
    let plain = colored.outputText.replacing(#/\u{1B}\[[0-9]+m/#, with: "")
    #expect(plain == (try await office.run("jadwal", on: Office.day)).outputText)
  }

  private static let hasTerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

  @Test(.enabled(if: hasTerminal), arguments: ["jadwal --tahun 2026 --semua", "desa", "kepatuhan"])
  func `tables fit a terminal of 80 columns`(_ view: String) async throws {
    let office = try await Office.filled.value
    let program = ProgramRun.builtProgram
    let run = try await ProgramRun.run(
      "/usr/bin/script", ["-qec", "\(program) \(view)", "/dev/null"], in: office.path,
      environment: ["COLUMNS": "80", "TERM": "xterm", "TENGGAT_HARI_INI": Office.day])
    #expect(run.outputText.contains("\u{1B}["))
    let plain = String(decoding: run.output.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      .replacing(#/\u{1B}\[[0-9]+m/#, with: "")
    let tables = plain.split(separator: "\n").filter { line in
      !line.contains(":") && !line.contains("·") && !line.contains("bukan hari kerja")
    }
    #expect(tables.count > 8)
    for line in tables { #expect(line.count <= 80, "\(line)") }
    let uncolored = try await ProgramRun.run(
      "/usr/bin/script", ["-qec", "\(program) \(view)", "/dev/null"], in: office.path,
      environment: [
        "COLUMNS": "80", "TERM": "xterm", "TENGGAT_HARI_INI": Office.day, "NO_COLOR": "1",
      ])
    #expect(!uncolored.outputText.contains("\u{1B}"))
  }

  @Test(
    .enabled(if: hasTerminal),
    arguments: ["jadwal --tahun 2026 --semua", "desa", "kepatuhan", "riwayat", "iku"], [40, 60, 79])
  func `on a phone a table becomes blocks, and no word or date is broken`(
    _ view: String, _ columns: Int
  ) async throws {
    let office = try await Office.filled.value
    let run = try await ProgramRun.run(
      "/usr/bin/script", ["-qec", "\(ProgramRun.builtProgram) \(view)", "/dev/null"],
      in: office.path,
      environment: [
        "COLUMNS": "\(columns)", "TERM": "xterm", "TENGGAT_HARI_INI": Office.day, "NO_COLOR": "1",
      ])
    let lines = String(decoding: run.output.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count > 20)
    #expect(!run.outputText.contains("…"))
    for line in lines where line.count > columns {
      // One word may be wider than the screen, and then it is alone.
      let words = line.split(separator: " ")
      let longest = words.map(\.count).max() ?? 0
      #expect(longest > columns / 2, "\(line)")
    }
  }
}
