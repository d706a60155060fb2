import Foundation
import TestSupport
import Testing

/// `bekukan` and `beda`: a signed quarter, and what became of it.
struct FreezeTests {
  private static let made = "2026-04-01T08:00:00+08:00"
  private static let freeze = "bekukan 2026-TW1 --dibuat \(made)"
  private static let ledger = "buku/63.05.12/2026.csv"

  /// An office with a few rows of the first quarter of 2026.
  private func office() async throws -> Office {
    let office = try await Office.founded()
    try await office.do("catat LKIP 2025", on: "2026-02-20")
    try await office.do("catat LKPJ 2025", on: "2026-02-20")
    try await office.do("kembalikan LKIP 2025 --catatan kurang", on: "2026-02-25")
    return office
  }

  private func frozenFiles(_ office: Office) -> [String] {
    office.folder.files.filter { $0.hasPrefix("kantor/ekspor/beku/") }
      .map { String($0.dropFirst("kantor/".count)) }
  }

  /// The answer without the hashes, which hold the clock's time through the ledger.
  private func stable(_ output: [UInt8]) -> String {
    HistoryTests.timeless(output)
      .replacing(#/TW1-[0-9a-f]{12}\.xml/#, with: "TW1-000000000000.xml")
      .replacing(#/"[0-9a-f]{64}"/#, with: "\"SHA\"")
  }

  // MARK: - Freezing

  @Test func `a freeze is the export, under its hash, with a row that seals it`() async throws {
    let office = try await office()
    let export = try await office.run(
      "ekspor xml --triwulan 2026-TW1 --keluaran - --dibuat \(FreezeTests.made)", on: "2026-04-01")
    let output = try await office.do("\(FreezeTests.freeze) --catatan TTD", on: "2026-04-01")
    #expect(output.contains("Dibekukan (baris 2026#4): TW I 2026 Kecamatan Hatungun"))
    let row = try #require(try office.rows().last)
    let hash = row[11]
    #expect(frozenFiles(office) == ["ekspor/beku/63.05.12-2026-TW1-\(hash.prefix(12)).xml"])
    #expect(try office.text(of: frozenFiles(office)[0]) == export.outputText)
    let sum = try await ProgramRun.run(
      "/usr/bin/sha256sum", [frozenFiles(office)[0]], in: office.path)
    #expect(sum.outputText.hasPrefix(hash))
    #expect(
      Array(row[2...12])
        == [
          "kasubbag", "beku", "63.05.12", "", "2026-TW1", "2026-04-01", "2026-04-01", "",
          frozenFiles(office)[0], hash, "TTD",
        ])
    #expect(try await office.run("periksa buku", on: "2026-04-01").exitCode == 0)
  }

  @Test(arguments: [("2026-03-31", true), ("2026-04-01", false)])
  func `a quarter that is not over is frozen with a remark`(
    _ day: String, _ isRemarked: Bool
  ) async throws {
    let run = try await office().run(FreezeTests.freeze, on: day)
    #expect(run.exitCode == 0)
    #expect(run.errorText.contains("TW I 2026 belum berakhir") == isRemarked)
  }

  @Test func `after a crash before the row the same command ends with one file`() async throws {
    let office = try await office()
    let before = try office.text(of: FreezeTests.ledger)
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    let files = frozenFiles(office)
    try office.write(before, to: FreezeTests.ledger)
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    #expect(frozenFiles(office) == files)
    #expect(try office.rows().count == 4)
    #expect(
      try await office.do("beda 2026-TW1", on: "2026-04-01").contains("tidak ada yang berbeda"))
  }

  @Test func `a frozen file with another content is never overwritten`() async throws {
    let office = try await office()
    let before = try office.text(of: FreezeTests.ledger)
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    let file = frozenFiles(office)[0]
    try office.write(before, to: FreezeTests.ledger)
    try office.write("lain", to: file)
    expectRefusal(
      try await office.run(FreezeTests.freeze, on: "2026-04-01"), 73, "sudah ada dengan isi lain")
    #expect(try office.text(of: file) == "lain")
    #expect(try office.text(of: FreezeTests.ledger) == before)
  }

