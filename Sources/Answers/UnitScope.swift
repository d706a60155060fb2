public import ComplianceModel
public import Workspace

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

  /// The units without the kecamatan whose ledgers are damaged, where there are others.
  ///
  /// - Parameter workspace: The workspace.
  /// - Returns: The units that can be read, and the ledgers that cannot.
  /// - Throws: A `WorkspaceFailure` where not one can be read, or for another reason.
  public func readable(
    in workspace: Workspace
  ) throws(WorkspaceFailure) -> (units: UnitScope, damaged: [DamagedLedger]) {
    guard kecamatan.count > 1 else { return (self, []) }
    var sound: [Kecamatan] = []
    var damaged: [DamagedLedger] = []
    for office in kecamatan {
      do throws(WorkspaceFailure) {
        _ = try workspace.desk(of: office)
        sound.append(office)
      } catch {
        guard let ledger = DamagedLedger(of: office, error) else { throw error }
        damaged.append(ledger)
      }
    }
    guard !sound.isEmpty else { return (self, []) }
    return (UnitScope(units, sound), damaged)
  }

  /// Whether only desa are named.
  public var isOfVillages: Bool { !units.isEmpty && units.allSatisfy(\.isDesa) }

  /// Whether a unit is one of them, or lies in one.
  public func contains(_ unit: RegionCode) -> Bool {
    units.isEmpty || units.contains { $0.contains(unit) }
  }
}
