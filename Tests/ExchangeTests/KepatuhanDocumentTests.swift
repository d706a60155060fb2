import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import Exchange
import TestSupport
import Testing

struct KepatuhanDocumentTests {
  private let quarter: DutyStatement.Duty

  init() throws {
    quarter = .quarter(try #require(Quarter(year: 2026, number: 1)))
  }

  @Test func `what was judged in a quarter is the golden document, and valid`() throws {
    let document = try SmallKecamatan().document(quarter)
    let bytes = try KepatuhanWriter.bytes(of: document)
    try Files.expectGolden(bytes, "terhitung.xml")
    #expect(try Files.schema().validate(bytes) == [])
  }

  @Test func `the order of the obligations does not show in the bytes`() throws {
    for duty in [quarter, .year(2026)] {
      let kecamatan = try SmallKecamatan()
      let bytes = try KepatuhanWriter.bytes(of: kecamatan.document(duty))
      for _ in 0..<5 { #expect(try KepatuhanWriter.bytes(of: kecamatan.document(duty)) == bytes) }
      let reversed = kecamatan.document(duty, isReversed: true)
      #expect(try KepatuhanWriter.bytes(of: reversed) == bytes)
    }
  }

  @Test func `the reports of the office come by code, then by period`() throws {
    let reports = try SmallKecamatan().document(.year(2026)).statement.reports
    #expect(
      reports.map { "\($0.code) \($0.standing.period)" } == [
        "LKAT 2025", "LKIP 2025", "LKPJ 2025", "LPPD 2025", "RFK 2025-TW4", "RFK 2026-TW1",
        "RFK 2026-TW2", "RFK 2026-TW3", "Renja 2027",
      ])
  }

  @Test func `the documents of a desa come as the calendar lists them, then by period`() throws {
    let villages = try SmallKecamatan().document(.year(2026)).statement.villages
    #expect(villages.map(\.code.description) == ["63.05.12.2001", "63.05.12.2002"])
    #expect(
      villages.map { $0.documents.map { "\($0.code) \($0.standing.period)" } } == [
        [
          "RPJMDes 2025", "RealisasiDes 2025-S2", "RealisasiDes 2026-S1", "LPPDesa 2025",
          "APBDes 2027",
        ],
        ["RealisasiDes 2025-S2", "RealisasiDes 2026-S1", "LPPDesa 2025", "APBDes 2027"],
      ])
  }

  @Test func `recommendations come by desa, then by period`() throws {
    let recommendations = try SmallKecamatan().document(.year(2026)).statement.recommendations
    #expect(
      recommendations.map { "\($0.village) \($0.standing.period)" }
        == ["63.05.12.2001", "63.05.12.2002"].flatMap { village in
          (1...4).map { "\(village) 2026-TW\($0)" }
        })
  }

  @Test func `a quarter counts the documents of the whole year`() throws {
    let kecamatan = try SmallKecamatan()
    for duty in [quarter, .year(2026)] {
      let villages = kecamatan.document(duty).statement.villages
      #expect(villages.map(\.present) == [2, 0])
      #expect(villages.map(\.required) == [4, 3])
    }
  }

  @Test func `the summary counts every obligation that is listed`() throws {
    for duty in [quarter, .year(2026)] {
      let document = try SmallKecamatan().document(duty)
      let standings =
        document.statement.reports.map(\.standing)
        + document.statement.recommendations.map(\.standing)
        + document.statement.villages.flatMap(\.documents).map(\.standing)
      #expect(
        document.statement.summary.required + document.statement.summary.exempt == standings.count)
      #expect(document.statement.summary.onTime == standings.count { $0.status == .onTime })
      #expect(document.statement.summary.overdue == standings.count { $0.status == .overdue })
    }
  }

  @Test func `an extension moves the due date and leaves the duty quarter`() throws {
    let report = try SmallKecamatan().document(quarter).statement.reports.first { $0.code == "RFK" }
    #expect(report?.standing.due == (try day("2026-04-15")))
    #expect(report?.standing.quarter?.number == 1)
    #expect(report?.standing.status == .waiting)
  }

  @Test func `a report that was returned keeps its first date and the evidence of that row`() throws
  {
    let reports = try SmallKecamatan().document(quarter).statement.reports
    let again = try #require(reports.first { $0.code == "LPPD" }).standing
    #expect(again.date == (try day("2026-02-20")))
    #expect(again.evidence == String(repeating: "11", count: 32))
    let open = try #require(reports.first { $0.code == "LKPJ" }).standing
    #expect(open.date == nil)
    #expect(open.evidence == nil)
  }

  @Test func `an empty hash is no evidence`() throws {
    let document = try SmallKecamatan().document(quarter, evidence: { _ in "" })
    let bytes = try KepatuhanWriter.bytes(of: document)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("sha256"))
  }

  @Test func `without a signature there is no endorsement, whoever is camat`() throws {
    let document = try SmallKecamatan().document(quarter)
    #expect(document.endorsement == nil)
    let bytes = try KepatuhanWriter.bytes(of: document)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("pengesahan"))
    #expect(try Files.schema().validate(bytes) == [])
    #expect(try KepatuhanReader.document(from: bytes, schema: Files.schema()) == document)
  }

  @Test func `a signature is told with its own day and who held the office then`() throws {
    let kecamatan = try SmallKecamatan()
    let signed = kecamatan.asOf.adding(days: 9)
    let endorsement = KepatuhanDocument.Endorsement(kecamatan.officials[0], signedOn: signed)
    let document = kecamatan.document(quarter, endorsement: endorsement)
    #expect(
      document.endorsement
        == KepatuhanDocument.Endorsement(
          role: "camat", name: "Plt. Nama Camat", employeeNumber: "000000000000000000",
          date: signed))
    let bytes = try KepatuhanWriter.bytes(of: document)
    #expect(String(decoding: bytes, as: UTF8.self).contains(" tanggal=\"\(signed)\"/>"))
    #expect(try KepatuhanReader.document(from: bytes, schema: Files.schema()) == document)
  }

  @Test func `an endorsement of an earlier version, without a name, is read`() throws {
    let document = try SmallKecamatan().document(
      quarter,
      endorsement: KepatuhanDocument.Endorsement(
        role: "camat", name: nil, employeeNumber: nil, date: nil))
    let bytes = try KepatuhanWriter.bytes(of: document)
    #expect(String(decoding: bytes, as: UTF8.self).contains(#"<pengesahan jabatan="camat"/>"#))
    #expect(try KepatuhanReader.document(from: bytes, schema: Files.schema()) == document)
  }

  @Test func `a year's document is valid`() throws {
    let bytes = try KepatuhanWriter.bytes(of: SmallKecamatan().document(.year(2026)))
    #expect(try Files.schema().validate(bytes) == [])
  }
}
