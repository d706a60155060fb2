public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// What desa handed in on a day, a receipt for each: the answer behind `tanda-terima`.
public struct Receipts: Sendable {
  /// What is asked for.
  public struct Question: Sendable {
    /// The units that are meant.
    public let units: UnitScope
    /// The day on which the office received the documents.
    public let received: CivilDate
    /// The day of judging, on which the receipt is made: what was returned until then is not in it.
    public let day: CivilDate
    /// The only submission that is meant; `nil` for all of that day.
    public let row: LedgerEvent.RowID?

    /// Asks for receipts.
    public init(
      of units: UnitScope, receivedOn received: CivilDate, asOf day: CivilDate,
      only row: LedgerEvent.RowID? = nil
    ) {
      self.row = row
      self.units = units
      self.received = received
      self.day = day
    }
  }

  /// The documents that one desa handed in.
  public struct Receipt: Sendable {
    /// The kecamatan that received them.
    public let kecamatan: Kecamatan
    /// The desa.
    public let village: Unit
    /// The submissions, as they were recorded; at least one.
    public let lines: [ReceiptLine]
  }

  /// What was asked for.
  public let question: Question
  /// The receipts of the desa that handed something in, by code.
  public let receipts: [Receipt]
  /// What stands at the head of a receipt.
  public let letterhead: Letterhead
  /// The emblem beside it; `nil` where the office names none.
  public let logo: LetterLogo?

  /// Answers a question.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - workspace: The workspace, with the units of the question's day.
  /// - Throws: A `WorkspaceFailure` for files that cannot be read.
  public init(_ question: Question, in workspace: Workspace) throws {
    var receipts: [Receipt] = []
    for kecamatan in question.units.kecamatan {
      let desk = try workspace.desk(of: kecamatan)
      let lines = Dictionary(grouping: try Receipts.lines(of: desk, question), by: \.event.unit)
      receipts += kecamatan.villages.compactMap { village in
        guard let own = lines[village.code] else { return nil }
        return Receipt(
          kecamatan: kecamatan, village: village,
          lines: own.sorted { $0.event.row < $1.event.row })
      }
    }
    self.question = question
    self.receipts = receipts
    letterhead = workspace.office.letterhead
    logo = try workspace.letterLogo()
  }

  private static func lines(of desk: Desk, _ question: Question) throws -> [ReceiptLine] {
    var lines: [ReceiptLine] = []
    let judge = desk.judge(asOf: question.day)
    for id in desk.history.obligations where question.units.contains(id.unit) {
      guard let report = desk.calendar.report(id.report), report.level == .village else { continue }
      let handedIn = acknowledged(desk.history.rows(of: id)).filter {
        $0.received == question.received && (question.row ?? $0.row) == $0.row
      }
      guard !handedIn.isEmpty else { continue }
      let obligation = try obligation(id, desk, asOf: question.day)
      let assessment = obligation.flatMap { judge.assess($0) }
      lines += handedIn.compactMap { event in
        desk.row(event.row).map { row in
          ReceiptLine(
            event: event, row: row, code: desk.calendar.codes[report.code], report: report,
            assessment: assessment)
        }
      }
    }
    return lines
  }

  /// The submissions that a receipt is given for: those that were not returned since.
  ///
  /// - Parameter rows: The rows of one obligation, ordered as the history orders them.
  /// - Returns: The submissions.
  public static func acknowledged(_ rows: [LedgerEvent]) -> [LedgerEvent] {
    let lastReturn = rows.lastIndex { $0.kind == .returned } ?? -1
    return rows.enumerated().filter { index, row in
      row.kind == .submitted && index > lastReturn
    }.map(\.element)
  }

  /// An obligation with its date; `nil` where nobody owes it, or its date waits for holidays.
  private static func obligation(
    _ id: Obligation.ID, _ desk: Desk, asOf day: CivilDate
  ) throws -> Obligation? {
    do {
      return try desk.obligation(id, asOf: day)
    } catch is CalendarNotCovered {
      return nil
    }
  }
}
