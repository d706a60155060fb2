public import SystemPackage

/// A text that is put beside a file that is moved.
public struct CompanionText: Sendable {
  /// What the text's name has after the file's own name.
  public let suffix: String
  /// The text for the path that the file gets.
  public let bytes: @Sendable (FilePath) -> [UInt8]

  /// Creates a text for a file that is moved.
  public init(suffix: String, bytes: @escaping @Sendable (FilePath) -> [UInt8]) {
    self.suffix = suffix
    self.bytes = bytes
  }
}

extension FileSystem {
  /// What a path names.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - followsLink: Whether a symbolic link in the last place stands for what it leads to.
  /// - Returns: Its state; `nil` where there is nothing.
  /// - Throws: ``FileFailure`` where that cannot be known.
  public func state(
    of path: FilePath, followingLink followsLink: Bool = false
  ) throws(FileFailure) -> FileState? {
    do {
      return FileState(
        try call(.inspect, path) { () throws(Errno) in try calls.inspectPath(path, followsLink) })
    } catch {
      // Nothing lies below a file either.
      if error.isMissing || error.errno == .notDirectory { return nil }
      throw error
    }
  }

  /// Moves a file into a folder, durably, and replaces nothing there.
  ///
  /// Within a file system the file is renamed, so that nothing is ever opened; across file systems a
  /// regular file is copied and then removed, and a killed process leaves both. A name that is taken
  /// gets a number. The companion is durable before the file moves.
  ///
  /// - Parameters:
  ///   - source: The file; it may be no regular one.
  ///   - state: The state in which it was judged.
  ///   - folder: Where to; made where it is missing.
  ///   - companion: What is put beside it.
  /// - Returns: The new path; `nil` where the source is gone or in another state, and stays as it is.
  /// - Throws: ``FileFailure``; the file is then in its old place or in the new one.
  public func move(
    _ source: FilePath, in state: FileState, into folder: FilePath, with companion: CompanionText?
  ) throws(FileFailure) -> FilePath? {
    guard let name = source.lastComponent else { return nil }
    try createFolder(folder)
    let door = try open(folder, .readOnly, [.closeOnExec, .directory])
    defer { calls.close(door) }
    do {
      // Movers come in one by one. Where a folder has no lock, a rename of one source still works once.
      try lock(door, folder, until: .now + .seconds(10))
    } catch {
      if error.isLocked { throw error }
    }
    guard try self.state(of: source) == state else { return nil }
    let target = try freePath(name, in: folder)
    let note = try companion.map { (text) throws(FileFailure) in try put(text, beside: target) }
    do throws(FileFailure) {
      try rename(source, to: target)
    } catch {
      if error.errno == .improperLink, state.kind == nil {
        return try carry(source, in: state, to: target, companion, note)
      }
      if let note { try? remove(note) }
      if error.isMissing { return nil }
      throw error
    }
    guard try self.state(of: target) == state else {
      return try putBack(target, to: source, note)
    }
    try syncFolder(of: target)
    try syncFolder(of: source)
    return target
  }

  /// Another file had taken the source's name at the last moment: it goes back, unjudged.
  private func putBack(
    _ target: FilePath, to source: FilePath, _ note: FilePath?
  ) throws(FileFailure) -> FilePath? {
    guard try state(of: source) == nil else { throw FileFailure(.rename, target, .changed) }
    try rename(target, to: source)
    if let note { try remove(note) }
    try syncFolder(of: target)
    try syncFolder(of: source)
    return nil
  }

  /// Copies a file into another file system and removes it from its own.
  private func carry(
    _ source: FilePath, in state: FileState, to target: FilePath, _ companion: CompanionText?,
    _ note: FilePath?
  ) throws(FileFailure) -> FilePath? {
    guard let name = target.lastComponent else { return nil }
    var (copy, note) = (target, note)
    do throws(FileFailure) {
      if let twin = try twin(of: source, state, in: target.folder) {
        // A run that was killed after the copy left it.
        if let companion, let old = note {
          try remove(old)
          note = try put(companion, beside: twin)
        }
        copy = twin
      } else {
        copy = try copyIn(source, into: target.folder, inspect: { _ in }, name: { name })
      }
    } catch {
      if let note { try? remove(note) }
      if error.isMissing, error.path == source { return nil }
      throw error
    }
    guard try self.state(of: source) == state else {
      if copy == target { try remove(copy) }
      if let note { try remove(note) }
      return nil
    }
    try remove(source)
    return copy
  }

  /// A file of the source's name, or that name with a number, that holds the same bytes.
  private func twin(
    of source: FilePath, _ state: FileState, in folder: FilePath
  ) throws(FileFailure) -> FilePath? {
    guard let name = source.lastComponent else { return nil }
    var number = 1
    while true {
      let path = FileSystem.place(name, number, in: folder)
      guard let found = try self.state(of: path) else { return nil }
      if found.kind == nil, found.size == state.size, try read(path) == read(source) { return path }
      number += 1
    }
  }

  private func freePath(
    _ name: FilePath.Component, in folder: FilePath
  ) throws(FileFailure) -> FilePath {
    var number = 1
    while true {
      let path = FileSystem.place(name, number, in: folder)
      if try state(of: path) == nil { return path }
      number += 1
    }
  }

  /// Writes a companion; one that a killed process left with the same text is used again.
  private func put(
    _ companion: CompanionText, beside target: FilePath
  ) throws(FileFailure) -> FilePath {
    let name = target.lastComponent?.string ?? ""
    let bytes = companion.bytes(target)
    var number = 1
    while true {
      let ending = number == 1 ? companion.suffix : " (\(number))\(companion.suffix)"
      let path = target.folder.appending(FileSystem.fitted(name, before: ending))
      guard let found = try state(of: path) else {
        try replaceAtomically(path, with: bytes)
        return path
      }
      if found.kind == nil, try read(path) == bytes { return path }
      number += 1
    }
  }

  /// `surat.pdf` with its very bytes, then `surat (2).pdf`, `surat (3).pdf`.
  private static func place(
    _ name: FilePath.Component, _ number: Int, in folder: FilePath
  ) -> FilePath {
    guard number > 1 else { return folder.appending(name) }
    let suffix = name.extension.map { ".\($0)" } ?? ""
    let isShort = suffix.utf8.count <= 32
    let stem = isShort ? name.stem : name.string
    return folder.appending(fitted(stem, before: " (\(number))\(isShort ? suffix : "")"))
  }

  /// A name with an ending, cut between characters to the 255 bytes that a name may have.
  private static func fitted(_ name: String, before ending: String) -> String {
    var kept = name
    while kept.utf8.count + ending.utf8.count > 255 { kept.removeLast() }
    return kept + ending
  }
}
