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

extension Folder {
  /// Moves a file into another folder, durably, and replaces nothing there.
  ///
  /// Within a file system the file is renamed, so that nothing is ever opened; across file systems a
  /// regular file is copied and then removed, and a killed process leaves both. A name that is taken
  /// gets a number. The companion is durable before the file moves.
  ///
  /// - Parameters:
  ///   - name: The file, by its name in this folder; it may be no regular one.
  ///   - state: The state in which it was judged.
  ///   - target: Where to.
  ///   - companion: What is put beside it.
  /// - Returns: The new name; `nil` where the source is gone or in another state, and stays as it is.
  /// - Throws: ``FileFailure``; the file is then in its old place or in the new one.
  public func move(
    _ name: FilePath.Component, in state: FileState, to target: Folder,
    with companion: CompanionText?
  ) throws(FileFailure) -> FilePath.Component? {
    // A descriptor of its own, so that the lock goes with this call.
    let door = try system.openFolder(FilePlace(.here, in: target), [])
    do {
      // Movers come in one by one. Where a folder has no lock, a rename of one source still works once.
      try system.lock(door.descriptor, target.path, until: .now + .seconds(10))
    } catch {
      if error.isLocked { throw error }
    }
    guard try self.state(of: name) == state else { return nil }
    let new = try target.freeName(for: name)
    let note = try companion.map { (text) throws(FileFailure) in try target.put(text, beside: new) }
    do throws(FileFailure) {
      try system.rename(
        FilePlace(name, in: self), to: FilePlace(new, in: target), replacing: false)
    } catch {
      if error.errno == .improperLink, state.isRegular {
        return try carry(name, in: state, to: target, as: new, companion, note)
      }
      if let note { try? target.remove(note) }
      if error.isMissing { return nil }
      throw error
    }
    guard try target.state(of: new) == state else {
      return try putBack(new, of: target, as: name, note)
    }
    try target.sync()
    try sync()
    return new
  }

  /// Another file had taken the source's name at the last moment: it goes back, unjudged.
  private func putBack(
    _ new: FilePath.Component, of target: Folder, as name: FilePath.Component,
    _ note: FilePath.Component?
  ) throws(FileFailure) -> FilePath.Component? {
    guard try state(of: name) == nil else {
      throw FileFailure(.rename, target.path.appending(new), .changed)
    }
    try system.rename(
      FilePlace(new, in: target), to: FilePlace(name, in: self), replacing: false)
    if let note { try target.remove(note) }
    try target.sync()
    try sync()
    return nil
  }

  /// Copies a file into another file system and removes it from its own.
  private func carry(
    _ name: FilePath.Component, in state: FileState, to target: Folder,
    as new: FilePath.Component, _ companion: CompanionText?, _ note: FilePath.Component?
  ) throws(FileFailure) -> FilePath.Component? {
    var (copy, note) = (new, note)
    do throws(FileFailure) {
      let source = try file(name)
      if let twin = try target.twin(of: source, called: name) {
        // A run that was killed after the copy left it.
        if let companion, let old = note {
          try target.remove(old)
          note = try target.put(companion, beside: twin)
        }
        copy = twin
      } else {
        copy = try target.copyIn(source, inspect: { _ in }, name: { new })
      }
    } catch {
      if let note { try? target.remove(note) }
      if error.isMissing, error.path == path.appending(name) { return nil }
      throw error
    }
    guard try self.state(of: name) == state else {
      if copy == new { try target.remove(copy) }
      if let note { try target.remove(note) }
      return nil
    }
    try remove(name)
    return copy
  }

  /// A file of a name, or of that name with a number, that holds the same bytes as another file.
  private func twin(
    of source: OpenedFile, called name: FilePath.Component
  ) throws(FileFailure) -> FilePath.Component? {
    var number = 1
    while true {
      let other = Folder.name(name, number)
      guard let found = try state(of: other) else { return nil }
      if found.isRegular, found.size == source.state.size, try read(other) == source.read() {
        return other
      }
      number += 1
    }
  }

  private func freeName(
    for name: FilePath.Component
  ) throws(FileFailure) -> FilePath.Component {
    var number = 1
    while true {
      let free = Folder.name(name, number)
      if try state(of: free) == nil { return free }
      number += 1
    }
  }

  /// Writes a companion; one that a killed process left with the same text is used again.
  private func put(
    _ companion: CompanionText, beside file: FilePath.Component
  ) throws(FileFailure) -> FilePath.Component {
    let bytes = companion.bytes(path.appending(file))
    var number = 1
    while true {
      let name = Folder.companion(of: file, companion.suffix, number) ?? file
      guard let found = try state(of: name) else {
        try replaceAtomically(name, with: bytes, replacing: false)
        return name
      }
      if found.isRegular, try read(name) == bytes { return name }
      number += 1
    }
  }

  /// Removes the texts that were put beside a file when it was moved here.
  ///
  /// - Parameters:
  ///   - file: The file, which may be gone by now.
  ///   - suffix: What their names have after the file's own.
  /// - Throws: ``FileFailure`` where one is still there.
  public func removeCompanions(
    of file: FilePath.Component, withSuffix suffix: String
  ) throws(FileFailure) {
    var number = 1
    while let name = Folder.companion(of: file, suffix, number), try state(of: name) != nil {
      try remove(name)
      number += 1
    }
  }

  /// The name of a text beside a file: `surat.pdf.sebab.txt`, then `surat.pdf (2).sebab.txt`.
  private static func companion(
    of file: FilePath.Component, _ suffix: String, _ number: Int
  ) -> FilePath.Component? {
    let ending = number == 1 ? suffix : " (\(number))\(suffix)"
    return FilePath.Component(fitted(file.string, before: ending))
  }

  /// `surat.pdf` with its very bytes, then `surat (2).pdf`, `surat (3).pdf`.
  private static func name(_ name: FilePath.Component, _ number: Int) -> FilePath.Component {
    guard number > 1 else { return name }
    let suffix = name.extension.map { ".\($0)" } ?? ""
    let isShort = suffix.utf8.count <= 32
    let stem = isShort ? name.stem : name.string
    let other = fitted(stem, before: " (\(number))\(isShort ? suffix : "")")
    return FilePath.Component(other) ?? name
  }

  /// A name with an ending, cut between characters to the 255 bytes that a name may have.
  private static func fitted(_ name: String, before ending: String) -> String {
    var kept = name
    while kept.utf8.count + ending.utf8.count > 255 { kept.removeLast() }
    return kept + ending
  }
}
