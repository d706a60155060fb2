public import ComplianceModel
import DurableFiles

/// What became of a damaged ledger that a person had set aside.
public struct LedgerSalvage: Sendable {
  /// The ledger as it was found, with everything that was wrong with it.
  public let damaged: LedgerFile
  /// The path in the workspace of the copy that holds all of it.
  public let copy: String
  /// How many rows the ledger keeps: the ones before the first broken row.
  public let keptRows: Int

  /// The numbers of the whole lines that are in the copy alone; empty where only the header was
  /// damaged.
  public var rowsSetAside: Range<Int> { keptRows + 1..<damaged.rowCount + 1 }
}

extension LedgerStore {
  /// Sets a ledger aside that is damaged in the middle, and keeps the rows before the damage.
  ///
  /// Under the lock the whole file is copied, durably, to a name of its own, `2026.csv.rusak-1`;
  /// then the ledger is cut back to its last sound row. A crash leaves the damaged file, or the
  /// sound rows with the whole copy.
  ///
  /// - Parameters:
  ///   - kecamatan: Whose ledger it is.
  ///   - year: The year of the file.
  /// - Returns: What was set aside; `nil` where nothing is damaged, and nothing was then changed.
  /// - Throws: ``LedgerFailure/file(_:)``: the lock was not to be had in time, or the file system
  ///   refused; ``read(_:year:codes:)`` shows whether the ledger was cut already.
  public func salvage(
    _ kecamatan: RegionCode, year: Int
  ) throws(LedgerFailure) -> LedgerSalvage? {
    do throws(FileFailure) {
      // Locking makes a file that is missing.
      guard try files.state(of: path(kecamatan, year)) != nil else { return nil }
      var file = try files.lockForAppending(path(kecamatan, year), waiting: patience)
      var codes = CodeTable()
      let damaged = LedgerFile(
        file.contents, kecamatan: kecamatan, year: year, codes: &codes)
      guard let broken = damaged.firstBrokenRow else { return nil }
      let name = try files.setAside(
        file.contents, of: &file, as: "\(year)\(BookEntry.damagedSuffix)",
        cuttingTo: damaged.soundLength)
      try file.commit()
      return LedgerSalvage(
        damaged: damaged, copy: "buku/\(kecamatan)/\(name)", keptRows: max(0, broken - 1))
    } catch {
      throw .file(error)
    }
  }
}
