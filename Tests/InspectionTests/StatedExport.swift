import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import Exchange
import TestSupport
import Testing

/// An export as the office makes it, of which only what it states of the ledgers matters here.
enum StatedExport {
  /// The document of a kecamatan without obligations.
  static func bytes(stating marks: [LedgerMark]) throws -> [UInt8] {
    let asOf = try day("2026-03-02")
    return try KepatuhanWriter.bytes(
      of: KepatuhanDocument(
        DutyStatement(
          duty: .year(2026), asOf: asOf, reports: [], villages: [], recommendations: [],
          indicators: [], summary: Tally()),
        made: ClockReading(date: asOf, secondOfDay: 8 * 3600, secondsFromUTC: 8 * 3600),
        regions: KepatuhanDocument.Regions(
          kecamatan: try region("63.05.12"), provinceName: "", regencyName: "", kecamatanName: ""),
        ledgers: marks))
  }
}
