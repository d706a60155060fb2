import Spreadsheets
import TestSupport
import Testing

/// Files that mean harm, or are none of ours: each is refused by what it is.
@Suite struct `a file that is no workbook, or a hostile one` {
  private static let sheet = "xl/worksheets/sheet1.xml"
  private static let sound = MadeWorkbook.table([["unit", "laporan"], ["63.05.12", "LPPD"]])

  /// A sound workbook with another sheet.
  private func refusal(sheet bytes: some Sequence<UInt8>) throws -> SheetRefusal {
    var workbook = Self.sound
    workbook.more = [MadeArchive.Entry(Self.sheet, bytes)]
    return try SpreadsheetFilesTests.refusal(of: workbook.bytes)
  }

  private func kind(sheet text: String) throws -> SheetRefusal.Kind {
    try refusal(sheet: text.utf8).kind
  }

  @Test func `is read where nothing is wrong with it`() throws {
    #expect(try lines(of: Self.sound) == ["unit,laporan", "63.05.12,LPPD"])
  }

  @Test(
    arguments: [
      ("", .notPacked), ("unit;laporan\n63.05.12;LPPD\n", .notPacked), ("PK", .otherArchive),
      ("PK\u{5}\u{6}", .otherArchive), ("<html></html>", .notPacked), ("PK\u{3}\u{4}", .damaged),
    ] as [(String, SheetRefusal.Kind)])
  func `by its first bytes`(_ text: String, _ wanted: SheetRefusal.Kind) throws {
    #expect(try SpreadsheetFilesTests.refusal(of: Array(text.utf8)).kind == wanted)
  }

  @Test func `is an old workbook, or one that is locked with a password`() throws {
    let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let rest = [UInt8](repeating: 0, count: 4_096)
    #expect(try SpreadsheetFilesTests.refusal(of: head + rest).kind == .oldWorkbook)
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(try SpreadsheetFilesTests.refusal(of: head + rest + name).kind == .encrypted)
    var archive = Self.sound.archive
    archive.entries[6].flags = 1
    #expect(try SpreadsheetFilesTests.refusal(of: archive.bytes).kind == .encrypted)
  }

  @Test(
    arguments: [
      (["mimetype", "content.xml"], .openDocument), (["xl/workbook.bin"], .binaryWorkbook),
      (["word/document.xml"], .otherArchive),
    ] as [([String], SheetRefusal.Kind)])
  func `is named by what is packed in it`(
    _ names: [String], _ wanted: SheetRefusal.Kind
  ) throws {
    let archive = MadeArchive(names.map { MadeArchive.Entry($0, "x".utf8) })
    #expect(try SpreadsheetFilesTests.refusal(of: archive.bytes).kind == wanted)
  }

  @Test(arguments: [
    "../luar.xml", "xl/../../luar.xml", "/etc/passwd", "xl\\..\\luar.xml", "C:/luar.xml", "..",
  ])
  func `has a name that leads out of it`(_ name: String) throws {
    var workbook = Self.sound
    workbook.more = [MadeArchive.Entry(name, "x".utf8)]
    let refusal = try SpreadsheetFilesTests.refusal(of: workbook.bytes)
    #expect(refusal.kind == .entryPath && refusal.part == name)
  }

  @Test(arguments: ["xl/..luar.xml", "xl/a..b/..c", "catatan.txt"])
  func `is not refused for a name that only looks like one`(_ name: String) throws {
    var workbook = Self.sound
    workbook.more = [MadeArchive.Entry(name, "x".utf8)]
    #expect(try lines(of: workbook).count == 2)
  }

  @Test func `has two entries of one name`() throws {
    var archive = Self.sound.archive
    archive.entries.append(MadeArchive.Entry(Self.sheet, "<worksheet/>".utf8))
    let refusal = try SpreadsheetFilesTests.refusal(of: archive.bytes)
    #expect(refusal.kind == .damaged && refusal.part == Self.sheet)
  }

