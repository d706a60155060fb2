internal import ComplianceModel
internal import Workspace

extension Objection {
  /// The words for a unit that is not taken.
  init(_ refusal: UnitRefusal) {
    let (what, fix) = refusal.words
    self.init(.request, what, fix: fix, field: .unit)
  }
}

extension UnitRefusal {
  fileprivate var words: (what: Remedy, fix: Remedy) {
    switch self {
    case .unknown(let text, let nearest):
      let code = RegionCode(written: text).map { "\($0)" } ?? "'\(text)'"
      return (
        "unit \(code) tidak dipantau di ruang kerja ini",
        Remedy(nearest.map { "mungkin maksudnya '\($0)'" } ?? "lihat wilayah.csv")
      )
    case .ambiguous(let text, let units):
      let codes = units.map { "\($0.code)" }.joined(separator: ", ")
      let orDesa = units.count(where: \.code.isDesa) == 1 ? "; atau tulis 'Desa \(text)'" : ""
      return ("nama '\(text)' dipakai \(units.count) unit", "sebut kodenya: \(codes)\(orDesa)")
    case .twice(let code):
      return ("unit \(code) disebut dua kali dengan \(do: .give(.unit))", "sebut sekali saja")
    case .severalKecamatan(let kecamatan):
      let named = kecamatan.prefix(10).map { "\($0.code) \($0.unit.name)" }
      return (
        "ruang kerja ini memantau \(kecamatan.count) kecamatan",
        "sebut satu dengan \(do: .give(.unit)): \(named.joined(separator: ", "))"
      )
    case .notKecamatan(let text, let code, let what):
      return (
        "unit '\(text)' bukan kecamatan, sedangkan \(what) milik kecamatan",
        "tulis \(do: .give(.unit)) \(code.kecamatan), atau hapus \(do: .give(.unit))"
      )
    case .notVillage(let code):
      return ("unit \(code) bukan desa", "sebut kode atau nama desa")
    case .noVillage(hasExceptions: true):
      return ("tidak ada desa yang tersisa", "kurangi \(do: .give(.exceptions))")
    case .noVillage(hasExceptions: false):
      return ("tidak ada desa yang dipantau", "tambahkan desanya di wilayah.csv")
    }
  }
}
