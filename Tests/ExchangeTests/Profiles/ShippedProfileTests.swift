import Answers
import CivilCalendar
import ComplianceModel
import Exchange
import TestSupport
import Testing
import Workspace

/// The profiles that are shipped, over the samples that are.
struct ShippedProfileTests {
  static let names = ["jatim", "kalsel", "ringkas"]

  @Test func `three are shipped, as samples that nobody asked for`() throws {
    let workspace = try FoundedWorkspace().open()
    #expect(try workspace.profileNames() == ShippedProfileTests.names)
    let profiles = try workspace.soundProfiles().map(\.profile)
    #expect(profiles.map(\.name) == ShippedProfileTests.names)
    #expect(profiles.allSatisfy { $0.origin == .sample })
    #expect(Set(profiles.map(\.form)) == [.xml, .text])
    #expect(profiles.allSatisfy { $0.takes(.year(2026)) })
  }

  @Test(arguments: names)
  func `each gives the same file of each sample`(_ name: String) throws {
    let profile = try LayoutOffice().profile(name)
    let samples = try LayoutOffice.samples()
    #expect(samples.count == 8)
    for sample in samples {
      let bytes = try profile.file(of: sample.bytes)
      #expect(try profile.file(of: sample.bytes) == bytes)
      expectGolden(bytes, named: "\(name)-\(sample.name.dropLast(4)).txt", in: "../Golden/profil")
    }
  }

  @Test func `the encoding that a profile names is that of the bytes`() throws {
    let office = try LayoutOffice()
    let sample = try LayoutOffice.sample()
    let text = String(decoding: sample, as: UTF8.self).replacing("Tarungin", with: "Désa ‘Hulu’")
      .replacing(">Hatungun<", with: ">Hatungún …<")
    let latin = try office.profile("jatim").file(of: Array(text.utf8))
    // The library writes what the encoding has not as a number.
    let expected = Array(">Hatung".utf8) + [0xFA] + Array("n &#8230;<".utf8)
    #expect(latin.indices.contains { latin[$0...].starts(with: expected) })
    let wide = try office.profile("kalsel").file(of: Array(text.utf8))
    #expect(String(decoding: wide, as: UTF8.self).contains(">Désa ‘Hulu’</desa>"))
  }

  @Test func `a desa whose name is of XML comes out as it went in`() throws {
    let text = String(decoding: try LayoutOffice.sample(), as: UTF8.self)
      .replacing("nama=\"Tarungin\"", with: "nama=\"A &amp; B &lt;x> &quot;\"")
    let file = try LayoutOffice().profile("kalsel").file(of: Array(text.utf8))
    #expect(
      String(decoding: file, as: UTF8.self).contains(
        "<desa kode=\"63.05.12.2001\">A &amp; B &lt;x&gt; \"</desa>"))
  }

  @Test(arguments: [
    ("kalsel", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<daftar_dokumen_desa"),
    ("jatim", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<rekapitulasi"),
    (
      "ringkas",
      "kecamatan,tahun,triwulan,per_tanggal,wajib,disampaikan,tepat_waktu,terlambat,lewat,"
        + "menunggu,dibebaskan,persen_tepat_waktu\r"
    ),
  ])
  func `a file opens as others of its profile do`(_ name: String, _ opening: String) throws {
    let profile = try LayoutOffice().profile(name)
    for sample in try LayoutOffice.samples() {
      let file = try profile.file(of: sample.bytes)
      #expect(profile.opening(of: file) == Array(opening.utf8))
    }
  }

  @Test func `the percentage of a group is that of its counts, half up`() throws {
    let text = String(decoding: try LayoutOffice.sample(), as: UTF8.self)
    // One of eight: 12,50; and of 24 documents 18: 75,00.
    let file = try LayoutOffice().profile("jatim").file(of: Array(text.utf8))
    let shown = String(decoding: file, as: UTF8.self)
    for kelompok in shown.split(separator: "\n").filter({ $0.contains("<kelompok") }) {
      let numbers = try #require(
        kelompok.firstMatch(of: #/ wajib="(\d+)" tepat_waktu="(\d+)".*>(\d+),(\d\d)</#))
      let (whole, part) = (try #require(Int(numbers.1)), try #require(Int(numbers.2)))
      let hundredths = try #require(Int("\(numbers.3)\(numbers.4)"))
      #expect((part * 20_000 + whole) / (2 * whole) == hundredths)
    }
  }
}
