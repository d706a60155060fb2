public import CivilCalendar
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import Workspace

/// All ledgers of a workspace, counted and proved.
public struct LedgerTally: Hashable, Sendable {
  /// The last row that was recorded.
  public struct Row: Hashable, Sendable {
    /// The ledger below `buku`: `63.05.12/2026.csv`.
    public let book: String
    /// Its number.
    public let number: Int
    /// The day on which it was recorded.
    public let recorded: CivilDate
  }

  /// How many files there are.
  public private(set) var files = 0
  /// How many rows they have together.
  public private(set) var rows = 0
  /// How many rows hold together with all before them in their file.
  public private(set) var provedRows = 0
  /// The first day on which a row was recorded; `nil` where there is no row.
  public private(set) var since: CivilDate?
  /// The last row; of several of one day that of the last kecamatan.
  public private(set) var last: Row?
  /// What is wrong with them.
  public private(set) var findings: [Finding] = []

  /// Whether all rows hold together.
  public var isWhole: Bool { provedRows == rows }

  /// Reads and proves them, one kecamatan at a time.
  init(of workspace: Workspace) throws(WorkspaceFailure) {
    do throws(FileFailure) {
      for kecamatan in try workspace.ledgers.kecamatan() {
        var codes = CodeTable()
        let history = try workspace.ledgers.readAll(kecamatan, codes: &codes)
        for file in history.files { add(file) }
        findings += history.faults
      }
    } catch {
      throw .file(error)
    }
  }

  private mutating func add(_ file: LedgerFile) {
    files += 1
    rows += file.rowCount
    // Row 0 is the header.
    provedRows += file.firstBrokenRow.map { max($0 - 1, 0) } ?? file.rowCount
    if let first = file.events.first?.recorded { since = since.map { min($0, first) } ?? first }
    guard let event = file.events.last, last.map({ $0.recorded <= event.recorded }) ?? true else {
      return
    }
    last = Row(
      book: LedgerMark.file(file.kecamatan, year: file.year), number: event.row.number,
      recorded: event.recorded)
  }
}
