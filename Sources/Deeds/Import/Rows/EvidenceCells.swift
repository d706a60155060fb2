internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

/// The files that a table names for evidence: below its own folder, and never through a link.
struct EvidenceCells {
  private let folder: FilePath
  private let store: LedgerStore
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
    folder = table.removingLastComponent()
    self.store = store
  }

  /// The file that a cell names, read through once however often it is named.
  mutating func evidence(_ cell: String) -> Result<EvidenceCell, Trouble> {
    if let known = known[cell] { return known }
    let result = Result { () throws(Trouble) in try read(cell) }
    known[cell] = result
    return result
  }

  private func read(_ cell: String) throws(Trouble) -> EvidenceCell {
    // A table from Windows has its own slashes.
    let path = FilePath(cell.replacing("\\", with: "/"))
    let isDrive = cell.dropFirst().first == ":"
    guard path.isRelative, !isDrive, !path.isEmpty,
      path.components.allSatisfy({ $0.kind == .regular })
    else { throw .outside }
    var place = folder
    for (index, part) in path.components.enumerated() {
      place.append(part)
      let isLast = index + 1 == path.components.count
      guard let state = try state(of: place) else { throw .missing }
      guard isLast ? state.isRegular : state.kind == .folder else { throw .irregular }
    }
    let examined: ExaminedEvidence
    do throws(FileFailure) {
      examined = try store.examineEvidence(place)
    } catch {
      throw .unreadable
    }
    if let fault = examined.fault { throw .unfit(fault) }
    return EvidenceCell(text: cell, path: place, sha256: examined.sha256)
  }

  private func state(of path: FilePath) throws(Trouble) -> FileState? {
    do throws(FileFailure) {
      return try FileSystem.live.state(of: path)
    } catch {
      throw .unreadable
    }
  }
}
