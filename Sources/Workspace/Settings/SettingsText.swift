internal import CalendarFiles
internal import DurableFiles
internal import SystemPackage

/// A file that people write, as it was read; one that cannot be read is there too, with what is wrong.
struct SettingsText: Sendable {
  /// The text: where the file cannot be read, it has that fault.
  let text: YAMLText
  /// The bytes; `nil` where they could not be read.
  let bytes: [UInt8]?
  /// What the opened file was; `nil` where it could not be read.
  let state: FileState?

  /// A file that was read.
  fileprivate init(_ read: (bytes: [UInt8], state: FileState), named name: String) {
    text = YAMLText(read.bytes, file: name)
    bytes = read.bytes
    state = read.state
  }

  /// A file that cannot be read.
  fileprivate init(_ fault: CalendarSentence, named name: String) {
    text = YAMLText(fault, file: name)
    bytes = nil
    state = nil
  }
}

extension FileSystem {
  /// The endings of files that people write.
  static let settingsEndings = [".yaml", ".yml"]

  /// Whether a file is one that people write, as its name says in whatever case.
  package static func isSettings(_ name: String) -> Bool {
    let lower = name.lowercased()
    return settingsEndings.contains { lower.hasSuffix($0) }
  }

  /// A file that people write; `nil` where nothing has its name.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: The file as it is named to the user.
  /// - Returns: Its text.
  /// - Throws: ``WorkspaceFailure/file(_:)`` where the machine, and not the file, keeps it from being read.
  func settings(_ path: FilePath, named name: String) throws(WorkspaceFailure) -> SettingsText? {
    do throws(FileFailure) {
      return try readWithState(path, atMost: Limits.settings).map { SettingsText($0, named: name) }
    } catch {
      guard error.isOfPlace else { throw .file(error) }
      return SettingsText(error.sentence, named: name)
    }
  }

  /// The files that people write in a folder, in the order of their names, with a text that has a fault for
  /// each that looks like one and is not read: a folder, another case, the folder itself.
  ///
  /// - Parameters:
  ///   - name: The folder's name in the workspace.
  ///   - folder: The workspace.
  ///   - isWanted: Whether a file of some name is asked for.
  /// - Returns: Their texts.
  /// - Throws: ``WorkspaceFailure/file(_:)``, as ``settings(_:named:)``.
  func settings(
    in name: String, of folder: FilePath, where isWanted: (String) -> Bool = { _ in true }
  ) throws(WorkspaceFailure) -> [SettingsText] {
    let entries: [FileName]
    do {
      entries = try names(in: folder.pushing(FilePath(name)))
    } catch {
      guard error.isOfPlace else { throw .file(error) }
      return [SettingsText(error.sentence, named: name)]
    }
    var texts: [SettingsText] = []
    for entry in entries where FileSystem.isSettings(entry.string) && isWanted(entry.string) {
      let shown = "\(name)/\(entry.string)"
      guard FileSystem.settingsEndings.contains(where: { entry.string.hasSuffix($0) }) else {
        texts.append(SettingsText(.otherEnding, named: shown))
        continue
      }
      // By the name's own bytes, which need not be text.
      let path = folder.pushing(FilePath(name)).appending(entry.component)
      if let text = try settings(path, named: shown) { texts.append(text) }
    }
    return texts
  }

  /// Whether something has a name, whatever it is.
  func hasEntry(_ path: FilePath) throws(WorkspaceFailure) -> Bool {
    do {
      return try state(of: path) != nil
    } catch {
      throw .file(error)
    }
  }
}
