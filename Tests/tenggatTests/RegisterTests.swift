import Foundation
import TestSupport
import Testing

/// The registers that an office names or writes, as `iku`, `ekspor` and `periksa` see them.
struct RegisterTests {
  private static let hatungun = "tapin-hatungun-2021"
  private static let own = "kalender/iku/kantor-2027.yaml"

  /// A register of the office that takes the place of the shipped one: H03 is counted another way,
  /// and K01 is new.
  private static let successor = """
    register: kantor-2027
    judul: Indikator Kinerja Utama baru
    wilayah: "63.05.12"
    sumber: Keputusan Camat (karangan)
    berlaku: { sejak: 2026-07-01 }
    menggantikan: tapin-hatungun-2021
    diperiksa: 2026-11-21
    kartu:
      - { jabatan: camat, nama: Camat }
    indikator:
      - kode: H03
        kartu: camat
        jabatan: camat
        nama: Persentase pengaduan yang selesai
        jenis: persen
        satuan: persen
        gabungan: terakhir
        target: 90
      - kode: K01
        kartu: camat
        jabatan: camat
        nama: Jumlah laporan kinerja tepat waktu
        jenis: jumlah
        satuan: laporan
        target: { 2026: 6, 2027: 7 }
        hitung:
          pembilang: [{ kewajiban: [LKIP, LPPD], keadaan: [tepat-waktu] }]

    """

  /// The same beside others, in nobody's place.
  private static let alone = successor.replacing("menggantikan: tapin-hatungun-2021\n", with: "")

  private func office(iku names: String, _ files: [String: String] = [:]) async throws -> Office {
    let office = try await Office.founded()
    try office.change("kantor.yaml", "iku: [\(RegisterTests.hatungun)]", to: names)
    for (name, text) in files { try office.write(text, to: name) }
    return office
  }

  // MARK: - No register, or one with a fault

  @Test func `an office without a register has no scorecard, and exports as before`() async throws {
    let office = try await office(iku: "")
    for words in [
      "iku", "iku --json", "iku ukur H03 --nilai 1/2 --periode 2026", "jelaskan iku H05",
    ] {
      let run = try await office.run(words, on: "2026-07-06")
      expectRefusal(run, 78, "kantor.yaml: galat: belum ada register IKU untuk kecamatan ini")
      #expect(run.errorText.contains("tersedia: barito-kuala-jejangkit-2023, lumajang-tekung"))
    }
    try await office.do(
      "ekspor xml --tahun 2026 --keluaran setahun.xml", on: "2026-07-06")
    #expect(try office.text(of: "setahun.xml").contains("<indikator_kinerja/>"))
    let check = try await office.run("periksa iku", on: "2026-07-06")
    #expect(check.exitCode == 0)
    #expect(check.errorText.contains("kantor.yaml: peringatan: belum ada register IKU"))
  }

