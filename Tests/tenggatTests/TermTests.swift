import Foundation
import TestSupport
import Testing

/// `jelaskan RPJMDes` says whether it is in force, until when and why; a decision on a term is recorded
/// where there is a term that it can make longer, and asked about where there is none.
struct TermTests {
  private static let day = "2026-07-06"

  private func office(_ inauguration: String?, document: String? = nil) async throws -> Office {
    let office = try await Office.founded()
    if let inauguration {
      try await office.do(
        "kejadian pelantikan-kades --unit Bagak --tanggal \(inauguration)", on: TermTests.day)
    }
    if let document {
      try await office.do(
        "catat RPJMDes \(document.prefix(4)) --unit Bagak --tanggal \(document) --alasan arsip_lama",
        on: TermTests.day)
    }
    return office
  }

  private func term(_ office: Office, _ words: String) async throws -> [String: Any] {
    let run = try await office.run("\(words) --json", on: TermTests.day)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any], "\(run.errorText)"
    )
    return try #require(json["masa_berlaku"] as? [String: Any])
  }

  @Test
  func `a document in force tells until when, from which pelantikan, how long and by what law`()
    async throws
  {
    let office = try await office("2020-03-02", document: "2020-05-20")
    for period in ["", " 2020"] {
      let text = try await office.do("jelaskan RPJMDes\(period) --unit Bagak", on: TermTests.day)
      for part in [
        "RPJMDes 2020 · Desa Bagak", "Berlaku pada 6 Juli 2026, sampai 2 Maret 2028",
        "Masa jabatan: 8 tahun sejak pelantikan 2 Maret 2020 (baris 2026#1), sampai 2 Maret 2028",
        "masa 6 tahunnya, sampai 2 Maret 2026, belum berakhir pada 25 April 2024",
        "Dasar: UU 3/2024 Pasal 39 ayat (1)", "Keyakinan: lazim",
      ] { #expect(text.contains(part), "\(part) in \(text)") }
    }
    let json = try await term(office, "jelaskan RPJMDes --unit Bagak")
    #expect(json["berlaku"] as? Bool == true)
    #expect(json["sampai"] as? String == "2028-03-02")
    let own = try #require(json["masa_jabatan"] as? [String: Any])
    #expect(own["pelantikan"] as? String == "2026#1")
    #expect(own["tahun"] as? Int == 8)
  }

  @Test(
    arguments: [
      ("2017-03-01", "2017-05-01", "Tidak berlaku lagi pada 6 Juli 2026: berakhir 1 Maret 2023"),
      ("2026-05-20", nil, "Tidak ada yang berlaku pada 6 Juli 2026: RPJMDes 2026 belum ada"),
      (nil, nil, "Masa jabatan: belum diketahui; catat pelantikannya: tenggat kejadian"),
      (nil, "2021-05-01", "karena pelantikan sebelumnya tidak tercatat, sampai 1 Mei 2029"),
    ] as [(String?, String?, String)])
  func `what is not in force, or whose term is not known, is said to be so`(
    _ inauguration: String?, _ document: String?, _ part: String
  ) async throws {
    let office = try await office(inauguration, document: document)
    let period = document.map { " \($0.prefix(4))" } ?? ""
    let text = try await office.do("jelaskan RPJMDes\(period) --unit Bagak", on: TermTests.day)
    #expect(text.contains(part), "\(text)")
  }

  @Test func `a report without a term has none, and needs its period`() async throws {
    let office = try await office(nil)
    #expect(
      !(try await office.do("jelaskan LKIP 2025", on: TermTests.day).contains("Masa berlaku")))
    expectRefusal(
      try await office.run("jelaskan LKIP", on: TermTests.day), 64,
      "periode LKIP belum disebut; tulis periode yang dilaporkannya, misalnya: tenggat jelaskan LKIP 2025"
    )
    expectRefusal(
      try await office.run("jelaskan iku", on: TermTests.day), 64, "indikator belum disebut")
  }

  // MARK: - Terms that ended just before the law

  private static let remark = "mungkin diperpanjang menjadi 8 tahun dengan keputusan"

  @Test(arguments: [
    ("2018-01-31", false), ("2018-02-01", true), ("2018-04-24", true), ("2018-04-25", false),
  ])
  func `a term that a decision may have made longer is remarked on`(
    _ inauguration: String, _ isRemarked: Bool
  ) async throws {
    let office = try await office(inauguration, document: "2018-05-20")
    let check = try await office.run("periksa masa-jabatan", on: TermTests.day)
    #expect(check.exitCode == 0)
    #expect(check.errorText.contains(TermTests.remark) == isRemarked, "\(check.errorText)")
    let text = try await office.do("jelaskan RPJMDes 2018 --unit Bagak", on: TermTests.day)
    #expect(text.contains(TermTests.remark) == isRemarked)
    #expect(text.contains("Bila ada keputusannya, catat:") == isRemarked)
    guard isRemarked else { return }
    #expect(check.errorText.hasPrefix("buku/63.05.12/2026.csv:2:1: peringatan: "))
    #expect(text.contains("UU 3/2024 Pasal 118 huruf e"))
    // The way out works as it is told.
    let advice = try #require(check.errorText.split(separator: "catat: tenggat ").last)
    let words = advice.replacing("TANGGAL", with: "2024-07-10").trimmingCharacters(in: .newlines)
    try await office.do(words, on: TermTests.day)
    let after = try await office.run("periksa masa-jabatan", on: TermTests.day)
    #expect(after.errorText == "")
    let start = try #require(Int(inauguration.suffix(2)))
    let longer = try await office.do(
      "jelaskan RPJMDes 2018 --unit Bagak --per 2025-07-06", on: TermTests.day)
    #expect(longer.contains("Berlaku pada 6 Juli 2025, sampai \(start) "), "\(longer)")
    #expect(longer.contains("diperpanjang dengan keputusan 10 Juli 2024 (baris 2026#3)"))
    // Before the decision it was not in force, and what was known then says so.
    #expect(
      try await office.do(
        "jelaskan RPJMDes 2018 --unit Bagak --per 2024-07-09", on: TermTests.day
      )
      .contains("Tidak berlaku lagi pada 9 Juli 2024"))
  }

  @Test func `the desa's matrix counts a document whose term a decision made longer`() async throws
  {
    let office = try await office("2018-03-01", document: "2018-05-20")
    func present(_ day: String) async throws -> Bool {
      let run = try await office.run(
        "desa --unit Bagak --tahun 2025 --per \(day) --json", on: TermTests.day)
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
      let desa = try #require((json["desa"] as? [[String: Any]])?.first)
      let document = try #require((desa["dokumen"] as? [[String: Any]])?.first)
      return document["berlaku_sampai"] as? String == "2026-03-01"
    }
    #expect(try await !present("2025-12-31"))
    try await office.do(
      "kejadian perpanjangan-jabatan-kades --unit Bagak --tanggal 2024-07-10", on: TermTests.day)
    #expect(try await present("2025-12-31"))
  }

  @Test(
    arguments: [
      ("2018-03-01", "2024-04-24", "belum berlaku pada 24 April 2024"),
      (
        "2018-01-31", "2024-07-10",
        "tidak ada masa jabatan Desa Bagak yang tercatat berakhir 1 Februari 2024"
      ),
      ("2018-04-25", "2024-07-10", "sampai 24 April 2024; bila pelantikannya belum dicatat"),
      (
        nil, "2024-07-10",
        "tenggat kejadian pelantikan-kades --unit 63.05.12.2008 --tanggal TANGGAL"
      ),
      ("2018-03-01", "2026-07-07", "belum tiba"),
    ] as [(String?, String, String)])
  func `a decision on no term is refused, with the way out`(
    _ inauguration: String?, _ date: String, _ message: String
  ) async throws {
    let office = try await office(inauguration)
    let run = try await office.run(
      "kejadian perpanjangan-jabatan-kades --unit Bagak --tanggal \(date)", on: TermTests.day)
    expectRefusal(run, 64, message)
  }

  @Test
  func `a decision after another pelantikan is refused, and one that lost its term is remarked on`()
    async throws
  {
    let office = try await office("2018-03-01")
    try await office.do(
      "kejadian perpanjangan-jabatan-kades --unit Bagak --tanggal 2024-07-10", on: TermTests.day)
    try await office.do(
      "kejadian pelantikan-kades --unit Bagak --tanggal 2024-06-01", on: TermTests.day)
    let run = try await office.run(
      "kejadian perpanjangan-jabatan-kades --unit Bagak --tanggal 2024-07-11", on: TermTests.day)
    expectRefusal(run, 64, "sudah memiliki pelantikan baru 1 Juni 2024")
    let check = try await office.run("periksa masa-jabatan", on: TermTests.day)
    #expect(check.exitCode == 0)
    #expect(
      check.errorText.contains(
        "perpanjangan-jabatan-kades Desa Bagak tidak memperpanjang masa jabatan yang tercatat"))
  }

  @Test func `the kecamatan has no such decision`() async throws {
    let office = try await office(nil)
    expectRefusal(
      try await office.run(
        "kejadian perpanjangan-jabatan-kades --tanggal 2024-07-10", on: TermTests.day), 64,
      "sebut desanya dengan --unit")
  }
}
