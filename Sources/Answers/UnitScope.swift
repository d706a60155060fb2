public import ComplianceModel

/// The units that a question keeps to.
public struct UnitScope: Sendable {
  /// Those that are named; all where there is none.
  public let units: [RegionCode]
  /// The kecamatan that they lie in.
  public let kecamatan: [Kecamatan]

  /// Finds the kecamatan of some units.
  ///
  /// - Parameters:
  ///   - units: The units that are named, or kabupaten and provinces of such; none for all.
  ///   - watched: All kecamatan of the workspace.
  public init(_ units: [RegionCode], _ watched: [Kecamatan]) {
    self.units = units
    kecamatan = watched.filter { kecamatan in
      units.isEmpty
        || units.contains { $0.kecamatan == kecamatan.code || $0.contains(kecamatan.code) }
    }
  }

  /// Whether only desa are named.
  public var isOfVillages: Bool { !units.isEmpty && units.allSatisfy(\.isDesa) }

  /// Whether a unit is one of them, or lies in one.
  public func contains(_ unit: RegionCode) -> Bool {
    units.isEmpty || units.contains { $0.contains(unit) }
  }
}