  @Test func `every fault of every register is told with its place, wherever it is read`()
    async throws
  {
    let broken = RegisterTests.successor
      .replacing("keadaan: [tepat-waktu]", with: "keadaan: [tepat]")
      .replacing("satuan: persen", with: "satuann: persen")
      .replacing("[LKIP, LPPD]", with: "[LKIP, LPPDx]")
      .replacing("menggantikan: tapin-hatungun-2021", with: "menggantikan: tapin-hatungun-2012")
    let office = try await office(
      iku: "iku: [\(RegisterTests.hatungun), kantor-2027]",
      [
        RegisterTests.own: broken,
        "kalender/iku/\(RegisterTests.hatungun).yaml":
          "register: \(RegisterTests.hatungun)\ndiperiksa: 2026-11-21\nindikator:\n"
          + "  - { kode: H77, target: 3 }\n  - { kode: H14, target: 3.5 }\n",
      ])
    let places = [
      "kalender/iku/\(RegisterTests.hatungun).yaml:4:13: galat: ",
      "kalender/iku/\(RegisterTests.hatungun).yaml:5:26: galat: ",
      "\(RegisterTests.own):6:15: galat: register 'tapin-hatungun-2012' yang digantikan tidak ada",
      "\(RegisterTests.own):16:5: galat: kunci 'satuann' tidak dikenal; mungkin maksudnya 'satuan'",
      "\(RegisterTests.own):27:39: galat: laporan 'LPPDx' tidak dikenal; mungkin maksudnya 'LPPD'",
      "\(RegisterTests.own):27:57: galat: 'tepat' bukan salah satu pilihan; ",
    ]
    for words in [
      "iku", "jelaskan iku H05", "iku ukur H03 --nilai 1/2 --periode 2026",
      "ekspor xml --tahun 2026 --keluaran -", "iku --banding",
    ] {
      let run = try await office.run(words, on: "2026-07-06")
      expectRefusal(run, 78, "galat")
      for place in places { #expect(run.errorText.contains(place), "\(words): \(run.errorText)") }
    }
    let check = try await office.run("periksa iku", on: "2026-07-06")
    #expect(check.exitCode == 1)
    for place in places { #expect(check.errorText.contains(place)) }
    // What has nothing to do with indicators goes on.
    try await office.do("jadwal", on: "2026-07-06")
    try await office.do("catat RFK 2026-TW2", on: "2026-07-06")
    #expect(try office.records().count == 1)
  }

  @Test func `the end of the last register is told 60 days before it, and after it`() async throws {
    let office = try await Office.founded("63.04.17")
    let ends =
      "kantor.yaml:11:7: peringatan: register IKU 'barito-kuala-jejangkit-2023' berlaku sampai "
      + "31 Desember 2026, dan sesudah itu tidak ada register yang berlaku; susun register "
    let over =
      "kantor.yaml: peringatan: tidak ada register IKU yang berlaku sekarang untuk Kecamatan "
      + "Jejangkit (yang terakhir berlaku sampai 31 Desember 2026); susun register "
    for (day, remark) in [
      ("2026-10-31", nil), ("2026-11-01", ends), ("2026-12-31", ends), ("2027-01-01", over),
      ("2027-02-01", over),
    ] {
      let check = try await office.run("periksa iku", on: day)
      #expect(check.exitCode == 0)
      #expect(check.errorText.split(separator: "\n").count == (remark == nil ? 0 : 1), "\(day)")
      if let remark { #expect(check.errorText.hasPrefix(remark), "\(check.errorText)") }
    }
    // One that follows, and one that is still to come.
    try office.change(
      "kantor.yaml", "iku: [barito-kuala-jejangkit-2023]",
      to: "iku: [barito-kuala-jejangkit-2023, kantor-2027]")
    let next = RegisterTests.alone.replacing("63.05.12", with: "63.04.17")
    for (since, day, remark) in [
      ("2027-01-01", "2026-12-20", nil), ("2027-01-02", "2026-12-20", ends),
      ("2027-03-01", "2027-02-28", over), ("2027-03-01", "2027-03-01", nil),
    ] {
      try office.write(next.replacing("2026-07-01", with: since), to: RegisterTests.own)
      let check = try await office.run("periksa iku", on: day)
      #expect(check.errorText.hasPrefix(remark ?? ""), "\(check.errorText)")
      #expect(check.errorText.isEmpty == (remark == nil), "\(check.errorText)")
    }
  }

  @Test(arguments: ["ekspor xml --triwulan", "bekukan"])
  func `what is written without indicators says so`(_ words: String) async throws {
    let office = try await Office.founded("63.04.17")
    let with = try await office.run("\(words) 2026-TW4", on: "2027-02-01")
    #expect(with.exitCode == 0 && !with.errorText.contains("indikator_kinerja"))
    let without = try await office.run("\(words) 2027-TW1", on: "2027-04-01")
    #expect(without.exitCode == 0, "\(without.errorText)")
    #expect(
      without.errorText.contains(
        "tenggat: peringatan: bagian indikator_kinerja 63.04.17 kosong: tidak ada register IKU yang "
          + "berlaku pada 2027; susun registernya"))
  }

  @Test func `a register that does not exist is told with those that do`() async throws {
    let office = try await office(iku: "iku: [tapin-hatungun-2012]")
    expectRefusal(
      try await office.run("iku", on: "2026-07-06"), 78,
      "kantor.yaml:11:7: galat: register IKU 'tapin-hatungun-2012' tidak ada; mungkin maksudnya 'tapin-hatungun-2021'"
    )
  }

  // MARK: - Targets

  @Test func `the office's own targets are shown and exported, over 100 as they are`() async throws
  {
    let office = try await office(
      iku: "iku: [\(RegisterTests.hatungun)]",
      [
        "kalender/iku/\(RegisterTests.hatungun).yaml": """
        register: tapin-hatungun-2021
        diperiksa: 2026-11-21
        indikator:
          - { kode: H03, target: { 2026: 80, 2027: 85 } }
          - { kode: H01, target: "76.61" }
          - { kode: H05, target: 100 }

        """
      ])
    try await office.do("iku ukur H03 --nilai 9/10 --periode 2026-TW1", on: "2026-04-01")
    try await office.do("iku ukur H01 --nilai 76.61 --periode 2026-S1", on: "2026-07-01")
    try await office.do("catat LKIP 2025 --tanggal 2026-02-27", on: "2026-03-02")
    let entries = try await office.indicators(on: "2026-07-06")
    func told(_ code: String) -> [String?] {
      let entry = entries.first { $0["kode"] as? String == code }
      return ["target", "realisasi", "capaian"].map { entry?[$0] as? String }
    }
    // 90 of 80 is 112,5; the share of 7 reports is 1/7.
    #expect(told("H03") == ["80.00", "90.00", "112.50"])
    #expect(told("H01") == ["76.61", "76.61", "100.00"])
    #expect(told("H05") == ["100.00", "14.29", "14.29"])
    #expect(told("H14") == ["48", "0", "0.00"])
    #expect(told("H04") == [nil, nil, nil])
    let text = try await office.do("iku --indikator H03", on: "2026-07-06")
    #expect(text.contains("Target: 80,00% · capaian: 112,50%"))
    let xml = try await office.do("ekspor xml --tahun 2026 --keluaran -", on: "2026-07-06")
    #expect(
      xml.contains(
        "<indikator kode=\"H03\" jabatan=\"camat\" pembilang=\"9\" penyebut=\"10\" "
          + "realisasi=\"90.00\" capaian=\"112.50\">"))
    let check = try await office.run("periksa target", on: "2026-07-06")
    #expect(check.exitCode == 0)
    // H14 and H15 bring theirs with them.
    #expect(
      check.errorText.contains(
        "15 dari 20 indikator belum punya target 2026 (H02, H04, H06, H07, H08, H09, H10, H11, H12, "
          + "H13, H16, H17, H18, H19, H20); "))
  }

