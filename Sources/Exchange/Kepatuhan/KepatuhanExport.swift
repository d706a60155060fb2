public import Answers
public import CivilCalendar
public import ComplianceModel
internal import SystemPackage
public import Workspace

/// The compliance of kecamatan in one duty year or quarter, as documents for others: the one way by which a command
/// and a page make them.
public struct KepatuhanExport: Sendable {
  /// The duty year or quarter.
  public let duty: DutyStatement.Duty
  /// The schema that every document must satisfy.
  private let judge: ExportJudge

  /// The name of the schema among the program's data.
  public static let schemaName = "kepatuhan-1.xsd"

  /// Why no document is given, as data.
  public enum Refused: Error, Hashable, Sendable {
    /// Regions without a name, which would be missing in the document.
    case nameless([RegionCode])
    /// What the schema does not take, which is a fault of the program.
    case invalid([SchemaFault])
  }

  /// Reads the schema.
  ///
  /// - Parameters:
  ///   - duty: The duty year or quarter.
  ///   - data: The program's own data.
  /// - Throws: An ``XMLFailure``; a `WorkspaceFailure` where the schema is not there.
  public init(_ duty: DutyStatement.Duty, _ data: ProgramData) throws {
    self.duty = duty
    judge = try ExportJudge(try data.read(data.exports.appending(KepatuhanExport.schemaName)))
  }

  /// The schema, by which documents of others are read.
  ///
  /// - Throws: An ``XMLFailure``.
  public func schema() throws(XMLFailure) -> KepatuhanSchema { try judge.made() }

  /// The name of a kecamatan's document in the folder of exports: `63.05.12-2026-TW1.xml`.
  public func fileName(of kecamatan: RegionCode) -> String { "\(kecamatan)-\(duty.name).xml" }

  /// What a desk knows on a day.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk; its knowledge is the document's.
  ///   - day: The day of judging.
  ///   - made: When the document is made.
  ///   - today: Today, whose year names an empty ledger.
  ///   - endorsement: Who signed it; `nil` while nobody has.
  /// - Returns: The document, with the marks of the ledger that the desk read, and the dates that wait for a
  ///   holiday file.
  /// - Throws: What keeps a date from being computed; ``Refused/nameless(_:)``.
  public func document(
    _ desk: Desk, asOf day: CivilDate, made: ClockReading, today: CivilDate,
    endorsement: KepatuhanDocument.Endorsement? = nil
  ) throws -> (document: KepatuhanDocument, uncomputed: UncomputedDates) {
    let (statement, uncomputed) = try DutyStatement.made(duty, by: desk, asOf: day)
    try KepatuhanExport.requireNames(desk.kecamatan)
    let document = KepatuhanDocument(
      statement, made: made, regions: KepatuhanDocument.Regions(desk.kecamatan),
      endorsement: endorsement,
      ledgers: desk.ledgerMarks(knownThrough: desk.knownThrough, asOf: today))
    return (document, uncomputed)
  }

  /// Refuses a kecamatan whose regions have no names.
  ///
  /// - Throws: ``Refused/nameless(_:)``.
  public static func requireNames(_ kecamatan: Kecamatan) throws(Refused) {
    let nameless = kecamatan.namelessRegions
    guard nameless.isEmpty else { throw .nameless(nameless) }
  }

  /// The document's file, valid.
  ///
  /// - Parameter document: The document.
  /// - Returns: The bytes.
  /// - Throws: ``Refused/invalid(_:)``; an ``XMLFailure``.
  public func bytes(of document: KepatuhanDocument) throws -> [UInt8] {
    let bytes = try KepatuhanWriter.bytes(of: document)
    let faults = try judge.faults(of: bytes)
    guard faults.isEmpty else { throw Refused.invalid(faults) }
    return bytes
  }
}
