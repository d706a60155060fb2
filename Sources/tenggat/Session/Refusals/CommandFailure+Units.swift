internal import ComplianceModel
internal import Workspace

extension CommandFailure {
  /// The sentence for a unit that is not taken.
  init(_ refusal: UnitRefusal) {
    self =
      switch refusal {
      case .unknown(let text, let nearest):
        .usage(
          "unit \(RegionCode(written: text).map { "\($0)" } ?? "'\(text)'") tidak dipantau di ruang "
            + "kerja ini",
          fix: nearest.map { "mungkin maksudnya '\($0)'" } ?? "lihat wilayah.csv")
      case .ambiguous(let text, let units): CommandFailure(ambiguous: text, units)
      case .twice(let code):
        .usage("unit \(code) disebut dua kali dengan --unit", fix: "sebut sekali saja")
      case .severalKecamatan(let kecamatan):
        .usage(
          "ruang kerja ini memantau \(kecamatan.count) kecamatan",
          fix: "sebut satu dengan --unit: "
            + kecamatan.prefix(10).map { "\($0.code) \($0.unit.name)" }.joined(separator: ", "))
      case .notKecamatan(let text, let code, let what):
        .usage(
          "unit '\(text)' bukan kecamatan, sedangkan \(what) milik kecamatan",
          fix: "tulis --unit \(code.kecamatan), atau hapus --unit")
      case .notVillage(let code):
        .usage("unit \(code) bukan desa", fix: "sebut kode atau nama desa")
      case .noVillage(hasExceptions: true):
        .usage("tidak ada desa yang tersisa", fix: "kurangi --kecuali")
      case .noVillage(hasExceptions: false):
        .usage("tidak ada desa yang dipantau", fix: "tambahkan desanya di wilayah.csv")
      }
  }

  private init(ambiguous text: String, _ units: [Unit]) {
    let codes = units.map { "\($0.code)" }.joined(separator: ", ")
    let orDesa = units.count(where: \.code.isDesa) == 1 ? "; atau tulis 'Desa \(text)'" : ""
    self = .usage(
      "nama '\(text)' dipakai \(units.count) unit", fix: "sebut kodenya: \(codes)\(orDesa)")
  }
}
