public import ComplianceModel
public import DurableFiles

/// What was done with a damaged ledger.
public struct RestoredLedger: Sendable {
  /// What the damaged file gives back.
  public let restoration: LedgerRestoration
  /// The path in the workspace of the copy that holds the whole damaged file; `nil` where nothing was written.
  public let copy: String?
}

extension LedgerStore {
  /// What a damaged ledger would give back; nothing is written, and no lock is taken.
  ///
  /// - Parameters:
  ///   - kecamatan: Whose ledger it is.
  ///   - year: The year of the file.
  /// - Returns: What its rows were; `nil` where the ledger is missing or not damaged.
  /// - Throws: `FileFailure` where the file is there and cannot be read.
  public func restoration(
    of kecamatan: RegionCode, year: Int
  ) throws(FileFailure) -> LedgerRestoration? {
    var codes = CodeTable()
    guard let ledger = try read(kecamatan, year: year, codes: &codes),
      ledger.firstBrokenRow != nil, !ledger.isOfLaterForm
    else { return nil }
    return LedgerRestoration(ledger.bytes, kecamatan: kecamatan, year: year)
  }

  /// Puts the bytes of a damaged ledger back as they were, where the chain proves every row.
  ///
  /// Under the lock the whole file is copied, durably, to a name of its own, `2026.csv.rusak-1`; then the proved
  /// rows take its place at once. A crash leaves the damaged file, or the restored one with the whole copy.
  ///
  /// - Parameters:
  ///   - kecamatan: Whose ledger it is.
  ///   - year: The year of the file.
  ///   - isCutting: Whether the ledger is cut back to the rows before the first that is not proved; without it a
  ///     ledger of which one row is not proved stays as it is.
  /// - Returns: What was restored; `nil` where nothing is damaged, and nothing was then changed.
  /// - Throws: ``LedgerFailure/file(_:)``: the lock was not to be had in time, or the file system
  ///   refused; ``read(_:year:codes:after:)`` shows whether the ledger was restored already.
  public func restore(
    _ kecamatan: RegionCode, year: Int, cutting isCutting: Bool = false
  ) throws(LedgerFailure) -> RestoredLedger? {
    do throws(FileFailure) {
      // Locking makes a file that is missing.
      guard try files.state(of: path(kecamatan, year)) != nil else { return nil }
      let file = try files.lockForAppending(path(kecamatan, year), waiting: patience)
      var codes = CodeTable()
      let damaged = LedgerFile(file.contents, kecamatan: kecamatan, year: year, codes: &codes)
      guard damaged.firstBrokenRow != nil, !damaged.isOfLaterForm else { return nil }
      let restoration = LedgerRestoration(file.contents, kecamatan: kecamatan, year: year)
      guard restoration.isComplete || isCutting else {
        return RestoredLedger(restoration: restoration, copy: nil)
      }
      let name = try files.setAside(
        file.contents, of: file, as: "\(year)\(BookEntry.damagedSuffix)",
        replacingWith: restoration.bytes)
      return RestoredLedger(
        restoration: restoration, copy: "\(LedgerStore.bookFolder)/\(kecamatan)/\(name)")
    } catch {
      throw .file(error)
    }
  }
}
