internal import ComplianceModel
package import Workspace

extension Objection {
  /// The words for a name that cannot stand in the ledger as who records.
  package init(_ refusal: RecorderRefusal) {
    let (what, fix): (Remedy, Remedy) =
      switch refusal {
      case .unknown:
        (
          "siapa yang mencatat tidak diketahui",
          "sebut namanya dengan \(do: .give(.recorder)), atau tulis 'petugas: NAMA' dalam kantor.yaml"
        )
      case .empty(let source):
        (source.words + " kosong", "tulis namanya, atau hapus " + source.words)
      case .unprintable(let source):
        (
          source.words + " memuat karakter kendali atau ganti baris", "tulis nama dalam satu baris"
        )
      case .nobody(let name, let source):
        (source.words + Remedy(" '\(name)' bukan nama orang"), "tulis nama petugas yang mencatat")
      }
    self.init(.request, what, fix: fix)
  }
}

extension RecorderRefusal.Source {
  /// What the source is called.
  fileprivate var words: Remedy {
    switch self {
    case .request: "\(do: .give(.recorder))"
    case .variable: "TENGGAT_PETUGAS"
    case .login: "USER"
    case .settings: "petugas dalam kantor.yaml"
    }
  }
}
