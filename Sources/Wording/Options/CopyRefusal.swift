internal import ComplianceModel

/// A reason why a workspace is not compared with what a person named, as data.
package enum CopyRefusal: Objecting {
  /// It is one ledger; how its rows are taken in.
  case oneLedger(String, takingIn: String)
  /// It is the workspace itself.
  case itself(String)
  /// It is not there.
  case missing(String)
  /// It is an export that cannot be read; what the reader says.
  case unreadable(String, String)

  package var objections: [Objection] {
    switch self {
    case .oneLedger(let name, let command):
      [
        Objection(
          .request, "\(name) satu buku, bukan salinan ruang kerja",
          fix: "lihat barisnya yang belum ada di sini: \(command)")
      ]
    case .itself(let name):
      [
        Objection(
          .request, "\(name) adalah ruang kerja ini sendiri", fix: "sebut folder salinannya")
      ]
    case .missing(let name):
      [Objection(.missing, "\(name) tidak ada", fix: "periksa nama berkasnya")]
    case .unreadable(let name, let cause):
      [
        Objection(
          .data, "\(name) tidak dapat dibaca sebagai XML kepatuhan (\(cause))",
          fix: "sebut XML kepatuhan buatan tenggat yang utuh")
      ]
    }
  }
}