  @Test func `grows more than a hundredfold`() throws {
    var workbook = Self.sound
    workbook.more = [.bomb(Self.sheet, opening: "<worksheet>", then: 0x20, runs: 200_000)]
    let refusal = try SpreadsheetFilesTests.refusal(of: workbook.bytes)
    #expect(refusal.kind == .bomb && refusal.part == Self.sheet)
    // Little is taken for no bomb, and is then what it is: no XML.
    workbook.more = [.bomb(Self.sheet, opening: "<worksheet>", then: 0x20, runs: 20_000)]
    #expect(
      try [.damaged, .badXML].contains(SpreadsheetFilesTests.refusal(of: workbook.bytes).kind))
  }

  @Test func `is cut off anywhere`() throws {
    let whole = Self.sound.bytes
    for length in stride(from: 0, to: whole.count - 1, by: 7) {
      _ = try SpreadsheetFilesTests.refusal(of: Array(whole.prefix(length)))
    }
  }

  @Test func `has bytes that are not those of its checksum`() throws {
    var archive = Self.sound.archive
    archive.entries[6].checksum ^= 1
    #expect(try SpreadsheetFilesTests.refusal(of: archive.bytes).kind == .damaged)
  }

  @Test(arguments: [
    "<!DOCTYPE worksheet><worksheet/>",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE x SYSTEM \"a.dtd\"><x/>",
    "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>",
    "<!doctype x><worksheet/>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet>&e;</worksheet>",
  ])
  func `brings a DTD`(_ text: String) throws {
    let refusal = try refusal(sheet: text.utf8)
    #expect(refusal.kind == .hasDTD && refusal.part == Self.sheet && refusal.line > 0)
  }

  @Test(arguments: [
    "<worksheet>&e;</worksheet>", "<worksheet><row></worksheet>", "<worksheet", "", "teks",
    "<worksheet a='1' a='2'/>", "<worksheet>\u{1}</worksheet>", "<a/><b/>",
  ])
  func `is no well-formed XML`(_ text: String) throws {
    #expect(try kind(sheet: text) == .badXML)
  }

  @Test func `does not fetch what it includes`() throws {
    let text = """
      <worksheet xmlns:xi="http://www.w3.org/2001/XInclude"><sheetData><row><c t="inlineStr"><is><t>\
      <xi:include parse="text" href="file:///etc/passwd"/>a</t></is></c></row></sheetData></worksheet>
      """
    var workbook = Self.sound
    workbook.more = [MadeArchive.Entry(Self.sheet, text.utf8)]
    #expect(try lines(of: workbook) == ["a"])
  }

  @Test func `is nested too deeply, or has a tag that is too long or too full`() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try kind(sheet: deep) == .badXML)
    let attributes = (0..<201).map { " a\($0)=\"\"" }.joined()
    #expect(try kind(sheet: "<worksheet\(attributes)/>") == .badXML)
    #expect(
      try kind(sheet: "<worksheet a=\"\(String(repeating: "x", count: 70_000))\"/>") == .badXML)
    #expect(try kind(sheet: "<\(String(repeating: "n", count: 70_000))/>") == .badXML)
    let allowed = (0..<199).map { " a\($0)=\"\"" }.joined()
    var workbook = Self.sound
    workbook.more = [MadeArchive.Entry(Self.sheet, "<worksheet\(allowed)/>".utf8)]
    #expect(try lines(of: workbook).isEmpty)
  }

  @Test func `is not UTF-8, or holds a byte 0`() throws {
    let text = "<worksheet/>"
    #expect(
      try refusal(sheet: [0xFF, 0xFE] + text.utf8.flatMap { [$0, 0] as [UInt8] }).kind == .encoding)
    #expect(try refusal(sheet: text.utf8.flatMap { [0, $0] as [UInt8] }).kind == .encoding)
    #expect(
      try kind(sheet: "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet/>") == .encoding)
    #expect(
      try kind(sheet: "<?xml version=\"1.0\" encoding='EBCDIC-CP-US'?><worksheet/>") == .encoding)
    #expect(try kind(sheet: "<worksheet>\0</worksheet>") == .encoding)
    #expect(try refusal(sheet: Array("<worksheet>".utf8) + [0xC3, 0x28]).kind == .badXML)
  }

  @Test(arguments: [
    "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1\"/><row r=\"1\"/>", "<row r=\"0\"/>",
    "<row r=\"1048577\"/>", "<row r=\"x\"/>", "<row r=\"1\"><c r=\"A2\"/></row>",
    "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"XFE1\"/></row>",
    "<row r=\"1\"><c r=\"1A\"/></row>", "<row><c t=\"s\"><v>7</v></c></row>",
    "<row><c t=\"s\"><v>-1</v></c></row>",
  ])
  func `has rows and cells out of their order, or texts that are not there`(_ rows: String) throws {
    #expect(try kind(sheet: "<worksheet><sheetData>\(rows)</sheetData></worksheet>") == .badXML)
  }

  @Test func `has more in a cell, or more sheets, than is read`() throws {
    let long = String(repeating: "x", count: 300_000)
    #expect(
      try kind(
        sheet:
          "<worksheet><sheetData><row><c t=\"str\"><v>\(long)</v></c></row></sheetData></worksheet>"
      ) == .tooLarge)
    var workbook = MadeWorkbook.rows("")
    workbook.sheets = (0..<257).map { ("L\($0)", "<sheetData/>") }
    #expect(try SpreadsheetFilesTests.refusal(of: workbook.bytes).kind == .tooLarge)
  }

  @Test func `has a part that is not there`() throws {
    var archive = Self.sound.archive
    archive.entries.removeAll { $0.name == Self.sheet }
    let refusal = try SpreadsheetFilesTests.refusal(of: archive.bytes)
    #expect(refusal.kind == .damaged && refusal.part == Self.sheet)
  }
}
