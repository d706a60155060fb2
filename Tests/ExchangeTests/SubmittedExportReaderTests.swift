import Answers
import CivilCalendar
import ComplianceModel
import Exchange
import Foundation
import TestSupport
import Testing

/// What a roll-up reads of an export that passes by.
struct SubmittedExportReaderTests {
  private func read(_ text: String) throws -> SubmittedExport {
    try read(Array(text.utf8)[...], Files.exportReader())
  }

  /// Reads bytes that come in pieces.
  private func read(
    _ bytes: ArraySlice<UInt8>, _ reader: SubmittedExportReader, piece: Int = .max
  ) throws -> SubmittedExport {
    var rest = bytes
    return try reader.export(named: "a.xml") { buffer in
      let next = rest.prefix(min(piece, buffer.count))
      buffer.copyBytes(from: next)
      rest = rest.dropFirst(next.count)
      return next.count
    }
  }

  private func faults(_ text: String) throws -> [SchemaFault] {
    let error = #expect(throws: FaultyDocument.self) { try read(text) }
    return error?.faults ?? []
  }

  @Test func `it says what the whole document says`() throws {
    var sample = try Sample()
    sample.watchedSince = try day("2025-10-01")
    let text = try sample.text()
    let (export, document) = (try read(text), sample.document)
    #expect(export.file == "a.xml" && export.kecamatan == document.regions.kecamatan)
    #expect(export.kecamatanName == document.regions.kecamatanName)
    #expect(export.regencyName == document.regions.regencyName)
    #expect(export.provinceName == document.regions.provinceName)
    #expect(export.duty == document.statement.duty && export.asOf == document.statement.asOf)
    #expect(export.watchedSince == document.statement.watchedSince)
    #expect(export.made == document.made && export.tally == document.statement.summary)
    #expect(export.ledgers.map(\.ledger) == document.ledgers)
    let lines = text.split(separator: "\n").map(String.init)
    for mark in export.ledgers {
      #expect(lines[mark.line - 1].contains("berkas=\"\(mark.ledger.file)\""))
    }
    #expect(
      export.reports == document.statement.reports.map(\.code).sorted().joined(separator: " "))
    #expect(
      export.indicators == document.statement.indicators.map(\.code).sorted().joined(separator: " ")
    )
  }

  @Test func `a document without an obligation is read`() throws {
    let sample = try Sample.empty(duty: .year(2026))
    #expect(try read(sample.text()).tally == sample.document.statement.summary)
  }

  @Test func `every fault of the schema is told, on its line`() throws {
    let text = try Sample().text()
    let lines = text.split(separator: "\n").map(String.init)
    let summary = try #require(lines.firstIndex { $0.contains("<ringkasan") })
    let report = try #require(lines.firstIndex { $0.contains("<laporan ") })
    let wrong = text.replacing("wajib=\"6\"", with: "wajib=\"enam\"")
      .replacing("status=\"lewat\"", with: "status=\"lupa\"")
    try #require(wrong != text)
    let told = try faults(wrong).map(\.line)
    #expect(told.contains(summary + 1) && told.contains { $0 > report && $0 <= report + 8 })
  }

  @Test func `a sum that is not that of its parts is refused`() throws {
    let text = try Sample().text().replacing("wajib=\"6\"", with: "wajib=\"7\"")
    let faults = try faults(text)
    #expect(faults.count == 1 && faults[0].message.contains("wajib tertulis 7"))
  }

  @Test func `a kabupaten that the kecamatan does not lie in is refused`() throws {
    let text = try Sample().text().replacing("kode=\"63.05\"", with: "kode=\"63.04\"")
    #expect(
      try faults(text).map(\.message) == ["63.04 bukan wilayah tempat kecamatan 63.05.12 berada"])
  }

  @Test(arguments: [
    "<!DOCTYPE kepatuhan><kepatuhan/>",
    "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;&b;\">]>\n<kepatuhan>&d;</kepatuhan>",
    "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
  ])
  func `a DTD is refused before anything in it is used`(_ text: String) throws {
    #expect(try faults(text).contains { $0.message.contains("DOCTYPE tidak diterima") })
  }

  @Test(arguments: [
    "", " ", "\0", "bukan XML", "<kepatuhan", "<a><b></a>", "<?xml version=\"1.0\"?>",
  ])
  func `what is no document is a fault with a line`(_ text: String) throws {
    let faults = try faults(text)
    #expect(!faults.isEmpty && faults.allSatisfy { $0.line >= 0 && !$0.message.isEmpty })
  }

  @Test func `a document cut off anywhere is a fault, and the next one is read by the same reader`()
    throws
  {
    let text = Array(try Sample().text().utf8)
    let reader = try Files.exportReader()
    let whole = try read(text[...], reader)
    for end in stride(from: 1, to: text.count - 2, by: 97) {
      #expect(throws: FaultyDocument.self) { try read(text.prefix(end), reader) }
      #expect(try read(text[...], reader) == whole)
    }
  }

  @Test func `the pieces in which a document comes change nothing`() throws {
    let text = Array(try Sample().text().utf8)
    let reader = try Files.exportReader()
    let whole = try read(text[...], reader)
    for piece in [1, 2, 3, 7, 100, 4096] {
      #expect(try read(text[...], reader, piece: piece) == whole)
    }
  }

  /// Blanks and a comment behind the first line, so that the bytes behind them lie elsewhere in what is read at
  /// once.
  private func moved(_ text: String, by count: Int) -> String {
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    let filling =
      String(repeating: "<!-- \(String(repeating: "x", count: 90)) -->", count: count / 100)
      + String(repeating: " ", count: count % 100)
    return text[..<end] + filling + text[end...]
  }

  @Test
  func `wherever the document is cut into the pieces that are read at once, it says the same`()
    throws
  {
    let text = try Sample().text()
    let reader = try Files.exportReader()
    let whole = try read(text)
    let wrong = text.replacing("status=\"lewat\"", with: "status=\"lupa\"")
    let wrongLines = try faults(wrong).map(\.line)
    let first = (1 << 16) - text.utf8.count
    for place in stride(from: first, through: 1 << 16, by: 53) {
      #expect(try read(Array(moved(text, by: place).utf8)[...], reader) == whole)
      let error = #expect(throws: FaultyDocument.self) {
        try read(Array(moved(wrong, by: place).utf8)[...], reader)
      }
      #expect(error?.faults.map(\.line) == wrongLines, "\(place)")
    }
  }

  @Test func `a byte order mark is passed over, and other encodings are refused`() throws {
    let text = try Sample().text()
    let bytes = Array(text.utf8)
    let reader = try Files.exportReader()
    #expect(try read([0xEF, 0xBB, 0xBF] + bytes[...], reader) == read(text))
    let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let ebcdic: [UInt8] = [0x4C, 0x6F, 0xA7, 0x94]
    let swapped = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let inUTF16 = "penyandian UTF-16 tidak diterima: simpan berkas ini sebagai UTF-8"
    let packed = "berkas ini dikemas (zip atau gzip): buka kemasannya dahulu"
    let none = "berkas tidak memuat dokumen XML"
    for (bytes, message) in [
      ([0xFF, 0xFE] + wide, inUTF16), (wide, inUTF16), ([0xFE, 0xFF] + swapped, inUTF16),
      (swapped, inUTF16), ([0x3C, 0x00], inUTF16), ([0x1F, 0x8B, 0x08], packed),
      (Array("PK\u{3}\u{4}".utf8), packed), ([0x1F], none), (ebcdic, none),
      ([0xEF, 0xBB, 0xBF], none), ([], none),
    ] {
      let error = #expect(throws: FaultyDocument.self) { try read(bytes[...], reader) }
      #expect(error?.faults.map(\.message) == [message])
    }
  }

  @Test(arguments: ["ISO-8859-1", "UTF-16", "utf-7", "x"])
  func `a document that says it is in another encoding is refused by its name`(_ name: String)
    throws
  {
    let text = try Sample().text()
    let other = text.replacing("encoding=\"UTF-8\"", with: "encoding='\(name)'")
    #expect(
      try faults(other).map(\.message) == [
        "penyandian \(name) tidak diterima: simpan berkas ini sebagai UTF-8"
      ])
    let known = text.replacing("encoding=\"UTF-8\"", with: "encoding='utf-8' standalone='yes'")
    #expect(try read(known) == read(text))
    let silent = text.replacing(" encoding=\"UTF-8\"", with: "")
    #expect(try read(silent) == read(text))
  }

  // MARK: - Keys

  private static let repeatedLines: [(element: String, key: String)] = [
    ("<laporan ", "laporan dengan kode LPPD, periode 2025 sudah ada"),
    ("<desa ", "desa dengan kode 63.05.12.2001 sudah ada"),
    ("<rekomendasi ", "rekomendasi dengan desa 63.05.12.2001, periode 2026-TW1 sudah ada"),
    ("<indikator ", "indikator dengan kode"),
    ("<sidik_buku ", "sidik_buku dengan berkas 63.05.12/2025.csv sudah ada"),
  ]

  @Test(arguments: repeatedLines)
  func `what the schema lets stand once is told where it stands twice`(
    _ element: String, _ message: String
  ) throws {
    let text = try Sample().text()
    let name = element.dropFirst().dropLast()
    let start = try #require(text.range(of: element))
    let rest = text[start.lowerBound...]
    let tag = rest[...(try #require(rest.firstIndex(of: ">")))]
    let part: Substring
    if tag.hasSuffix("/>") {
      part = tag
    } else {
      part = rest[..<(try #require(rest.range(of: "</\(name)>")).upperBound)]
    }
    let twice = text.replacingCharacters(in: start.lowerBound..<start.lowerBound, with: part + "\n")
    let line = text[..<start.lowerBound].count { $0 == "\n" } + 1 + part.count { $0 == "\n" } + 1
    let told = try faults(twice)
    #expect(told.count == 1 && told[0].line == line, "\(told)")
    #expect(told[0].message.contains(message), "\(told)")
    // libxml2 itself finds the same fault in the whole schema.
    #expect(try Files.schema().validate(Array(twice.utf8)).map(\.line) == [line])
  }

  @Test func `one report of two periods, and one code in two lists, are no repetition`() throws {
    let text = try Sample().text()
    let start = try #require(text.range(of: "<laporan "))
    let end = try #require(text.range(of: "</laporan>"))
    let other = text[start.lowerBound..<end.upperBound]
      .replacing(#/periode="[^"]*"/#, with: "periode=\"1999\"")
    let both = text.replacingCharacters(in: start.lowerBound..<start.lowerBound, with: other)
    #expect(try Files.schema().validate(Array(both.utf8)) == [])
    _ = try read(both)
  }

  // MARK: - Size

  /// An export with many documents of one desa, which is made while it is read.
  private func large(_ sample: String, bytes: Int) throws -> (SubmittedExport, Int) {
    let end = try #require(sample.range(of: "</desa>")?.lowerBound)
    let (head, tail) = (Array(sample[..<end].utf8), Array(sample[end...].utf8))
    func line(_ number: Int) -> [UInt8] {
      Array(
        ("<dokumen kode=\"RKPDes-\(number)\" periode=\"2027\" triwulan=\"3\" tenggat=\"2026-09-30\" "
          + "status=\"tepat-waktu\" tanggal=\"2026-09-20\"/>\n").utf8)
    }
    var (given, rest) = (0, head[...])
    var isOver = false
    let reader = try Files.exportReader()
    let export = try reader.export(named: "a.xml") { buffer in
      if rest.isEmpty, !isOver {
        isOver = given >= bytes
        rest = isOver ? tail[...] : line(given)[...]
      }
      let next = rest.prefix(buffer.count)
      buffer.copyBytes(from: next)
      rest = rest.dropFirst(next.count)
      given += next.count
      return next.count
    }
    return (export, given)
  }

  @Test func `a document far larger than one that is kept is read`() throws {
    let sample = try Sample().text()
    let (export, given) = try large(sample, bytes: 3 * KepatuhanReader.byteLimit)
    #expect(try export.tally == read(sample).tally && given > 3 * KepatuhanReader.byteLimit)
  }

  @Test(arguments: [99, 100, 101])
  func `elements in a hundred others are judged, and no deeper ones`(_ depth: Int) throws {
    let text = try Sample().text().replacing(
      "<wilayah>",
      with: "<wilayah>"
        + String(
          repeating: "<a>", count: depth - 2))
    let deep = try faults(text).contains { $0.message.contains("lebih dari 100 elemen lain") }
    #expect(deep == (depth > 100))
  }

  @Test func `deep nesting, endless texts and endless tags are refused before they grow`() throws {
    for (opening, filling) in [
      ("<a>", "<a>"), ("<a>", "x"), ("<a ", " "), ("<a>", " "), ("<a b=\"", "y"),
      ("<a>", "<![CDATA[x]]>"), ("<a>", "x<!-- -->"),
    ] {
      let (head, tail) = (Array(opening.utf8), Array(filling.utf8))
      var given = 0
      let reader = try Files.exportReader()
      let error = #expect(throws: FaultyDocument.self) {
        try reader.export(named: "a.xml") { buffer in
          guard given < 64 << 20 else { throw Endless() }
          for place in buffer.indices {
            buffer[place] =
              given < head.count ? head[given] : tail[(given - head.count) % tail.count]
            given += 1
          }
          return buffer.count
        }
      }
      #expect(error != nil && given < 20 << 20, "\(opening)\(filling)… \(given)")
    }
  }

  private struct Endless: Error {}

  @Test func `a recap is named as what it is`() throws {
    let faults = try faults("<rekap xmlns=\"urn:tenggat:rekap:1\" versi=\"1\"/>")
    #expect(faults.map(\.message) == ["ini rekap hasil gabung; sebut ekspor tiap kecamatan"])
  }
}
