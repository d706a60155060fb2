package import CalendarFiles
package import ComplianceModel
package import DurableFiles
package import SystemPackage

/// The two files that make a folder a workspace, as they were read, with every fault of both.
package struct WorkspaceSettings: Sendable {
  /// The workspace.
  package let folder: FilePath
  /// The office's settings; `nil` where they cannot be relied on.
  package let office: Office?
  /// What is wrong with the settings.
  package let officeFindings: [Finding]
  /// The regions; `nil` where the table is missing or cannot be relied on.
  package let regions: RegionTable?
  /// What is wrong with the table.
  package let regionFindings: [Finding]
  /// Whether there is a table.
  package let hasRegionTable: Bool
  /// Whether kecamatan of the table are left out, since they are not asked about.
  let leavesOutKecamatan: Bool

  let files: FileSystem

  /// Reads both files.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - trust: Whom the program obeys; `nil` where somebody named the folder.
  ///   - units: The units that are asked about, of which alone the regions are read where that can be; none for all.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure/noWorkspace(_:)``; ``WorkspaceFailure/untrusted(_:_:)``, by the very file
  ///   that is read; a failure to read one of them.
  package init(
    _ folder: FilePath, trusting trust: WorkspaceTrust? = nil, about units: [RegionCode] = [],
    _ files: FileSystem
  ) throws(WorkspaceFailure) {
    let officeText = try files.settings(
      folder.appending(Workspace.officeFile), named: Workspace.officeFile)
    guard let officeText else { throw .noWorkspace(folder) }
    if let state = officeText.state { try trust?.require(folder, state, files) }
    try self.init(folder, officeText.text, about: units, files)
  }

  /// Reads the table of regions beside settings that are given.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - officeText: The settings.
  ///   - units: The units that are asked about; none for all.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure``, a failure to read the table.
  init(
    _ folder: FilePath, _ officeText: YAMLText, about units: [RegionCode] = [],
    _ files: FileSystem
  ) throws(WorkspaceFailure) {
    self.folder = folder
    self.files = files
    let text = try WorkspaceSettings.regionText(in: folder, files)
    hasRegionTable = text != nil
    let excerpt = WorkspaceSettings.excerpt(of: text, about: units)
    let whole = { WorkspaceSettings.regions(of: text, in: folder) }
    (regions, regionFindings) = excerpt.map { ($0.table, []) } ?? whole()
    leavesOutKecamatan = excerpt?.leavesOutKecamatan ?? false
    let read = regions
    // Most settings name no unit, and to list the kecamatan of a country takes a while.
    var known: [Kecamatan]?
    (office, officeFindings) = OfficeFile.read(officeText) { text in
      let units = known ?? (excerpt == nil ? read : whole().table)?.kecamatan() ?? []
      known = units
      return UnitNames.unit(text, among: units)
    }
  }

  /// The table of regions as it lies there: its text, or what is wrong with the file; `nil` where nothing has its
  /// name.
  private static func regionText(
    in folder: FilePath, _ files: FileSystem
  ) throws(WorkspaceFailure) -> Result<[UInt8], FileFailure>? {
    do throws(FileFailure) {
      let path = folder.appending(Workspace.regionFile)
      return try files.read(path, atMost: Limits.regions).map(Result.success)
    } catch {
      guard error.isOfPlace else { throw .file(error) }
      return .failure(error)
    }
  }

  /// The whole table.
  private static func regions(
    of text: Result<[UInt8], FileFailure>?, in folder: FilePath
  ) -> (table: RegionTable?, findings: [Finding]) {
    switch text {
    case nil: (nil, [])
    case .success(let bytes): RegionTable.read(bytes, file: Workspace.regionFile)
    case .failure(let failure): (nil, [failure.finding(in: folder)])
    }
  }

  /// The part of the table that units need; `nil` where it has to be read as a whole: where nobody knows how to take
  /// it apart, something is wrong with the part, or a unit is not there.
  private static func excerpt(
    of text: Result<[UInt8], FileFailure>?, about units: [RegionCode]
  ) -> (table: RegionTable, leavesOutKecamatan: Bool)? {
    guard !units.isEmpty, case .success(let bytes) = text,
      let excerpt = RegionExcerpt(of: bytes, around: units),
      let table = RegionTable.read(excerpt.bytes, file: Workspace.regionFile).table
    else { return nil }
    let codes = table.kecamatan().map(\.code)
    let isThere = units.allSatisfy { unit in
      codes.contains { unit.contains($0) || $0.contains(unit) && table[unit] != nil }
    }
    return isThere ? (table, excerpt.leavesOutKecamatan) : nil
  }
}
