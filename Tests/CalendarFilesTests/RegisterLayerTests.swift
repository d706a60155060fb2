import CalendarFiles
import ComplianceModel
import TestSupport
import Testing

/// An office's own file on top of the register that it signed.
struct RegisterLayerTests {
  /// A register as it was signed.
  static let shipped = """
    register: uji
    judul: Register uji
    wilayah: "63.05.12"
    sumber: Keputusan contoh
    rujukan: halaman 1
    berlaku: { sejak: 2021-03-01 }
    diperiksa: 2026-01-02
    catatan: ganjil
    kartu: [{ jabatan: camat, nama: Camat }, { jabatan: sekcam, nama: Sekcam }]
    indikator:
      - kode: U01
        kartu: camat
        jabatan: camat
        nama: Laporan yang dibuat
        jenis: jumlah
        satuan: laporan
        target: { 2025: 40, 2026: 48 }
        hitung: { pembilang: [{ kewajiban: [LPPD], keadaan: [dibuat] }] }
      - kode: U02
        kartu: sekcam
        nama: Aset
        jenis: persen
        satuan: persen
        gabungan: jumlah
      - kode: U03
        kartu: camat
        nama: Indeks
        jenis: indeks
        satuan: nilai
        gabungan: terakhir
        survei: { hasil: indeks }
        skala: ikm-2017
      - kode: U04
        kartu: sekcam
        nama: Aset juga
        jenis: persen
        satuan: persen
        sama_dengan: U02

    """

  private static func own(_ entries: String) -> String {
    "register: uji\ndiperiksa: 2026-01-05\nindikator:\n"
      + entries.split(separator: "\n").map { "  - \($0)\n" }.joined()
  }

  private func read(
    _ layers: String...
  ) throws -> (register: IndicatorRegister?, findings: [Finding]) {
    try WrittenRegister.read(
      layers.enumerated().map { ("\($0 + 1).yaml", Array($1.utf8)) })
  }

  private func register(_ entries: String) throws -> IndicatorRegister {
    let (register, findings) = try read(
      RegisterLayerTests.shipped, RegisterLayerTests.own(entries))
    #expect(findings.isEmpty, "\(findings.map(\.line))")
    return try #require(register)
  }

  /// The faults of an office's file, each as `2.yaml:4:11`.
  private func places(_ entries: String) throws -> [String] {
    let (register, findings) = try read(
      RegisterLayerTests.shipped, RegisterLayerTests.own(entries))
    #expect(register == nil)
    return findings.map { "\($0.place.file):\($0.place.line):\($0.place.column)" }
  }

