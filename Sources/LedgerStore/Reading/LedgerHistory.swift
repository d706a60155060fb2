public import ComplianceModel

/// All ledger files of one kecamatan, held against each other.
public struct LedgerHistory: Sendable {
  /// The files, by year.
  public let files: [LedgerFile]
  /// What is wrong between files: a `batal` that names a row of another year in vain.
  let betweenFiles: [Finding]
  /// The years whose damaged ledger was set aside.
  let salvaged: Set<Int>

  init(_ files: [LedgerFile], betweenFiles: [Finding], salvaged: Set<Int>) {
    self.files = files
    self.betweenFiles = betweenFiles
    self.salvaged = salvaged
  }

  /// Joins the files of one kecamatan.
  ///
  /// - Parameters:
  ///   - files: In the order of their years, read with one table of codes.
  ///   - salvaged: The years whose damaged ledger was set aside: a `batal` that names a row which
  ///     went with it has nothing left to void, and does not keep the ledger from being used.
  init(_ files: [LedgerFile], salvaged: Set<Int> = []) {
    self.files = files
    self.salvaged = salvaged
    var findings: [Finding] = []
    for file in files {
      for event in file.events {
        guard let target = event.voids, target.year != file.year else { continue }
        let other = files.first { $0.year == target.year && $0.year < file.year }
        // A damaged file has findings of its own; what its rows say is not held against others.
        if let broken = other?.firstBrokenRow, target.number >= broken { continue }
        let exists = target.number <= other?.rowCount ?? 0
        let isSetAside = !exists && salvaged.contains(target.year)
        let sentence =
          exists
          ? other?.event(target.number).flatMap { LedgerSentences.fault(of: event, voiding: $0) }
          : isSetAside
            ? LedgerSentences.rowSetAside(target) : LedgerSentences.noSuchRow(target)
        guard let sentence else { continue }
        // The header is line 1, so that row N stands on line N + 1.
        findings.append(
          Finding(
            sentence.problem, isSetAside ? .remark : .fault,
            at: SourcePlace(file: file.name, line: event.row.number + 1, column: 1),
            sentence.what,
            fix: sentence.fix))
      }
    }
    betweenFiles = findings
  }

  /// The file of a year; `nil` where there is none.
  public func file(of year: Int) -> LedgerFile? { files.first { $0.year == year } }

  /// The same files with one in the place of that of its year.
  public func replacing(_ file: LedgerFile) -> LedgerHistory {
    LedgerHistory(
      (files.filter { $0.year != file.year } + [file]).sorted { $0.year < $1.year },
      salvaged: salvaged)
  }

  /// The rows that could be read, by file and number.
  public var events: [LedgerEvent] {
    files.count == 1 ? files[0].events : files.flatMap(\.events)
  }

  /// A row with its texts; `nil` where there is no such row or it could not be read.
  public func row(_ id: LedgerEvent.RowID) -> LedgerRow? {
    id.book == nil ? file(of: id.year)?.row(id.number) : nil
  }
}
