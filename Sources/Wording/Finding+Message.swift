package import ComplianceModel

extension Finding {
  /// `berkas:baris:kolom: galat: what; how to mend it`.
  package var message: String { place.line(severity, what, remedy.spelled) }
}

extension SourcePlace {
  /// A sentence about the place as a terminal prints it.
  package func line(_ severity: Finding.Severity, _ what: String, _ remedy: String) -> String {
    let cell = cell.map { "sel \($0): " } ?? ""
    return "\(self): \(severity == .fault ? "galat" : "peringatan"): \(cell)\(what); \(remedy)"
  }
}
