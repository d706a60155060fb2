internal import LedgerStore

/// A file as it would be kept to prove a row.
public struct ForeseenFile: Hashable, Sendable {
  /// Its name, as the note of the row would have it.
  public let name: String
  /// The SHA-256 of its bytes, in lower-case hexadecimal.
  public let sha256: String
  /// Its bytes.
  public let size: Int64

  init(_ evidence: StoredEvidence, size: Int64) {
    name = evidence.originalName
    sha256 = evidence.sha256
    self.size = size
  }
}
