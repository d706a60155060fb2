internal import CalendarFiles
public import ComplianceModel
public import DurableFiles
public import SystemPackage

/// A table of regions that somebody names.
public enum RegionFile {
  /// The kecamatan of a table, by code, as they are at the end of all days.
  ///
  /// - Parameters:
  ///   - path: The table.
  ///   - files: The file system.
  /// - Returns: The kecamatan, each once.
  /// - Throws: ``WorkspaceFailure/noRegionTable(_:)``; the faults of a table that cannot be relied on; a
  ///   failure to read it.
  public static func kecamatan(
    in path: FilePath, files: FileSystem = .live
  ) throws(WorkspaceFailure) -> [Kecamatan] {
    try table(path, files).kecamatan()
  }

  static func table(_ path: FilePath, _ files: FileSystem) throws(WorkspaceFailure) -> RegionTable {
    guard let bytes = try files.bytes(of: path, atMost: Limits.regions) else {
      throw .noRegionTable(path)
    }
    return try table(bytes, named: path.string)
  }

  static func table(_ bytes: [UInt8], named name: String) throws(WorkspaceFailure) -> RegionTable {
    let (table, findings) = RegionTable.read(bytes, file: name)
    guard let table else { throw .data(findings) }
    return table
  }
}
