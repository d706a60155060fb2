internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

/// A file of the drop folder, in the folder that holds it.
///
/// It is opened once, when its bytes are first asked for: what was examined is what is kept, whatever its
/// name has become meanwhile.
final class HeldEntry {
  let entry: DropFolder.Entry
  /// The folder that it lies in.
  let home: Folder
  private var opened: (file: OpenedFile, examined: ExaminedEvidence)?

  /// Opens the folder of an entry; nothing on the way is a link.
  ///
  /// - Throws: `FileFailure` about the entry: missing where its folder is gone, changed where something else
  ///   has the folder's name.
  init(_ entry: DropFolder.Entry, below drop: Folder) throws(FileFailure) {
    self.entry = entry
    do throws(FileFailure) {
      guard let home = try drop.folder(below: entry.place, followingLinks: false) else {
        throw FileFailure(.open, entry.path, .system(.noSuchFileOrDirectory))
      }
      self.home = home
    } catch {
      guard error.errno == .notDirectory else { throw error }
      throw FileFailure(.open, entry.path, .changed)
    }
  }

  /// The SHA-256 of its bytes, where they were read.
  var sha256: String? { opened?.examined.sha256 }

  /// The file and what its bytes are.
  ///
  /// - Parameters:
  ///   - ledgers: Where it may be kept.
  ///   - isAlone: Whether it may have no other name.
  /// - Returns: The file, held open, and what its bytes are.
  /// - Throws: `FileFailure`, as changed where it is not the file that was listed; ``DropTrouble`` for a file
  ///   that has another name elsewhere.
  func examined(
    by ledgers: LedgerStore, underOneName isAlone: Bool
  ) throws -> (file: OpenedFile, examined: ExaminedEvidence) {
    if let opened { return opened }
    let file = try home.file(entry.component)
    guard file.state == entry.state else { throw FileFailure(.read, entry.path, .changed) }
    if isAlone { try requireOneName(file.state) }
    let result = (file, try ledgers.examineEvidence(file))
    opened = result
    return result
  }

  /// Refuses a file that has another name: `ln` gives whoever may drop files a name for one that he may not
  /// read, and what it holds can be changed under the other name.
  func requireOneName(_ state: FileState) throws(DropTrouble) {
    if state.isRegular, state.nameCount > 1 { throw .severalNames(state.nameCount) }
  }
}
