internal import CalendarFiles
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

extension Workspace {
  /// The names of all profiles, shipped and the office's own, in their order.
  ///
  /// - Throws: ``WorkspaceFailure`` where a folder cannot be read.
  public func profileNames() throws(WorkspaceFailure) -> [String] {
    let shipped = try folders(in: data.profiles, named: "Exports/\(Workspace.profileFolder)")
    return Set(try shipped.folders + ownProfiles().folders).sorted()
  }

  /// What lies in the folder of the office's own profiles.
  ///
  /// - Returns: The names of its folders, and of what is neither a folder nor hidden.
  /// - Throws: ``WorkspaceFailure`` where the folder cannot be read.
  package func ownProfiles() throws(WorkspaceFailure) -> (folders: [String], others: [String]) {
    try folders(in: folder.appending(Workspace.profileFolder), named: Workspace.profileFolder)
  }

  /// The names of the profiles of the office's own that are read in the place of shipped ones.
  ///
  /// - Throws: ``WorkspaceFailure`` where a folder cannot be read.
  package func profilesInFront() throws(WorkspaceFailure) -> [String] {
    let shipped = try folders(in: data.profiles, named: "Exports/\(Workspace.profileFolder)")
    return try ownProfiles().folders.filter(shipped.folders.contains)
  }

  private func folders(
    in path: FilePath, named name: String
  ) throws(WorkspaceFailure) -> (folders: [String], others: [String]) {
    var found: (folders: [String], others: [String]) = ([], [])
    for entry in try files.list(path, named: name)
    where !entry.hasPrefix(".") && !entry.hasSuffix("~") {
      let kind = (try? files.state(of: path.appending(entry)))??.kind
      if [.folder, .symbolicLink].contains(kind) {
        found.folders.append(entry)
      } else {
        found.others.append(entry)
      }
    }
    return found
  }

  /// A profile: the office's own where it has one of that name, else the shipped one.
  ///
  /// An office's own stands in front, as its calendars do: what it sends stays as it is when a later version of
  /// the program ships a profile of that name.
  ///
  /// - Parameter name: One of ``profileNames()``.
  /// - Returns: The profile and its files, which may be hostile.
  /// - Throws: ``WorkspaceFailure/configuration(_:)`` with every fault of `profil.yaml`, or for a file that is
  ///   missing.
  public func profile(_ name: String) throws(WorkspaceFailure) -> ProfileFiles {
    let isOwn = try ownProfiles().folders.contains(name)
    let place =
      isOwn ? folder.appending(Workspace.profileFolder) : data.profiles
    let shown = (isOwn ? "" : "Exports/") + "\(Workspace.profileFolder)/\(name)"
    let settings = "\(shown)/\(ProfileFiles.settingsName)"
    guard
      let text = try files.settings(
        place.appending(name).appending(ProfileFiles.settingsName), named: settings)
    else { throw .configuration([WorkspaceSentence.noProfileFile(settings)]) }
    let (profile, findings) = ProfileFile.read(text.text, name: name)
    guard let profile, findings.isEmpty else { throw .configuration(findings) }
    func bytes(_ file: String) throws(WorkspaceFailure) -> [UInt8] {
      try profileBytes(place.appending(name).appending(file), named: "\(shown)/\(file)")
    }
    return ProfileFiles(
      profile: profile, folder: shown, layout: try bytes(ProfileFiles.layoutName),
      schema: try profile.schema.map(bytes))
  }

  private func profileBytes(
    _ path: FilePath, named name: String
  ) throws(WorkspaceFailure) -> [UInt8] {
    do throws(FileFailure) {
      if let bytes = try files.read(path, atMost: Limits.document) { return bytes }
    } catch {
      throw error.isOfPlace ? .configuration([error.finding(named: name)]) : .file(error)
    }
    throw .configuration([WorkspaceSentence.noProfileFile(name)])
  }

  /// All profiles that have no fault, in the order of their names.
  ///
  /// - Throws: ``WorkspaceFailure`` where a folder cannot be read; not for a fault of a profile, which is for
  ///   whoever asks for that one.
  public func soundProfiles() throws(WorkspaceFailure) -> [ProfileFiles] {
    var sound: [ProfileFiles] = []
    for name in try profileNames() {
      do throws(WorkspaceFailure) {
        sound.append(try profile(name))
      } catch {
        guard case .configuration = error else { throw error }
      }
    }
    return sound
  }
}
