internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Exchange
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// The compliance of kecamatan in one duty year or quarter, as documents for others.
struct DutyDocument {
  let duty: KepatuhanDocument.Duty
  /// The schema that every document must satisfy.
  let schema: KepatuhanSchema

  /// Reads the schema.
  init(_ duty: KepatuhanDocument.Duty, _ data: ProgramData) throws {
    self.duty = duty
    let name = "kepatuhan-1.xsd"
    schema = try KepatuhanSchema(
      xsdBytes: try data.read(data.exports.appending(name)), name: name)
  }

  private var scope: (DutyScope, year: Int) {
    switch duty {
    case .quarter(let quarter): (.quarter(quarter), quarter.year)
    case .year(let year): (.year(year), year)
    }
  }

  /// What a desk knows on a day.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk; its knowledge is the document's.
  ///   - day: The day of judging.
  ///   - made: When the document is made.
  ///   - endorsement: Who signed it; `nil` while nobody has.
  ///   - session: The run.
  ///   - isRemarked: Whether it is said which dates wait for a holiday file.
  /// - Returns: The document, with the marks of the ledger that the desk read.
  /// - Throws: What keeps a date from being reckoned.
  func document(
    _ desk: Desk, asOf day: CivilDate, made: ClockReading,
    endorsement: KepatuhanDocument.Endorsement? = nil, _ session: Session,
    remarked isRemarked: Bool = true
  ) throws -> KepatuhanDocument {
    let (scope, year) = scope
    let schedule = try AssessedDuties(scope, desk, asOf: day, watchedSince: year)
    try schedule.plan.requireSoundRules(desk.calendar)
    if isRemarked {
      var uncomputed = UncomputedDates()
      var quarter: Quarter?
      if case .quarter(let asked) = duty { quarter = asked }
      uncomputed.add(schedule.plan, in: quarter, desk.calendar)
      session.remark(uncomputed)
    }
    let nameless = desk.kecamatan.namelessRegions
    guard nameless.isEmpty else {
      throw CommandFailure(
        .data,
        lines: nameless.map {
          "wilayah.csv: galat: \($0) tidak punya baris, sehingga namanya kosong dalam dokumen; "
            + "tambahkan barisnya dengan nama, lalu ulangi"
        })
    }
    var scored = desk
    let scorecards = try scored.scorecards(schedule.plan, year: year, asOf: day)
    return KepatuhanDocument(
      duty: duty, judge: schedule.judge, assessments: schedule.dated + schedule.uncomputed,
      matrix: VillageMatrix(schedule.judge, schedule.plan, year: year), scorecards: scorecards,
      codes: scored.calendar.codes, made: made, endorsement: endorsement,
      ledgers: desk.ledgerMarks(knownThrough: desk.knownThrough, asOf: session.today)
    ) { row in desk.row(row)?.entry.sha256.nonEmpty }
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
    if document.indicators.isEmpty {
      Console.message(
        "tenggat: peringatan: bagian indikator_kinerja \(document.regions.kecamatan) kosong: tidak "
          + "ada register IKU yang berlaku pada \(scope.year); susun registernya, lihat "
          + "'tenggat periksa iku'")
    }
    return bytes
  }
}
