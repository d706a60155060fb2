import Foundation
import TestSupport
import Testing

/// `ekspor xml --profil`, as a whole process.
struct ProfileTests {
  private static let made = "--dibuat 2026-07-06T08:00:00+08:00"

  private static let settings = """
    profil: uji
    judul: Karangan
    diminta: { oleh: Dinas PMD (karangan), tanggal: 2026-02-03, surat: Surat 1 }
    dokumen: [triwulan]
    keluaran: teks
    nama_berkas: "{profil}-{kecamatan}-{masa}.txt"

    """

  private static func layout(_ content: String) -> String {
    """
    <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
      xmlns:k="urn:tenggat:kepatuhan:1">
      <xsl:output method="text"/>
      <xsl:template match="/k:kepatuhan">\(content)</xsl:template>
    </xsl:stylesheet>

    """
  }

  /// An office with a profile of its own.
  private func office(_ content: String = "judul&#10;<xsl:value-of select=\"@per_tanggal\"/>")
    async throws -> Office
  {
    let office = try await Office.founded()
    try office.write(ProfileTests.settings, to: "profil/uji/profil.yaml")
    try office.write(ProfileTests.layout(content), to: "profil/uji/layout.xsl")
    return office
  }

  @Test func `a document goes out in the layout that is asked for, under its own name`()
    async throws
  {
    let office = try await Office.filled.value
    let run = try await office.run(
      "ekspor xml --triwulan 2026-TW1 --profil ringkas --keluaran - \(ProfileTests.made)",
      on: Office.day)
    #expect(run.exitCode == 0, "\(run.errorText)")
    expectGolden(run.output, named: "ekspor-profil-ringkas.csv")
    for (name, said) in [
      ("kalsel-63.05.12-2026.xml", "profil kalsel (contoh), sesuai skema penerima.xsd, "),
      ("jatim-63.05.12-2026.xml", "profil jatim (contoh), "),
    ] {
      let profile = name.prefix { $0 != "-" }
      let output = try await office.do(
        "ekspor xml --tahun 2026 --profil \(profile)", on: Office.day)
      #expect(output.contains("ekspor/\(name): \(said)"))
      #expect(office.folder.holds("kantor/ekspor/\(name)"))
    }
  }

