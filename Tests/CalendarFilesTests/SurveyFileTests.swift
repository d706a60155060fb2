import CalendarFiles
import Compliance
import ComplianceModel
import TestSupport
import Testing

extension PredicateScale {
  /// A scale of nine elements, as PermenPANRB 14/2017 has.
  static let ofNine = PredicateScale(
    name: "ikm-uji", title: "Mutu pelayanan", source: LegalSource(title: "Peraturan uji"),
    confidence: .known, includesLowerBound: true,
    grades: [Grade(letters: "A", name: "Baik", from: 8831)],
    elements: [
      "Persyaratan", "Sistem, mekanisme, dan prosedur", "Waktu penyelesaian", "Biaya/tarif",
      "Produk spesifikasi jenis pelayanan", "Kompetensi pelaksana", "Perilaku pelaksana",
      "Penanganan pengaduan, saran, dan masukan", "Sarana dan prasarana",
    ])
}

/// Tables of answers, as offices save them.
struct SurveyFileTests {
  private static func read(
    _ text: String, scale: PredicateScale? = .ofNine
  ) -> (tally: SurveyTally?, findings: [Finding]) {
    let (tally, findings, faults) = SurveyFile.read(
      Array(text.utf8), file: "survei.csv", scale: scale)
    #expect(faults >= findings.count { $0.severity == .fault } - 1)
    return (tally, findings)
  }

