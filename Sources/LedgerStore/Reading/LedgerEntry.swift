public import CivilCalendar
public import ComplianceModel

/// What a person says with one row of the ledger: the fields that are given, not reckoned.
public struct LedgerEntry: Hashable, Sendable {
  /// `peristiwa`.
  public var kind: LedgerEvent.Kind
  /// `unit`: the kecamatan of the ledger or a village in it.
  public var unit: RegionCode
  /// `laporan`: the code of a report, event or indicator; empty where the row has none.
  public var subject: String
  /// `periode`, as in files; empty where the row has none.
  public var period: String
  /// `tanggal`; `nil` where it is empty.
  public var date: CivilDate?
  /// `diterima`; `nil` where it is empty.
  public var received: CivilDate?
  /// `nilai`: `12/15` or `82.50`; empty where nothing was measured.
  public var value: String
  /// `berkas`: the path of the evidence in the workspace, or empty.
  public var file: String
  /// `sha256` of the evidence, 64 lower-case hexadecimal digits, or empty.
  public var sha256: String
  /// `catatan`, without line breaks.
  public var note: String
  /// `petugas`: who recorded it.
  public var recorder: String

  /// Creates an entry.
  public init(
    kind: LedgerEvent.Kind, unit: RegionCode, subject: String = "", period: String = "",
    date: CivilDate? = nil, received: CivilDate? = nil, value: String = "", file: String = "",
    sha256: String = "", note: String = "", recorder: String
  ) {
    self.kind = kind
    self.unit = unit
    self.subject = subject
    self.period = period
    self.date = date
    self.received = received
    self.value = value
    self.file = file
    self.sha256 = sha256
    self.note = note
    self.recorder = recorder
  }
}
