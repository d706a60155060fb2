import Exchange
import Testing

struct KepatuhanSchemaTests {
  /// The line of the sample's text on which an excerpt stands, from 1.
  private func line(of excerpt: String, in text: String) throws -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(excerpt) }) + 1
  }

  /// Changes the first occurrence of an excerpt.
  private func replacing(
    _ excerpt: String, with replacement: String, in text: String
  ) throws -> String {
    let parts = text.split(separator: excerpt, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "\(excerpt) is not in the sample")
    return parts.joined(separator: replacement)
  }

  @Test(arguments: [
    (#"versi="1""#, #"versi="2""#),
    (#"tahun="2026""#, #"tahun="26""#),
    (#"tahun="2026""#, #"tahun="1899""#),
    (#" triwulan="1" per_tanggal"#, #" triwulan="5" per_tanggal"#),
    (#" triwulan="1" per_tanggal"#, #" triwulan="0" per_tanggal"#),
    (#"per_tanggal="2026-03-20""#, #"per_tanggal="2026-02-29""#),
    (#"per_tanggal="2026-03-20""#, #"per_tanggal="2026-03-20Z""#),
    (#"per_tanggal="2026-03-20" "#, ""),
    (#"T08:00:00+08:00"#, "T08:00:00"),
    (#"T08:00:00+08:00"#, "T08:00:00.5+08:00"),
    (#"T08:00:00+08:00"#, "T25:00:00+08:00"),
    (#"provinsi kode="63""#, #"provinsi kode="6""#),
    (#"kabupaten kode="63.05""#, #"kabupaten kode="63""#),
    (#"kecamatan kode="63.05.12""#, #"kecamatan kode="63.05.12.2001""#),
    (#"kode="LPPD""#, #"kode="LP PD""#),
    (#"kode="LPPD""#, #"kode="""#),
    (#"kode="LPPD" "#, ""),
    (#"periode="2025""#, #"periode="2025-TW5""#),
    (#"periode="2025""#, #"periode="2025-S3""#),
    (#"periode="2025""#, #"periode="2025-13""#),
    (#"periode="2025""#, #"periode="2025-00""#),
    (#"tenggat="2026-02-27""#, #"tenggat="27-02-2026""#),
    (#"tenggat="2026-02-27""#, #"tenggat="""#),
    (#"status="tepat-waktu""#, #"status="tepat waktu""#),
    (#"sha256="b4"#, #"sha256="B4"#),
    (#"sha256="b4"#, #"sha256="4"#),
    (#"<nama>Laporan Penyelenggaraan Pemerintahan Daerah</nama>"#, "<nama/>"),
    (#"desa kode="63.05.12.2001""#, #"desa kode="63.05.12.1001""#),
    (#"desa kode="63.05.12.2001""#, #"desa kode="63.05.12.4001""#),
    (#"desa kode="63.05.12.2001""#, #"desa kode="63.05.12""#),
    (#"ada="5""#, #"ada="-5""#),
    (#"ada="5""#, #"ada="5.0""#),
    (#"ada="5""#, #"ada="05""#),
    (#"ada="5" "#, ""),
    (#"realisasi="85.71""#, #"realisasi="85.7""#),
    (#"realisasi="85.71""#, #"realisasi="85,71""#),
    (#"capaian="122.45""#, #"capaian="122""#),
    (#"capaian="122.45""#, #"capaian="-1.00""#),
    (#"persen_berjalan="60.00""#, #"persen_berjalan="50.0""#),
    (#"persen_berjalan="60.00""#, #"persen_berjalan="050.00""#),
    (#"susulan="1" "#, ""),
    (#"susulan="1""#, #"susulan="1" lain="1""#),
    (#"nip="000000000000000000""#, #"nip="""#),
    (#"berkas="63.05.12/2025.csv""#, #"berkas="63.05.12/2025.txt""#),
    (#">0a0a"#, ">0A0a"),
    (#">0a0a"#, ">0a"),
  ])
  func `a value of another form is refused on its line`(
    excerpt: String, replacement: String
  ) throws {
    let text = try Sample().text()
    let changed = try replacing(excerpt, with: replacement, in: text)
    let faults = try Files.schema().validate(Array(changed.utf8))
    #expect(!faults.isEmpty)
    let expected = try line(of: excerpt, in: text)
    #expect(faults.allSatisfy { $0.line == expected }, "\(faults)")
  }

  @Test(arguments: [
    (#"laporan kode="Renja" periode="2027""#, #"laporan kode="LPPD" periode="2025""#),
    (#"desa kode="63.05.12.2002""#, #"desa kode="63.05.12.2001""#),
    (#"dokumen kode="LPPDesa" periode="2025""#, #"dokumen kode="RealisasiDes" periode="2025-S2""#),
    (#"rekomendasi desa="63.05.12.2002""#, #"rekomendasi desa="63.05.12.2001""#),
    (#"indikator kode="H14""#, #"indikator kode="H05""#),
    (#"berkas="63.05.12/2026.csv""#, #"berkas="63.05.12/2025.csv""#),
  ])
  func `nothing stands twice; the second is refused on its line`(
    excerpt: String, replacement: String
  ) throws {
    let text = try Sample().text()
    let changed = try replacing(excerpt, with: replacement, in: text)
    let faults = try Files.schema().validate(Array(changed.utf8))
    #expect(faults.map(\.line) == [try line(of: excerpt, in: text)])
    #expect(faults.first?.message.contains("sudah ada di atasnya") == true)
  }

  @Test(arguments: [
    (#"laporan kode="Renja" periode="2027""#, #"laporan kode="LPPD" periode="2027""#),
    (#"dokumen kode="LPPDesa" periode="2025""#, #"dokumen kode="RealisasiDes" periode="2025-S1""#),
    (
      #"rekomendasi desa="63.05.12.2002" periode="2026-TW1""#,
      #"rekomendasi desa="63.05.12.2001" periode="2026-TW2""#
    ),
  ])
  func `the same report of another period is another obligation`(
    excerpt: String, replacement: String
  ) throws {
    let changed = try replacing(excerpt, with: replacement, in: Sample().text())
    #expect(try Files.schema().validate(Array(changed.utf8)) == [])
  }

  @Test func `every fault is told, not only the first`() throws {
    var text = try Sample().text()
    text = try replacing(#"ada="5""#, with: #"ada="x""#, in: text)
    text = try replacing(#"capaian="122.45""#, with: #"capaian="x""#, in: text)
    let lines = Set(try Files.schema().validate(Array(text.utf8)).map(\.line))
    #expect(
      lines == [
        try line(of: #"ada="x""#, in: text), try line(of: #"capaian="x""#, in: text),
      ])
  }

  @Test func `a line past 65535 is told, if as the line after`() throws {
    let farDown = String(repeating: "\n", count: 70_000) + #"<ringkasan wajib="x""#
    let text = try replacing(#"<ringkasan wajib="6""#, with: farDown, in: Sample().text())
    let faults = try Files.schema().validate(Array(text.utf8))
    #expect(!faults.isEmpty)
    let expected = try line(of: #"wajib="x""#, in: text)
    #expect(expected > 70_000)
    #expect(faults.allSatisfy { (expected...expected + 1).contains($0.line) }, "\(faults)")
  }

  @Test func `a document without a ledger's fingerprint is refused`() throws {
    var sample = try Sample()
    sample.ledgers = []
    #expect(try !Files.schema().validate(Array(sample.text().utf8)).isEmpty)
  }

  @Test(arguments: [
    "<kepatuhan/>", #"<wilayah xmlns="urn:tenggat:kepatuhan:1"/>"#,
    #"<kepatuhan xmlns="urn:tenggat:kepatuhan:2"/>"#,
    #"<kepatuhan xmlns="urn:tenggat:kepatuhan:1"/>"#,
  ])
  func `another root, or an empty one, is refused`(text: String) throws {
    #expect(try !Files.schema().validate(Array(text.utf8)).isEmpty)
  }

  @Test(arguments: ["", " ", "bukan xml", "<a>", "<a></b>", "<a/><a/>", "<p:a/>", "<a>&x;</a>"])
  func `what cannot be parsed has faults`(text: String) throws {
    #expect(try !Files.schema().validate(Array(text.utf8)).isEmpty)
  }

  @Test func `a document that is not well-formed is refused with line and column`() throws {
    let faults = try Files.schema().validate(Array("<a>\n  <b>\n  </c>\n</a>".utf8))
    #expect(faults.first?.line == 3)
    #expect(faults.first?.column != nil)
  }

  @Test func `a truncated document is refused at every length`() throws {
    let bytes = Array(try Sample().text().utf8)
    let schema = try Files.schema()
    // The last line feed may be missing; nothing else may.
    for length in stride(from: 0, to: bytes.count - 1, by: 97) {
      #expect(try !schema.validate(Array(bytes.prefix(length))).isEmpty, "\(length)")
    }
    #expect(try !schema.validate(bytes.dropLast(2)).isEmpty)
    #expect(try schema.validate(bytes.dropLast()) == [])
  }

  @Test func `bytes that are not UTF-8 are refused`() throws {
    var bytes = Array(try Sample().text().utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "H")))
    bytes[place] = 0xFF
    #expect(try !Files.schema().validate(bytes).isEmpty)
  }

  @Test(arguments: [
    "<!DOCTYPE kepatuhan>",
    #"<!DOCTYPE kepatuhan [<!ENTITY a "b">]>"#,
    #"<!DOCTYPE kepatuhan SYSTEM "http://127.0.0.1:1/tidak-ada.dtd">"#,
    #"<!DOCTYPE kepatuhan [<!ENTITY a SYSTEM "file:///etc/hostname">]>"#,
  ])
  func `a DTD is refused on the line of the root`(declaration: String) throws {
    let text = try replacing("<kepatuhan", with: "\(declaration)\n<kepatuhan", in: Sample().text())
    let faults = try Files.schema().validate(Array(text.utf8))
    #expect(faults.map(\.line) == [3])
    #expect(faults.first?.message.contains("DOCTYPE") == true)
  }

  @Test func `a place that a document names for its schema is not read`() throws {
    let named =
      #"<kepatuhan xmlns:i="http://www.w3.org/2001/XMLSchema-instance" "#
      + #"i:schemaLocation="urn:tenggat:kepatuhan:1 file:///tidak/ada.xsd""#
    let text = try replacing("<kepatuhan", with: named, in: Sample().text())
    #expect(try Files.schema().validate(Array(text.utf8)) == [])
  }

  @Test func `a schema is used again, also after a fault`() throws {
    let schema = try Files.schema()
    let good = Array(try Sample().text().utf8)
    for _ in 0..<5 {
      #expect(try !schema.validate(Array("<a/>".utf8)).isEmpty)
      #expect(try schema.validate(good) == [])
    }
  }

  @Test func `schemas in many tasks at once give the same answers`() async throws {
    let good = Array(try Sample().text().utf8)
    let answers = try await withThrowingTaskGroup(of: [SchemaFault].self) { group in
      for _ in 0..<16 { group.addTask { try Files.schema().validate(good) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers == Array(repeating: [], count: 16))
  }

  @Test(arguments: [
    "", "bukan xml", "<a/>", "<xs:schema>",
    #"""
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="a" type="tidak-ada"/>
    </xs:schema>
    """#,
    #"""
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:simpleType name="a"><xs:restriction base="xs:string"><xs:pattern value="["/>
      </xs:restriction></xs:simpleType>
    </xs:schema>
    """#,
    "<!DOCTYPE a [<!ENTITY b 'c'>]>\n"
      + #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"/>"#,
  ])
  func `a broken schema is refused by its name, with the faults`(text: String) throws {
    let error = #expect(throws: XMLFailure.self) {
      try KepatuhanSchema(xsdBytes: Array(text.utf8), name: "rusak.xsd")
    }
    guard case .brokenSchema(let name, let faults)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(name == "rusak.xsd")
    #expect(!faults.isEmpty)
  }

  @Test(arguments: ["include", "import", "redefine"])
  func `a schema that refers to a file is refused on that line`(element: String) throws {
    let text = """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:\(element) schemaLocation="http://127.0.0.1:1/lain.xsd"/>
      </xs:schema>
      """
    let error = #expect(throws: XMLFailure.self) {
      try KepatuhanSchema(xsdBytes: Array(text.utf8), name: "rujukan.xsd")
    }
    #expect(
      error?.description
        == "rujukan.xsd bukan skema yang dapat dipakai: 2: skema harus utuh dalam satu berkas: "
        + "schemaLocation ke berkas lain tidak dibaca")
  }

  @Test func `every part of the schema says what it means, in Indonesian`() throws {
    let text = String(decoding: try Files.schemaBytes(), as: UTF8.self)
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let parts = [
      "<xs:schema", "<xs:element ", "<xs:attribute ", "<xs:simpleType", "<xs:complexType",
      "<xs:attributeGroup name", "<xs:enumeration", "<xs:key ",
    ]
    for (index, line) in lines.enumerated()
    where parts.contains(where: line.hasPrefix) && line.hasSuffix(">") {
      #expect(lines[index + 1] == "<xs:annotation>", "\(line)")
    }
    #expect(text.contains("bukan format resmi"))
    #expect(!text.contains("<xs:documentation>"))
  }
}
