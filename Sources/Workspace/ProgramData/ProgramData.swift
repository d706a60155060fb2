internal import CalendarFiles
internal import ComplianceModel
public import DurableFiles
public import SystemPackage

/// The program's own data: the calendars and the schemas that it ships.
public struct ProgramData: Sendable {
  /// The folder that holds `Calendars` and `Exports`.
  public let folder: FilePath

  private var files: FileSystem

  /// The name of the folder that a build puts the data in, beside the binary.
  private static let bundle = "tenggat_ProgramFiles.resources"

  /// Finds the data.
  ///
  /// - Parameters:
  ///   - override: The folder that `$TENGGAT_DATA` names; it is the only place looked at then.
  ///   - executable: The program's own file.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure/noProgramData(_:)``, which names the places looked at.
  public init(
    override: String?, executable: FilePath, files: FileSystem = .live
  ) throws(WorkspaceFailure) {
    let bin = executable.parent
    let own = [
      bin.parent.appending("share").appending("tenggat"),
      bin.appending(ProgramData.bundle),
    ]
    self.files = files
    for place in override.map({ [FilePath($0)] }) ?? own {
      let marker = place.appending("Calendars").appending("laporan")
      do throws(FileFailure) {
        guard try !files.names(in: marker).isEmpty else { continue }
      } catch {
        // A place that has the calendars and does not show them is not passed over for another.
        if error.errno == .notDirectory { continue }
        throw error.isOfPlace
          ? .configuration([error.finding(named: marker.string)]) : .file(error)
      }
      folder = place
      return
    }
    throw .noProgramData(
      ["$TENGGAT_DATA (\(override ?? "kosong"))"] + own.map(\.string))
  }

  /// The same data, looked at another way.
  ///
  /// - Parameter files: The file system.
  /// - Returns: The data.
  package func looking(through files: FileSystem) -> ProgramData {
    var data = self
    data.files = files
    return data
  }

  /// The calendars of reports: `nasional` and the kabupaten.
  public var reportCalendars: FilePath { folder.appending("Calendars").appending("laporan") }

  /// The registers of indicators that the first offices signed.
  var registers: FilePath { folder.appending("Calendars").appending("iku") }

  /// The scales that name the values of indices.
  var scales: FilePath { folder.appending("Calendars").appending("skala") }

  /// The holidays, a file a year.
  package var holidays: FilePath { folder.appending("Calendars").appending("libur") }

  /// What desa and kecamatan are called in some provinces, of which most use the words of the law.
  ///
  /// - Parameter provinces: The provinces, each once.
  /// - Returns: What is known of them.
  /// - Throws: ``WorkspaceFailure`` where the program's own files are missing or faulty.
  func localWords(in provinces: [RegionCode]) throws(WorkspaceFailure) -> [LocalWords.Entry] {
    let folder = officeTemplates.appending("sebutan")
    let names = try names(in: folder)
    guard !names.isEmpty else { throw .noProgramFile(folder) }
    var entries: [LocalWords.Entry] = []
    for province in provinces.map(\.description) where names.contains(province) {
      let (words, findings) = LocalWordsFile.read(
        try text(folder.appending("\(province).yaml")))
      guard findings.isEmpty else { throw .configuration(findings) }
      entries += words
    }
    return entries
  }

  /// How known services answer a webhook.
  var services: FilePath {
    folder.appending("Calendars").appending("saluran").appending("layanan.yaml")
  }

  /// The usual steps of a report.
  var workSteps: FilePath {
    folder.appending("Calendars").appending("rencana").appending("langkah.yaml")
  }

  /// What a workspace for practice is filled with.
  package var practice: FilePath { officeTemplates.appending("latihan") }

  /// What a new workspace is filled with.
  var officeTemplates: FilePath { folder.appending("Calendars").appending("kantor") }

  /// The schemas of exports.
  public var exports: FilePath { folder.appending("Exports") }

  /// The layouts of receivers.
  var profiles: FilePath { exports.appending(Workspace.profileFolder) }

