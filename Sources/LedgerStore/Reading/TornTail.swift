extension LedgerFile {
  /// A last line without its line end, which is not part of the ledger.
  public struct TornTail: Hashable, Sendable {
    /// Where it begins, in bytes from the start of the file.
    public let offset: Int
    /// How many bytes it has; 0 for a file that is empty.
    public let count: Int
    /// The line on which it stands, from 1.
    public let line: Int
  }
}
