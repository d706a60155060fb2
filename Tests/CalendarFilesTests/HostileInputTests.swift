import CalendarFiles
import CivilCalendar
import ComplianceModel
import TestSupport
import Testing

/// Bytes that nobody meant as a calendar end in findings, soon, and never in a crash.
@Suite struct `Hostile input` {
  private static func findings(_ bytes: [UInt8]) throws -> [Finding] {
    var builder = CalendarBuilder(for: try region("63.05.12"))
    builder.add(YAMLText(bytes, file: "uji.yaml"), layer: .regency)
    return builder.finish().findings
  }

  private static func findings(_ text: String) throws -> [Finding] {
    try findings(Array(text.utf8))
  }

  static let deep: KeyValuePairs = [
    "flow lists": String(repeating: "[", count: 100_000),
    "flow mappings": String(repeating: "{a: ", count: 100_000),
    "block lists in a line": String(repeating: "- ", count: 100_000) + "x",
    "block keys in a line": String(repeating: "? ", count: 100_000) + "x",
    "a mapping a line": (0..<1_500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    "lists that go on in the next line":
      (0..<40).map {
        String(repeating: " ", count: 400 * $0) + String(repeating: "- ", count: 200) + "\n"
      }.joined(),
    "closing brackets in a comment":
      "# " + String(repeating: "]", count: 100_000) + "\n" + String(repeating: "[", count: 100_000),
    "closing brackets in quotes":
      String(repeating: "['] ] ] ]', ", count: 30_000),
  ]

  @Test(.timeLimit(.minutes(15)), arguments: deep.map(\.key))
  func `nesting without end is one fault`(_ name: String) throws {
    let text = try #require(`Hostile input`.deep.first { $0.key == name }?.value)
    #expect(try `Hostile input`.findings(text).count == 1)
  }

  /// A list of ten aliases of the list before, nine deep: a thousand million items when written out.
  private static let laughs =
    (1...9).reduce("  - &a0 [x]\n") { text, level in
      text + "  - &a\(level) ["
        + Array(repeating: "*a\(level - 1)", count: 10)
        .joined(separator: ", ") + "]\n"
    }

  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "wajib:\n" + laughs,
      "laporan:\n" + laughs + "  - *a9\n",
      "kejadian:\n" + laughs + "wajib: *a9\n",
      "kejadian:\n" + laughs + "? *a9\n: x\n? *a9\n: y\n",
    ])
  func `aliases of aliases are told and not written out`(_ text: String) throws {
    #expect(try !`Hostile input`.findings(WrittenCalendar.file(text)).isEmpty)
  }

  @Test(arguments: [
    "", "\n", "\u{FEFF}", "\0", "---\n", "%YAML 9.9\n---\n", "&a", "*a", "!!x", "\t",
  ])
  func `a file without anything in it has a fault`(_ text: String) throws {
    #expect(try !`Hostile input`.findings(text).isEmpty)
    #expect(
      !HolidayFile.read(
        YAMLText(Array(text.utf8), file: "x"), year: 2026
      ).findings.isEmpty)
    #expect(!OfficeFile.read(YAMLText(Array(text.utf8), file: "x")).findings.isEmpty)
    #expect(!RegionTable.read(Array(text.utf8), file: "x").findings.isEmpty)
  }

  @Test(arguments: [
    ("zona: WITA\nsalah", 2, 6), ("zona: WITA\nsalah\n", 3, 1), ("x: { a: é", 1, 10),
    ("x: [", 1, 5),
  ])
  func `a fault at the end of a file lies in the file`(_ text: String, _ line: Int, _ column: Int)
    throws
  {
    let place = try #require(try `Hostile input`.findings(text).first).place
    #expect(place == SourcePlace(file: "uji.yaml", line: line, column: column))
  }

  // MARK: - Bans

  @Test(arguments: [
    "wajib: !<tag:yaml.org,2002:seq> &a [LPPD]\n", "wajib: !!seq [LPPD]\n", "wajib: ! LPPD\n",
    "wajib: {\"a\":&x [b],\"c\":*x}\n", "wajib: {\"a\":!x b}\n", "wajib: [&a b, *a]\n",
    "? &k a\n: b\n",
    "wajib: !x {a: b}\n", "wajib: - !x\n",
  ])
  func `an anchor, an alias or a tag ends the reading at its place`(_ text: String) throws {
    let found = try `Hostile input`.findings(WrittenCalendar.file(text))
    #expect(found.count == 1)
    #expect(
      ["kalender.jangkar", "kalender.tanda-jenis", "kalender.bukan-yaml"].contains(found[0].code))
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{7F}", "\u{9F}", "\u{FFFE}"])
  func `a character that no editor shows is told at its line`(_ character: String) throws {
    let found = try `Hostile input`.findings(
      WrittenCalendar.file("# é\(character)&a\nwajib: [LPPD]\n"))
    #expect(found.map(\.code) == ["kalender.karakter-kendali"])
    #expect(found.first?.place.line == 3)
  }

  @Test(arguments: ["\"\\0\"", "\"\\u2028\"", "\"\\uFEFF\"", "\"\\x85\"", "\"\\uD800\""])
  func `nor does an escape bring it in`(_ text: String) throws {
    #expect(try !`Hostile input`.findings("kalender: \(text)\ndiperiksa: 2026-01-02\n").isEmpty)
  }

  @Test func `a byte order mark at the beginning is told too`() throws {
    let found = try `Hostile input`.findings("\u{FEFF}" + WrittenCalendar.file(""))
    #expect(found.count == 1)
  }

  @Test(arguments: ["012", "+1", "0x1F", "1_000", "1e3", "1.0", "٣"])
  func `what only some programs take for a number is none`(_ text: String) throws {
    let office =
      "zona: WITA\nkalender: [nasional]\nminggu_kerja:\n  - { hari: \(text), sejak: 2019-01-01 }\n"
    let found = OfficeFile.read(YAMLText(Array(office.utf8), file: "kantor.yaml")).findings
    #expect(!found.isEmpty)
  }

  @Test(arguments: ["1899-12-31", "2201-01-01", "9999-12-31", "31/12/9999", "31 Desember 2201"])
  func `a date outside of the years that are known is none`(_ text: String) throws {
    let found = try `Hostile input`.findings("kalender: uji\ndiperiksa: \(text)\n")
    #expect(found.contains { $0.code == "kalender.bukan-tanggal" })
  }

  @Test(arguments: [(0, true), (1, false)])
  func `a file of a megabyte is read, and a larger one is not`(_ surplus: Int, _ isRead: Bool)
    throws
  {
    let text = WrittenCalendar.file("")
    let filler = String(repeating: "#", count: (1 << 20) - text.utf8.count - 1 + surplus) + "\n"
    let found = try `Hostile input`.findings(filler + text)
    #expect(found.contains { $0.code == "berkas.terlalu-besar" } == !isRead)
  }

  // MARK: - Mutations

  /// One small accident: bytes changed, lost, doubled, or put in from a list that YAML cares about.
  private static func mutated(_ original: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let tokens = [
      "[", "]", "{", "}", ": ", "- ", "&a ", "*a", "\"", "'", "|", "\n", "  ", "\0", "é", "#",
    ]
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.removeSubrange(end...)
      default:
        bytes.insert(contentsOf: (tokens.randomElement(using: &random) ?? "[").utf8, at: place)
      }
      if bytes.isEmpty { bytes = original }
    }
    return bytes
  }

  // Fewer of the long file, whose reading takes longer: all of them together stay under ten seconds.
  @Test(
    arguments: [("Calendars/laporan/nasional.yaml", 300), ("Calendars/libur/2026.yaml", 2_700)])
  func `a damaged file is read to the end or refused`(_ path: String, _ count: Int) throws {
    let original = try Repository.bytes(path)
    var random = SplitMix64(seed: 20_261_231)
    var refused = 0
    for _ in 0..<count {
      let bytes = `Hostile input`.mutated(original, &random)
      let findings =
        path.contains("libur")
        ? HolidayFile.read(
          YAMLText(bytes, file: path), year: 2026
        ).findings
        : try `Hostile input`.findings(bytes)
      if !findings.isEmpty { refused += 1 }
      #expect(findings.allSatisfy { $0.place.line > 0 && !$0.what.isEmpty && $0.remedy != "" })
    }
    // Most accidents break something; those inside a text cannot be seen.
    #expect(refused > count / 4)
  }
}