  @Test func `a target that cannot be is a fault, and one of nought is explained`() async throws {
    let office = try await Office.founded()
    let file = "kalender/iku/\(RegisterTests.hatungun).yaml"
    func write(_ entries: String...) throws {
      try office.write(
        "register: \(RegisterTests.hatungun)\ndiperiksa: 2026-11-21\nindikator:\n"
          + entries.map { "  - \($0)\n" }.joined(), to: file)
    }
    for (target, decimal) in [("120", "120,00"), ("\"100.01\"", "100,01"), ("24", "24,00")] {
      try write("{ kode: H01, target: { 2026: 80, 2027: \(target) } }")
      expectRefusal(
        try await office.run("iku", on: "2026-07-06"), 78,
        "\(file):4:44: galat: target \(decimal) di luar skala 'ikm-2017' (25,00-100,00); ")
    }
    try write("{ kode: H01, target: 100 }", "{ kode: H03, target: 0 }", "{ kode: H04, target: 1 }")
    let check = try await office.run("periksa target", on: "2026-07-06")
    #expect(check.exitCode == 0)
    #expect(
      check.errorText.contains(
        "\(file):5:5: peringatan: target 2026 dari H03 adalah 0, sehingga capaiannya tidak dapat "
          + "dihitung; "))
    #expect(!check.errorText.contains("dari H04 adalah 0"))
    try await office.do("iku ukur H03 --nilai 1/2 --periode 2026-TW2", on: "2026-07-06")
    let entry = try await office.indicator("H03", on: "2026-07-06")
    #expect(entry["target"] as? String == "0.00" && entry["capaian"] is NSNull)
    #expect(
      (entry["keterangan"] as? String)?
        .contains("target 0, sehingga capaian tidak dapat dihitung") == true)
  }

  @Test func `a file of the office that ends in yml is read, unless there is one in yaml`()
    async throws
  {
    let office = try await Office.founded()
    let file = "kalender/iku/\(RegisterTests.hatungun)"
    let targets =
      "register: \(RegisterTests.hatungun)\ndiperiksa: 2026-11-21\nindikator:\n"
      + "  - { kode: H03, target: 80 }\n"
    func target() async throws -> String? {
      try await office.indicator("H03", on: "2026-07-06")["target"] as? String
    }
    try office.write(targets, to: "\(file).yml")
    #expect(try await target() == "80.00")
    #expect(try await office.run("periksa iku", on: "2026-07-06").errorText == "")
    #expect(
      try await office.run("periksa target", on: "2026-07-06").errorText
        .hasPrefix("\(file).yml: peringatan: "))
    try office.write(targets.replacing("H03", with: "H33"), to: "\(file).yml")
    expectRefusal(try await office.run("iku", on: "2026-07-06"), 78, "\(file).yml:4:13: galat: ")
    // Beside one in yaml it is not read, and that is said.
    try office.write(targets.replacing("80", with: "90"), to: "\(file).yaml")
    #expect(try await target() == "90.00")
    let both = try await office.run("periksa iku", on: "2026-07-06")
    #expect(both.exitCode == 0)
    #expect(
      both.errorText
        == "\(file).yml: peringatan: berkas ini tidak dibaca, karena \(file).yaml juga ada; satukan "
        + "isinya, lalu hapus salah satunya\n")
    // A register of the office's own.
    try office.write(RegisterTests.alone, to: "kalender/iku/kantor-2027.yml")
    #expect(
      try await office.run("periksa iku", on: "2026-07-06").errorText.contains(
        "kalender/iku/kantor-2027.yml: peringatan: register ini tidak dipakai kantor.yaml"))
    try office.change("kantor.yaml", "iku: [\(RegisterTests.hatungun)]", to: "iku: [kantor-2027]")
    #expect(try await office.indicators(on: "2026-07-06").count == 2)
  }

  // MARK: - One after another

  @Test func `a register that takes the place of another stands beside it in that year alone`()
    async throws
  {
    let office = try await office(
      iku: "iku: [\(RegisterTests.hatungun), kantor-2027]",
      [RegisterTests.own: RegisterTests.successor])
    try await office.do("iku ukur H03 --nilai 8/10 --periode 2026-TW1", on: "2026-04-01")
    try await office.do("iku ukur H03 --nilai 9/10 --periode 2026-TW3", on: "2026-10-01")
    func registers(_ words: String) async throws -> [String] {
      let scorecard = try await office.json(words, on: "2027-02-01")
      let list = scorecard["daftar_register"] as? [[String: Any]] ?? []
      return list.map { "\($0["register"] ?? "") \($0["sejak"] ?? "")..\($0["sampai"] ?? "")" }
    }
    let old = "tapin-hatungun-2021 2021-03-01..2026-06-30"
    let new = "kantor-2027 2026-07-01..<null>"
    #expect(try await registers("iku --tahun 2025") == [old])
    #expect(try await registers("iku --tahun 2026") == [old, new])
    #expect(try await registers("iku --tahun 2027") == [new])
    // Each reckons by its own words, and only what was measured while it was in force.
    let both = try await office.indicators(
      "iku --tahun 2026 --indikator H03", on: "2026-12-01")
    #expect(both.map(figure) == ["80.00 of 8/10", "90.00 of 9/10"])
    #expect(both.map { $0["register"] as? String } == ["tapin-hatungun-2021", "kantor-2027"])
    for (day, named, value) in [
      ("2026-06-30", "tapin-hatungun-2021", "80.00"), ("2026-07-01", "kantor-2027", nil),
      ("2026-12-01", "kantor-2027", "90.00"),
    ] as [(String, String, String?)] {
      let scorecard = try await office.json("iku --tahun 2026 --per \(day)", on: "2026-12-01")
      #expect(scorecard["register"] as? String == named)
      let xml = try await office.do(
        "ekspor xml --tahun 2026 --per \(day) --keluaran -", on: "2026-12-01")
      // The schema asks that a code is told once; the register in force on the day speaks.
      #expect(xml.components(separatedBy: "kode=\"H03\"").count == 2)
      #expect(xml.components(separatedBy: "kode=\"K01\"").count == 2)
      let told = try #require(xml.split(separator: "\n").first { $0.contains("kode=\"H03\"") })
      #expect(told.contains(" realisasi=") == (value != nil))
      if let value { #expect(told.contains(" realisasi=\"\(value)\"")) }
      #expect(told.contains(" capaian=") == (value == "90.00"))
    }
    let text = try await office.do("iku --tahun 2026", on: "2026-12-01")
    #expect(text.contains("Register tapin-hatungun-2021: "))
    #expect(text.contains("sampai 30 Juni 2026") && text.contains("Register kantor-2027: "))
    // A year before the first of them is told with the days on which each is in force.
    expectRefusal(
      try await office.run("iku --tahun 2020", on: "2026-12-01"), 64,
      "tidak ada register IKU yang berlaku pada 2020; tapin-hatungun-2021 berlaku sejak 1 Maret 2021 "
        + "sampai 30 Juni 2026, kantor-2027 berlaku sejak 1 Juli 2026; pilih tahun lain")
    expectRefusal(
      try await office.run("iku ukur H06 --nilai 1/2 --periode 2026-TW4", on: "2026-12-01"), 64,
      "register tapin-hatungun-2021 tidak berlaku pada TW IV 2026; berlakunya")
  }

  @Test func `a code that the successor reuses has the rows of its own time alone`() async throws {
    let office = try await office(
      iku: "iku: [\(RegisterTests.hatungun), kantor-2027]",
      [RegisterTests.own: RegisterTests.successor.replacing("kode: H03", with: "kode: H12")])
    try await office.do("iku ukur H12 --nilai 10/10 --periode 2026-TW1", on: "2026-04-01")
    try await office.do("iku ukur H12 --nilai 0/90 --periode 2026-TW3", on: "2026-10-01")
    let both = try await office.indicators("iku --tahun 2026 --indikator H12", on: "2026-12-01")
    #expect(both.map(figure) == ["100.00 of 10/10", "0.00 of 0/90"])
  }

  @Test func `a survey is recorded for the indicators of all registers side by side`() async throws
  {
    let survey =
      "  - { kode: K02, kartu: camat, nama: Indeks loket, jenis: indeks, satuan: nilai,\n"
      + "      gabungan: terakhir, survei: { hasil: indeks }, skala: ikm-2017 }\n"
    for (text, codes) in [
      (RegisterTests.alone, ["H01", "H02"]),
      (RegisterTests.alone + survey, ["H01", "H02", "K02"]),
      // The later register speaks for a code that both have, and measures it otherwise.
      (RegisterTests.alone.replacing("kode: H03", with: "kode: H02"), ["H01"]),
    ] {
      let office = try await office(
        iku: "iku: [\(RegisterTests.hatungun), kantor-2027]", [RegisterTests.own: text])
      try office.write("layanan,U1,U2\nKTP,4,3\n", to: "survei.csv")
      try await office.do("iku ikm survei.csv --catat --periode 2026-S2", on: "2026-12-01")
      #expect(try office.rows().map { $0[5] } == codes)
    }
  }

  // MARK: - Checks

  @Test func `a desa that a formula names and nobody watches is remarked on`() async throws {
    let changes = ["63.05.12.2001", "63.05.12", "63.05", "63.05.12.2099", "63.05.05.2001"].map {
      "{ dokumen: [APBDes], unit: [\"\($0)\"], keadaan: [lengkap] }"
    }
    let office = try await office(
      iku: "iku: [\(RegisterTests.hatungun)]",
      [
        "kalender/iku/\(RegisterTests.hatungun).yaml":
          "register: \(RegisterTests.hatungun)\ndiperiksa: 2026-11-21\nindikator:\n"
          + "  - { kode: H14, hitung: { pembilang: [\(changes.joined(separator: ", "))] } }\n"
      ])
    let check = try await office.run("periksa iku", on: "2026-07-06")
    #expect(check.exitCode == 0)
    let told = check.errorText.split(separator: "\n").filter { $0.contains("dalam rumus H14") }
    #expect(
      told.map { $0.prefix { $0 != ";" } }
        == ["63.05.05.2001", "63.05.12.2099"].map {
          "kalender/iku/\(RegisterTests.hatungun).yaml:4:5: peringatan: unit \($0) dalam rumus H14 "
            + "tidak ada dalam wilayah.csv, sehingga tidak menghitung apa pun"
        })
  }

  @Test func `odd rows and unused files are remarked on`() async throws {
    let office = try await Office.founded()
    try await office.do("iku ukur H03 --nilai 1/2 --periode 2026-TW1", on: "2026-04-01")
    try await office.do("iku ukur H06 --nilai 1/2 --periode 2026-TW1", on: "2026-04-01")
    try office.write(
      RegisterTests.alone
        .replacing("sejak: 2026-07-01", with: "sejak: 2026-01-01")
        .replacing("kode: H03", with: "kode: H06")
        .replacing("jenis: persen\n    satuan: persen", with: "jenis: indeks\n    satuan: nilai"),
      to: RegisterTests.own)
    let unused = try await office.run("periksa iku", on: "2026-04-01")
    #expect(unused.exitCode == 0)
    #expect(
      unused.errorText.contains(
        "\(RegisterTests.own): peringatan: register ini tidak dipakai kantor.yaml; "))
    // The office signs another register: H03 is gone, and H06 is an index now.
    try office.change("kantor.yaml", "iku: [tapin-hatungun-2021]", to: "iku: [kantor-2027]")
    let check = try await office.run("periksa buku-kode", on: "2026-07-06")
    #expect(check.exitCode == 0)
    let book = "buku/63.05.12/2026.csv"
    #expect(
      check.errorText.contains(
        "\(book):2:1: peringatan: indikator 'H03' tidak ada dalam register mana pun; "))
    #expect(
      check.errorText.contains("\(book):3:1: peringatan: nilainya bukan nilai H06, yang berjenis"))
    let scorecard = try await office.indicator("H06", on: "2026-07-06")
    #expect(figure(scorecard) == "- of -/-")
    #expect(
      (scorecard["keterangan"] as? String)?.contains("nilai baris 2026#2 tidak dapat dibaca")
        == true)
  }

  private static func harmful(_ run: ProgramRun) -> [Unicode.Scalar] {
    (run.outputText + run.errorText).unicodeScalars.filter {
      $0.value < 32 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
    }
  }

  @Test func `names that drive a terminal are faults at their places, and stop no other command`()
    async throws
  {
    let hostile = RegisterTests.alone
      .replacing(
        "Persentase pengaduan yang selesai", with: #""Pengaduan \e[31mmerah\x9b0m selesai""#
      )
      .replacing("satuan: persen", with: #"satuan: "\e]0;judul\a""#)
      .replacing("nama: Camat }", with: #"nama: "Camat\e[2J" }"#)
    let office = try await office(iku: "iku: [kantor-2027]", [RegisterTests.own: hostile])
    let run = try await office.run("iku", on: "2026-07-06")
    #expect(run.exitCode == 78)
    let faults = run.errorText.split(separator: "\n").filter {
      $0.hasPrefix(RegisterTests.own) && $0.contains("karakter kendali")
    }
    #expect(faults.count == 3)
    #expect(RegisterTests.harmful(run) == [])
    try await office.do("jadwal", on: "2026-07-06")
    try await office.do("catat RFK 2026-TW2", on: "2026-07-06")
  }

  @Test func `names that turn the direction of a text are shown harmlessly`() async throws {
    let hostile = RegisterTests.alone
      .replacing(
        "Persentase pengaduan yang selesai",
        with: #""Pengaduan \u202Ebalik <&> selesai""#
      )
    let office = try await office(iku: "iku: [kantor-2027]", [RegisterTests.own: hostile])
    try await office.do("iku ukur H03 --nilai 1/2 --periode 2026-TW3", on: "2026-07-06")
    for words in [
      "iku", "iku --indikator H03", "jelaskan iku H03", "iku --banding", "iku --json",
      "jelaskan iku H03 --json", "iku --banding --json",
    ] {
      let run = try await office.run(words, on: "2026-07-06")
      #expect(run.exitCode == 0, "\(words): \(run.errorText)")
      #expect(run.outputText.contains("balik <&>"))
      #expect(RegisterTests.harmful(run) == [], "\(words)")
    }
    // XML may hold it: what is shown there is the reader's.
    try await office.do("ekspor xml --tahun 2026 --keluaran ekspor/uji.xml", on: "2026-07-06")
  }
}