  @Test func `a target of one year leaves the other years and everything else`() throws {
    let plain = try #require(try read(RegisterLayerTests.shipped).register)
    let changed = try register("{ kode: U01, target: { 2026: 50 } }")
    #expect(changed.indicators.count == plain.indicators.count)
    #expect(changed.indicators.map(\.label) == plain.indicators.map(\.label))
    #expect([2025, 2026, 2027].map(changed.indicators[0].target.hundredths) == [4000, 5000, nil])
    for (before, after) in zip(plain.indicators, changed.indicators) {
      #expect(after.wording == before.wording && after.source == before.source)
      #expect(after.card == before.card && after.role == before.role)
      #expect(after.kind == before.kind && after.unit == before.unit)
      #expect(after.place == before.place)
    }
    #expect(
      changed.indicators.dropFirst().map(\.target) == plain.indicators.dropFirst().map(\.target))
    #expect(changed.title == plain.title && changed.validity == plain.validity)
    #expect(changed.source == plain.source && changed.note == plain.note)
    #expect(changed.cards == plain.cards)
  }

  @Test func `what our reading said goes with the formula, and the change has its place`() throws {
    let changed = try register(
      "{ kode: U01, hitung: { pembilang: [{ kewajiban: [LKIP], keadaan: [dibuat] }] } }")
    let own = try #require(changed.indicators.first)
    #expect(own.changes.map { "\($0.place.file):\($0.place.line)" } == ["2.yaml:4"])
    #expect(own.changes.map(\.keys) == [["hitung"]])
    #expect(own.place.file == "1.yaml")
    #expect(try register("{ kode: U02, target: 90 }").indicators[0].changes.isEmpty)
  }

  @Test func `a code is read without regard to case, and keeps its spelling`() throws {
    let changed = try register("{ kode: u01, jabatan: sekcam }")
    #expect(changed.indicators.map(\.label) == ["U01", "U02", "U03", "U04"])
    #expect(changed.indicators[0].role == changed.cards[1].role)
  }

  @Test func `a way to count takes the place of what was measured, and the other way`() throws {
    let counted = try register(
      "{ kode: U02, hitung: { pembilang: [{ tetap: 1 }], penyebut: [{ tetap: 2 }] } }")
    guard case .documents(let reading, _) = counted.indicators[1].source else {
      Issue.record("U02 is not counted")
      return
    }
    #expect(reading.numerator == [.constant(1)])
    #expect(counted.indicators[3].source == .sameAs(counted.indicators[1].code))
    let measured = try register(
      "{ kode: U04, gabungan: terakhir }\n{ kode: U01, gabungan: jumlah }")
    #expect(measured.indicators[3].source == .measurement(.latest))
    #expect(measured.indicators[0].source == .measurement(.sum))
  }

  @Test func `a survey stays one when only its combination changes`() throws {
    let changed = try register("{ kode: U03, gabungan: terakhir }")
    #expect(changed.indicators[2].source == .survey(.index, .latest))
  }

  @Test func `a new indicator can be added, with all that it needs`() throws {
    let changed = try register(
      "{ kode: U05, kartu: camat, nama: Baru, jenis: jumlah, satuan: orang, gabungan: terakhir }")
    #expect(changed.indicators.map(\.label) == ["U01", "U02", "U03", "U04", "U05"])
    #expect(
      try places("{ kode: U05, nama: Baru, gabungan: terakhir }") == [
        "2.yaml:4:5", "2.yaml:4:5", "2.yaml:4:5",
      ])
  }

  @Test func `an unknown code is a fault with the nearest one`() throws {
    let (register, findings) = try read(
      RegisterLayerTests.shipped,
      RegisterLayerTests.own("{ kode: U1, target: 5 }\n{ kode: X99999, target: 5 }"))
    #expect(register == nil)
    #expect(findings.map(\.place.line) == [4, 5])
    #expect(findings.map(\.place.column) == [13, 13])
    #expect(findings.map(\.place.file) == ["2.yaml", "2.yaml"])
    #expect(findings[0].what == "indikator 'U1' tidak dikenal")
    #expect(findings[0].remedy == "mungkin maksudnya 'U01'")
    #expect(findings[1].remedy == "periksa kodenya, atau lengkapi nama dan jenisnya")
  }

  @Test func `a kind that a layer changes must fit what the lower one counts`() throws {
    // A share needs a denominator, an index is neither counted nor added up, nor a survey's share.
    #expect(try places("{ kode: U01, jenis: persen }") == ["2.yaml:4:25"])
    #expect(try places("{ kode: U01, jenis: indeks }") == ["2.yaml:4:25"])
    #expect(try places("{ kode: U02, jenis: indeks }").first == "2.yaml:4:25")
    #expect(try places("{ kode: U03, jenis: persen }") == ["2.yaml:4:25"])
    // The target of a year stands below a count alone.
    let ofTarget =
      "hitung: { pembilang: [{ kewajiban: [LPPD], keadaan: [dibuat] }], "
      + "penyebut: [{ target: tahun-ini }] }"
    #expect(try register("{ kode: U01, \(ofTarget) }").indicators[0].kind == .count)
    #expect(try places("{ kode: U01, jenis: persen, \(ofTarget) }") == ["2.yaml:4:41"])
    // What is below the line is at least one.
    let half = "{ kode: U02, hitung: { pembilang: [{ tetap: 0 }], penyebut: [{ tetap:"
    #expect(try register("\(half) 1 }] } }").indicators[1].kind == .percent)
    #expect(try places("\(half) 0 }] } }") == ["2.yaml:4:75"])
    // One number under two owners is of one kind.
    #expect(try places("{ kode: U04, jenis: jumlah }") == ["1.yaml:38:18"])
  }

  @Test func `a scale that a layer changes must fit the survey of the lower one`() throws {
    #expect(
      try register("{ kode: U03, skala: ikm-kelas }").indicators[2].scale?.name == "ikm-kelas")
    #expect(try places("{ kode: U03, skala: sakip-2021 }") == ["2.yaml:4:25"])
    // The class that a survey of services asks for is one of the scale's.
    let services = "jenis: persen, survei: { hasil: layanan, minimal: B }, gabungan: terakhir"
    #expect(try register("{ kode: U03, \(services) }").indicators[2].kind == .percent)
    let both = try read(
      RegisterLayerTests.shipped, RegisterLayerTests.own("{ kode: U03, \(services) }"),
      RegisterLayerTests.own("{ kode: U03, skala: ikm-kelas }"))
    #expect(
      both.findings.map(\.line) == [
        "3.yaml:4:25: 'B' bukan salah satu pilihan; pilih salah satu: Baik, Kurang"
      ])
    // What is only measured is graded by any scale.
    #expect(
      try register(
        "{ kode: U05, kartu: camat, nama: Baru, jenis: indeks, satuan: nilai, "
          + "gabungan: terakhir, skala: sakip-2021 }"
      ).indicators[4].scale?.name == "sakip-2021")
  }

  @Test func `targets of the lower layer must be whole where a layer makes a count of it`() throws {
    let percent = RegisterLayerTests.shipped.replacing(
      "satuan: persen\n    gabungan: jumlah",
      with: "satuan: persen\n    target: { 2025: 90, 2026: \"87.50\" }\n    gabungan: jumlah")
    let (register, findings) = try read(
      percent, RegisterLayerTests.own("{ kode: U02, jenis: jumlah }\n{ kode: U04, jenis: jumlah }"))
    #expect(register == nil)
    #expect(
      findings.map(\.line) == [
        "2.yaml:4:25: target '87.50' dari indikator jumlah bukan bilangan bulat; tulis bilangan bulat"
      ])
    let whole = try read(
      percent.replacing("\"87.50\"", with: "87"),
      RegisterLayerTests.own("{ kode: U02, jenis: jumlah }\n{ kode: U04, jenis: jumlah }"))
    #expect(whole.findings.isEmpty)
    let replaced = try read(
      percent,
      RegisterLayerTests.own(
        "{ kode: U02, jenis: jumlah, target: { 2026: 87 } }\n{ kode: U04, jenis: jumlah }"))
    #expect(replaced.findings.isEmpty)
  }

  @Test func `a target of an index lies in its scale, whichever of the two a layer changes`() throws
  {
    for target in ["25", "100", "{ 2026: 25, 2027: \"99.99\" }"] {
      #expect(try register("{ kode: U03, target: \(target) }").indicators.count == 4)
    }
    #expect(try places("{ kode: U03, target: \"24.99\" }") == ["2.yaml:4:26"])
    #expect(try places("{ kode: U03, target: \"100.01\" }") == ["2.yaml:4:26"])
    #expect(try places("{ kode: U03, target: { 2026: 80, 2027: 120 } }") == ["2.yaml:4:44"])
    // A percentage may be more than the whole.
    #expect(try register("{ kode: U02, target: 120 }").indicators.count == 4)
    let layers = { (target: String, own: String) in
      try self.read(
        RegisterLayerTests.shipped.replacing(
          "satuan: persen\n    gabungan: jumlah",
          with: "satuan: persen\n    target: \(target)\n    gabungan: jumlah"),
        RegisterLayerTests.own(own + "\n{ kode: U04, jenis: indeks }"))
    }
    let graded = "{ kode: U02, gabungan: terakhir, skala: ikm-2017, jenis: indeks }"
    #expect(try layers("100", graded).findings.isEmpty)
    #expect(
      try layers("120", graded).findings.map(\.line) == [
        "2.yaml:4:45: target 120,00 di luar skala 'ikm-2017' (25,00-100,00); perbaiki targetnya"
      ])
  }

  @Test func `a name that is not the file's, and targets that are no decimals, are faults`() throws
  {
    let other = RegisterLayerTests.own("{ kode: U01 }").replacing(
      "register: uji", with: "register: ujian")
    let (_, findings) = try read(RegisterLayerTests.shipped, other)
    #expect(findings.map(\.place.line) == [1])
    #expect(findings.map(\.place.column) == [11])
    #expect(try places("{ kode: U02, target: \"87,50\" }") == ["2.yaml:4:26"])
    #expect(try places("{ kode: U02, target: \"87.505\" }") == ["2.yaml:4:26"])
    #expect(try places("{ kode: U02, target: { dua: 5 } }") == ["2.yaml:4:28"])
    #expect(try places("{ kode: U01, target: \"48.50\" }") == ["2.yaml:4:26"])
    #expect(try places("{ kode: U01 }\n{ kode: u01 }") == ["2.yaml:5:13"])
  }

  @Test func `faults of both layers are told together`() throws {
    let (_, findings) = try read(
      RegisterLayerTests.shipped.replacing("jenis: indeks", with: "jenis: angka"),
      RegisterLayerTests.own("{ kode: U01, kartu: lurah }"))
    #expect(findings.map(\.place.file) == ["1.yaml", "2.yaml"])
  }
}
