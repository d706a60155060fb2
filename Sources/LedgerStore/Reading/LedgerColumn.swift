import ComplianceModel

/// The columns of a ledger, in order.
enum LedgerColumn: Int, CaseIterable {
  case number, recordedAt, recorder, kind, unit, subject, period, date, received, value, file
  case sha256, note, chain

  /// The name in the header.
  var name: String {
    switch self {
    case .number: "urutan"
    case .recordedAt: "dicatat_pada"
    case .recorder: "petugas"
    case .kind: "peristiwa"
    case .unit: "unit"
    case .subject: "laporan"
    case .period: "periode"
    case .date: "tanggal"
    case .received: "diterima"
    case .value: "nilai"
    case .file: "berkas"
    case .sha256: "sha256"
    case .note: "catatan"
    case .chain: "rantai"
    }
  }

  /// The first line of every ledger, without its line end.
  static let header = Array(allCases.map(\.name).text(between: ",").utf8)
}
