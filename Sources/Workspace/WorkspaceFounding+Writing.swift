internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
public import SystemPackage

/// What is written into the folder.
extension WorkspaceFounding {
  /// The setting of the template that says since when the office is watched, as a remark.
  private static let watchRemark = "# dipantau_sejak: 2019"
  /// The working week of the template.
  private static let week = "\n  - { hari: 5, sejak: 2019-01-01 }\n"

  /// What `kantor.yaml` says at first.
  ///
  /// - Parameters:
  ///   - start: Since when the office is watched, as its file says it: a year, a quarter or a day; `nil`
  ///     where it says nothing.
  ///   - workingDays: The working days of a week, 5 or 6.
  /// - Returns: The text.
  /// - Throws: ``WorkspaceFailure`` for a template of the program itself.
  package func officeText(
    watchedSince start: String? = nil, workingDays: Int = 5
  ) throws(WorkspaceFailure) -> [UInt8] {
    let template = String(
      decoding: try data.read(data.officeTemplates.appending(Workspace.officeFile)), as: UTF8.self)
    let text = template.replacing("zona: @ZONA@\n", with: "zona: \(zone.rawValue)\n" + regionalText)
      .replacing("@KALENDER@", with: calendars.joined(separator: ", "))
      .replacing("@IKU@", with: registers.joined(separator: ", "))
      .replacing(
        Self.watchRemark, with: start.map { "dipantau_sejak: \($0)" } ?? Self.watchRemark
      )
      .replacing(Self.week, with: Self.week.replacing("hari: 5", with: "hari: \(workingDays)"))
    return Array(text.utf8)
  }

  /// What `kantor.yaml` says of the provinces in other zones; empty where there are none.
  private var regionalText: String {
    guard !otherZones.isEmpty else { return "" }
    let lines = otherZones.sorted { $0.key < $1.key }.map {
      "  \"\($0.key)\": { zona: \($0.value.rawValue) }\n"
    }
    return """

      # Yang lain di sebagian wilayah, menurut kode provinsi, kabupaten, atau kecamatan: zona, kalender,
      # minggu_kerja. Dari beberapa kode berlaku yang terpanjang, untuk setiap setelan tersendiri.
      menurut_wilayah:

      """ + lines.joined()
  }

  /// Writes the workspace; the office file comes last, so that a folder without it is none.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - start: Since when the office is watched, as its file says it: a year, a quarter or a day; `nil`
  ///     where it says nothing.
  /// - Throws: ``WorkspaceFailure/workspaceExists(_:)`` where there is one already; nothing is
  ///   overwritten. A failure of the file system.
  public func found(
    in folder: FilePath, watchedSince start: String? = nil
  ) throws(WorkspaceFailure) {
    try found(in: folder, saying: officeText(watchedSince: start))
  }

  /// Writes the workspace with a text of `kantor.yaml`.
  ///
  /// - Throws: As ``found(in:watchedSince:)``.
  package func found(in folder: FilePath, saying office: [UInt8]) throws(WorkspaceFailure) {
    try requireRoom(in: folder)
    let officeFile = folder.appending(Workspace.officeFile)
    let typical =
      hasOwnCalendar
      ? String(
        decoding: try data.read(data.officeTemplates.appending("kabupaten-lain.yaml")),
        as: UTF8.self) : ""
    do throws(FileFailure) {
      try files.createFolder(folder, lettingGroupIn: true)
      for name in [Workspace.calendarFolder, Workspace.dropFolder, Workspace.exportFolder] {
        try files.createFolder(folder.appending(name))
      }
      for village in villagesWithFolders {
        try files.createFolder(
          folder.appending(Workspace.dropFolder).appending(dropFolder(of: village)))
      }
      for (name, region) in ownCalendars {
        let text = region.map {
          typical.replacing(
            "kalender: lokal\n", with: "kalender: \(name)\nwilayah: \"\($0)\"\n")
        }
        try files.replaceAtomically(
          ownCalendar(name, in: folder), with: Array((text ?? typical).utf8))
      }
      try files.replaceAtomically(folder.appending(Workspace.regionFile), with: regionText)
      try files.replaceAtomically(officeFile, with: office)
    } catch {
      throw .file(error)
    }
  }
}
