internal import ComplianceModel

/// A field of a form that records something.
struct EntryField: Sendable {
  /// What is said in it.
  let field: RequestField
  /// What stands above it.
  let label: String
  /// What helps to fill it in; `nil` where the label is enough.
  var hint: String?
  /// Whether it must be filled in.
  var isRequired = false
  /// Whether it takes several files.
  var takesSeveral = true
  /// Whether today stands in it at first.
  var isToday = false

  /// Its name in the form.
  var name: String { field.formName }

  /// Whether it holds a day.
  var isDay: Bool { [.date, .received, .newDue].contains(field) }
}

extension RequestField {
  /// Its name in forms and addresses.
  var formName: String {
    switch self {
    case .report: "laporan"
    case .period, .measuredPeriod: "periode"
    case .quarter: "triwulan"
    case .year: "tahun"
    case .unit: "unit"
    case .exceptions: "kecuali"
    case .date: "tanggal"
    case .received: "diterima"
    case .newDue: "sampai"
    case .evidence: "berkas"
    case .note: "catatan"
    case .letter: "surat"
    case .letterNumber: "nomor"
    case .firstNumber: "nomor-awal"
    case .recorder: "petugas"
    case .reason: "alasan"
    case .signed: "ditandatangani"
    case .asOf: "keadaan"
    case .value: "nilai"
    case .components: "komponen"
    case .indicator: "indikator"
    case .role: "jabatan"
    }
  }
}
