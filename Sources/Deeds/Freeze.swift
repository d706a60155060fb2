public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
public import Workspace

/// A quarter's document that is to be frozen: kept for good, with its hash in the ledger.
public struct Freeze: Sendable {
  /// The duty quarter.
  public var quarter: Quarter
  /// The bytes of the document.
  public var document: [UInt8]
  /// The day whose state it shows.
  public var day: CivilDate
  /// A note.
  public var note: String?
  /// Who records it.
  public var recorder: String

  /// Creates a request.
  public init(
    _ quarter: Quarter, document: [UInt8], asOf day: CivilDate, note: String? = nil,
    recorder: String
  ) {
    self.quarter = quarter
    self.document = document
    self.day = day
    self.note = note
    self.recorder = recorder
  }

  /// A reason why a quarter is not frozen, as data.
  public enum Refused: Error, Sendable {
    /// A day is to come.
    case future(CivilDate)
    /// The quarter had not begun on the day of the signature.
    case notBegun(Quarter, on: CivilDate)
    /// The state of a day is signed before that day.
    case signedBefore(CivilDate, state: CivilDate)
    /// Nobody is recorded who held the role that signs, on the day of the signature.
    ///
    /// - Parameters:
    ///   - role: The role.
    ///   - kecamatan: Where nobody held it.
    ///   - date: The day of the signature.
    ///   - several: Whether several kecamatan are frozen.
    case vacant(String, in: [Kecamatan], on: CivilDate, ofSeveral: Bool)
    /// The file is there with other bytes; its path in the workspace.
    case otherContent(String)
  }

  /// What was frozen.
  public struct Outcome: Sendable {
    /// Where the row is.
    public let row: LedgerEvent.RowID
    /// The path of the document in the workspace.
    public let path: String
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    public let sha256: String
    /// The freeze of the same quarter that it takes the place of; `nil` for the first.
    public let former: LedgerEvent?
    /// Whether the quarter was frozen with these very bytes before, so that nothing was written.
    public let isKnown: Bool
    /// Whether the quarter was not over on the day whose state it shows.
    public let isEarly: Bool
    /// What was noticed on the way.
    public let remarks: [Finding]
  }

  /// Keeps the document durably and records its hash, once: what is the last freeze of the quarter already is
  /// not recorded again.
  ///
  /// - Parameters:
  ///   - desk: The desk of its kecamatan.
  ///   - instant: When it is recorded; its day is today.
  /// - Returns: What was frozen.
  /// - Throws: What stands against it; no row was then recorded.
  public func record(
    at desk: Desk, _ instant: ClockReading
  ) throws(RequestFailure) -> Outcome {
    try RequestFailure.wrap {
      let sha256 = LedgerStore.sha256(of: document)
      // The name holds the hash, so that the same bytes have one name and others never share it.
      let name = "\(desk.kecamatan.code)-\(quarter)-\(sha256.prefix(12)).xml"
      let act = FreezeAct(
        request: self, kecamatan: desk.kecamatan.code, path: "\(Workspace.frozenFolder)/\(name)",
        sha256: sha256)
      let deed = try Deed(of: [act], at: instant) { ($0, desk) }
      try keep(in: desk.workspace.folder, as: FilePath(act.path))
      // The row comes last: without it the file is nobody's, and does no harm.
      let recorded = try deed.record()
      let (row, former, isKnown): (LedgerEvent.RowID, LedgerEvent?, Bool) =
        switch recorded.results[0] {
        case .recorded(let row): (row.id, row.acceptance, false)
        case .known(let row): (row.row, nil, true)
        }
      return Outcome(
        row: row, path: act.path, sha256: sha256, former: former, isKnown: isKnown,
        isEarly: day <= quarter.lastDay, remarks: recorded.remarks)
    }
  }

  /// Writes the document durably, unless it is there already, byte for byte.
  private func keep(in workspace: FilePath, as path: FilePath) throws {
    guard let name = path.lastComponent else { return }
    let folder = try FileSystem.live.folder(workspace)
      .makeFolder(below: path.removingLastComponent())
    guard let present = try folder.read(name) else {
      return try folder.replaceAtomically(name, with: document, replacing: false)
    }
    guard present == document else { throw Refused.otherContent(path.string) }
  }
}

// MARK: - Days and signatures

extension Freeze {
  /// The day whose state is frozen; what is signed is the state by the day of the signature.
  ///
  /// - Parameters:
  ///   - quarter: The duty quarter.
  ///   - day: The day that was named; that of the signature, else today, where it is `nil`.
  ///   - signed: The day of the signature; `nil` while nobody has signed.
  ///   - today: Today.
  /// - Returns: The day.
  /// - Throws: ``Refused`` for a day to come, and for a signature from before the quarter or before the
  ///   day whose state is signed.
  public static func day(
    of quarter: Quarter, asOf day: CivilDate?, signedOn signed: CivilDate?, today: CivilDate
  ) throws(Refused) -> CivilDate {
    let day = day ?? signed ?? today
    for day in [day, signed].compactMap(\.self) where day > today { throw .future(day) }
    guard let signed else { return day }
    guard signed >= quarter.firstDay else { throw .notBegun(quarter, on: signed) }
    guard signed >= day else { throw .signedBefore(signed, state: day) }
    return day
  }

  /// Who held the role that signs in each kecamatan on the day of the signature.
  ///
  /// - Parameters:
  ///   - role: The role.
  ///   - kecamatan: The kecamatan that are frozen.
  ///   - signed: The day of the signature.
  ///   - office: The office's settings.
  /// - Returns: The officers, by kecamatan.
  /// - Throws: ``Refused/vacant(_:in:on:ofSeveral:)``: who signed is known of all of them, or nothing is
  ///   frozen.
  public static func signatories(
    _ role: String, in kecamatan: [Kecamatan], on signed: CivilDate, _ office: Office
  ) throws(Refused) -> [RegionCode: Official] {
    var officials: [RegionCode: Official] = [:]
    for kecamatan in kecamatan {
      officials[kecamatan.code] = office.official(role, in: kecamatan.code, on: signed)
    }
    let vacant = kecamatan.filter { officials[$0.code] == nil }
    guard vacant.isEmpty else {
      throw .vacant(role, in: vacant, on: signed, ofSeveral: kecamatan.count > 1)
    }
    return officials
  }
}

/// The row of a frozen document.
private struct FreezeAct: Act {
  let request: Freeze
  let kecamatan: RegionCode
  let path: String
  let sha256: String

  func known(
    in desk: Desk, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEvent? {
    desk.lastFreeze(of: request.quarter).flatMap { last in
      desk.row(last.row)?.entry.sha256 == sha256 ? last : nil
    }
  }

  func admit(_ desk: Desk, asOf today: CivilDate) -> LedgerEvent? {
    desk.lastFreeze(of: request.quarter)
  }

  func entry(
    _ former: LedgerEvent?, provedBy evidence: StoredEvidence?, asOf today: CivilDate
  ) -> LedgerEntry {
    LedgerEntry(
      kind: .frozen, unit: kecamatan, period: request.quarter.description, date: request.day,
      received: today, file: path, sha256: sha256, note: request.note ?? "",
      recorder: request.recorder)
  }
}
