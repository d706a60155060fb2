@testable import Exchange
import TestSupport
import Testing

/// The look at documents of ours that spares judging them by libxml2.
struct DocumentAcceptanceTests {
  /// The tables of the shipped schema.
  static func form() throws -> SchemaForm {
    let reading = try XMLTree.read(try Files.schemaBytes())
    let tree: XMLTree? = if case .tree(let tree) = reading { tree } else { nil }
    let form = tree.flatMap(SchemaFormReader.form(of:))
    return try #require(form)
  }

  private static let samples = ["63.05.12", "63.05.05", "35.08.09", "63.04.17"]
    .flatMap { ["\($0)-2026.xml", "\($0)-2026-TW1.xml"] }

  @Test(arguments: samples)
  func `a document of ours is accepted`(_ name: String) throws {
    #expect(DocumentAcceptance.accepts(try Files.sample(name), try Self.form()))
  }

  @Test(arguments: [
    "Sungai & \"Rawa\" <Lama>, d'Hulu", "Désa Ålé 村 😀", "]]> -- <!-- &amp;", "",
  ])
  func `a document with a name that is spelled with references is accepted`(
    _ name: String
  ) throws {
    var sample = try Sample()
    sample.villageName = name
    sample.kecamatanName = name
    let bytes = try KepatuhanWriter.bytes(of: sample.document)
    #expect(DocumentAcceptance.accepts(bytes, try Self.form()))
  }

  /// The document with a byte changed, left out or put in, or a line left out, doubled or exchanged.
  private func mutated(_ document: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let lineEnd = UInt8(ascii: "\n")
    var bytes = document
    var lines = document.split(separator: lineEnd, omittingEmptySubsequences: false)
    let place = Int.random(in: bytes.indices, using: &random)
    let line = Int.random(in: lines.indices, using: &random)
    let sign = Array("0123456789-.TWS<>/=\"&; abfkx\n\t\u{0}é".utf8).randomElement(using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[place] = sign ?? 0
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(sign ?? 0, at: place)
    case 3: lines.remove(at: line)
    case 4: lines.insert(lines[line], at: line)
    default: lines.swapAt(line, Int.random(in: lines.indices, using: &random))
    }
    return bytes != document ? bytes : Array(lines.joined(separator: [lineEnd]))
  }

  @Test(arguments: 0..<4)
  func `nothing is accepted that libxml2 finds fault with`(_ seed: UInt64) throws {
    let form = try Self.form()
    let schema = try Files.schema()
    var random = SplitMix64(seed: seed)
    let original = try Files.sample(Self.samples[Int(seed)])
    var accepted = 0
    for _ in 0..<1500 {
      let document = mutated(original, &random)
      guard DocumentAcceptance.accepts(document, form) else { continue }
      accepted += 1
      let faults = try schema.validate(document)
      #expect(faults == [], "\(String(decoding: document, as: UTF8.self))")
    }
    // Dates, counts and names may change and be valid still.
    #expect(accepted > 10)
  }

  @Test func `a schema with more in it than is known is left to libxml2`() throws {
    let text = String(decoding: try Files.schemaBytes(), as: UTF8.self)
    for (old, new) in [
      (#"<xs:pattern value="[1-4]"/>"#, #"<xs:pattern value="\d"/>"#),
      (#"<xs:minLength value="1"/>"#, #"<xs:maxLength value="9"/>"#),
      (#"<xs:selector xpath="k:desa"/>"#, #"<xs:selector xpath="k:desa|k:kota"/>"#),
      (#"use="required" fixed="1""#, #"use="required" default="1""#),
    ] {
      try #require(text.contains(old))
      guard case .tree(let tree) = try XMLTree.read(Array(text.replacing(old, with: new).utf8))
      else { continue }
      let isKnown = SchemaFormReader.form(of: tree) != nil
      #expect(isKnown == new.contains("default"), "\(new)")
    }
  }
}
