import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import Exchange
import Testing

/// A small document in which what may be absent is there once and missing once.
///
/// The regions are real; nobody in it is.
struct Sample {
  var duty: DutyStatement.Duty
  var kecamatanName = "Hatungun"
  var villageName = "Tarungin"
  var watchedSince: CivilDate?
  var villageWatchedSince: CivilDate?
  var reports: [DutyStatement.OfficeReport]
  var villages: [DutyStatement.Village]
  var recommendations: [DutyStatement.Recommendation]
  var indicators: [DutyStatement.Indicator]
  var summary = Tally(
    onTime: 3, late: 1, overdue: 1, waiting: 1, exempt: 1, lateEntries: 1)
  var ledgers: [LedgerMark]
  var endorsement: KepatuhanDocument.Endorsement?

  private let kecamatan: RegionCode
  private let village: RegionCode
  private let asOf: CivilDate

  init() throws {
    let quarter = try #require(Quarter(year: 2026, number: 1))
    let due = try CivilDate("2026-02-27")
    let date = try CivilDate("2026-02-20")
    func standing(
      _ period: String, _ status: Status, due: CivilDate? = due,
      date: CivilDate? = nil, evidence: String? = nil
    ) throws -> DutyStatement.Standing {
      DutyStatement.Standing(
        period: try #require(Period(period)), quarter: due == nil ? nil : quarter, due: due,
        status: status, date: date, evidence: evidence)
    }

    duty = .quarter(quarter)
    asOf = try CivilDate("2026-03-20")
    let quarterEnd = try CivilDate("2026-03-31")
    kecamatan = try #require(RegionCode("63.05.12"))
    ledgers = [
      LedgerMark(
        kecamatan: kecamatan, year: 2025, rows: 123, chain: String(repeating: "0a", count: 32)),
      LedgerMark(
        kecamatan: kecamatan, year: 2026, rows: 0, chain: String(repeating: "9f", count: 32)),
    ]
    village = try #require(RegionCode("63.05.12.2001"))
    let bareVillage = try #require(RegionCode("63.05.12.2002"))
    let evidence = String(repeating: "b4", count: 32)
    reports = [
      DutyStatement.OfficeReport(
        code: "LPPD", name: "Laporan Penyelenggaraan Pemerintahan Daerah",
        standing: try standing("2025", .onTime, date: date, evidence: evidence)),
      DutyStatement.OfficeReport(
        code: "Renja", name: "Rencana Kerja Perangkat Daerah",
        standing: try standing("2027", .overdue)),
      DutyStatement.OfficeReport(
        code: "RFK", name: "Laporan Realisasi Fisik dan Keuangan",
        standing: try standing("2025-TW4", .late, date: asOf)),
      DutyStatement.OfficeReport(
        code: "Surat", name: "Laporan Penyediaan Jasa Surat Menyurat",
        standing: try standing("2026", .submitted, due: nil, date: date)),
    ]
    let documents = [
      DutyStatement.VillageDocument(
        code: "RealisasiDes", standing: try standing("2025-S2", .onTime, date: date)),
      DutyStatement.VillageDocument(
        code: "LPPDesa", standing: try standing("2025", .exempt)),
      DutyStatement.VillageDocument(
        code: "RPJMDes", standing: try standing("2026", .waiting, due: nil)),
    ]
    villages = [
      DutyStatement.Village(
        code: village, name: villageName, present: 5, required: 5, documents: documents),
      DutyStatement.Village(
        code: bareVillage, name: "", present: 0, required: 6, documents: []),
    ]
    recommendations = [
      DutyStatement.Recommendation(
        village: village, standing: try standing("2026-TW1", .onTime, due: quarterEnd, date: date)),
      DutyStatement.Recommendation(
        village: bareVillage, standing: try standing("2026-TW1", .dueSoon, due: quarterEnd)),
    ]
    indicators = [
      DutyStatement.Indicator(
        code: "H05", role: "sekcam", name: "Persentase laporan kinerja yang dibuat tepat waktu",
        numerator: 6, denominator: 7, value: .percent(Ratio(6, of: 7)),
        achievement: Ratio(600, of: 490)),
      DutyStatement.Indicator(
        code: "H14", role: "kasi-pemerintahan", name: "Jumlah dokumen laporan APBDes",
        numerator: 48, denominator: nil, value: .count(48), achievement: nil),
      DutyStatement.Indicator(
        code: "H01", role: "camat", name: "Indeks Kepuasan Masyarakat dalam Pelayanan",
        numerator: nil, denominator: nil, value: .index(Ratio(1225, of: 16)), achievement: nil),
      DutyStatement.Indicator(
        code: "H03", role: nil, name: "Persentase pengaduan masyarakat yang diselesaikan",
        numerator: 0, denominator: 0, value: nil, achievement: nil),
    ]
    endorsement = KepatuhanDocument.Endorsement(
      role: "camat", name: "Plt. Nama Camat", employeeNumber: "000000000000000000", date: asOf)
  }

  /// The document, with ``villageName`` as the name of the first desa.
  var document: KepatuhanDocument {
    let statement = DutyStatement(
      duty: duty, asOf: asOf, watchedSince: watchedSince, reports: reports,
      villages: villages.map {
        DutyStatement.Village(
          code: $0.code, name: $0.code == village ? villageName : $0.name,
          watchedSince: $0.code == village ? villageWatchedSince : nil, present: $0.present,
          required: $0.required, documents: $0.documents)
      },
      recommendations: recommendations, indicators: indicators, summary: summary)
    return KepatuhanDocument(
      statement,
      made: ClockReading(date: asOf, secondOfDay: 8 * 3600, secondsFromUTC: 8 * 3600),
      regions: KepatuhanDocument.Regions(
        kecamatan: kecamatan, provinceName: "", regencyName: "Tapin",
        kecamatanName: kecamatanName),
      endorsement: endorsement, ledgers: ledgers)
  }

  /// The document's text.
  func text() throws -> String {
    String(decoding: try KepatuhanWriter.bytes(of: document), as: UTF8.self)
  }

  /// The same without a single obligation, indicator or officer.
  static func empty(duty: DutyStatement.Duty) throws -> Sample {
    var sample = try Sample()
    sample.duty = duty
    sample.kecamatanName = ""
    sample.reports = []
    sample.villages = []
    sample.recommendations = []
    sample.indicators = []
    sample.summary = Tally()
    sample.endorsement = nil
    return sample
  }
}
