internal import CalendarFiles
internal import ComplianceModel
public import DurableFiles
public import SystemPackage

/// The program's own data: the calendars and the schemas that it ships.
public struct ProgramData: Sendable {
  /// The folder that holds `Calendars` and `Exports`.
  public let folder: FilePath

  private let files: FileSystem

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
    let bin = executable.removingLastComponent()
    let own = [
      bin.removingLastComponent().appending("share").appending("tenggat"),
      bin.appending(ProgramData.bundle),
    ]
    self.files = files
    for place in override.map({ [FilePath($0)] }) ?? own {
      let marker = place.appending("Calendars").appending("laporan")
      if let names = try? files.names(in: marker), !names.isEmpty {
        folder = place
        return
      }
    }
    throw .noProgramData(
      ["$TENGGAT_DATA (\(override ?? "kosong"))"] + own.map(\.string))
  }

  /// The calendars of reports: `nasional` and the kabupaten.
  public var reportCalendars: FilePath { folder.appending("Calendars").appending("laporan") }

  /// The registers of indicators that the first offices signed.
  var registers: FilePath { folder.appending("Calendars").appending("iku") }

  /// The scales that name the values of indices.
  var scales: FilePath { folder.appending("Calendars").appending("skala") }

  /// The holidays, a file a year.
  package var holidays: FilePath { folder.appending("Calendars").appending("libur") }

  /// What desa and kecamatan are called by region.
  ///
  /// - Throws: ``WorkspaceFailure`` where the program's own file is missing or faulty.
  func localWords() throws(WorkspaceFailure) -> [LocalWords.Entry] {
    let bytes = try read(officeTemplates.appending("sebutan.yaml"))
    let (entries, findings) = LocalWordsFile.read(
      YAMLText(bytes, file: "Calendars/kantor/sebutan.yaml"))
    guard findings.isEmpty else { throw .configuration(findings) }
    return entries
  }

  /// How known services answer a webhook.
  var services: FilePath {
    folder.appending("Calendars").appending("saluran").appending("layanan.yaml")
  }

  /// What a new workspace is filled with.
  var officeTemplates: FilePath { folder.appending("Calendars").appending("kantor") }

  /// The schemas of exports.
  public var exports: FilePath { folder.appending("Exports") }

  /// The bytes of one of the program's own files.
  ///
  /// - Throws: ``WorkspaceFailure/noProgramFile(_:)`` where it is missing; a failure to read it.
  public func read(_ path: FilePath) throws(WorkspaceFailure) -> [UInt8] {
    guard let bytes = try files.bytes(of: path) else { throw .noProgramFile(path) }
    return bytes
  }
}

extension FileSystem {
  /// The bytes of a file, `nil` where there is none, with the failure as a workspace reports it.
  package func bytes(of path: FilePath) throws(WorkspaceFailure) -> [UInt8]? {
    do throws(FileFailure) {
      return try read(path)
    } catch {
      throw .file(error)
    }
  }

  /// The bytes of a file with what the opened file was, with the failure as a workspace reports it.
  package func bytesWithState(
    of path: FilePath
  ) throws(WorkspaceFailure) -> (bytes: [UInt8], state: FileState)? {
    do throws(FileFailure) {
      return try readWithState(path)
    } catch {
      throw .file(error)
    }
  }

  /// The names in a folder, with the failure as a workspace reports it.
  package func list(_ folder: FilePath) throws(WorkspaceFailure) -> [String] {
    do throws(FileFailure) {
      return try names(in: folder).map(\.string)
    } catch {
      throw .file(error)
    }
  }
}
