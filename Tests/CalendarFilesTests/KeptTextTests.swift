import TestSupport
import Testing

@testable import CalendarFiles

/// Parsed texts that are kept between commands.
@Suite struct `Kept texts` {
  static let paths = [
    "Calendars/laporan/nasional.yaml", "Calendars/laporan/tapin.yaml", "Calendars/libur/2026.yaml",
  ]

  private func parts(_ text: YAMLText) throws -> (records: [YAMLTree.Record], text: [UInt8]) {
    let tree = try text.tree.get()
    return (tree.records, tree.text)
  }

  @Test(arguments: paths)
  func `a kept text is read again as it was parsed`(_ path: String) throws {
    let bytes = try Repository.bytes(path)
    let parsed = YAMLText(bytes, file: path)
    #expect(!parsed.wasKept)
    let kept = try #require(parsed.kept)
    let again = YAMLText(bytes, file: path, kept: kept)
    #expect(again.wasKept)
    #expect(try parts(again) == (try parts(parsed)))
  }

  @Test func `a text that changed by a byte is parsed anew`() throws {
    let old = Array("zona: WIB\nkalender: [nasional]\n".utf8)
    let new = Array("zona: WIT\nkalender: [nasional]\n".utf8)
    let text = YAMLText(new, file: "kantor.yaml", kept: YAMLText(old, file: "kantor.yaml").kept)
    #expect(!text.wasKept)
    #expect(try text.tree.get().root.pairs?.first?.value.string == "WIT")
  }

  @Test func `a kept text that was damaged, cut or never one is parsed anew`() throws {
    let path = "Calendars/laporan/tapin.yaml"
    let bytes = try Repository.bytes(path)
    let parsed = YAMLText(bytes, file: path)
    let whole = try #require(parsed.kept)
    var random = SplitMix64(seed: 20_260_331)
    for _ in 0..<300 {
      var kept = whole
      switch random.next() % 3 {
      case 0: kept[Int(random.next() % UInt64(kept.count))] ^= UInt8(1 << (random.next() % 8))
      case 1: kept.removeLast(1 + Int(random.next() % UInt64(kept.count)))
      default: kept = (0..<Int(random.next() % 200)).map { _ in UInt8(random.next() % 256) }
      }
      let text = YAMLText(bytes, file: path, kept: kept)
      #expect(!text.wasKept)
      #expect(try parts(text) == (try parts(parsed)))
    }
  }

  @Test func `a text that is not YAML is not kept`() {
    #expect(YAMLText(Array("a: [".utf8), file: "x.yaml").kept == nil)
  }
}
