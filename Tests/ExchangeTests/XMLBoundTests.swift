import Exchange
import Testing

/// What is bounded before or while a document is parsed.
struct XMLBoundTests {
  private func faults(_ text: String) throws -> [SchemaFault] {
    let error = #expect(throws: FaultyDocument.self) {
      try KepatuhanReader.document(from: Array(text.utf8), schema: Files.schema())
    }
    return error?.faults ?? []
  }

  private func attributes(_ count: Int) -> String {
    (0..<count).map { " a\($0)=\"\"" }.joined()
  }

  @Test func `more attributes than an element can have are told at its tag, without parsing`()
    throws
  {
    let faults = try faults("<x>\n<y\(attributes(80_000))/></x>")
    #expect(faults.map(\.line) == [2])
    #expect(faults[0].message.contains("lebih dari 1000 atribut"))
  }

  @Test(arguments: ["<y b='>'", "<!-- x --><y", "<y\nb='\"'"])
  func `signs are counted whatever stands before them in the tag`(_ head: String) throws {
    let faults = try faults("<x>\(head)\(attributes(1_001))/></x>")
    #expect(faults.count == 1 && faults[0].message.contains("atribut"))
  }

  @Test func `as many as are allowed are judged by the schema`() throws {
    let faults = try faults("<x\(attributes(1_000))/>")
    #expect(!faults.isEmpty && !faults.contains { $0.message.contains("lebih dari") })
  }

  @Test func `a tag that does not end is told`() throws {
    let faults = try faults("<x " + String(repeating: " ", count: 70_000) + "/>")
    #expect(faults.count == 1 && faults[0].message.contains("tidak ditutup"))
  }

  @Test(arguments: [(100, false), (300, true)])
  func `of many faults the first two hundred are told and the others counted`(
    _ count: Int, _ isCounted: Bool
  ) throws {
    let sound = try Sample().text()
    let text = sound.replacing(
      "<laporan_kecamatan>", with: "<laporan_kecamatan \(attributes(count))>")
    try #require(text != sound)
    let faults = try faults(text)
    #expect(faults.count == (isCounted ? 201 : count))
    #expect((faults.last?.message.contains("kesalahan lain") ?? false) == isCounted)
  }

  @Test func `a message does not quote a page`() throws {
    let sound = try Sample().text()
    let text = sound.replacing(
      "<laporan_kecamatan>",
      with: "<laporan_kecamatan a=\"\(String(repeating: "x", count: 60_000))\">")
    #expect(try faults(text).allSatisfy { $0.message.count <= 501 })
  }

  @Test func `a document in another encoding than UTF-8 is refused, and not read as another text`()
    throws
  {
    let text = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><x a=\"é\"/>"
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(throws: FaultyDocument.self) {
      try KepatuhanReader.document(from: bytes, schema: Files.schema())
    }
  }
}
