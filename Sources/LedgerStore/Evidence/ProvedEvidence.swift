public import DurableFiles
import Hashing
import SystemPackage

/// A file that proves a row, whole and proved: its bytes have the hash that the row states.
public struct ProvedEvidence: Sendable {
  /// The path in the workspace.
  public let path: String
  /// Its bytes.
  public let bytes: [UInt8]
  /// What it is, by its first bytes and whatever its name says.
  public let content: EvidenceFault.Content
}

/// A file of evidence that was read whole, and what its bytes are.
public struct WholeEvidence: Sendable {
  /// Its bytes.
  public let bytes: [UInt8]
  /// Their SHA-256 in lower-case hexadecimal.
  public let sha256: String
  /// What it is, by its first bytes and whatever its name says.
  public let content: EvidenceFault.Content
}

/// A file that a row names, for what the row states of it.
public struct EvidenceReference: Hashable, Sendable {
  /// The path in the workspace.
  public let path: String
  /// The SHA-256 of its bytes, in lower-case hexadecimal.
  public let sha256: String
}

/// Why a file that a row names is not shown.
public enum EvidenceRefusal: Error, Hashable, Sendable {
  /// It is not what the row states.
  case unsound(EvidenceState)
  /// It is larger than is read at once; its bytes.
  case tooLarge(Int64)
}

extension LedgerStore {
  /// The files that a row names: one, or those of the list that it names.
  ///
  /// - Parameter entry: The row.
  /// - Returns: The files; none where it names none.
  /// - Throws: ``EvidenceRefusal`` where the list is not what the row states.
  public func evidenceFiles(of entry: LedgerEntry) throws(EvidenceRefusal) -> [EvidenceReference] {
    guard !entry.file.isEmpty else { return [] }
    let path = FilePath(entry.file)
    let own = EvidenceReference(path: entry.file, sha256: entry.sha256)
    guard path.extension == EvidenceSet.suffix else { return [own] }
    let list = try provedEvidence(own, atMost: Limits.list)
    guard let members = EvidenceSet.members(list.bytes) else { return [own] }
    return members.map { member in
      EvidenceReference(
        path: path.removingLastComponent().appending(member.name).string, sha256: member.sha256)
    }
  }

  /// Reads a file that proves a row, and proves it: what is given is what was hashed.
  ///
  /// It is opened folder by folder from the workspace, so that no link on the way leads elsewhere.
  ///
  /// - Parameters:
  ///   - reference: What the row states.
  ///   - limit: The most bytes that are read.
  /// - Returns: The file.
  /// - Throws: ``EvidenceRefusal``, also for a path that is not among the evidence of the workspace.
  public func provedEvidence(
    _ reference: EvidenceReference, atMost limit: Int
  ) throws(EvidenceRefusal) -> ProvedEvidence {
    let whole = try wholeEvidence(try opened(FilePath(reference.path)), atMost: limit)
    guard whole.sha256 == reference.sha256 else { throw .unsound(.changed) }
    return ProvedEvidence(path: reference.path, bytes: whole.bytes, content: whole.content)
  }

  /// Reads a file that is held open.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - limit: The most bytes that are read.
  /// - Returns: What was read, as it was hashed.
  /// - Throws: ``EvidenceRefusal`` for a file that is larger, cannot be read, or is written to meanwhile.
  public func wholeEvidence(
    _ file: OpenedFile, atMost limit: Int
  ) throws(EvidenceRefusal) -> WholeEvidence {
    guard file.state.size <= limit else { throw .tooLarge(file.state.size) }
    var hash = SHA256()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(file.state.size))
    do {
      try file.readThrough {
        hash.update($0)
        bytes += $0
      }
    } catch {
      throw .unsound(.unreadable)
    }
    let head = Array(bytes.prefix(EvidenceFault.headLength))
    return WholeEvidence(
      bytes: bytes, sha256: "\(hash.finalize())", content: EvidenceFault.content(head))
  }

  private func opened(_ path: FilePath) throws(EvidenceRefusal) -> OpenedFile {
    let names = Array(path.components)
    guard path.isRelative, names.count > 1, names[0].string == LedgerStore.evidenceFolder,
      names.allSatisfy({ $0.kind == .regular }), let last = names.last
    else { throw .unsound(.notRegular) }
    do throws(FileFailure) {
      var folder = try files.folder(self.folder)
      for name in names.dropLast() { folder = try folder.folder(name) }
      return try folder.file(last)
    } catch {
      if case .notRegular = error.reason { throw .unsound(.notRegular) }
      if error.errno == .notDirectory { throw .unsound(.notRegular) }
      throw .unsound(error.isMissing ? .missing : .unreadable)
    }
  }
}
