import Exchange
import Foundation
import FuzzEntries
import TestSupport
import Testing

/// Documents and workbooks of others, changed as nobody meant: each is read or refused with its place, and
/// nothing ends the process.
///
/// Some hundreds in the short form, ten thousand and more in the long one.
struct MutatedDocumentTests {
  private static let exports = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Exports")

  private static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: exports.appending(path: name)))
  }

  @Test
  func
    `a mutated XML export is read, or refused with what is wrong and on which line, by both readers`()
    throws
  {
    let schema = try KepatuhanSchema(
      xsdBytes: MutatedDocumentTests.bytes("kepatuhan-1.xsd"), name: "kepatuhan-1.xsd")
    let original = try MutatedDocumentTests.bytes("contoh/63.05.12-2026-TW1.xml")
    let other = try MutatedDocumentTests.bytes("contoh/35.08.09-2026-TW1.xml")
    _ = try KepatuhanReader.document(from: original, schema: schema)
    var accidents = Accidents(
      "xml",
      tokens: [
        "<", ">", "&", "&e;", "&#0;", "\"", "<!DOCTYPE x [<!ENTITY e \"e\">]>", "<![CDATA[", "]]>",
        "<!--", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<?php ", "</desa>", "<desa>",
        "xmlns=\"\"", "<xi:include href=\"file:///etc/passwd\"/>", " a=\"\"", "tepat-waktu",
      ])
    let count = Torture.count(200, long: 10_000)
    var refused = 0
    for number in 0..<count {
      let bytes = accidents.happen(to: original, near: other)
      let context: Comment = "accident \(number), benih \(Torture.seed)"
      do {
        try FuzzEntry.export(bytes)
        _ = try KepatuhanReader.document(from: bytes, schema: schema)
      } catch let document as FaultyDocument {
        refused += 1
        #expect(!document.faults.isEmpty, context)
        let lines = 0...(bytes.count { $0 == UInt8(ascii: "\n") } + 1)
        #expect(
          document.faults.allSatisfy { !$0.message.isEmpty && lines.contains($0.line) },
          "\(context) \(document.faults)")
      } catch {
        Issue.record("accident \(number), benih \(Torture.seed): \(error)")
      }
    }
    #expect(refused > count / 2)
    Torture.report("\(count) dokumen XML berubah, \(refused) ditolak")
  }

  private static let sheet = """
    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>laporan</t></is></c></row>
    <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" s="1"><v>46112</v></c>
    <c r="D3" t="str"><f>A1</f><v>a, "b"</v></c></row></sheetData>
    <mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells></worksheet>
    """

  @Test func `a mutated workbook is read, or refused, with a line a row`() throws {
    let sheet = Array(MutatedDocumentTests.sheet.utf8)
    var whole = MadeWorkbook.rows("")
    whole.more = [MadeArchive.Entry("xl/worksheets/sheet1.xml", sheet)]
    var accidents = Accidents(
      "lembar",
      tokens: [
        "<", ">", "&amp;", "\"", "<row>", "<c>", "</c>", "<v>", "<!DOCTYPE x>", "r=\"XFD1048576\"",
        "t=\"s\"", "ref=\"A1:XFD9\"", "1E308", "PK\u{3}\u{4}", "../", "s=\"1\"",
      ])
    let count = Torture.count(300, long: 10_000)
    for number in 0..<count {
      let part = accidents.happen(to: sheet, near: Array("<sst><si><t>x</t></si></sst>".utf8))
      let archive = accidents.happen(to: whole.bytes, near: sheet)
      do {
        try FuzzEntry.workbook(part)
        try FuzzEntry.readWorkbook(archive)
      } catch {
        Issue.record("accident \(number), benih \(Torture.seed): \(error)")
      }
    }
    Torture.report("\(count) buku kerja berubah")
  }
}