  @Test func `a folder that cannot be made leaves no row`() async throws {
    let office = try await office()
    let before = try office.text(of: FreezeTests.ledger)
    try office.write("", to: "ekspor/beku")
    let run = try await office.run(FreezeTests.freeze, on: "2026-04-01")
    #expect([73, 74].contains(run.exitCode))
    expectRefusal(run, run.exitCode, "ekspor")
    #expect(try office.text(of: FreezeTests.ledger) == before)
  }

  @Test(arguments: [
    ("bekukan", "belum disebut"), ("bekukan 2026-TW5", "tulis triwulan sebagai 2026-TW1"),
    ("bekukan 2026", "tulis triwulan sebagai 2026-TW1"),
    ("bekukan 2026-TW1 --per 2026-04-02", "belum tiba"),
    ("bekukan 2026-TW1 --unit Bagakk", "tidak dipantau"),
    ("beda 2026-S1", "tulis triwulan sebagai 2026-TW1"),
  ])
  func `what cannot be frozen is refused`(_ words: String, _ message: String) async throws {
    let office = try await office()
    expectRefusal(try await office.run(words, on: "2026-04-01"), 64, message)
    #expect(frozenFiles(office).isEmpty)
  }

  @Test func `the advice for a lost frozen file leaves nothing red`() async throws {
    let office = try await office()
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    try FileManager.default.removeItem(atPath: "\(office.path)/\(frozenFiles(office)[0])")
    expectRefusal(
      try await office.run("beda 2026-TW1", on: "2026-04-02"), 65,
      "bila hilang, batalkan baris 2026#4 dan bekukan ulang")
    #expect(try await office.run("periksa beku", on: "2026-04-02").exitCode == 1)
    try await office.do("batalkan 2026#4 --alasan berkas_hilang", on: "2026-04-02")
    try await office.do("bekukan 2026-TW1", on: "2026-04-02")
    let run = try await office.run("periksa beku", on: "2026-04-02")
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.errorText.contains("peringatan: XML beku"))
    #expect(run.errorText.contains("tidak ada; baris ini sudah dibatalkan"))
  }

  @Test func `a second freeze names the one that it replaces`() async throws {
    let office = try await office()
    #expect(!(try await office.do(FreezeTests.freeze, on: "2026-04-05").contains("Menggantikan")))
    let second = try await office.do("bekukan 2026-TW1", on: "2026-04-08")
    #expect(second.contains("  Menggantikan pembekuan 5 April 2026 (baris 2026#4)\n"))
    let third = try await office.do("bekukan 2026-TW1", on: "2026-04-09")
    #expect(third.contains("  Menggantikan pembekuan 8 April 2026 (baris 2026#5)\n"))
    // What was voided, and another quarter's, is not replaced.
    for row in 4...6 { try await office.do("batalkan #\(row) --alasan keliru", on: "2026-04-09") }
    #expect(!(try await office.do("bekukan 2026-TW1", on: "2026-04-10").contains("Menggantikan")))
    #expect(!(try await office.do("bekukan 2026-TW2", on: "2026-07-06").contains("Menggantikan")))
  }

  // MARK: - Comparing

  @Test func `nothing that changed is one line`() async throws {
    let office = try await office()
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    #expect(
      try await office.do("beda 2026-TW1", on: "2026-04-01")
        == "TW I 2026 Kecamatan Hatungun: tidak ada yang berbeda sejak dibekukan 1 April 2026 "
        + "(baris 2026#4)\n")
    // An event that no report of the quarter counts from changes nothing.
    try await office.do(
      "kejadian penunjukan-pj-kades --unit 63.05.12.2001 --tanggal 2026-04-01", on: "2026-04-01")
    let text = try await office.do("diff 2026-TW1", on: "2026-04-01")
    #expect(text.hasSuffix("; 1 baris sesudahnya tidak mengubah nilai\n"))
  }

  /// What is done after a freeze, each for another kind of change.
  private func changed() async throws -> Office {
    let office = try await office()
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    for words in [
      "catat LKIP 2025", "batalkan #2 --alasan salah_laporan", "catat RKPDes 2027 --unit Bagak",
      "catat LPPDesa 2025 --unit Bagak", "bebaskan Renja 2027 --catatan surat_Bappeda",
      "perpanjang LPPD 2025 --sampai 2026-05-01 --catatan Surat_900/1", "catat RFK 2026-TW1",
    ] { try await office.do(words, on: "2026-04-02") }
    return office
  }

  @Test(arguments: [("beda.txt", ""), ("beda.json", " --json")])
  func `what changed is told value by value, with its rows`(
    _ file: String, _ option: String
  ) async throws {
    let run = try await changed().run("beda 2026-TW1\(option)", on: "2026-04-20")
    #expect(run.exitCode == 0, "\(run.errorText)")
    expectGolden(stable(run.output), named: file)
  }

  @Test func `time alone is told as such`() async throws {
    let office = try await office()
    try await office.do("bekukan 2026-TW1 --dibuat \(FreezeTests.made)", on: "2026-03-20")
    let text = try await office.do("beda 2026-TW1", on: "2026-04-01")
    #expect(text.contains("keadaan: segera -> lewat tenggat\n  sebab: waktu berjalan"))
    #expect(!text.contains("sebab: baris") && !text.contains("aturan"))
    let same = try await office.do("beda 2026-TW1 --per 2026-03-20", on: "2026-04-01")
    #expect(same.contains("tidak ada yang berbeda"))
  }

  @Test func `a rule that changed is told as such`() async throws {
    let office = try await office()
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    try office.write(
      """
      kalender: lokal
      wilayah: "63.05"
      diperiksa: 2026-04-01
      laporan:
        - kode: LKIP
          aturan:
            - tenggat: { tanggal: 20 Maret, tahun: 1 }
              triwulan: TW1
              sumber: Surat Kepala Bagian Organisasi (karangan)
              keyakinan: LOCAL
      """ + "\n", to: "kalender/lokal.yaml")
    let run = try await office.run("beda 2026-TW1", on: "2026-04-01")
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(
      run.outputText.contains(
        "tenggat: 28 Februari 2026 -> 20 Maret 2026\n  sebab: aturan atau kalender berubah"))
  }

  @Test func `the row behind an opened gate and the one behind a moved anchor are named`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("catat APBDes 2026 --unit Bagak", on: "2025-12-29")
    try await office.do("bekukan 2026-TW2", on: "2026-07-01")
    try await office.do(
      "catat RekADD 2026-TW1 --unit Bagak --tanggal 2026-06-30 --catatan lewat_gerbang",
      on: "2026-07-02")
    try await office.do(
      "kejadian pelantikan-kades --unit Bagak --tanggal 2026-03-20", on: "2026-07-03")
    let text = try await office.do("beda 2026-TW2", on: "2026-07-03")
    #expect(
      text.contains(
        "RekADD 2026-TW2, Desa Bagak\n  keadaan: belum ditagih -> lewat tenggat\n"
          + "  sebab: baris 2026#2 kasubbag, 2 Juli 2026: disampaikan (lewat gerbang)\n"))
    #expect(
      text.contains(
        "RPJMDes 2026, Desa Bagak\n  keadaan: tidak ada -> lewat tenggat\n"
          + "  tenggat: tidak ada -> 20 Juni 2026\n  sebab: baris 2026#3 kasubbag, 3 Juli 2026: kejadian"
      ))
  }

  @Test func `two kecamatan are frozen and compared each by itself`() async throws {
    let office = try await Office.founded()
    try office.write(
      try office.text(of: "wilayah.csv") + "63.05.05,Candi Laras Selatan\n", to: "wilayah.csv")
    try await office.do("bekukan 2026-TW1 --unit 63.05.05", on: "2026-04-01")
    expectRefusal(
      try await office.run("beda 2026-TW1", on: "2026-04-01"), 66,
      "tenggat bekukan 2026-TW1 --unit 63.05.12")
    try await office.do("bekukan 2026-TW1", on: "2026-04-02")
    #expect(frozenFiles(office).count == 3)
    let text = try await office.do("beda 2026-TW1 --per 2026-04-02", on: "2026-04-03")
    #expect(text.split(separator: "\n").count == 2)
    let run = try await office.run("beda 2026-TW1 --json", on: "2026-04-02")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
    #expect(
      (json["beku"] as? [[String: Any]])?.map { $0["unit"] as? String } == ["63.05.05", "63.05.12"])
    #expect((json["beda"] as? [Any])?.isEmpty == true)
  }

  @Test func `the last freeze that stands is the one that counts`() async throws {
    let office = try await office()
    try await office.do("bekukan 2026-TW1", on: "2026-04-01")
    try await office.do("bekukan 2026-TW1", on: "2026-04-03")
    #expect(try await office.do("beda 2026-TW1", on: "2026-04-03").contains("(baris 2026#5)"))
    try await office.do("batalkan #5 --alasan belum_ditandatangani", on: "2026-04-03")
    #expect(try await office.do("beda 2026-TW1", on: "2026-04-03").contains("(baris 2026#4)"))
    try await office.do("batalkan #4 --alasan belum_ditandatangani", on: "2026-04-03")
    expectRefusal(
      try await office.run("beda 2026-TW1", on: "2026-04-03"), 66,
      "TW I 2026 Kecamatan Hatungun belum dibekukan; bekukan dahulu: tenggat bekukan 2026-TW1")
  }

  @Test func `without a ledger there is nothing to compare with`() async throws {
    let office = try await Office.founded()
    expectRefusal(try await office.run("beda 2026-TW1", on: "2026-04-03"), 66, "belum dibekukan")
  }

  // MARK: - What was tampered with

  @Test func `a frozen file that is gone or changed is told, with the way out`() async throws {
    let office = try await office()
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    let file = frozenFiles(office)[0]
    let text = try office.text(of: file)
    try office.write(text.replacing("lewat", with: "segera"), to: file)
    let changed = try await office.run("beda 2026-TW1", on: "2026-04-01")
    expectRefusal(changed, 65, "buku/63.05.12/2026.csv:5: galat: berkas beku \(file) berubah")
    #expect(changed.errorText.contains("pulihkan dari cadangan"))
    try FileManager.default.removeItem(atPath: "\(office.path)/\(file)")
    expectRefusal(
      try await office.run("beda 2026-TW1", on: "2026-04-01"), 65, "berkas beku \(file) tidak ada")
  }

  /// An office whose quarter was frozen with two rows in the ledger of the year before.
  private func officeOfTwoYears(_ day: String = "2025-12-23") async throws -> Office {
    let office = try await Office.founded()
    for village in 2001...2002 {
      try await office.do("catat APBDes 2026 --unit 63.05.12.\(village)", on: day)
    }
    try await office.do(FreezeTests.freeze, on: "2026-04-01")
    return office
  }

  @Test func `a ledger that was cut since the freeze is told with file and row`() async throws {
    let office = try await officeOfTwoYears()
    let old = "buku/63.05.12/2025.csv"
    let lines = try office.text(of: old).split(separator: "\n")
    try office.write(lines.dropLast().joined(separator: "\n") + "\n", to: old)
    expectRefusal(
      try await office.run("beda 2026-TW1", on: "2026-04-01"), 65,
      "\(old):2: galat: buku tinggal 1 baris, padahal dibekukan dengan 2 baris")
  }

  @Test func `a ledger that was rewritten since the freeze is told with file and row`() async throws
  {
    let office = try await officeOfTwoYears()
    let other = try await officeOfTwoYears("2025-12-24")
    let old = "buku/63.05.12/2025.csv"
    try office.write(try other.text(of: old), to: old)
    #expect(try await office.run("periksa buku", on: "2026-04-01").exitCode == 0)
    expectRefusal(
      try await office.run("beda 2026-TW1", on: "2026-04-01"), 65,
      "\(old):3: galat: rantai baris 2 bukan yang dibekukan")
  }
}
