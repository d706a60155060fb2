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

  let files: FileSystem

  /// Reads both files.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - trust: Whom the program obeys; `nil` where somebody named the folder.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure/noWorkspace(_:)``; ``WorkspaceFailure/untrusted(_:_:)``, by the very file
  ///   that is read; a failure to read one of them.
  package init(
    _ folder: FilePath, trusting trust: WorkspaceTrust? = nil, _ files: FileSystem
  ) throws(WorkspaceFailure) {
    let officeText = try files.settings(
      folder.appending(Workspace.officeFile), named: Workspace.officeFile)
    guard let officeText else { throw .noWorkspace(folder) }
    if let state = officeText.state { try trust?.require(folder, state, files) }
    try self.init(folder, officeText.text, files)
  }

  /// Reads the table of regions beside settings that are given.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - officeText: The settings.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure``, a failure to read the table.
  init(
    _ folder: FilePath, _ officeText: YAMLText, _ files: FileSystem
  ) throws(WorkspaceFailure) {
    self.folder = folder
    self.files = files
    let regionRead = try WorkspaceSettings.regions(in: folder, files)
    hasRegionTable = regionRead != nil
    let (table, findings) = regionRead ?? (nil, [])
    (regions, regionFindings) = (table, findings)
    // Most settings name no unit, and to list the kecamatan of a country takes a while.
    var known: [Kecamatan]?
    (office, officeFindings) = OfficeFile.read(officeText) { text in
      let units = known ?? table?.kecamatan() ?? []
      known = units
      return UnitNames.unit(text, among: units)
    }
  }

  /// The table of regions; `nil` where nothing has its name.
  private static func regions(
    in folder: FilePath, _ files: FileSystem
  ) throws(WorkspaceFailure) -> (table: RegionTable?, findings: [Finding])? {
    do throws(FileFailure) {
      let path = folder.appending(Workspace.regionFile)
      return try files.read(path, atMost: Limits.regions).map {
        RegionTable.read($0, file: Workspace.regionFile)
      }
    } catch {
      guard error.isOfPlace else { throw .file(error) }
      return (nil, [error.finding(in: folder)])
    }
  }
}
