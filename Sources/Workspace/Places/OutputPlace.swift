public import DurableFiles
public import SystemPackage

/// Where a command writes that a person or a setting named: the one rule for all of them.
///
/// The place may be nothing that a workspace owns, this one or any other, whatever link or spelling leads to
/// it; and there is either nothing yet, or a regular file with one name that this program made for the same
/// purpose. What was looked at is held open, so that what is written goes there and nowhere else.
public struct OutputPlace: Sendable {
  /// What is written there.
  public enum Purpose: Hashable, Sendable {
    /// A document of the exchange format.
    case export
    /// Such a document in the layout of its receiver, whose file opens with these bytes, those of 0 left out.
    case layout(opening: [UInt8])
    /// The sums of many such documents.
    case recap
    /// A table for other programs, which begins with the names of these columns.
    case table(opening: [String])
    /// A calendar of due dates.
    case calendar
    /// A workbook for spreadsheets, whose file ends with this text.
    case workbook(ending: String)
    /// A page to print.
    case page
    /// A register of indicators to fill in.
    case register
    /// The file that tells of the last good run of the reminders.
    case heartbeat
    /// A message of a channel that keeps each in a file.
    case message
    /// A log of what was answered, to which lines are added.
    case accessLog
  }

  /// The path, as it was named.
  public let path: FilePath
  /// The folder, or the nearest one above it that is there.
  private let folder: Folder
  /// The folders that are missing between that one and the file.
  private let missing: FilePath
  private let name: FilePath.Component
  /// The file that is there already.
  private let present: FileState?
  /// Whether it lies where a workspace has the files of that purpose, so that its name does not matter.
  let isHome: Bool

  /// Looks at a place; nothing is made yet.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - purpose: What is written there.
  ///   - workspace: The workspace of the command.
  ///   - isOverwriting: Whether a person asked for a file to be replaced: in the folder that the purpose has
  ///     in a workspace it may then hold anything, since people edit pages and registers.
  ///   - makesFolders: Whether folders that are missing are made; otherwise their lack is a failure.
  ///   - files: The file system.
  /// - Throws: ``OutputRefusal``; a `FileFailure` where the place cannot be looked at.
  public init(
    _ path: FilePath, for purpose: Purpose, in workspace: FilePath,
    overwriting isOverwriting: Bool = false, makingFolders makesFolders: Bool = true,
    files: FileSystem = .live
  ) throws {
    guard let name = path.lastComponent, name.kind == .regular else {
      throw OutputRefusal(path, .notRegular(.folder))
    }
    self.path = path
    self.name = name
    let top = try files.folder(workspace)
    var parent = path.removingLastComponent()
    // In the workspace itself links are followed as anywhere in it, else as the person's own shell does.
    if parent.removePrefix(workspace), parent.components.allSatisfy({ $0.kind == .regular }) {
      (folder, missing) = try top.nearestFolder(below: parent)
    } else {
      (folder, missing) = try files.nearestFolder(path.removingLastComponent())
    }
    let site = try OutputSite(folder, missing.components + [name], in: top)
    guard !site.isOwned(for: purpose) else { throw OutputRefusal(path, .ofWorkspace) }
    guard makesFolders || missing.isEmpty else {
      throw FileFailure(.create, path, .system(.noSuchFileOrDirectory))
    }
    isHome = site.isHome(of: purpose)
    present = missing.isEmpty ? try folder.state(of: name) : nil
    if isOverwriting, isHome {
      try requireFile()
    } else {
      try requireOwn(purpose)
    }
  }

  /// Looks at a place in a folder that has the files of a purpose.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - purpose: What is written there.
  ///   - home: The folder of the path, of which it is known that any name in it may be used.
  /// - Throws: ``OutputRefusal``; a `FileFailure` where the place cannot be looked at.
  init(_ path: FilePath, for purpose: Purpose, in home: Folder) throws {
    guard let name = path.lastComponent, name.kind == .regular else {
      throw OutputRefusal(path, .notRegular(.folder))
    }
    self.path = path
    self.name = name
    (folder, missing, isHome) = (home, FilePath(), true)
    present = try home.state(of: name)
    try requireOwn(purpose)
  }

  /// Refuses what is there and is no regular file with one name.
  private func requireFile() throws {
    guard let present else { return }
    if let kind = present.kind { throw OutputRefusal(path, .notRegular(kind)) }
    guard present.nameCount == 1 else {
      throw OutputRefusal(path, .severalNames(present.nameCount))
    }
  }

  /// Refuses what is there and was not made for the purpose by this program.
  private func requireOwn(_ purpose: Purpose) throws {
    try requireFile()
    guard present != nil else { return }
    guard try purpose.made(folder.file(name)) else {
      throw OutputRefusal(path, .foreign(purpose))
    }
  }

  /// The folder of the place, made where it is missing.
  func makeFolder() throws(FileFailure) -> Folder {
    try folder.makeFolder(below: missing, followingLinks: false)
  }

  /// Whether a file is there already.
  public var isTaken: Bool { present != nil }

  /// Whether a file is there that holds other bytes than these.
  ///
  /// - Throws: `FileFailure` where it cannot be read.
  public func differs(from bytes: [UInt8]) throws(FileFailure) -> Bool {
    guard let present else { return false }
    guard present.size == bytes.count else { return true }
    return try folder.read(name) != bytes
  }

  /// Puts bytes there, so that a reader finds the old ones or these; folders that are missing are made.
  ///
  /// - Throws: `FileFailure`, also where another file has the name by now; what was there is then as it was.
  public func write(_ bytes: [UInt8]) throws(FileFailure) {
    var draft = try draft()
    try draft.append(bytes)
    try draft.finish()
  }

  /// Begins what is put there piece by piece and gets its name when it is whole; folders that are missing are made.
  ///
  /// - Throws: `FileFailure`, also where another file has the name by now.
  public func draft() throws(FileFailure) -> FileDraft {
    let folder = try makeFolder()
    if let present {
      guard try folder.state(of: name) == present else {
        throw FileFailure(.rename, path, .changed)
      }
    }
    return try folder.draft(name, replacing: present != nil)
  }
}
