public import Answers
public import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
public import LedgerStore
internal import SystemPackage
public import Workspace

/// A quarter as it was frozen, proved to be what the ledger says it is.
public struct FrozenQuarter: Sendable {
  /// The row that froze it.
  public let row: LedgerRow
  /// What its file says.
  public let document: KepatuhanDocument

  /// What was stated, with what the ledgers knew.
  public var statement: FrozenStatement {
    FrozenStatement(row: row.id, document.statement, ledgers: document.ledgers)
  }

  /// Reads the last freeze of a quarter that is in effect.
  ///
  /// - Parameters:
  ///   - quarter: The duty quarter.
  ///   - desk: The kecamatan's desk, with all that is known now.
  ///   - schema: The schema of frozen documents.
  /// - Throws: ``FrozenFault``; what reading the file throws.
  public init(_ quarter: Quarter, _ desk: Desk, schema: KepatuhanSchema) throws {
    guard let row = desk.lastFreeze(of: quarter).flatMap({ desk.ledger.row($0.row) }) else {
      throw FrozenFault.notFrozen(quarter, desk.kecamatan)
    }
    self.row = row
    let bytes = try FrozenQuarter.bytes(row, quarter, desk)
    do {
      document = try KepatuhanReader.document(from: bytes, schema: schema)
    } catch let error as FaultyDocument {
      // Its hash is the recorded one: what cannot be read is not damaged.
      if FrozenQuarter.isOfLaterForm(bytes) { throw FrozenFault.laterForm(row.entry.file) }
      throw FrozenFault.unreadable(row.entry.file, error)
    }
    guard document.statement.duty == .quarter(quarter),
      document.regions.kecamatan == desk.kecamatan.code
    else {
      let unit = desk.kecamatan.displayName(of: desk.kecamatan.code)
      throw FrozenFault.row(
        row, "\(row.entry.file) bukan dokumen \(quarter.indonesianWithYear) \(unit)",
        fix: "batalkan baris itu, lalu bekukan ulang: \(do: .freeze(quarter, unit: nil))")
    }
    try checkLedger(desk)
  }

  /// Whether a document states a later form than that of this program, in its namespace or as its `versi`.
  private static func isOfLaterForm(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(1_000), as: UTF8.self)
    return ["urn:tenggat:kepatuhan:", " versi=\""].contains { marker in
      guard let place = head.firstRange(of: marker) else { return false }
      let digits = head[place.upperBound...].prefix(while: \.isNumber)
      return (Int(digits) ?? 1) > 1
    }
  }

  private static func bytes(
    _ row: LedgerRow, _ quarter: Quarter, _ desk: Desk
  ) throws -> [UInt8] {
    let file = row.entry.file
    let fix: Remedy =
      """
      pulihkan dari cadangan; bila hilang, batalkan baris \(row.id.text) dan bekukan ulang: \
      \(do: .freeze(quarter, unit: nil))
      """
    guard !file.isEmpty,
      let bytes = try FileSystem.live.read(
        desk.workspace.folder.appending(file), atMost: Limits.document)
    else { throw FrozenFault.row(row, "berkas beku \(file) tidak ada", fix: fix) }
    guard LedgerStore.sha256(of: bytes) == row.entry.sha256 else {
      throw FrozenFault.row(
        row, "berkas beku \(file) berubah: SHA-256-nya bukan lagi yang tercatat", fix: fix)
    }
    return bytes
  }

  /// Holds the ledger against the marks of the frozen document.
  private func checkLedger(_ desk: Desk) throws {
    for mark in document.ledgers {
      let ledger = desk.ledger.files.first {
        $0.kecamatan == mark.kecamatan && $0.year == mark.year
      }
      let fix: Remedy =
        """
        bandingkan dengan cadangan: buku itu dipotong atau ditulis ulang sesudah pembekuan \
        (baris \(row.id.text))
        """
      switch mark.proof(in: ledger) {
      case .holds: continue
      case .noLedger, .cutOff:
        let rows = ledger?.rowCount ?? 0
        throw FrozenFault.ledger(
          mark.file, line: rows + 1,
          "buku tinggal \(rows) baris, padahal dibekukan dengan \(mark.rows) baris", fix: fix)
      case .rewritten:
        throw FrozenFault.ledger(
          mark.file, line: mark.rows + 1,
          "rantai baris \(mark.rows) bukan yang dibekukan", fix: fix)
      }
    }
  }
}
