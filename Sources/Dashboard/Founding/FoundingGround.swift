public import SystemPackage

/// How a folder that is no workspace yet becomes one.
public struct FoundingGround: Hashable, Sendable {
  /// A table of regions; the four kecamatan of the first users where it is `nil`.
  public let regionTable: FilePath?

  /// Names a table.
  public init(regionTable: FilePath?) { self.regionTable = regionTable }
}
