import Answers
import CivilCalendar
import ComplianceModel
import Exchange
import TestSupport
import Testing

/// What a roll-up reads of an export that passes by.
struct SubmittedExportReaderTests {
  private func read(_ text: String) throws -> SubmittedExport {
    try SubmittedExportReader.export(
      in: Array(text.utf8), named: "a.xml", schema: Files.schema())
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

  @Test func `a document cut off anywhere is a fault`() throws {
    let text = Array(try Sample().text().utf8)
    for end in stride(from: 1, to: text.count - 2, by: 97) {
      #expect(throws: FaultyDocument.self) {
        try SubmittedExportReader.export(
          in: Array(text.prefix(end)), named: "a.xml", schema: Files.schema())
      }
    }
  }

  @Test func `deep nesting and more bytes than a kecamatan has are refused`() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try !faults(deep).isEmpty)
    #expect(throws: XMLFailure.tooLarge(byteCount: KepatuhanReader.byteLimit + 1)) {
      try SubmittedExportReader.export(
        in: [UInt8](repeating: 32, count: KepatuhanReader.byteLimit + 1), named: "a.xml",
        schema: Files.schema())
    }
  }

  @Test func `a recap is named as what it is`() throws {
    let faults = try faults("<rekap xmlns=\"urn:tenggat:rekap:1\" versi=\"1\"/>")
    #expect(faults.map(\.message) == ["ini rekap hasil gabung; sebut ekspor tiap kecamatan"])
  }
}
