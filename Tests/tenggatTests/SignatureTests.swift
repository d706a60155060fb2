import Foundation
import TestSupport
import Testing

/// `bekukan --ditandatangani`: a document has an endorsement when somebody signed it, and names who
/// held the office on that day.
struct SignatureTests {
  private static let officials = """
    pejabat:
      - { jabatan: camat, nama: Nama Camat Lama, nip: "000000000000000001", sejak: 2020-01-01 }
      - { jabatan: camat, nama: Plt. Nama Camat Baru, sejak: 2026-04-02 }
    """

  private func office(_ officials: String = officials) async throws -> Office {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "kantor.yaml").replacing("pejabat: []", with: officials),
      to: "kantor.yaml")
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    return office
  }

  private func frozen(_ office: Office) throws -> String {
    let row = try #require(try office.rows().last { $0[3] == "beku" })
    return try office.text(of: row[10])
  }

  private func endorsement(_ xml: String) -> String? {
    xml.split(separator: "\n").first { $0.contains("<pengesahan") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test(arguments: [
    "ekspor xml --triwulan 2026-TW1 --keluaran -",
    "ekspor xml --tahun 2026 --keluaran - --per 2026-04-10",
  ])
  func `an export has no endorsement, whoever is camat`(_ words: String) async throws {
    #expect(endorsement(try await office().do(words, on: "2026-04-20")) == nil)
  }

  @Test func `a freeze without a signature has none and says so`() async throws {
    let office = try await office()
    let text = try await office.do("bekukan 2026-TW1 --per 2026-03-31", on: "2026-04-20")
    #expect(text.contains("  Pengesahan: tidak ada, belum ditandatangani"))
    #expect(endorsement(try frozen(office)) == nil)
  }

  @Test(arguments: [
    (
      "2026-04-01",
      #"<pengesahan jabatan="camat" nama="Nama Camat Lama" nip="000000000000000001" tanggal="2026-04-01"/>"#
    ),
    (
      "2026-04-02",
      #"<pengesahan jabatan="camat" nama="Plt. Nama Camat Baru" tanggal="2026-04-02"/>"#
    ),
  ])
  func `who held the office on the day of signing signs, whatever day is judged and frozen`(
    _ signed: String, _ line: String
  ) async throws {
    for (option, day) in [("", signed), (" --per 2026-03-31", "2026-03-31")] {
      let office = try await office()
      let text = try await office.do(
        "bekukan 2026-TW1 --ditandatangani \(signed)\(option)", on: "2026-04-20")
      #expect(text.contains("  Pengesahan: ditandatangani "))
      let xml = try frozen(office)
      #expect(endorsement(xml) == line)
      #expect(xml.contains(" per_tanggal=\"\(day)\""))
      #expect(try office.rows().last?[7] == day)
    }
  }

  @Test func `what was recorded after the signature was not signed`() async throws {
    let office = try await office()
    try await office.do("catat LKPJ 2025 --tanggal 2026-04-06", on: "2026-04-08")
    try await office.do("bekukan 2026-TW1 --ditandatangani 2026-04-07", on: "2026-04-20")
    let xml = try frozen(office)
    #expect(xml.contains(#"<laporan kode="LKPJ" periode="2025""#))
    #expect(!xml.contains(#"tanggal="2026-04-06""#))
    #expect(xml.contains(#"baris="1""#))
    // And it is what differs now, with its row.
    let text = try await office.do("beda 2026-TW1 --per 2026-04-07", on: "2026-04-20")
    #expect(text.contains("ditandatangani 7 April 2026 oleh Plt. Nama Camat Baru (Camat)"))
    #expect(text.contains("LKPJ 2025, Kecamatan Hatungun"))
    #expect(text.contains("sebab: baris 2026#2"))
    #expect(!text.contains("aturan atau kalender berubah"))
    let run = try await office.run("beda 2026-TW1 --json", on: "2026-04-20")
    #expect(run.outputText.contains(#""ditandatangani" : "2026-04-07""#))
    #expect(run.outputText.contains(#""penandatangan" : "Plt. Nama Camat Baru""#))
    #expect(try await office.run("periksa beku", on: "2026-04-20").exitCode == 0)
  }

  @Test(arguments: [
    ("--ditandatangani 2026-04-21", "tanggal 21 April 2026 belum tiba"),
    ("--ditandatangani 2026-04-10 --per 2026-04-11", "bukan keadaan 11 April 2026, sesudahnya"),
    ("--ditandatangani 2025-12-31", "TW I 2026 belum mulai pada 31 Desember 2025"),
    ("--ditandatangani kemarin", "--ditandatangani"),
  ])
  func `a signature that cannot be is refused`(_ options: String, _ message: String) async throws {
    let office = try await office()
    let run = try await office.run("bekukan 2026-TW1 \(options)", on: "2026-04-20")
    expectRefusal(run, 64, message)
    #expect(try office.rows().count == 1)
    #expect(!office.folder.files.contains { $0.hasPrefix("kantor/ekspor/") })
  }

  @Test(arguments: ["2026-04-20", "2026-04-10"])
  func `signed today and on the day of judging is as early as it may be`(
    _ signed: String
  ) async throws {
    try await office().do(
      "bekukan 2026-TW1 --ditandatangani \(signed) --per 2026-04-10", on: "2026-04-20")
  }

  @Test func `where no camat is known on that day nothing is frozen, and the way out is told`()
    async throws
  {
    let office = try await office(
      "pejabat:\n  - { jabatan: camat, nama: Nama Camat, sejak: 2026-04-02 }")
    let run = try await office.run("bekukan 2026-TW1 --ditandatangani 2026-04-01", on: "2026-04-20")
    expectRefusal(
      run, 64,
      "tidak tercatat siapa camat Kecamatan Hatungun (63.05.12) pada 1 April 2026; tambahkan di "
        + "bagian pejabat")
    #expect(try office.rows().count == 1)
    try await office.do("bekukan 2026-TW1 --ditandatangani 2026-04-02", on: "2026-04-20")
  }

  @Test func `each of two kecamatan is signed by its own camat, and both or none are frozen`()
    async throws
  {
    let own = """
      pejabat:
        - { jabatan: camat, unit: "63.05.12", nama: Nama Camat Hatungun, sejak: 2020-01-01 }
        - { jabatan: camat, unit: "63.05.05", nama: Nama Camat Candi, sejak: 2026-04-02 }
      """
    let office = try await office(own)
    try office.write(
      try office.text(of: "wilayah.csv") + "63.05.05,Candi Laras Selatan\n", to: "wilayah.csv")
    let run = try await office.run("bekukan 2026-TW1 --ditandatangani 2026-04-01", on: "2026-04-20")
    expectRefusal(run, 64, "Kecamatan Candi Laras Selatan (63.05.05) pada 1 April 2026")
    #expect(!office.folder.files.contains { $0.hasPrefix("kantor/ekspor/") })
    let text = try await office.do("bekukan 2026-TW1 --ditandatangani 2026-04-02", on: "2026-04-20")
    #expect(text.contains("oleh Nama Camat Hatungun (Camat)"))
    #expect(text.contains("oleh Nama Camat Candi (Camat)"))
    #expect(endorsement(try frozen(office))?.contains("Nama Camat Hatungun") == true)
  }

  @Test func `the letter is signed by who is camat when it is drafted`() async throws {
    let office = try await office()
    let html = try await office.do(
      "surat teguran Bagak --per 2026-04-01 --keluaran -", on: "2026-04-02")
    #expect(html.contains("Plt. CAMAT HATUNGUN"))
    #expect(html.contains("Nama Camat Baru") && !html.contains("Nama Camat Lama"))
    #expect(
      try await office.do("surat teguran Bagak --keluaran -", on: "2026-04-01")
        .contains("Nama Camat Lama"))
  }

  @Test func `an explanation names who answers for the report`() async throws {
    let office = try await office(
      "pejabat:\n  - { jabatan: kasubbag-perencanaan-keuangan, nama: Nama Kasubbag, sejak: 2026-02-01 }"
    )
    let after = try await office.do("jelaskan LKIP 2025", on: "2026-02-20")
    #expect(after.contains("Penanggung jawab: Kasubbag Perencanaan dan Keuangan (Nama Kasubbag)"))
    let before = try await office.do("jelaskan LKIP 2025 --per 2026-01-31", on: "2026-02-20")
    #expect(!before.contains("Nama Kasubbag"))
  }
}
