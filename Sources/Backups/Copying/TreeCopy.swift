internal import ComplianceModel
internal import DurableFiles
internal import Hashing
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// One walk through a workspace or a backup: every file is hashed, and copied where it is to be.
///
/// Nobody is kept from writing meanwhile. The ledgers come first, the latest year first, and what their rows
/// name is there before them: so the copy has each file that a copied row names, and of each earlier ledger at
/// least what a row of a later one may void. What is only ever added to is copied as far as it is at one moment.
struct TreeCopy {
  /// The files, in the order of the walk.
  private(set) var files: [ListedFile] = []
  /// How many bytes they have.
  private(set) var bytes: Int64 = 0
  /// How many rows the ledgers among them have.
  private(set) var rows = 0
  /// What was left out, and why.
  private(set) var findings: [Finding] = []

  private let top: Folder
  private let shownTop: FilePath

  /// Folders in each other that are gone through: none that people make is as deep.
  private static let deepest = 64
  /// How often a file that is being written to is copied again.
  private static let attempts = 3

  /// Walks.
  ///
  /// - Parameters:
  ///   - source: The workspace or the backup.
  ///   - target: An empty folder that gets a copy of everything; `nil` where there is only to be hashed.
  /// - Throws: `FileFailure` where the copy cannot be written, or the source's own folder cannot be read.
  init(of source: Folder, to target: Folder?) throws(FileFailure) {
    top = source
    shownTop = source.path
    try copy(source, to: target, as: "", within: [try source.state])
  }

  /// The files of a backup that say what it is, which no workspace has.
  private static let own = [BackupStamp.fileName, FileList.name]

  private func isLeftOut(_ name: FilePath.Component, in path: FilePath) -> Bool {
    // Files that are being written, and those whose lock is all that they are.
    name.string.hasPrefix(FileSystem.temporaryPrefix)
      || path.isEmpty && TreeCopy.own.contains(name.string)
      || path == "pengingat" && name.string.hasPrefix(".")
  }

  private mutating func copy(
    _ source: Folder, to target: Folder?, as path: FilePath, within folders: [FileState]
  ) throws(FileFailure) {
    for name in order(try source.names, in: path) where !isLeftOut(name, in: path) {
      let here = path.appending(name)
      guard FilePath.Component(name.string) == name else {
        leave(here, BackupSentence.unreadableName)
        continue
      }
      do throws(FileFailure) {
        guard let state = try source.state(of: name, followingLink: true) else {
          if try source.state(of: name) != nil { leave(here, BackupSentence.danglingLink) }
          continue
        }
        switch state.kind {
        case .folder: try enter(name, of: source, to: target, as: here, within: folders)
        case nil: try take(name, of: source, to: target, as: here)
        default: leave(here, BackupSentence.noFile)
        }
      } catch {
        // What stands in the way of the copy itself is told by the caller.
        guard isOfSource(error, source, name) else { throw error }
        if !error.isMissing { leave(here, BackupSentence.unreadable(error)) }
      }
    }
  }

  private func isOfSource(
    _ failure: FileFailure, _ folder: Folder, _ name: FilePath.Component
  ) -> Bool {
    let path = folder.path.string == "." ? FilePath(root: nil, [name]) : folder.path.appending(name)
    return failure.path == path
  }

  /// Ledgers before everything else, and the latest of them first.
  private func order(
    _ names: [FilePath.Component], in path: FilePath
  ) -> [FilePath.Component] {
    if path.isEmpty {
      return names.filter { $0.string == LedgerStore.bookFolder }
        + names.filter { $0.string != LedgerStore.bookFolder }
    }
    return path.starts(with: FilePath(LedgerStore.bookFolder)) ? names.reversed() : names
  }

  private mutating func enter(
    _ name: FilePath.Component, of source: Folder, to target: Folder?, as path: FilePath,
    within folders: [FileState]
  ) throws(FileFailure) {
    guard let inner = try source.folder(below: FilePath(root: nil, [name])) else { return }
    let state = try inner.state
    // A link may lead back up.
    guard !folders.contains(where: { $0.isSameFile(as: state) }), folders.count < TreeCopy.deepest
    else { return leave(path, BackupSentence.folderInItself) }
    let made = try target.map { (target) throws(FileFailure) in
      try target.makePrivateFolder(name)
    }
    try copy(inner, to: made, as: path, within: folders + [state])
  }

  private mutating func take(
    _ name: FilePath.Component, of source: Folder, to target: Folder?, as path: FilePath
  ) throws(FileFailure) {
    var attempt = 1
    while true {
      let file = try source.file(name, followingLinksOf: top)
      do throws(FileFailure) {
        var hash = SHA256()
        var count: Int64 = 0
        func see(_ chunk: UnsafeRawBufferPointer) {
          hash.update(chunk)
          count += Int64(chunk.count)
        }
        if TreeCopy.isAddedTo(path) {
          let bytes = try file.read()
          hash.update(bytes[...])
          count = Int64(bytes.count)
          if TreeCopy.isLedger(path) {
            // The header is no row, and no field of a row has a line feed.
            rows += max(0, bytes.count { $0 == UInt8(ascii: "\n") } - 1)
          }
          try target?.replaceAtomically(name, with: bytes, replacing: false)
        } else if let target {
          _ = try target.copyIn(file, atMost: .ownerReadWrite, inspect: see) { name }
        } else {
          try file.readThrough(inspect: see)
        }
        files.append(ListedFile(path: path.string, hash: hash.finalize().description))
        bytes += count
        return
      } catch {
        guard error.reason == .changed, attempt < TreeCopy.attempts else { throw error }
        attempt += 1
      }
    }
  }

  /// Whether a file is only ever added to, so that what it holds at a moment is whole but for its last line.
  private static func isAddedTo(_ path: FilePath) -> Bool {
    guard path.extension == "csv" else { return false }
    return [LedgerStore.bookFolder, Workspace.reminderFolder].contains {
      path.starts(with: FilePath($0))
    }
      || [Workspace.backupFile, Workspace.seenFile].contains(path.string)
  }

  /// Whether a file is a ledger: `buku/63.05.12/2026.csv`.
  private static func isLedger(_ path: FilePath) -> Bool {
    let names = path.components.map(\.string)
    return names.count == 3 && names[0] == "buku" && names[2].utf8.count == 8
      && Int(names[2].prefix(4)) != nil
  }

  private mutating func leave(_ path: FilePath, _ sentence: BackupSentence) {
    findings.append(sentence.finding(at: shownTop.pushing(path).string))
  }
}
