public import Answers
public import CivilCalendar
public import ComplianceModel
public import Deeds
public import Workspace

/// A quarter of one kecamatan as it would be frozen; nothing is written yet.
public struct FreezeDraft: Sendable {
  /// What would be kept.
  public let document: KepatuhanDocument
  /// The dates that wait for a holiday file.
  public let uncomputed: UncomputedDates
  /// What records it.
  public let freeze: Freeze
  /// The desk by whose knowledge it was made.
  public let desk: Desk

  /// Keeps the document and records its hash.
  ///
  /// - Parameter instant: When it is recorded.
  /// - Returns: What was frozen.
  /// - Throws: What stands against it; no row was then recorded.
  public func record(_ instant: ClockReading) throws(RequestFailure) -> Freeze.Outcome {
    try freeze.record(at: desk, instant)
  }
}

/// Somebody's wish to freeze a quarter, signed or not: the one way by which a command and a page make what is
/// frozen.
public struct FreezeWish {
  /// The duty quarter.
  public let quarter: Quarter
  /// The day of the signature; `nil` while nobody has signed.
  public let signed: CivilDate?
  /// The day whose state is frozen.
  public let day: CivilDate
  private let export: KepatuhanExport

  /// Finds the day whose state is meant.
  ///
  /// - Parameters:
  ///   - quarter: The duty quarter.
  ///   - day: The day that was named; `nil` for that of the signature, else today.
  ///   - signed: The day of the signature; `nil` while nobody has signed.
  ///   - today: Today.
  ///   - data: The program's own data.
  /// - Throws: `Freeze.Refused`; what reading the schema throws.
  public init(
    _ quarter: Quarter, asOf day: CivilDate? = nil, signedOn signed: CivilDate?, today: CivilDate,
    _ data: ProgramData
  ) throws {
    self.quarter = quarter
    self.signed = signed
    self.day = try Freeze.day(of: quarter, asOf: day, signedOn: signed, today: today)
    export = try KepatuhanExport(.quarter(quarter), data)
  }

  /// Who signs each document; none without a signature.
  ///
  /// - Throws: `Freeze.Refused` where it is not known of all of them.
  public func endorsements(
    of offices: [Kecamatan], _ office: Office
  ) throws(Freeze.Refused) -> [RegionCode: KepatuhanDocument.Endorsement] {
    guard let signed else { return [:] }
    return try Freeze.signatories(
      KepatuhanDocument.Endorsement.signatory, in: offices, on: signed, office
    ).mapValues { KepatuhanDocument.Endorsement($0, signedOn: signed) }
  }

  /// Makes the document of one kecamatan, valid.
  ///
  /// - Parameters:
  ///   - kecamatan: One of those of the workspace on ``day``.
  ///   - workspace: The workspace, with the units of ``day``.
  ///   - endorsement: Who signed it; `nil` while nobody has.
  ///   - made: When it is made.
  ///   - today: Today.
  ///   - note: A note for the row.
  ///   - recorder: Who records it.
  /// - Returns: What would be frozen.
  /// - Throws: What making the document throws.
  public func draft(
    of kecamatan: Kecamatan, in workspace: Workspace,
    endorsedBy endorsement: KepatuhanDocument.Endorsement?, made: ClockReading, today: CivilDate,
    note: String?, recorder: String
  ) throws -> FreezeDraft {
    // What was recorded after the signature was not signed.
    let desk = try workspace.desk(of: kecamatan, knownThrough: signed)
    let (document, uncomputed) = try export.document(
      desk, asOf: day, made: made, today: today, endorsement: endorsement)
    let freeze = Freeze(
      quarter, document: try export.bytes(of: document), asOf: day, note: note, recorder: recorder)
    return FreezeDraft(document: document, uncomputed: uncomputed, freeze: freeze, desk: desk)
  }
}
