internal import DurableFiles
internal import Synchronization
internal import Workspace

/// The workspace as it was opened last, for as long as none of the files that it was made of has changed.
///
/// To read and merge the calendars is most of what a page costs, and they change once in months.
final class KeptOffice: Sendable {
  /// A workspace that was opened.
  struct Opened: Sendable {
    let workspace: Workspace
    /// What it was made of.
    let witness: FileWitness
    /// The desks that were opened of it.
    var desks: DeskShelf
  }

  private let opened = Mutex<Opened?>(nil)

  /// The workspace, opened again where something has changed.
  ///
  /// - Parameters:
  ///   - now: The clock's own time, since 1970-01-01T00:00:00Z.
  ///   - files: The file system.
  ///   - freshness: How often its ledgers are looked at again.
  ///   - open: Opens it through a file system.
  /// - Returns: The workspace, with desks of this look.
  /// - Throws: What `open` throws.
  func office(
    now: Duration, in files: FileSystem, lookingAgain freshness: DeskShelf.Freshness,
    _ open: (FileSystem) throws -> Workspace
  ) throws -> Opened {
    var office: Opened
    if let known = opened.withLock(\.self), known.witness.holds(in: files) {
      office = known
      office.desks = DeskShelf(after: known.desks, lookingAgain: freshness)
    } else {
      let witness = FileWitness(now: now)
      office = Opened(
        workspace: try open(witness.noting(files)), witness: witness,
        desks: DeskShelf(lookingAgain: freshness))
    }
    opened.withLock { $0 = office }
    return office
  }
}
