import Foundation
import TestSupport

/// The computer on which the commands of one document run: program data of its own, folders that the
/// document makes, and nothing of the developer's.
final class DocumentOffice {
  private let root: TemporaryFolder
  private let repository: URL
  /// The working folder of the next command.
  private var folder: String
  private var emptyFolders = 0

  /// Prepares the program, its data and an empty working folder.
  ///
  /// - Parameter repository: The top folder of the sources.
  /// - Throws: The system's error where something cannot be copied.
  init(repository: URL) throws {
    root = try TemporaryFolder()
    self.repository = repository
    folder = root.path(of: "awal")
    for name in ["awal", "data", "bin"] {
      try FileManager.default.createDirectory(
        atPath: root.path(of: name), withIntermediateDirectories: true)
    }
    // Copies, since a document may add to them.
    for name in ["Calendars", "Exports"] {
      try FileManager.default.copyItem(
        atPath: repository.appending(path: name).path, toPath: root.path(of: "data/\(name)"))
    }
    try FileManager.default.createSymbolicLink(
      atPath: root.path(of: "bin/tenggat"), withDestinationPath: ProgramRun.builtProgram)
  }

  /// Changes to a new, empty folder.
  ///
  /// - Throws: The system's error where it cannot be made.
  func enterEmptyFolder() throws {
    emptyFolders += 1
    folder = root.path(of: "kosong-\(emptyFolders)")
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  /// Changes to a folder of its own that is a copy of one in the repository, as it was left where the
  /// document has been in it before.
  ///
  /// - Parameter name: The folder in the repository.
  /// - Throws: The system's error where it cannot be copied.
  func enterCopy(of name: String) throws {
    folder = root.path(of: URL(filePath: name).lastPathComponent)
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    try FileManager.default.copyItem(
      atPath: repository.appending(path: name).path, toPath: folder)
  }

  /// Writes a file that the document shows.
  ///
  /// - Parameters:
  ///   - text: Its content.
  ///   - name: Its path in the working folder; under `Calendars/` in the program's data.
  /// - Throws: The system's error where it cannot be written.
  func write(_ text: String, to name: String) throws {
    let place = name.hasPrefix("Calendars/") ? root.path(of: "data") : folder
    let file = URL(filePath: "\(place)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Runs one command.
  ///
  /// - Parameter command: The command as it stands in the document.
  /// - Returns: The lines that it printed on either output, and its exit code where that is not 0.
  /// - Throws: What ``ProgramRun`` throws.
  func run(_ command: ShownCommands.Command) async throws -> [Substring] {
    if let newFolder = command.newFolder {
      folder += "/\(newFolder)"
      return []
    }
    let run = try await ProgramRun.run(
      "/bin/bash", ["-c", "exec 2>&1\n\(command.script)"], in: folder,
      environment: [
        "PATH": "\(root.path(of: "bin")):/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        "TENGGAT_DATA": root.path(of: "data"), "TENGGAT_PETUGAS": "Petugas Contoh",
      ])
    // A path that is another one in every run is shown as one that never changes.
    let text = run.outputText.replacing(root.path, with: "/srv/tenggat")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    if run.exitCode != 0 { lines.append("(kode keluar \(run.exitCode))") }
    return lines
  }
}
