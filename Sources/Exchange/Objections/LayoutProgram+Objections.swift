internal import ComplianceModel
package import Wording

extension LayoutProgram.Failure: Objecting {
  /// Why a document was not brought into a layout.
  package var objections: [Objection] {
    let name = LayoutProgram.name
    return switch self {
    case .missing(let places): [.missing(name, in: places, so: "profil tidak dapat dipakai")]
    case .unusable(let complaint):
      [.unusable(name, complaint, library: "libxslt", packages: "libxslt1.1")]
    case .refused(let complaint):
      [
        Objection(
          .storage, "profil tidak dapat dipakai (\(complaint))",
          fix: "tidak ada berkas yang ditulis; ulangi, bila tetap gagal, laporkan")
      ]
    }
  }
}

extension FaultyLayout: Objecting {
  /// Why a layout gives no file, each with its place.
  package var objections: [Objection] {
    faults.map { Objection(.data, at: $0.place, Remedy($0.what), fix: $0.remedy) }
  }
}
