import CalendarFiles
import ComplianceModel
import TestSupport
import Testing

/// The channels and the local words of an office file, and the files of the program beside them.
struct ChannelFileTests {
  private static let head = """
    zona: WITA
    kalender: [nasional]
    minggu_kerja: [{ hari: 5, sejak: 2019-01-01 }]

    """

  private static func read(_ text: String) -> (office: Office?, findings: [Finding]) {
    OfficeFile.read(YAMLText(Array((head + text).utf8), file: "kantor.yaml"))
  }

  /// What a webhook with these keys takes for an accepted answer, and what is wrong with them.
  private static func webhook(_ keys: String) -> (kind: ChannelSettings.Kind?, faults: [String]) {
    let (office, findings) = read(
      "pengingat: { saluran: [{ nama: uji, jenis: webhook, url: 'https://x.invalid', \(keys) }] }\n"
    )
    return (
      office?.reminders.channels.first?.kind,
      findings.map { "\($0.what); \($0.remedy.spelled { _ in "" })" }
    )
  }

  private static func accepted(_ keys: String) -> AcceptedAnswer? {
    guard case .webhook(_, _, _, _, _, _, let accepted) = webhook(keys).kind else { return nil }
    return accepted
  }

  @Test func `an accepted answer is keys within keys, or anything`() {
    #expect(
      ChannelFileTests.accepted("diterima_bila: { ok: true }")
        == .holding([AnswerCondition(path: ["ok"], expected: [.text("true")])]))
    #expect(
      ChannelFileTests.accepted(
        "diterima_bila: { hasil: { id: ada, galat: tidak-ada }, kode: [0, 'diterima'] }")
        == .holding([
          AnswerCondition(path: ["hasil", "id"], expected: [.present]),
          AnswerCondition(path: ["hasil", "galat"], expected: [.absent]),
          AnswerCondition(path: ["kode"], expected: [.text("0"), .text("diterima")]),
        ]))
    #expect(ChannelFileTests.accepted("diterima_bila: apa-saja") == .anything)
    #expect(ChannelFileTests.accepted("batas_detik: 9") == nil)
  }

  @Test(arguments: [
    ("diterima_bila: ok", "'ok' bukan salah satu pilihan"),
    ("diterima_bila: {}", "jawaban yang diterima belum disebut"),
    ("diterima_bila: { ok: {} }", "jawaban yang diterima belum disebut"),
    ("diterima_bila: { ok: [] }", "jawaban yang diterima belum disebut"),
    ("diterima_bila: { ok: null }", "'null' bukan isi jawaban yang dapat diperiksa"),
    ("diterima_bila: { ok: '' }", "di sini harus ada teks, tidak boleh kosong"),
    ("diterima_bila: { ok: [{ a: b }] }", "di sini harus ada teks, tidak boleh kosong"),
    ("diterima_bila: [ok]", "di sini harus ada teks, tidak boleh kosong"),
    ("layanan: [telegram]", "di sini harus ada teks, tidak boleh kosong"),
    ("diterima_bile: { ok: true }", "kunci 'diterima_bile' tidak dikenal"),
    ("folder: x", "kunci 'folder' tidak dipakai saluran 'webhook'"),
    ("url_berkas: rahasia/x", "'url' tidak dibaca, karena 'url_berkas' juga ditulis"),
    (
      "kunci_berkas: a, kunci_lingkungan: B",
      "'kunci_lingkungan' tidak dibaca, karena 'kunci_berkas' juga ditulis"
    ),
    (
      "kepala: { A: { berkas: a, lingkungan: B } }",
      "'lingkungan' tidak dibaca, karena 'berkas' juga ditulis"
    ),
  ])
  func `a key that cannot be read, or that nothing reads, is a fault`(
    keys: String, fault: String
  ) {
    let faults = ChannelFileTests.webhook(keys).faults
    #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
  }

  @Test(arguments: ["sendmail", "keluaran", "tautan-wa", "berkas", "perintah"])
  func `what an answer means belongs to a webhook alone`(kind: String) {
    let (_, findings) = ChannelFileTests.read(
      "pengingat: { saluran: [{ nama: uji, jenis: \(kind), layanan: telegram, diterima_bila: apa-saja }] }\n"
    )
    for key in ["layanan", "diterima_bila"] {
      #expect(findings.contains { $0.what == "kunci '\(key)' tidak dipakai saluran '\(kind)'" })
    }
  }

  @Test(arguments: [
    ("saluran: []", "daftar"), ("detak: {}", "kunci 'berkas' belum ada"),
    ("laporan: { LKIP: [H-7], lkip: [H-3] }", "laporan 'lkip' disebut dua kali"),
    ("detak: { url: 'https://x.invalid', url_berkas: x }", "'url' tidak dibaca"),
    (
      "kontak_desa: { 63.05.12.2001: { a: b }, '6305122001': { a: c } }",
      "unit 63.05.12.2001 disebut dua kali"
    ),
    ("ringkasan: ya", "kunci 'ringkasan' tidak dikenal"),
    ("jam_tenang: [20, 6]", "di sini harus ada teks"),
  ])
  func `a setting of reminders that binds nothing is a fault`(text: String, fault: String) {
    let (_, findings) = ChannelFileTests.read("pengingat: { \(text) }\n")
    #expect(findings.contains { $0.what.contains(fault) }, "\(findings.map(\.what))")
  }

  // MARK: - What the program ships

  @Test func `the services that are shipped are read without a fault`() throws {
    let path = "Calendars/saluran/layanan.yaml"
    let (services, findings) = ServiceFile.read(
      YAMLText(try Repository.bytes(path), file: path))
    #expect(findings == [])
    #expect(services.map(\.name) == ["telegram", "fonnte", "whatsapp-cloud"])
    // What nobody can do anything about passes, and what does not pass says what to do.
    for refusal in services.flatMap(\.refusals) {
      #expect((refusal.advice == nil) == refusal.isPassing)
    }
  }

  @Test
  func
    `the local words that are shipped are read without a fault, each in the file of its province`()
    throws
  {
    var entries: [LocalWords.Entry] = []
    for name in try Repository.names(in: "Calendars/kantor/sebutan") {
      let path = "Calendars/kantor/sebutan/\(name)"
      let (words, findings) = LocalWordsFile.read(
        YAMLText(try Repository.bytes(path), file: path))
      #expect(findings == [])
      #expect(words.allSatisfy { "\($0.region.province).yaml" == name }, "\(name)")
      entries += words
    }
    func words(_ code: String) throws -> [String] {
      let words = LocalWords(of: try region(code), entries)
      return LocalWords.Key.allCases.map { words[$0] }
    }
    #expect(
      try words("13.05.01") == ["Nagari", "Wali Nagari", "Kecamatan", "Camat", "Bupati"])
    #expect(try words("11.06.01")[..<2] == ["Gampong", "Keuchik"])
    #expect(try words("18.04.01")[..<2] == ["Pekon", "Peratin"])
    #expect(try words("18.10.01")[..<2] == ["Pekon", "Kepala Pekon"])
    #expect(try words("32.09.01")[..<2] == ["Desa", "Kuwu"])
    #expect(try words("15.08.01")[..<2] == ["Dusun", "Rio"])
    #expect(try words("73.18.01")[..<2] == ["Lembang", "Kepala Lembang"])
    #expect(
      try words("91.03.01")
        == ["Kampung", "Kepala Kampung", "Distrik", "Kepala Distrik", "Bupati"])
    #expect(try words("35.79.01") == ["Desa", "Kepala Desa", "Kecamatan", "Camat", "Wali Kota"])
    // The first offices are called as the law says.
    for code in ["63.05.12", "63.05.05", "35.08.09", "63.04.17"] {
      #expect(LocalWords(of: try region(code), entries) == .national)
    }
  }

  @Test(arguments: [
    ("sebutan: { desa: Nagari, kepala_desa: Wali Nagari }", nil),
    ("sebutan: { dasa: Nagari }", "kunci 'dasa' tidak dikenal"),
    ("sebutan: {}", "kunci 'desa' belum ada"), ("sebutan: Nagari", "di sini harus ada pasangan"),
    ("sebutan: { desa: '' }", "di sini harus ada teks"),
    ("sebutan: { camat: [a] }", "di sini harus ada teks"),
  ])
  func `an office's own words are read strictly`(text: String, fault: String?) {
    let (office, findings) = ChannelFileTests.read(text + "\n")
    if let fault {
      #expect(findings.contains { $0.what.hasPrefix(fault) }, "\(findings.map(\.what))")
    } else {
      #expect(findings == [])
      #expect(office?.words == [.village: "Nagari", .villageHead: "Wali Nagari"])
    }
  }

  @Test(arguments: [
    ("impor: { peta: { 'Tgl Masuk': tanggal, 'Sifat': abaikan } }", nil),
    (
      "impor: { peta: { 'Tgl Masuk': tangal, 'Sifat': abaikan } }",
      "'tangal' bukan salah satu pilihan"
    ),
    (
      "impor: { peta: { 'Tgl Masuk': tanggal, 'Sifat': abaikan, 'tgl. masuk': unit } }",
      "kunci 'tgl. masuk'"
    ),
    ("impor: { petta: {} }", "kunci 'petta' tidak dikenal"),
    ("impor: {}", "kunci 'peta' belum ada"),
    ("impor: { peta: [a] }", "di sini harus ada pasangan"),
    ("impor: { peta: { 'Tgl': [a] } }", "di sini harus ada teks"),
  ])
  func `the headings of an office's tables are read strictly`(text: String, fault: String?) {
    let (office, findings) = ChannelFileTests.read(text + "\n")
    if let fault {
      #expect(findings.contains { $0.what.hasPrefix(fault) }, "\(findings.map(\.what))")
    } else {
      #expect(findings == [])
      #expect(office?.tableColumns == ["Tgl Masuk": .date, "Sifat": .ignored])
    }
  }
}
