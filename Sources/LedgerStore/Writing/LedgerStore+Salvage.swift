public import ComplianceModel
import DurableFiles

/// What became of a damaged ledger that a person had set aside.
public struct LedgerSalvage: Sendable {
  /// What another program put into the ledger without changing a row.
  public enum Addition: CaseIterable, Sendable {
    /// A byte order mark in front.
    case byteOrderMark
    /// Line ends of CR and LF.
    case carriageReturns
    /// Lines without anything.
    case blankLines
  }

  /// The ledger as it was found, with everything that was wrong with it; where additions were taken
  /// off, as it is without them.
  public let damaged: LedgerFile
  /// What was taken off, so that more rows hold; empty where nothing was.
  public let takenOff: [Addition]
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
  /// then the ledger is cut back to its last sound row. Where more rows hold once what an editor added is
  /// taken off (a byte order mark, CR, blank lines), it is taken off. A crash leaves the damaged file, or the
  /// sound rows with the whole copy.
  ///
  /// - Parameters:
  ///   - kecamatan: Whose ledger it is.
  ///   - year: The year of the file.
  /// - Returns: What was set aside; `nil` where nothing is damaged, and nothing was then changed.
  /// - Throws: ``LedgerFailure/file(_:)``: the lock was not to be had in time, or the file system
  ///   refused; ``read(_:year:codes:after:)`` shows whether the ledger was cut already.
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
      let kept = max(0, broken - 1)
      let (bytes, additions) = LedgerStore.takingOff(file.contents)
      if !additions.isEmpty {
        var codes = CodeTable()
        let plain = LedgerFile(bytes, kecamatan: kecamatan, year: year, codes: &codes)
        let plainKept = plain.firstBrokenRow.map { max(0, $0 - 1) } ?? plain.rowCount
        if plainKept > kept || plain.firstBrokenRow == nil {
          let name = try files.setAside(
            file.contents, of: file, as: "\(year)\(BookEntry.damagedSuffix)",
            replacingWith: plain.firstBrokenRow == nil
              ? bytes : Array(bytes[..<plain.soundLength]))
          return LedgerSalvage(
            damaged: plain, takenOff: additions, copy: "buku/\(kecamatan)/\(name)",
            keptRows: plainKept)
        }
      }
      let name = try files.setAside(
        file.contents, of: &file, as: "\(year)\(BookEntry.damagedSuffix)",
        cuttingTo: damaged.soundLength)
      try file.commit()
      return LedgerSalvage(
        damaged: damaged, takenOff: [], copy: "buku/\(kecamatan)/\(name)", keptRows: kept)
    } catch {
      throw .file(error)
    }
  }

  /// The bytes of a ledger without what editors add, and what that was.
  ///
  /// No row of a ledger holds a line break, so that nothing of a row is lost; the chain proves it.
  private static func takingOff(
    _ bytes: [UInt8]
  ) -> (bytes: [UInt8], additions: [LedgerSalvage.Addition]) {
    var additions: [LedgerSalvage.Addition] = []
    var rest = bytes[...]
    if rest.starts(with: CSVReader.byteOrderMark) {
      rest = rest.dropFirst(CSVReader.byteOrderMark.count)
      additions.append(.byteOrderMark)
    }
    var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.contains(where: { $0.last == UInt8(ascii: "\r") }) {
      lines = lines.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
      additions.append(.carriageReturns)
    }
    // The last part is what follows the last line end: nothing, or a line without its end.
    let whole = lines.dropLast().filter { !$0.isEmpty }
    if whole.count < lines.count - 1 { additions.append(.blankLines) }
    let kept = whole.map { $0 + [UInt8(ascii: "\n")] } + (lines.last.map { [$0] } ?? [])
    return (Array(kept.joined()), additions)
  }
}
