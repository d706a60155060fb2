import ComplianceModel
import DurableFiles
import Hashing
import SystemPackage

/// What was found where a row names a file.
public enum EvidenceState: Hashable, Sendable {
  /// A regular file with the hash that the row states.
  case sound
  /// There is nothing.
  case missing
  /// A regular file with another hash.
  case changed
  /// A folder, a symbolic link or another thing that is no regular file.
  case notRegular
  /// The file is there and the system does not let it be read.
  case unreadable
  /// The file that the row states, which proves nothing.
  case unfit(EvidenceFault)
}

/// Holds the files that rows name against their hashes; each file is read once.
public struct EvidenceCheck: Sendable {
  private enum Reading: Sendable {
    case hash([UInt8], EvidenceFault?)
    case state(EvidenceState)
  }

  private let store: LedgerStore
  private var readings: [String: Reading] = [:]

  /// Creates a check of the evidence of a workspace; nothing is read yet.
  public init(_ store: LedgerStore) { self.store = store }

  /// Whether a row that was asked about names a file.
  public func isNamed(_ path: String) -> Bool { readings[path] != nil }

  /// What is found where a row names a file.
  ///
  /// - Parameter claim: What the row says; where it states no hash, the file only has to be there.
  /// - Returns: The file's state; the same file is read for the first row that names it alone.
  public mutating func state(of claim: EvidenceClaim) -> EvidenceState {
    let reading = readings[claim.path] ?? read(claim.path)
    readings[claim.path] = reading
    return switch reading {
    case .state(let state): state
    case .hash(let hash, let fault):
      if claim.sha256.isEmpty || hash.elementsEqual(claim.sha256.utf8) {
        fault.map(EvidenceState.unfit) ?? .sound
      } else {
        .changed
      }
    }
  }

  /// What is found where a row names a file, and where that is a list of files for each of them.
  ///
  /// A list is opened once more for its names: before, it was only hashed as it passed, like any other
  /// file, which may be large.
  ///
  /// - Parameter claim: What the row says.
  /// - Returns: The row's own file first; it alone where it is not sound.
  public mutating func states(
    of claim: EvidenceClaim
  ) -> [(claim: EvidenceClaim, state: EvidenceState)] {
    let own = state(of: claim)
    guard own == .sound else { return [(claim, own)] }
    guard let members = try? store.members(of: claim) else { return [(claim, .unreadable)] }
    return [(claim, own)] + members.map { ($0, state(of: $0)) }
  }

  private func read(_ path: String) -> Reading {
    var hash = SHA256()
    var head = EvidenceHead()
    do {
      _ = try store.files.readThrough(store.folder.pushing(FilePath(path))) {
        head.take($0)
        hash.update($0)
      }
    } catch {
      if case .notRegular = error.reason { return .state(.notRegular) }
      let isMissing = error.isMissing || error.errno == .notDirectory
      return .state(isMissing ? .missing : .unreadable)
    }
    return .hash(
      Hexadecimal.encode(hash.finalize()), EvidenceFault(of: FilePath(path), head: head.bytes))
  }
}
