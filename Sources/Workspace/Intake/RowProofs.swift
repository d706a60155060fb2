internal import ComplianceModel

/// The hashes of the files that prove rows, each row looked up once: rows never change, and each file that
/// is taken in is held against all of them.
final class RowProofs {
  private var known: [LedgerEvent.RowID: Set<String>] = [:]

  /// The hashes of a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - look: Looks the hashes up.
  /// - Returns: The hashes.
  func hashes(of row: LedgerEvent.RowID, _ look: () -> Set<String>) -> Set<String> {
    if let hashes = known[row] { return hashes }
    let hashes = look()
    known[row] = hashes
    return hashes
  }
}
