public import CivilCalendar
public import ComplianceModel

extension TableImport {
  /// What came of it.
  public struct Outcome: Sendable {
    /// How many submissions a report of a kecamatan has in the table.
    public struct Count: Hashable, Sendable {
      /// The kecamatan.
      public let kecamatan: RegionCode
      /// The report's code.
      public let report: String
      /// Rows that were recorded, or would be.
      public internal(set) var new = 0
      /// Rows among them that are late entries.
      public internal(set) var late = 0
      /// Rows that were recorded before.
      public internal(set) var known = 0
    }

    /// A row that is refused by what only a front has words for.
    public struct Refused: Sendable {
      /// Where it stands.
      public let place: SourcePlace
      /// Why.
      public let cause: any Error
    }

    /// Every fault, and remarks, in the order of the lines.
    public internal(set) var findings: [Finding] = []
    /// Rows with faults that are not among the findings.
    public internal(set) var refused: [Refused] = []
    /// Whether every fault lacks a reason and nothing else.
    public internal(set) var lacksOnlyReasons = true
    /// How many rows have faults.
    public internal(set) var faultyRows = 0
    /// By kecamatan, then by report as the table first names it.
    public internal(set) var counts: [Count] = []
    /// How many new rows say what, where the table says it.
    public internal(set) var kinds: [LedgerEvent.Kind: Int] = [:]
    /// How many rows are about reports that are not in yet, and were passed over.
    public internal(set) var notYet = 0
    /// Whether the rows were written.
    public internal(set) var isRecorded = false

    /// Whether faults keep the import from being done.
    public var isRefused: Bool {
      !refused.isEmpty || findings.contains { $0.severity == .fault }
    }
  }

  /// A row that would be recorded, or is there already.
  public struct Row: Sendable {
    /// Its line in the table.
    public let line: Int
    /// What it says.
    public let kind: LedgerEvent.Kind
    /// The unit.
    public let unit: RegionCode
    /// The unit as it is printed.
    public let unitName: String
    /// The code of the report, the event or the indicator.
    public let report: String
    /// The covered period; `nil` for an event that is meant for none.
    public let period: Period?
    /// `tanggal`.
    public let date: CivilDate
    /// `diterima`.
    public let received: CivilDate
    /// `nilai`, or a blank.
    public let value: String
    /// The path of its evidence as the table has it; `nil` where it has none.
    public let evidence: String?
    /// `catatan` as it is written; `nil` for a plain submission.
    public let note: String?
    /// Whether it is a late entry.
    public let isLate: Bool
    /// Whether no standing row says the same.
    public let isNew: Bool
  }
}
