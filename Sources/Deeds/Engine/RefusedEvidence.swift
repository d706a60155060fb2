public import LedgerStore
public import SystemPackage

/// A reason why files are not taken for evidence, as data.
public enum RefusedEvidence: Error, Sendable {
  /// The file proves nothing, by its first bytes.
  case unfit(FilePath, EvidenceFault)
  /// The file cannot be read.
  case unreadable(FilePath, Errno)
  /// Several files are given for several units: which file is whose would be a guess.
  case unclear(units: Int, files: Int)
}
