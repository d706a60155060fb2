import Foundation
import TestSupport
import Testing

/// `kalender`: the rules in force, and files looked at before they are put in place.
@Suite struct CalendarCommandTests {
  private static let decreed = """
    tahun: 2027
    diperiksa: 2026-11-28
    dasar:
      skb: SKB contoh
    libur:
      - { tanggal: 2027-01-01, nama: Tahun Baru, jenis: libur nasional, dasar: skb, keyakinan: LOCAL }
      - { tanggal: 2027-07-06, nama: Hari Karangan, jenis: libur nasional, dasar: skb, keyakinan: LOCAL }

    """

  private static let letter = """
    kalender: surat-kabupaten
    diperiksa: 2026-01-05
    laporan:
      - kode: LPPD
        aturan:
          - tenggat: { tanggal: 30 Januari, tahun: 1 }
            sumber: Surat Sekretaris Daerah Nomor 100/1 (karangan)
            keyakinan: LOCAL

    """

  // MARK: - What is in force

  @Test(arguments: [
    ("kalender-2026.txt", "kalender --tahun 2026"),
    ("kalender-desa-lokal.txt", "kalender daftar --tahun 2026 --tingkat desa --lokal"),
    ("kalender-LPPD.json", "kalender daftar --tahun 2026 --laporan lppd --json"),
    ("kalender-libur-2026.txt", "kalender libur --tahun 2026"),
  ])
  func `the rules and holidays in force are listed`(_ name: String, _ words: String) async throws {
    let run = try await Office.filled.value.run(words, on: Office.day)
    #expect(run.exitCode == 0 && run.errorText == "")
    expectGolden(run.output, named: name)
  }

  @Test func `what is kept is what was asked for`() async throws {
    let office = try await Office.filled.value
    func rules(_ words: String) async throws -> [[String: Any]] {
      let text = try await office.do("kalender daftar --tahun 2026 --json \(words)", on: Office.day)
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let offices = try #require(value?["kantor"] as? [[String: Any]])
      return try #require(offices.first?["aturan"] as? [[String: Any]])
    }
    let all = try await rules("")
    let parts = try await [
      rules("--tingkat kecamatan"), rules("--tingkat desa"), rules("--tingkat rekomendasi"),
    ]
    #expect(all.count == parts.map(\.count).reduce(0, +) && parts.allSatisfy { !$0.isEmpty })
    let local = try await rules("--lokal")
    #expect(local.count == all.count { $0["lokal"] as? Bool == true } && local.count < all.count)
    #expect(local.allSatisfy { $0["keyakinan"] as? String == "LOCAL" })
    let two = try await rules("--laporan LKIP --laporan LKAT")
    #expect(Set(two.compactMap { $0["laporan"] as? String }) == ["LKIP", "LKAT"])
  }

  @Test(arguments: [
    ("kalender --laporan LPDP", 64, "mungkin maksudnya"),
    ("kalender --laporan LPPD --tingkat rekomendasi", 64, "LPPD"),
    ("kalender --tahun 26", 64, "tahun"),
    ("kalender daftr", 64, "mungkin maksudnya 'daftar'"),
    ("kalender libur tambh", 64, "mungkin maksudnya 'tambah'"),
    ("kalender libur tambah --jenis hari", 64, "pilih daerah, nasional, cuti, pemilu"),
    ("kalender libur tambah", 64, "hari libur belum disebut"),
    ("kalender libur tambah --tanggal 2027-03-02", 64, "--nama belum disebut"),
    ("kalender libur tambah --tanggal 2027-03-02 --nama Haul", 64, "--dasar belum disebut"),
    ("kalender libur tambah a.yaml --tanggal 2027-03-02", 64, "tidak dapat bersamaan"),
    ("kalender libur tambah --tanggal 2026-12-25 --nama Haul --dasar SE", 64, "sudah libur"),
    ("kalender libur tambah tidak-ada.yaml", 66, "berkas tidak-ada.yaml tidak ada"),
    ("kalender periksa tidak-ada.yaml", 66, "berkas tidak-ada.yaml tidak ada"),
    ("kalender periksa kantor.yaml", 65, "ini setelan kantor"),
    ("kalender periksa wilayah.csv", 65, "bukan kalender, dan bukan hari libur"),
  ])
  func `what is not understood is refused`(
    _ words: String, _ code: Int, _ message: String
  ) async throws {
    let office = try await Office.founded()
    expectRefusal(try await office.run(words, on: "2026-01-20"), code, message)
    #expect(!office.folder.files.contains { $0.contains("kalender/libur") })
  }

