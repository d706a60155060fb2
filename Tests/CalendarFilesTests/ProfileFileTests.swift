import CalendarFiles
import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

/// What a layout is for, as its file says it.
struct ProfileFileTests {
  private static let text = """
    profil: dinas-pmd
    judul: Daftar untuk Dinas PMD
    diminta: { oleh: Dinas PMD (karangan), tanggal: 2026-02-03, surat: Surat 1 }
    dokumen: [triwulan]
    keluaran: xml
    penyandian: UTF-16
    nama_berkas: "{profil}_{kecamatan}_{masa}.xml"
    skema: penerima-2.xsd
    """

  private static func profile(_ text: String = text) throws -> ExportProfile {
    let (profile, findings) = ProfileFile.read(
      YAMLText(Array(text.utf8), file: "uji"), name: "dinas-pmd")
    #expect(findings.isEmpty, "\(findings.map(\.what))")
    return try #require(profile)
  }

  @Test func `a file gives all of it`() throws {
    let profile = try ProfileFileTests.profile()
    #expect(profile.title == "Daftar untuk Dinas PMD")
    #expect(
      profile.origin
        == .asked(by: "Dinas PMD (karangan)", on: try day("2026-02-03"), letter: "Surat 1"))
    #expect(profile.scopes == [.quarter])
    #expect(profile.form == .xml)
    #expect(profile.encoding == .utf16)
    #expect(profile.mediaType == .xml)
    #expect(profile.schema == "penerima-2.xsd")
    #expect(
      profile.fileName.name(
        profile: profile.name, kecamatan: try region("63.05.12"), period: "2026-TW1")
        == "dinas-pmd_63.05.12_2026-TW1.xml")
  }

  @Test func `what is not said is the usual`() throws {
    let text = ProfileFileTests.text.replacing("penyandian: UTF-16\n", with: "")
      .replacing("keluaran: xml", with: "keluaran: teks").replacing(
        "skema: penerima-2.xsd", with: "")
    let profile = try ProfileFileTests.profile(text)
    #expect(profile.encoding == .utf8)
    #expect(profile.mediaType == .plain)
    #expect(profile.schema == nil)
  }

  @Test(arguments: [
    "{profil}-{kecamatan}-{masa}.xml", "{masa}{kecamatan}{profil}.x",
    "a{profil}.{kecamatan}_{masa}.tar.gz",
  ])
  func `a pattern names the profile, the kecamatan and the period, and knows its names again`(
    _ pattern: String
  ) throws {
    let fileName = try #require(ProfileFileName(pattern))
    let kecamatan = try region("63.05.12")
    for period in ["2026", "2026-TW4"] {
      let name = fileName.name(profile: "uji", kecamatan: kecamatan, period: period)
      #expect(fileName.gives(name, profile: "uji"))
      #expect(!fileName.gives(name, profile: "uji-2"))
      #expect(!fileName.gives(name + "x", profile: "uji"))
      #expect(!fileName.gives(name.dropLast(), profile: "uji"))
    }
    let desa = fileName.name(profile: "uji", kecamatan: try region("63.05"), period: "2026")
    #expect(!fileName.gives(desa, profile: "uji"))
    let month = fileName.name(profile: "uji", kecamatan: kecamatan, period: "2026-04")
    #expect(!fileName.gives(month, profile: "uji"))
  }

  @Test(arguments: [
    "", "{profil}", "{profil}-{kecamatan}-{masa}", "{profil}-{kecamatan}-{masa}.",
    "{profil}{kecamatan}.xml", "{kecamatan}{masa}.xml", "{profil}{masa}.xml",
    "../{profil}{kecamatan}{masa}.xml", ".{profil}{kecamatan}{masa}.xml",
    "-{profil}{kecamatan}{masa}.xml", "{profil}{kecamatan}{masa}{lain}.xml",
    "{profil}{kecamatan}{masa.xml", "{profil}{kecamatan}{masa}}.xml",
    "{Profil}{kecamatan}{masa}.xml",
    "{profil} {kecamatan}{masa}.xml", "{profil}{kecamatan}{masa}.é",
    "{profil}{kecamatan}{masa}" + String(repeating: "a", count: 60) + ".xml",
  ])
  func `anything else is no pattern`(_ pattern: String) {
    #expect(ProfileFileName(pattern) == nil)
  }

  @Test(arguments: ["kalsel", "a", "dinas-pmd-2", String(repeating: "a", count: 40)])
  func `small letters, digits and hyphens make a name`(_ name: String) {
    #expect(ExportProfile.isName(name))
  }

  @Test(arguments: [
    "", "Kalsel", "2a", "-a", "a b", "a/b", "..", "a_b", "é", String(repeating: "a", count: 41),
  ])
  func `anything else is no name`(_ name: String) { #expect(!ExportProfile.isName(name)) }
}
