public import Answers
import CivilCalendar
import Compliance
import ComplianceModel

/// Reads what a roll-up needs of the export of one kecamatan, which passes by and is not kept.
public enum SubmittedExportReader {
  /// Reads an export, and judges all of it.
  ///
  /// - Parameters:
  ///   - bytes: The export's file.
  ///   - file: The file as it is named to the user.
  ///   - schema: The schema that it must satisfy.
  /// - Returns: What it says.
  /// - Throws: As ``KepatuhanReader/document(from:schema:)``, for the values that are read.
  public static func export(
    in bytes: [UInt8], named file: String, schema: KepatuhanSchema
  ) throws -> SubmittedExport {
    var gathering = Gathering()
    let faults = try XMLCursor.walk(bytes, judgedBy: schema) { cursor in
      try gathering.take(cursor)
    }
    guard faults.isEmpty else {
      throw FaultyDocument(faults: gathering.isRecap ? [Messages.isRecap] : faults)
    }
    return try gathering.export(named: file)
  }
}

extension XMLCursor: KepatuhanAttributes {}

/// What was read of an export so far.
private struct Gathering {
  private var head: KepatuhanHead?
  private var regions: [KepatuhanDocument.Regions.Part] = []
  private var tally: Tally?
  private var ledgers: [SubmittedExport.Mark] = []
  private var reports: Set<String> = []
  private var indicators: Set<String> = []
  /// Whether it is a sum of exports, which is added up no further.
  private(set) var isRecap = false

  mutating func take(_ element: XMLCursor) throws {
    switch (element.depth, element.name) {
    case (0, let name):
      isRecap = name == RekapWriter.root && element.namespace == RekapWriter.namespace
      if !isRecap { head = try KepatuhanHead(element) }
    case (2, let name) where KepatuhanDocument.Regions.elements.contains(name):
      regions.append(try KepatuhanDocument.Regions.Part(element, name: element.text()))
    case (2, "laporan"): reports.insert(try element.value("kode"))
    case (2, "indikator"): indicators.insert(try element.value("kode"))
    case (1, "ringkasan"): tally = try Tally(element)
    case (1, "sidik_buku"):
      ledgers.append(
        SubmittedExport.Mark(
          try LedgerMark(element, chain: element.text()), line: element.line))
    default: break
    }
  }

  /// What a valid document said.
  func export(named file: String) throws -> SubmittedExport {
    guard let head, let tally else { throw FaultyDocument(line: 0, Messages.missing("ringkasan")) }
    let regions = try KepatuhanDocument.Regions(regions)
    return SubmittedExport(
      file: file, kecamatan: regions.kecamatan, provinceName: regions.provinceName,
      regencyName: regions.regencyName, kecamatanName: regions.kecamatanName, duty: head.duty,
      asOf: head.asOf, watchedSince: head.watchedSince, made: head.made, tally: tally,
      ledgers: ledgers, reports: reports, indicators: indicators)
  }
}