  /// Reads a table without findings.
  private static func tally(
    _ text: String, scale: PredicateScale? = .ofNine,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> SurveyTally {
    let (tally, findings) = read(text, scale: scale)
    #expect(findings.isEmpty, "\(findings.map(\.line))", sourceLocation: sourceLocation)
    return try #require(tally, sourceLocation: sourceLocation)
  }

  /// The sums of the elements, `U1=7/2` for two answers that add up to seven.
  private static func sums(_ tally: SurveyTally) -> [String] {
    zip(tally.elements, tally.everyone.answers).filter { $1.count > 0 }
      .map { "\($0.code)=\($1.sum)/\($1.count)" }
  }

  /// One table: two elements, a service, a name and a remark, three respondents.
  private static let table = #"""
    no,layanan,U1,U2,saran
    1,KTP-el,4,3,
    2,ktp el,3,,"cepat, ""ramah"""
    3,Surat Pengantar, ,2,

    """#

  @Test(arguments: [
    table,
    table.replacing("\n", with: "\r\n"),
    "\u{FEFF}" + table,
    String(table.dropLast()),
    table.replacing("U1,U2", with: "u1,Unsur 2"),
    table.replacing("U1,U2", with: "1,U02"),
    table.replacing("U1,U2", with: "PERSYARATAN,Sistem mekanisme dan prosedur"),
    table.replacing("U1,U2", with: "U1. Persyaratan,\"U2 Sistem, mekanisme dan prosedur\""),
    table.replacing("layanan", with: "Unit Layanan"),
    table.replacing("layanan", with: "jenis_layanan"),
    table.replacing("no,", with: "\"no\","),
    table.replacing("1,KTP-el,4,3,", with: "1,KTP-el,\"4\", 3 ,"),
    table.replacing("1,KTP-el,4,3,", with: "1,KTP-el,4,3,,,"),
    "\n,,,,\n" + table + "\n\n",
    table.replacing("cepat, ", with: "cepat; ").replacing(",", with: ";"),
    table.replacing("cepat, ", with: "cepat ").replacing(",", with: "\t"),
    table.replacing("cepat, ", with: "cepat\n"),
  ])
  func `one table in many spellings is one tally`(_ text: String) throws {
    let tally = try SurveyFileTests.tally(text)
    #expect(SurveyFileTests.sums(tally) == ["U1=7/2", "U2=5/2"])
    #expect(tally.everyone.respondents == 3)
    #expect(tally.services.map(\.name) == ["KTP-el", "Surat Pengantar"])
    #expect(tally.services.map(\.group.respondents) == [2, 1])
    #expect(tally.services.map { $0.group.answers[1].sum } == [3, 2])
  }

  @Test(arguments: ["4,3,2\n4, ,1\n", "4;3;2\n4;;1", "4\t3\t2\r\n4\t\t1\r\n", ",,\n4,3,2\n4,,1\n"])
  func `without a header the columns are the elements in order`(_ text: String) throws {
    let tally = try SurveyFileTests.tally(text)
    #expect(SurveyFileTests.sums(tally) == ["U1=8/2", "U2=3/1", "U3=3/2"])
    #expect(tally.everyone.respondents == 2)
    #expect(tally.services.isEmpty)
  }

  @Test func `one column needs no separator`() throws {
    #expect(SurveyFileTests.sums(try SurveyFileTests.tally("U3\n4\n\n3\n")) == ["U3=7/2"])
    #expect(SurveyFileTests.sums(try SurveyFileTests.tally("4\n3\n")) == ["U1=7/2"])
  }

  @Test func `columns may come in any order`() throws {
    let tally = try SurveyFileTests.tally("U2,nama,U1\n4,x,1\n")
    #expect(SurveyFileTests.sums(tally) == ["U1=1/1", "U2=4/1"])
  }

  @Test func `what is asked about the respondent is left aside`() throws {
    let headings =
      "no;nomor;responden;Nama;tanggal;waktu;Timestamp;umur;Usia;Jenis Kelamin;JK;pendidikan;"
      + "Pekerjaan;alamat;desa;saran;kritik;keterangan;U1"
    let tally = try SurveyFileTests.tally(
      headings + "\n" + String(repeating: "9;", count: 18) + "2\n")
    #expect(SurveyFileTests.sums(tally) == ["U1=2/1"])
  }

  @Test func `elements are named by the scale, and without one by their code`() throws {
    let nine = (1...9).map { "U\($0)" }.joined(separator: ",")
    let tally = try SurveyFileTests.tally(nine + "\n4,4,4,4,4,4,4,4,4\n")
    #expect(tally.elements.map(\.number) == Array(1...9))
    #expect(tally.elements.first?.name == "Persyaratan")
    #expect(tally.elements[8].name == "Sarana dan prasarana")
    #expect(try SurveyFileTests.tally("U2\n4\n", scale: nil).elements.map(\.name) == ["U2"])
  }

  @Test func `elements of the scale without a column are told as not used`() throws {
    let tally = try SurveyFileTests.tally("U1,U2,U4\n4,4,\n")
    let index = try #require(SatisfactionSurvey(tally, scale: .ofNine).index)
    #expect(index.hundredths == 10_000)
    #expect(index.unused.map(\.code) == ["U3", "U4", "U5", "U6", "U7", "U8", "U9"])
  }

  @Test(arguments: [9, 10, 14])
  func `an element beyond those of the scale is a fault at its column`(_ count: Int) throws {
    let heading = (1...count).map { "U\($0)" }.joined(separator: ",")
    let row = Array(repeating: "3", count: count).joined(separator: ",")
    let places = (9..<count).map { "1:\(28 + ($0 - 9) * 4)" }
    let (tally, findings) = SurveyFileTests.read("\(heading)\n\(row)\n")
    #expect((tally == nil) == (count > 9))
    #expect(findings.map { "\($0.place.line):\($0.place.column)" } == places)
    // Without a header, the first of them.
    let (bare, faults) = SurveyFileTests.read("\(row)\n\(row)\n")
    #expect((bare == nil) == (count > 9))
    #expect(faults.map { [$0.place.line, $0.place.column] } == (count > 9 ? [[1, 19]] : []))
    // A scale without elements, or of that many, takes them.
    #expect(SurveyFileTests.read("\(heading)\n\(row)\n", scale: nil).tally != nil)
  }

  @Test func `a running number without a heading is not taken for an element`() {
    let rows = (1...3).map { "\($0),3,3,3,3,3,3,3,3,3\n" }.joined()
    let (tally, findings) = SurveyFileTests.read(rows)
    #expect(tally == nil)
    #expect(
      findings.first?.remedy.spelled { _ in "" }.contains("'no' pada kolom nomor urut") == true)
    let headed = "no," + (1...9).map { "U\($0)" }.joined(separator: ",") + "\n" + rows
    #expect(SurveyFileTests.read(headed).tally?.everyone.respondents == 3)
  }

  @Test func `faults that are only counted are counted all the same`() {
    let (tally, findings, faults) = SurveyFile.read(
      Array(("U1\n" + String(repeating: "9\n", count: 1500)).utf8), file: "survei.csv",
      scale: .ofNine)
    #expect(tally == nil)
    #expect(findings.count == SurveyFile.mostFindings + 1)
    #expect(faults == 1500)
  }

  @Test func `a header of numbers is one from five columns on`() throws {
    let tally = try SurveyFileTests.tally("1,2,3,4,5\n4,4,4,4,4\n")
    #expect(tally.everyone.respondents == 1)
    let (four, findings) = SurveyFileTests.read("1,2,3,4\n4,4,4,4\n")
    #expect(four?.everyone.respondents == 2)
    #expect(findings.map(\.severity) == [.remark])
    // A first respondent with an answer that is none is not taken for a header.
    let (none, faults) = SurveyFileTests.read("4,3,5\n4,4,4\n")
    #expect(none == nil)
    #expect(faults.map(\.place) == [SourcePlace(file: "survei.csv", line: 1, column: 5)])
  }

  @Test func `a line without an answer is no respondent`() throws {
    let (tally, findings) = SurveyFileTests.read("no,U1,U2\n1,4,4\n2,,\n,,\n\n5,3,\n6,,\n")
    #expect(tally?.everyone.respondents == 2)
    #expect(findings.map(\.severity) == [.remark, .remark])
    #expect(findings.map(\.place.line) == [3, 7])
    #expect(findings.first?.what.hasPrefix("baris 3 sampai 4 ") == true)
  }

  @Test func `every fault is told with its line and column`() {
    let (tally, findings) = SurveyFileTests.read(
      "layanan,U1,U2\n\"KTP\"\"\",0,5\nKTP,3.5,\"4,0\"\nKTP,4,4\n\nKTP,4\nKTP,empat,\n")
    #expect(tally == nil)
    #expect(
      findings.map { [$0.place.line, $0.place.column] }
        == [[2, 9], [2, 11], [3, 5], [3, 10], [6, 1], [7, 5]])
  }

  @Test func `a fault behind a line break in quotes lies on its own line`() {
    let (_, findings) = SurveyFileTests.read("saran,U1\n\"satu\ndua\",7\n")
    #expect(findings.map(\.place) == [SourcePlace(file: "survei.csv", line: 3, column: 6)])
  }

  @Test func `a thousand faults are told and the rest counted`() throws {
    for (lines, told) in [(1000, 1000), (1001, 1001), (30_000, 1001)] {
      let text = "U1\n" + String(repeating: "9\n", count: lines)
      let findings = SurveyFileTests.read(text).findings
      #expect(findings.count == told)
      let last = try #require(findings.last)
      #expect(last.what.contains("\(lines - 1000) temuan") == (lines > 1000))
    }
  }

  @Test(.timeLimit(.minutes(15)))
  func `a damaged table is read to the end or refused`() throws {
    let pieces = [",", ";", "\t", "\"", "\n", "\r\n", "U1", "layanan", "4", "9", " ", "\u{0}", "é"]
    var random = SplitMix64(seed: 4)
    var refused = 0
    for _ in 0..<600 {
      var bytes = Array(SurveyFileTests.table.utf8)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...6, using: &random))
        let piece = pieces.randomElement(using: &random) ?? ""
        bytes.replaceSubrange(
          place..<end, with: Bool.random(using: &random) ? Array(piece.utf8) : [])
        if bytes.isEmpty { bytes = [UInt8.random(in: 0...255, using: &random)] }
      }
      let (tally, findings, _) = SurveyFile.read(bytes, file: "survei.csv", scale: .ofNine)
      let isRefused = findings.contains { $0.severity == .fault }
      #expect((tally == nil) == isRefused)
      #expect(findings.allSatisfy { $0.place.line > 0 && $0.place.column > 0 })
      if isRefused { refused += 1 }
    }
    #expect(refused > 200)
  }

  static let senseless: KeyValuePairs = [
    "headings": String(repeating: "x;", count: 60_000),
    "blank headings": String(repeating: ";", count: 60_000) + "U1",
    "answers in a line": String(repeating: "9,", count: 60_000),
    "a quote that is not closed": "U1,layanan\n\"" + String(repeating: "4\n", count: 60_000),
    "cells without a heading":
      "U1" + String(repeating: ",", count: 40_000) + "\n"
      + String(repeating: "x,", count: 40_000),
  ]

  @Test(.timeLimit(.minutes(15)), arguments: senseless.map(\.key))
  func `a table that makes no sense is soon refused`(_ name: String) throws {
    let text = try #require(SurveyFileTests.senseless.first { $0.key == name }?.value)
    #expect(SurveyFileTests.read(text).tally == nil)
  }

  @Test(arguments: [
    ("U3 Waktu", "U3"), ("u3. Waktu pelayanan", "U3"), ("U 3 Waktu", "U3"), ("U03-Waktu", "U3"),
    ("Unsur 9: sarana", "U9"), ("Wakt", "waktu"), ("U0sia", "usia"),
  ])
  func `a heading that opens with the code of an element is taken for nothing else`(
    _ heading: String, _ meant: String
  ) {
    let (tally, findings) = SurveyFileTests.read("U1,\(heading)\n4,3\n")
    #expect(tally == nil)
    #expect(findings.map(\.remedy) == ["mungkin maksudnya '\(meant)'"])
    #expect(findings.first?.place.column == 4)
    // One that the scale does not have is told as such.
    let beyond = SurveyFileTests.read("U1,U10 Waktu\n4,3\n").findings
    #expect(beyond.map(\.place.column) == [4])
    #expect(beyond.first?.remedy.actions == [.chooseScale])
  }

  @Test func `fourteen elements are read and fifteen are a fault`() {
    let row = Array(repeating: "4", count: 15).joined(separator: ";")
    #expect(SurveyFileTests.read(String(row.dropLast(2)), scale: nil).tally != nil)
    let (tally, findings) = SurveyFileTests.read(row, scale: nil)
    #expect(tally == nil)
    #expect(findings.map { [$0.place.line, $0.place.column] } == [[1, 29]])
  }
}
