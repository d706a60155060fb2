internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

/// The files that a table names for evidence: below its own folder, and never through a link.
struct EvidenceCells {
  private let path: FilePath
  private let store: LedgerStore
  /// The folder of the table, opened for the first cell and held.
  private var folder: Folder?
  private var known: [String: Result<EvidenceCell, Trouble>] = [:]

  /// Why a cell names no evidence.
  enum Trouble: Error {
    /// The path leads out of the table's folder, or begins at the root.
    case outside
    case missing
    /// Something on the way is a link, or the last part is no file.
    case irregular
    case unreadable
    case unfit(EvidenceFault)
  }

  /// Creates a reader of the cells of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - store: The ledgers and the evidence of the workspace.
  init(besides table: FilePath, _ store: LedgerStore) {
    path = table.removingLastComponent()
    self.store = store
  }

  /// The file that a cell names, read through once however often it is named.
  mutating func evidence(_ cell: String) -> Result<EvidenceCell, Trouble> {
    if let known = known[cell] { return known }
    let result = Result { () throws(Trouble) in try read(cell) }
    known[cell] = result
    return result
  }

  private mutating func read(_ cell: String) throws(Trouble) -> EvidenceCell {
    // A table from Windows has its own slashes.
    let path = FilePath(cell.replacing("\\", with: "/"))
    let isDrive = cell.dropFirst().first == ":"
    guard path.isRelative, !isDrive, !path.isEmpty,
      path.components.allSatisfy({ $0.kind == .regular })
    else { throw .outside }
    let (home, examined): (Folder, ExaminedEvidence)
    do throws(FileFailure) {
      home = try tableFolder()
      examined = try store.examineEvidence(try EvidenceCells.file(path, in: home))
    } catch {
      throw Trouble(error)
    }
    if let fault = examined.fault { throw .unfit(fault) }
    return EvidenceCell(text: cell, folder: home, path: path, sha256: examined.sha256)
  }

  private mutating func tableFolder() throws(FileFailure) -> Folder {
    if let folder { return folder }
    let opened = try FileSystem.live.folder(path)
    folder = opened
    return opened
  }

  /// Opens a file below a folder, one name at a time, and nothing through a link.
  static func file(_ path: FilePath, in folder: Folder) throws(FileFailure) -> OpenedFile {
    var place = folder
    for part in path.components.dropLast() { place = try place.folder(part) }
    return try place.file(path.lastComponent ?? ".")
  }
}

extension EvidenceCells.Trouble {
  fileprivate init(_ failure: FileFailure) {
    if case .notRegular = failure.reason {
      self = .irregular
    } else if failure.errno == .notDirectory {
      self = .irregular
    } else {
      self = failure.isMissing ? .missing : .unreadable
    }
  }
}