  /// The documents that are shipped as samples.
  ///
  /// - Returns: Each with the name of its file, in the order of the names: `63.05.12-2026-TW1.xml`.
  /// - Throws: ``WorkspaceFailure`` where they cannot be read.
  public func samples() throws(WorkspaceFailure) -> [(name: String, bytes: [UInt8])] {
    let folder = exports.appending("contoh")
    var samples: [(String, [UInt8])] = []
    for name in try files.list(folder, named: shown(folder)) where name.hasSuffix(".xml") {
      samples.append((name, try read(folder.appending(name))))
    }
    return samples
  }

  /// The bytes of one of the program's own files.
  ///
  /// - Throws: ``WorkspaceFailure/noProgramFile(_:)`` where it is missing; a failure to read it.
  public func read(_ path: FilePath) throws(WorkspaceFailure) -> [UInt8] {
    guard let bytes = try files.bytes(of: path, atMost: Limits.regions) else {
      throw .noProgramFile(path)
    }
    return bytes
  }

  /// One of the program's own files that people write, named from `Calendars` on.
  ///
  /// - Throws: ``WorkspaceFailure``, as ``read(_:)``; of a file that cannot be read the text has the fault.
  func text(_ path: FilePath) throws(WorkspaceFailure) -> YAMLText {
    guard let text = try files.settings(path, named: shown(path)) else {
      throw .noProgramFile(path)
    }
    return text.text
  }

  /// The names of the calendars, registers or scales in one of the program's folders.
  ///
  /// - Throws: ``WorkspaceFailure`` where the folder cannot be read.
  func names(in path: FilePath) throws(WorkspaceFailure) -> [String] {
    try files.list(path, named: shown(path)).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }
  }

  /// The names of the pages of Markdown in a folder; none where there is no such folder.
  ///
  /// - Throws: ``WorkspaceFailure`` where the folder cannot be read.
  func pages(in path: FilePath) throws(WorkspaceFailure) -> [String] {
    try files.list(path, named: shown(path)).filter { $0.hasSuffix(".md") }
      .map { String($0.dropLast(3)) }
  }

  /// The names of the pictures in a folder, with their endings.
  ///
  /// - Throws: ``WorkspaceFailure`` where the folder cannot be read.
  func pictures(in path: FilePath) throws(WorkspaceFailure) -> [String] {
    try files.list(path, named: shown(path)).filter { $0.hasSuffix(".png") }
  }

  /// A path among the program's data as it is named to the user.
  private func shown(_ path: FilePath) -> String {
    var name = path
    _ = name.removePrefix(folder)
    return name.string
  }
}

extension FileSystem {
  /// The bytes of a file, `nil` where nothing has its name, with the failure as a workspace reports it.
  package func bytes(
    of path: FilePath, atMost limit: Int
  ) throws(WorkspaceFailure) -> [UInt8]? {
    do throws(FileFailure) {
      return try read(path, atMost: limit)
    } catch {
      throw .file(error)
    }
  }

  /// The bytes of a file with what the opened file was, with the failure as a workspace reports it.
  package func bytesWithState(
    of path: FilePath, atMost limit: Int
  ) throws(WorkspaceFailure) -> (bytes: [UInt8], state: FileState)? {
    do throws(FileFailure) {
      return try readWithState(path, atMost: limit)
    } catch {
      throw .file(error)
    }
  }

  /// The names in a folder, with the failure as a workspace reports it.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - name: The folder as it is named to the user.
  /// - Returns: The names, in the order of their bytes.
  /// - Throws: ``WorkspaceFailure``: the fault of what lies there instead of a folder that can be read, or a
  ///   failure of the file system.
  package func list(_ folder: FilePath, named name: String) throws(WorkspaceFailure) -> [String] {
    do throws(FileFailure) {
      return try names(in: folder).map(\.string)
    } catch {
      throw error.isOfPlace ? .configuration([error.finding(named: name)]) : .file(error)
    }
  }
}
