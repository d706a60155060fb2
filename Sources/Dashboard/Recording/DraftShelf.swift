internal import Deeds
internal import Foundation
internal import Synchronization
internal import SystemPackage

/// What was filled in and shown, until it is confirmed, with the files that came with it.
///
/// It is kept for as long as the server runs, an hour at most. The files lie in a folder of the server's own
/// (mode 0700) and not in the workspace: what nobody has confirmed is no record of the office, must not get
/// into its copies, and `pindai` and `periksa` are not to meet it. The folder goes with the server.
final class DraftShelf: Sendable {
  /// How long something waits to be confirmed.
  static let patience = Duration.seconds(60 * 60)
  /// The bytes of all files that wait; the oldest go before there are more.
  static let mostBytes = 1 << 30
  /// The drafts that are kept.
  static let mostDrafts = 500
  /// The drafts of one session; the oldest go before there are more, so that nobody pushes out what others
  /// filled in.
  static let mostOfOne = 20
  /// The bytes of all files of one session.
  static let mostBytesOfOne = 256 << 20

  private struct Shelf {
    var drafts: [Draft] = []
    /// The bytes of the files of drafts, by number, while they are kept.
    var bytes: [String: Int] = [:]
    var folder: FilePath?

    /// Throws away the files of a draft.
    mutating func removeFiles(of number: String) {
      guard bytes.removeValue(forKey: number) != nil, let folder else { return }
      DraftShelf.remove(folder.appending(number))
    }
  }

  private let shelf = Mutex(Shelf())
  private let temporaryFolder: FilePath

  /// Prepares to keep.
  ///
  /// - Parameter temporaryFolder: Where the folder of the files is made.
  init(in temporaryFolder: FilePath) { self.temporaryFolder = temporaryFolder }

  deinit { removeAll() }

  /// Keeps what was filled in.
  ///
  /// - Parameters:
  ///   - uploads: The files that came with it, which are moved here.
  ///   - others: The files of an earlier draft that go on with it.
  ///   - visit: Who sent it, and when.
  ///   - look: Looks at it before it is kept: in the folder of its files, each of which lies in a folder of its own
  ///     with its number.
  /// - Returns: The draft, and what `look` gave.
  /// - Throws: What looking at it throws, or what keeping the files throws; nothing is kept then.
  func keep<Seen>(
    _ uploads: [UploadedFile], with others: [Draft.File], _ visit: Visit,
    look: (FilePath, [Draft.File]) throws -> (
      content: Draft.Content, seen: Seen, known: KnownRows
    )
  ) throws -> (draft: Draft, seen: Seen) {
    let number = FormToken().text
    let folder = try folder().appending(number)
    do {
      let files = try Self.moved(uploads, others, into: folder)
      let (content, seen, known) = try look(folder, files)
      let draft = Draft(
        number, of: visit.formToken, sent: visit.now, content, files, knowing: known)
      put(draft, at: visit.now)
      return (draft, seen)
    } catch {
      Self.remove(folder)
      throw error
    }
  }

  /// A draft of whoever asks; `nil` where there is none, or no more.
  func draft(_ number: String, for visit: Visit) -> Draft? {
    shelf.withLock { shelf in
      sweep(&shelf, at: visit.now)
      return shelf.drafts.first { $0.number == number && $0.owner == visit.formToken }
    }
  }

  /// Throws away the files of a draft, which are no longer needed.
  func removeFiles(of draft: Draft) {
    shelf.withLock { $0.removeFiles(of: draft.number) }
  }

  /// Throws everything away.
  func removeAll() {
    shelf.withLock { shelf in
      shelf.drafts = []
      shelf.bytes = [:]
      if let folder = shelf.folder { Self.remove(folder) }
      shelf.folder = nil
    }
  }

  private func put(_ draft: Draft, at now: Duration) {
    shelf.withLock { shelf in
      let bytes = draft.files.reduce(0) { $0 + $1.size }
      var own = shelf.drafts.filter { $0.owner == draft.owner }[...]
      while let oldest = own.popFirst() {
        let kept = own.reduce(0) { $0 + (shelf.bytes[$1.number] ?? 0) }
        let all = kept + (shelf.bytes[oldest.number] ?? 0) + bytes
        guard own.count + 1 >= Self.mostOfOne || all > Self.mostBytesOfOne else { break }
        shelf.drafts.removeAll { $0.number == oldest.number }
        shelf.removeFiles(of: oldest.number)
      }
      shelf.drafts.append(draft)
      if bytes > 0 { shelf.bytes[draft.number] = bytes }
      sweep(&shelf, at: now)
    }
  }

  /// Throws away what has waited too long.
  func sweep(at now: Duration) { shelf.withLock { sweep(&$0, at: now) } }

  private func sweep(_ shelf: inout Shelf, at now: Duration) {
    while let oldest = shelf.drafts.first,
      now - oldest.sent > Self.patience || shelf.drafts.count > Self.mostDrafts
        || shelf.bytes.values.reduce(0, +) > Self.mostBytes
    {
      shelf.drafts.removeFirst()
      shelf.removeFiles(of: oldest.number)
    }
  }

  private func folder() throws -> FilePath {
    try shelf.withLock { shelf in
      if let folder = shelf.folder { return folder }
      let folder = temporaryFolder.appending("tenggat-isian-\(FormToken().text)")
      try Self.makeFolder(folder)
      shelf.folder = folder
      return folder
    }
  }

  /// Each file lies in a folder of its own, so that two may have one name, and has the name that it was sent
  /// under, by which its kind is held against its bytes.
  private static func moved(
    _ uploads: [UploadedFile], _ others: [Draft.File], into folder: FilePath
  ) throws -> [Draft.File] {
    let sources =
      others.map { ($0.name, $0.path, $0.size) }
      + uploads.map { (StoredName.text($0.name), $0.path, $0.size) }
    guard !sources.isEmpty else { return [] }
    try makeFolder(folder)
    return try sources.enumerated().map { place, source in
      let (name, path, size) = source
      let own = folder.appending("\(place)")
      try makeFolder(own)
      let target = own.appending(name)
      // A file of an earlier draft stays that draft's too.
      try FileManager.default.linkItem(atPath: path.string, toPath: target.string)
      return Draft.File(name: name, path: target, size: size)
    }
  }

  private static func makeFolder(_ path: FilePath) throws {
    try FileManager.default.createDirectory(
      atPath: path.string, withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
  }

  fileprivate static func remove(_ path: FilePath) {
    try? FileManager.default.removeItem(atPath: path.string)
  }
}
