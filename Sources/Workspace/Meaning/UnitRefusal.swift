public import ComplianceModel

/// A reason why a unit that a person wrote is not taken for one of the workspace, as data.
public enum UnitRefusal: Error, Sendable {
  /// No unit is written like this; the nearest code or name, where there is one.
  case unknown(String, nearest: String?)
  /// Several units have the name.
  case ambiguous(String, [Unit])
  /// A unit is named twice, under whatever names.
  case twice(RegionCode)
  /// Several kecamatan are watched, and none is named.
  case severalKecamatan([Kecamatan])
  /// A desa is named where only a kecamatan has what is asked for.
  ///
  /// - Parameters:
  ///   - word: The unit as it was written.
  ///   - code: Its code.
  ///   - having: What only a kecamatan has, as it is printed: `indikator`.
  case notKecamatan(String, RegionCode, having: String)
  /// A unit is named that is no desa, where a desa is meant.
  case notVillage(RegionCode)
  /// All desa are meant, and each is excepted, or none is watched.
  case noVillage(hasExceptions: Bool)
}
