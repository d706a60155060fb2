import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import Exchange
import TestSupport
import Testing

struct KepatuhanReaderTests {
  private func read(_ text: String) throws -> KepatuhanDocument {
    try KepatuhanReader.document(from: Array(text.utf8), schema: Files.schema())
  }

  /// The faults of a text that must not be read.
  private func faults(_ text: String) throws -> [SchemaFault] {
    let error = #expect(throws: FaultyDocument.self) { try read(text) }
    return error?.faults ?? []
  }

  @Test func `what was judged reads back equal, for a quarter and a year`() throws {
    let quarter = try #require(Quarter(year: 2026, number: 1))
    for duty in [DutyStatement.Duty.quarter(quarter), .year(2026)] {
      let document = try SmallKecamatan().document(duty)
      let bytes = try KepatuhanWriter.bytes(of: document)
      #expect(try KepatuhanReader.document(from: bytes, schema: Files.schema()) == document)
    }
  }

  @Test func `a document without an obligation reads back equal`() throws {
    let document = try Sample.empty(duty: .year(2026)).document
    #expect(try read(Sample.empty(duty: .year(2026)).text()) == document)
  }

  @Test func `every part and every absence reads back, and writes the same bytes`() throws {
    let sample = try Sample()
    let document = try read(sample.text())
    #expect(document.statement.reports == sample.document.statement.reports)
    #expect(document.statement.villages == sample.document.statement.villages)
    #expect(document.statement.recommendations == sample.document.statement.recommendations)
    #expect(document.statement.summary == sample.summary)
    #expect(document.endorsement == sample.endorsement)
    #expect(document.ledgers == sample.ledgers)
    #expect(document.made == sample.document.made)
    #expect(document.regions == sample.document.regions)
    #expect(
      document.statement.indicators.map { $0.value?.text() }
        == sample.indicators.map { $0.value?.text() })
    #expect(
      String(decoding: try KepatuhanWriter.bytes(of: document), as: UTF8.self)
        == (try sample.text()))
  }

  @Test func `the first watched days read back, and are not written where there are none`() throws {
    var sample = try Sample()
    #expect(!(try sample.text().contains("dipantau_sejak")))
    sample.watchedSince = try day("2025-10-01")
    sample.villageWatchedSince = try day("2026-01-01")
    let text = try sample.text()
    #expect(text.split(separator: " dipantau_sejak=\"2025-10-01\"").count == 2)
    let document = try read(text)
    #expect(document.statement.watchedSince == sample.watchedSince)
    #expect(document.statement.villages.map(\.watchedSince) == [sample.villageWatchedSince, nil])
    for wrong in ["2025-TW4", "2025", ""] {
      let changed = text.replacing(
        "dipantau_sejak=\"2025-10-01\"", with: "dipantau_sejak=\"\(wrong)\"")
      #expect(try faults(changed).map(\.line) == [2])
    }
  }

  @Test(arguments: [
    "Désa Ålé 村 😀", #"A & "B" <C>, d'é"#, "]]> -- <!-- &amp;", " tepi\t\r\n ", "",
  ])
  func `a name reads back as it was`(name: String) throws {
    var sample = try Sample()
    sample.villageName = name
    sample.kecamatanName = name
    let document = try read(sample.text())
    #expect(document.statement.villages.first?.name == name)
    #expect(document.regions.kecamatanName == name)
  }

  @Test func `comments and another spelling of the same XML change nothing`() throws {
    let text = try Sample().text()
    let spelled =
      text
      .replacing("<ringkasan ", with: "<!-- catatan --><ringkasan\n  ")
      .replacing(">Hatungun<", with: "><![CDATA[Hatu]]><!-- x -->ng&#117;n<")
    try #require(spelled != text)
    #expect(try read(spelled) == read(text))
  }

  @Test(arguments: [
    (#"tahun="2026""#, #"tahun="1899""#),
    (#"per_tanggal="2026-03-20""#, #"per_tanggal="1026-03-20""#),
    (#"dibuat="2026-03-20T08:00:00"#, #"dibuat="2026-03-20T24:00:00"#),
    (#"provinsi kode="63""#, #"provinsi kode="64""#),
    (#"kabupaten kode="63.05""#, #"kabupaten kode="63.06""#),
    (#"periode="2025" triwulan="1""#, #"periode="1025" triwulan="1""#),
    (#"ada="5""#, #"ada="1000000000""#),
    (#"ada="5""#, #"ada="99999999999999999999999999""#),
    (#"wajib="6" disampaikan"#, #"wajib="7" disampaikan"#),
    (#"disampaikan="4""#, #"disampaikan="5""#),
    (#"persen_berjalan="60.00""#, #"persen_berjalan="61.00""#),
    (#" persen_berjalan="60.00""#, ""),
    (#"capaian="122.45""#, #"capaian="99999999999999999999.45""#),
  ])
  func `what the schema lets pass and no office has is a fault on its line`(
    excerpt: String, replacement: String
  ) throws {
    let text = try Sample().text()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains(excerpt) }) + 1
    let parts = text.split(separator: excerpt, maxSplits: 1, omittingEmptySubsequences: false)
    #expect(try faults(parts.joined(separator: replacement)).map(\.line) == [line])
  }

  @Test func `a count of 999 999 999 is read`() throws {
    let text = try Sample().text().replacing(#"ada="5""#, with: #"ada="999999999""#)
    #expect(try read(text).statement.villages.first?.present == 999_999_999)
  }

  /// The whole budget of an office in rupiah, the smallest that was once refused, and the largest that
  /// twelve rows of fifteen digits come to.
  @Test(arguments: [
    (2_309_412_300, 2_412_650_000), (1_000_000_000, 1), (11_999_999_999_999_988, 1),
  ])
  func `an indicator in rupiah reads back equal`(numerator: Int, denominator: Int) throws {
    var sample = try Sample()
    sample.indicators = [
      DutyStatement.Indicator(
        code: "H09", role: "sekcam", name: "Persentase Penyerapan Anggaran",
        numerator: numerator, denominator: denominator,
        value: .percent(Ratio(numerator, of: denominator)), achievement: nil),
      DutyStatement.Indicator(
        code: "J36", role: nil, name: "Jumlah", numerator: numerator, denominator: nil,
        value: .count(numerator), achievement: Ratio(Int.max, of: 10_000)),
    ]
    #expect(try read(sample.text()).statement.indicators == sample.indicators)
  }

  @Test func `an amount that no ledger holds is a fault`() throws {
    let text = try Sample().text()
    let largest = text.replacing(#"pembilang="48""#, with: #"pembilang="12000000000000000""#)
    #expect(try read(largest).statement.indicators[1].numerator == 12_000_000_000_000_000)
    let tooLarge = text.replacing(#"pembilang="48""#, with: #"pembilang="12000000000000001""#)
    #expect(try faults(tooLarge).count == 1)
  }

  @Test func `a sum that is not the sum of its parts is told with both`() throws {
    let text = try Sample().text().replacing(#"wajib="6" dis"#, with: #"wajib="7" dis"#)
    #expect(
      try faults(text).first?.message == "wajib tertulis 7, padahal hitungannya 6")
  }

  @Test func `a document that is cut off is a fault at every length`() throws {
    let bytes = Array(try Sample().text().utf8)
    let schema = try Files.schema()
    for length in stride(from: 0, to: bytes.count - 1, by: 61) {
      let error = #expect(throws: FaultyDocument.self, "\(length)") {
        try KepatuhanReader.document(from: Array(bytes.prefix(length)), schema: schema)
      }
      #expect(error?.faults.isEmpty == false)
    }
  }

  @Test(arguments: [
    "", "bukan xml", "<kepatuhan/>", #"<kepatuhan xmlns="urn:tenggat:kepatuhan:1"/>"#,
  ])
  func `what is no document is a fault`(text: String) throws {
    #expect(try !faults(text).isEmpty)
  }

  @Test func `another namespace is a fault`() throws {
    let text = try Sample().text().replacing("kepatuhan:1", with: "kepatuhan:2")
    #expect(try !faults(text).isEmpty)
  }

  @Test func `entities are not expanded, however many they would become`() throws {
    let levels = (1...9).map { level in
      "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
    }
    let bomb = "<!DOCTYPE kepatuhan [<!ENTITY a0 \"ha\">\(levels.joined())]>\n<kepatuhan"
    let text = try Sample().text().replacing("<kepatuhan", with: bomb)
    for place in ["A", "&a9;"] {
      #expect(try !faults(text.replacing(">Hatungun<", with: ">\(place)<")).isEmpty)
      #expect(try !faults(text.replacing(#"nama="Tarungin""#, with: #"nama="\#(place)""#)).isEmpty)
    }
  }

  @Test func `a file above the limit is not even parsed`() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: KepatuhanReader.byteLimit + 1)
    let error = #expect(throws: XMLFailure.self) {
      try KepatuhanReader.document(from: bytes, schema: Files.schema())
    }
    #expect(error == .tooLarge(byteCount: bytes.count))
    #expect(throws: FaultyDocument.self) {
      try KepatuhanReader.document(from: bytes.dropLast(), schema: Files.schema())
    }
  }

  @Test func `elements nested without end are a fault`() throws {
    #expect(try !faults(String(repeating: "<a>", count: 100_000)).isEmpty)
  }

  @Test func `bytes changed at random are read or refused, and never stop the program`() throws {
    let bytes = Array(try Sample().text().utf8)
    let schema = try Files.schema()
    var random = SplitMix64(seed: 63_05_12)
    var refused = 0
    for _ in 0..<500 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        changed[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      do {
        _ = try KepatuhanReader.document(from: changed, schema: schema)
      } catch let error as FaultyDocument {
        #expect(!error.faults.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 100)
  }
}
