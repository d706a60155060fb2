internal import Workspace

extension CommandFailure {
  /// The sentence for a name that cannot stand in `petugas`.
  init(_ refusal: RecorderRefusal) {
    let remedy =
      switch refusal {
      case .unknown: "sebut namanya dengan --petugas, atau tulis 'petugas: NAMA' dalam kantor.yaml"
      case .empty(let source): "tulis namanya, atau hapus \(source.rawValue)"
      case .unprintable: "tulis nama dalam satu baris"
      case .nobody: "tulis nama petugas yang mencatat"
      }
    self = .usage(refusal.sentence, fix: remedy)
  }
}
