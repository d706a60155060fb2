internal import ComplianceModel

/// The units that a view keeps to.
struct UnitScope {
  /// Those that are named; all where there is none.
  let units: [RegionCode]
  /// The kecamatan that they lie in.
  let kecamatan: [Kecamatan]

  init(_ units: [RegionCode], _ watched: [Kecamatan]) {
    self.units = units
    kecamatan = watched.filter { kecamatan in
      units.isEmpty || units.contains { $0.kecamatan == kecamatan.code }
    }
  }

  /// Whether only desa are named.
  var isOfVillages: Bool { !units.isEmpty && units.allSatisfy(\.isDesa) }

  /// Whether a unit is one of them, or lies in one.
  func contains(_ unit: RegionCode) -> Bool {
    units.isEmpty || units.contains { $0.contains(unit) }
  }
}
