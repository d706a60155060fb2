internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import LedgerStore
internal import PlainText
internal import SystemPackage
internal import Workspace

/// A quarter as it was frozen, proved to be what the ledger says it is.
struct FrozenQuarter {
  /// The row that froze it.
  let row: LedgerRow
  /// What its file says.
  let document: KepatuhanDocument

  /// What was stated, with what the ledgers knew.
  var statement: FrozenStatement {
    FrozenStatement(row: row.id, document.statement, ledgers: document.ledgers)
  }

  /// Reads the last standing freeze of a quarter.
  ///
  /// - Throws: A ``CommandFailure``: the quarter was not frozen (66); its file is gone, changed or not
  ///   of this quarter, or the ledger no longer holds what it held then (65).
  init(_ quarter: Quarter, _ desk: Desk, schema: KepatuhanSchema) throws {
    let name = "\(quarter.indonesian) \(quarter.year)"
    let unit = desk.kecamatan.displayName(of: desk.kecamatan.code)
    guard let row = desk.lastFreeze(of: quarter).flatMap({ desk.ledger.row($0.row) }) else {
      throw CommandFailure(
        .noInput, "\(name) \(unit) belum dibekukan",
        fix: "bekukan dahulu: tenggat bekukan \(quarter) --unit \(desk.kecamatan.code)")
    }
    self.row = row
    let bytes = try FrozenQuarter.bytes(row, quarter, desk)
    do {
      document = try KepatuhanReader.document(from: bytes, schema: schema)
    } catch let error as FaultyDocument {
      throw CommandFailure(
        .data,
        lines: error.faults.map {
          "\(row.entry.file):\($0); berkas beku ini tidak dapat dibandingkan, bekukan ulang"
        })
    }
    guard document.statement.duty == .quarter(quarter),
      document.regions.kecamatan == desk.kecamatan.code
    else {
      throw FrozenQuarter.failure(
        row, "\(row.entry.file) bukan dokumen \(name) \(unit)",
        fix: "batalkan baris itu, lalu bekukan ulang: tenggat bekukan \(quarter)")
    }
    try checkLedger(desk)
  }

  private static func bytes(
    _ row: LedgerRow, _ quarter: Quarter, _ desk: Desk
  ) throws -> [UInt8] {
    let file = row.entry.file
    let fix =
      "pulihkan dari cadangan; bila hilang, batalkan baris \(row.id.text) dan bekukan ulang: "
      + "tenggat bekukan \(quarter)"
    guard !file.isEmpty,
      let bytes = try FileSystem.live.read(
        desk.workspace.folder.appending(file), atMost: Limits.document)
    else { throw failure(row, "berkas beku \(file) tidak ada", fix: fix) }
    guard LedgerStore.sha256(of: bytes) == row.entry.sha256 else {
      throw failure(
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
      let fix =
        "bandingkan dengan cadangan: buku itu dipotong atau ditulis ulang sesudah pembekuan "
        + "(baris \(row.id.text))"
      // The header is line 1, so that row N is on line N + 1.
      switch mark.proof(in: ledger) {
      case .holds: continue
      case .noLedger, .cutOff:
        let rows = ledger?.rowCount ?? 0
        throw CommandFailure(
          .data,
          lines: [
            "buku/\(mark.file):\(rows + 1): galat: buku tinggal "
              + "\(rows) baris, padahal dibekukan dengan \(mark.rows) baris; \(fix)"
          ])
      case .rewritten:
        throw CommandFailure(
          .data,
          lines: [
            "buku/\(mark.file):\(mark.rows + 1): galat: rantai baris \(mark.rows) bukan yang "
              + "dibekukan; \(fix)"
          ])
      }
    }
  }

  private static func failure(_ row: LedgerRow, _ what: String, fix: String) -> CommandFailure {
    CommandFailure(
      .data,
      lines: [
        "buku/\(row.entry.unit)/\(row.id.year).csv:\(row.id.number + 1): galat: \(what); \(fix)"
          .printable
      ])
  }
}