  @Test func `it may be made again on another day, and takes no other file's place`() async throws {
    let office = try await office()
    let words = "ekspor xml --triwulan 2026-TW1 --profil uji"
    let output = try await office.do(words, on: "2026-07-06")
    #expect(output.contains("ekspor/uji-63.05.12-2026-TW1.txt: profil uji, "))
    try await office.do(words, on: "2026-07-07")
    #expect(try office.text(of: "ekspor/uji-63.05.12-2026-TW1.txt") == "judul\n2026-07-07")
    try office.write("catatan saya\n", to: "ekspor/uji-63.05.12-2026-TW1.txt")
    let run = try await office.run(words, on: "2026-07-07")
    expectRefusal(run, 73, "sudah ada dan bukan ekspor dengan profil ini buatan Tenggat")
    #expect(try office.text(of: "ekspor/uji-63.05.12-2026-TW1.txt") == "catatan saya\n")
    let owned = try await office.run("\(words) --keluaran profil/uji/layout.xsl", on: "2026-07-07")
    expectRefusal(owned, 73, "milik ruang kerja")
    #expect(try office.text(of: "profil/uji/layout.xsl").contains("judul"))
    // What went out so is passed over by the check of exports, what did not is remarked on.
    try office.write("catatan saya\n", to: "ekspor/uji-63.05.12-2026-TW1.xml")
    try office.write(
      ProfileTests.settings.replacing(".txt", with: ".xml"), to: "profil/uji/profil.yaml")
    #expect(try await office.run("periksa ekspor", on: "2026-07-07").errorText.isEmpty)
    try office.write("catatan saya\n", to: "ekspor/lain-63.05.12-2026-TW1.xml")
    #expect(
      try await office.run("periksa ekspor", on: "2026-07-07").errorText.contains(
        "ekspor/lain-63.05.12-2026-TW1.xml: peringatan: bukan XML kepatuhan"))
  }

  @Test func `a name that is none is refused, with the nearest and the list`() async throws {
    let office = try await office()
    let near = try await office.run("ekspor xml --tahun 2026 --profil kalsell", on: Office.day)
    expectRefusal(near, 64, "profil 'kalsell' tidak ada")
    #expect(
      near.errorText.contains("mungkin maksudnya 'kalsel'; yang ada: jatim, kalsel, ringkas, uji"))
    let far = try await office.run("ekspor xml --tahun 2026 --profil ../kalsel/x", on: Office.day)
    expectRefusal(far, 64, "tidak ada")
    let time = try await office.run("ekspor xml --tahun 2026 --profil uji", on: Office.day)
    expectRefusal(time, 64, "profil 'uji' bukan untuk dokumen setahun; pakai --triwulan")
    #expect(!office.folder.files.contains { $0.hasPrefix("kantor/ekspor/") })
  }

  @Test func `a fault of a profile is told with its place, and nothing is written`() async throws {
    let words = "ekspor xml --triwulan 2026-TW1 --profil uji"
    let office = try await office("<xsl:value-of select=\"document('/etc/passwd')\"/>")
    let forbidden = try await office.run(words, on: Office.day)
    expectRefusal(forbidden, 65, "profil/uji/layout.xsl:4: galat: layout hendak membaca")
    try office.write(
      ProfileTests.settings.replacing("judul:", with: "judull:"), to: "profil/uji/profil.yaml")
    let settings = try await office.run(words, on: Office.day)
    expectRefusal(settings, 78, "profil/uji/profil.yaml:2:1: galat: ")
    try FileManager.default.removeItem(atPath: "\(office.path)/profil/uji/layout.xsl")
    try office.write(ProfileTests.settings, to: "profil/uji/profil.yaml")
    let missing = try await office.run(words, on: Office.day)
    expectRefusal(missing, 78, "profil/uji/layout.xsl: galat: berkas profil ini tidak ada")
    #expect(!office.folder.files.contains { $0.hasPrefix("kantor/ekspor/") })
  }

  @Test func `an office's own stands in front of a shipped one, and periksa says so`() async throws
  {
    let office = try await office()
    let settings = ProfileTests.settings.replacing("profil: uji", with: "profil: kalsel")
    try office.write(settings, to: "profil/kalsel/profil.yaml")
    try office.write(ProfileTests.layout("milik sendiri"), to: "profil/kalsel/layout.xsl")
    let run = try await office.run(
      "ekspor xml --triwulan 2026-TW1 --profil kalsel --keluaran -", on: Office.day)
    #expect(run.outputText == "milik sendiri")
    let check = try await office.run("periksa profil", on: Office.day)
    #expect(check.exitCode == 0)
    #expect(check.errorText.contains("profil/kalsel: peringatan: profil ini dipakai sebagai ganti"))
  }

  @Test func `periksa runs every profile over every sample`() async throws {
    let office = try await office("<xsl:if test=\"@triwulan &lt; 1\">a</xsl:if>")
    let run = try await office.run("periksa profil", on: Office.day)
    #expect(run.exitCode == 1)
    #expect(
      run.errorText
        == "profil/uji/layout.xsl: galat: layout tidak menghasilkan apa-apa (dari contoh "
        + "35.08.09-2026-TW1.xml); periksa match dan namespace urn:tenggat:kepatuhan:1 dalam "
        + "layout\n")
    #expect(run.outputText == "1 pemeriksaan (profil): 1 galat, 0 peringatan\n")
    try office.write(ProfileTests.layout("a"), to: "profil/uji/layout.xsl")
    let sound = try await office.run("periksa profil", on: Office.day)
    #expect(sound.exitCode == 0)
    #expect(sound.errorText.isEmpty)
  }

  @Test func `where the program for it is not installed that is said, and how it is mended`()
    async throws
  {
    let office = try await office()
    let alone = try await LoneProgram()
    func run(_ words: [String]) async throws -> ProgramRun {
      try await alone.run(words, in: office)
    }
    let words = ["ekspor", "xml", "--triwulan", "2026-TW1", "--profil", "uji"]
    expectRefusal(try await run(words), 69, "program tenggat-gaya tidak ada")
    let check = try await run(["periksa", "profil"])
    #expect(check.exitCode == 0)
    #expect(check.errorText.contains("tenggat-gaya: peringatan: program ini tidak ada"))
    // A loader that misses a library ends so.
    try alone.folder.write(
      "#!/bin/sh\necho 'libxslt.so.1: no such file' >&2\nexit 127\n", to: "tenggat-gaya",
      permissions: 0o755)
    expectRefusal(try await run(words), 69, "tidak dapat dijalankan (libxslt.so.1: no such file)")
    // Without a profile nothing of it is needed.
    #expect(try await run(["ekspor", "xml", "--triwulan", "2026-TW1"]).exitCode == 0)
  }
}