  // MARK: - Files that are not in place yet

  @Test func `a sound file is told with its kind and its place`() async throws {
    let office = try await Office.founded()
    try office.write(Self.decreed, to: "skb.yaml")
    try office.write(Self.letter, to: "surat.yaml")
    let holidays = try await office.do("kalender periksa skb.yaml", on: "2026-12-01")
    #expect(
      holidays == """
        skb.yaml: hari libur 2027, 2 hari dari 1 dasar
        Tempatnya: kalender/libur/2027.yaml
        Tanpa galat. Lihat yang bergeser: tenggat kalender bandingkan skb.yaml

        """)
    let rules = try await office.do("kalender periksa surat.yaml", on: "2026-12-01")
    #expect(rules.hasPrefix("surat.yaml: kalender laporan, 1 aturan (1 tanggal lokal)\n"))
    #expect(rules.contains("Tempatnya: kalender/surat.yaml\n"))
    let json = try await office.do("kalender periksa skb.yaml --json", on: "2026-12-01")
    #expect(json.contains("\"jenis\" : \"libur\"") && json.contains("\"galat\" : 0"))
    #expect(!office.folder.files.contains { $0.contains("kalender/surat") })
  }

  @Test(arguments: [
    (
      "jenis: libur nasional", "jenis: libur",
      "skb.yaml:6:53: galat: 'libur' bukan salah satu pilihan"
    ),
    ("tanggal: 2027-07-06", "tanggal: 2028-04-07", "skb.yaml:7:16: galat: "),
    ("libur:", "hari:", "skb.yaml:5:1: galat: "),
    ("dasar:\n  skb", "dasar:\n  - skb", "skb.yaml:4:3: galat: "),
  ])
  func `every fault of a file is told at its place, and ends with 1`(
    _ old: String, _ new: String, _ message: String
  ) async throws {
    let office = try await Office.founded()
    try office.write(Self.decreed.replacing(old, with: new), to: "skb.yaml")
    let run = try await office.run("kalender periksa skb.yaml", on: "2026-12-01")
    #expect(run.exitCode == 1)
    #expect(run.errorText.contains(message), "\(run.errorText)")
    #expect(run.outputText.contains("galat; tidak ada yang ditulis."))
    let compared = try await office.run("kalender bandingkan skb.yaml", on: "2026-12-01")
    expectRefusal(compared, 78, message)
    let put = try await office.run("kalender libur tambah skb.yaml", on: "2026-12-01")
    expectRefusal(put, 78, message)
    #expect(!office.folder.files.contains { $0.contains("kalender/libur") })
  }

  @Test func `a fault that a calendar brings to others is told, and one that was there is not`()
    async throws
  {
    let office = try await Office.founded()
    try office.write(Self.letter.replacing("kode: LPPD", with: "kode: LPDP"), to: "surat.yaml")
    let run = try await office.run("kalender periksa surat.yaml", on: "2026-12-01")
    #expect(run.exitCode == 1 && run.errorText.contains("surat.yaml:4:11: galat: "))
    try office.write(Self.letter, to: "surat.yaml")
    try office.write("kalender: a\n", to: "kalender/rusak.yaml")
    let other = try await office.run("kalender periksa surat.yaml", on: "2026-12-01")
    #expect(!other.errorText.contains("surat.yaml:"))
  }

  @Test func `what a file would move is shown, also what is past, and what is frozen stays`()
    async throws
  {
    let office = try await Office.founded()
    try await office.do("catat LPPD 2025", on: "2026-02-20")
    try await office.do("bekukan 2026-TW1 --dibuat 2026-04-01T08:00:00+08:00", on: "2026-04-01")
    try office.write(Self.letter, to: "surat.yaml")
    let before = office.folder.files
    let run = try await office.run("kalender bandingkan surat.yaml --tahun 2026", on: "2026-04-02")
    #expect(run.exitCode == 0 && run.errorText == "")
    expectGolden(run.output, named: "kalender-bandingkan.txt")
    let json = try await office.run(
      "kalender bandingkan surat.yaml --tahun 2026 --json", on: "2026-04-02")
    expectGolden(json.output, named: "kalender-bandingkan.json")
    #expect(office.folder.files == before)
  }

  @Test func `a file for a region that is not watched here is told to be one`() async throws {
    let office = try await Office.founded()
    let other = Self.letter.replacing(
      "diperiksa:", with: "wilayah: \"35.08\"\ndiperiksa:", maxReplacements: 1)
    try office.write(other, to: "surat.yaml")
    for command in ["periksa", "bandingkan"] {
      #expect(
        try await office.do("kalender \(command) surat.yaml", on: Office.day)
          .contains("Berlaku bagi wilayah 35.08, yang tidak dipantau di sini.\n"))
    }
  }

  @Test func `the same file moves nothing when it is in its place`() async throws {
    let office = try await Office.founded()
    try office.write(Self.letter, to: "kalender/surat.yaml")
    let output = try await office.do(
      "kalender bandingkan kalender/surat.yaml", on: "2026-04-02")
    #expect(output.contains("Tidak ada tenggat atau status yang bergeser"))
  }

  @Test func `a decree is put in place by one command, and once`() async throws {
    let office = try await Office.founded()
    try office.write(Self.decreed, to: "skb.yaml")
    let preview = try await office.do("kalender libur tambah skb.yaml --coba", on: "2026-12-01")
    #expect(preview.hasSuffix("Belum ditulis (--coba): kalender/libur/2027.yaml\n"))
    #expect(!office.folder.files.contains { $0.contains("kalender/libur") })
    let run = try await office.do("kalender libur tambah skb.yaml", on: "2026-12-01")
    expectGolden(run, named: "kalender-libur-tambah.txt")
    #expect(try office.text(of: "kalender/libur/2027.yaml") == Self.decreed)
    let again = try await office.do("kalender libur tambah skb.yaml", on: "2026-12-01")
    #expect(again.contains("Sudah demikian di kalender/libur/2027.yaml; tidak ada yang ditulis."))
    let english = try await office.do("calendar holidays add skb.yaml", on: "2026-12-01")
    #expect(english == again)
    let compared = try await office.do("kalender bandingkan skb.yaml", on: "2026-12-01")
    #expect(compared.contains("Tidak ada tenggat atau status yang bergeser"))
  }

  @Test func `days beside a decree are added, and options may stand before the subcommand`()
    async throws
  {
    let office = try await Office.founded()
    let arguments = [
      "kalender", "--json", "libur", "tambah", "--tanggal", "2027-03-02", "--tanggal",
      "2027-03-03", "--nama", "Haul Akbar", "--dasar", "SE Bupati 7/2027",
    ]
    let json = try await office.run(arguments, on: "2026-12-01")
    #expect(json.exitCode == 0, "\(json.errorText)")
    #expect(json.outputText.contains("\"ditulis\" : true"))
    let list = try await office.do("kalender libur --tahun 2027", on: "2026-12-01")
    #expect(list.contains("SE Bupati 7/2027\n") && list.contains("Haul Akbar  libur daerah"))
    let calendar = try await office.run(
      ["kalender", "libur", "tambah", "kalender/libur-tambahan.yaml"], on: "2026-12-01")
    expectRefusal(calendar, 64, "kalender laporan, bukan hari libur setahun")
  }

  @Test func `a year without holidays says what to do`() async throws {
    let office = try await Office.founded()
    let output = try await office.do("kalender libur --tahun 2031", on: "2026-12-01")
    #expect(
      output == "Hari libur 2031\nHari libur 2031 belum ada; sesudah SKB-nya terbit, tulis "
        + "kalender/libur/2031.yaml di ruang kerja.\n")
  }
}
