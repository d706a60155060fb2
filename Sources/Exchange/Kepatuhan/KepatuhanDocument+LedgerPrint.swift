extension KepatuhanDocument {
  /// The fingerprint of a ledger file as it was read, by which anybody can check it later.
  public struct LedgerPrint: Hashable, Sendable {
    /// The file's path within `buku/`: `63.05.12/2026.csv`.
    public let file: String
    /// The last row that was read; 0 for an empty ledger.
    public let rows: Int
    /// The chain (rantai) of that row: 64 lower-case hexadecimal digits.
    public let chain: String

    /// Creates a fingerprint.
    public init(file: String, rows: Int, chain: String) {
      self.file = file
      self.rows = rows
      self.chain = chain
    }
  }
}
