import Answers
import CivilCalendar
import Exchange
import Testing

struct KepatuhanWriterTests {
  @Test func `a quarter's document is the golden one, and valid`() throws {
    let bytes = try KepatuhanWriter.bytes(of: Sample().document)
    try Files.expectGolden(bytes, "triwulan.xml")
    #expect(try Files.schema().validate(bytes) == [])
  }

  @Test func `a document without an obligation is the golden one, and valid`() throws {
    let bytes = try KepatuhanWriter.bytes(of: Sample.empty(duty: .year(2026)).document)
    try Files.expectGolden(bytes, "kosong.xml")
    #expect(try Files.schema().validate(bytes) == [])
  }

  @Test func `the same document gives the same bytes`() throws {
    let document = try Sample().document
    let first = try KepatuhanWriter.bytes(of: document)
    for _ in 0..<20 { #expect(try KepatuhanWriter.bytes(of: document) == first) }
  }

  @Test func `a year has no triwulan, and its obligations keep theirs`() throws {
    var sample = try Sample()
    sample.duty = .year(2026)
    let text = try sample.text()
    #expect(text.contains(#"versi="1" tahun="2026" per_tanggal="2026-03-20""#))
    #expect(text.contains(#"periode="2025" triwulan="1" tenggat="2026-02-27""#))
  }

  @Test(arguments: [
    #"Sungai & "Rawa" <Lama>, d'Hulu"#, "Désa Ålé 村 😀", "]]> -- <!-- &amp;", " tepi\t\r\n ", "",
  ])
  func `a name comes back as it went in`(name: String) throws {
    var sample = try Sample()
    sample.villageName = name
    sample.kecamatanName = name
    let bytes = try KepatuhanWriter.bytes(of: sample.document)
    #expect(try ParsedXML.attribute("nama", of: "desa", in: bytes) == name)
    #expect(try ParsedXML.text(of: "kecamatan", in: bytes) == name)
    #expect(try Files.schema().validate(bytes) == [])
  }

  @Test func `what has a meaning in XML is escaped, the rest is written as it is`() throws {
    var sample = try Sample()
    sample.villageName = #"A & "B" <C>, d'é"#
    sample.kecamatanName = sample.villageName
    let text = try sample.text()
    #expect(text.contains(#"nama="A &amp; &quot;B&quot; &lt;C&gt;, d'é""#))
    #expect(text.contains(#">A &amp; &quot;B&quot; &lt;C&gt;, d'é</kecamatan>"#))
  }

  @Test(arguments: [0x0, 0x1, 0x8, 0xB, 0xC, 0xE, 0x1F, 0xFFFE, 0xFFFF] as [UInt32])
  func `a character that XML cannot hold is refused with its place`(number: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(number))
    var sample = try Sample()
    sample.villageName = "Tarung\(scalar)in"
    let document = sample.document
    let error = #expect(throws: XMLFailure.self) { try KepatuhanWriter.bytes(of: document) }
    #expect(
      error
        == .unwritableCharacter(
          scalar: number, value: "Tarung\(scalar)in",
          place: "kepatuhan/dokumen_desa/desa[63.05.12.2001]/@nama"))
  }

  @Test(arguments: [0x9, 0xA, 0xD, 0x20, 0x7F, 0x85, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF])
  func `the characters at the edges of what XML holds are written`(number: UInt32) throws {
    var sample = try Sample()
    sample.villageName = "a\(try #require(Unicode.Scalar(number)))b"
    let bytes = try KepatuhanWriter.bytes(of: sample.document)
    #expect(try ParsedXML.attribute("nama", of: "desa", in: bytes) == sample.villageName)
    #expect(try Files.schema().validate(bytes) == [])
  }

  @Test func `a control character in text is refused with its place`() throws {
    var sample = try Sample()
    sample.kecamatanName = "Hatu\u{0}ngun"
    let document = sample.document
    let error = #expect(throws: XMLFailure.self) { try KepatuhanWriter.bytes(of: document) }
    #expect(
      error?.description
        == #"kepatuhan/wilayah/kecamatan[63.05.12]: nilai "Hatu\0ngun" memuat karakter U+0000, "#
        + "yang tidak dapat ditulis dalam XML; perbaiki nilai itu di sumbernya")
  }

  @Test func `without anything to divide by there is no percentage`() throws {
    let text = try Sample.empty(duty: .year(2026)).text()
    #expect(text.contains(#"wajib="0""#))
    #expect(!text.contains("persen"))
  }
}
