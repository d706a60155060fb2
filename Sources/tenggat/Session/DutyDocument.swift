internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import SystemPackage
internal import Workspace

/// The compliance of kecamatan in one duty year or quarter, as documents for others.
struct DutyDocument {
  let duty: DutyStatement.Duty
  /// The schema that every document must satisfy.
  let schema: KepatuhanSchema

  /// Reads the schema.
  init(_ duty: DutyStatement.Duty, _ data: ProgramData) throws {
    self.duty = duty
    let name = "kepatuhan-1.xsd"
    schema = try KepatuhanSchema(
      xsdBytes: try data.read(data.exports.appending(name)), name: name)
  }

  /// What a desk knows on a day.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk; its knowledge is the document's.
  ///   - day: The day of judging.
  ///   - made: When the document is made.
  ///   - endorsement: Who signed it; `nil` while nobody has.
  ///   - session: The run, in which it is said which dates wait for a holiday file.
  /// - Returns: The document, with the marks of the ledger that the desk read.
  /// - Throws: What keeps a date from being computed; a ``CommandFailure`` for a region without a name.
  func document(
    _ desk: Desk, asOf day: CivilDate, made: ClockReading,
    endorsement: KepatuhanDocument.Endorsement? = nil, _ session: Session
  ) throws -> KepatuhanDocument {
    let (statement, uncomputed) = try DutyStatement.made(duty, by: desk, asOf: day)
    session.remark(uncomputed)
    try DutyDocument.requireNames(desk.kecamatan)
    return KepatuhanDocument(
      statement, made: made, regions: KepatuhanDocument.Regions(desk.kecamatan),
      endorsement: endorsement,
      ledgers: desk.ledgerMarks(knownThrough: desk.knownThrough, asOf: session.today))
  }

  /// Refuses a kecamatan whose regions have no names, which would be missing in a document.
  static func requireNames(_ kecamatan: Kecamatan) throws {
    let nameless = kecamatan.namelessRegions
    guard nameless.isEmpty else {
      throw CommandFailure(
        .data,
        lines: nameless.map {
          "wilayah.csv: galat: \($0) tidak punya baris, sehingga namanya kosong dalam dokumen; "
            + "tambahkan barisnya dengan nama, lalu ulangi"
        })
    }
  }

  /// The document's file, valid; where it has no indicators, that is said.
  func bytes(of document: KepatuhanDocument) throws -> [UInt8] {
    let bytes = try KepatuhanWriter.bytes(of: document)
    let faults = try schema.validate(bytes)
    guard faults.isEmpty else {
      throw CommandFailure(
        .data,
        lines: faults.map {
          "ekspor:\($0): galat: tidak ada berkas yang ditulis; laporkan kesalahan ini"
        })
    }
    if document.statement.indicators.isEmpty {
      Console.message(
        "tenggat: peringatan: bagian indikator_kinerja \(document.regions.kecamatan) kosong: tidak "
          + "ada register IKU yang berlaku pada \(duty.year); susun registernya, lihat "
          + "'tenggat periksa iku'")
    }
    return bytes
  }
}
