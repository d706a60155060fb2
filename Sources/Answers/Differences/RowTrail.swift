internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// Finds the rows behind what differs from a frozen quarter.
struct RowTrail {
  private let rows: [LedgerEvent]
  private let kecamatan: Kecamatan
  private let calendar: ReportCalendar
  private let current: [RegionCode: RegionCode]

  /// Looks among some rows.
  ///
  /// - Parameters:
  ///   - rows: The rows recorded since the quarter was frozen, without the freeze's own.
  ///   - desk: The kecamatan's desk.
  init(_ rows: [LedgerEvent], _ desk: Desk) {
    self.rows = rows
    kecamatan = desk.kecamatan
    calendar = desk.calendar
    current = desk.kecamatan.currentCodes
  }

  /// The unit that a subject is about, the code of its report or indicator, and the period.
  func place(
    of subject: StatementChange.Subject
  ) -> (unit: RegionCode, code: String?, period: Period?) {
    switch subject {
    case .report(let code, let period): return (kecamatan.code, code, period)
    case .document(let village, let code, let period): return (village, code, period)
    case .recommendation(let village, let period):
      let report = calendar.reports.first { $0.isOwed && $0.level == .recommendation }
      return (village, report.map { calendar.codes[$0.code] }, period)
    case .village(let village): return (village, nil, nil)
    case .indicator(let code): return (kecamatan.code, code, nil)
    case .summary: return (kecamatan.code, nil, nil)
    }
  }

  /// The rows that concern a subject: its own, else those of what it waits for or counts from.
  func rows(behind subject: StatementChange.Subject) -> [LedgerEvent] {
    let (unit, label, period) = place(of: subject)
    switch subject {
    case .summary: return []
    case .village:
      // Neither a new due date nor an acceptance changes what is there.
      return rows.filter {
        owner($0) == unit && ($0.kind == .fact || level($0) == .village)
          && $0.kind != .extended && $0.kind != .accepted
      }
    case .report, .document, .recommendation, .indicator: break
    }
    let code = label.flatMap { calendar.codes.code($0) }
    let own = rows.filter {
      // A row without a subject, a freeze, is about no report and no indicator.
      $0.subject != nil && $0.subject == code && owner($0) == unit
        && (period == nil || $0.period == period)
    }
    guard own.isEmpty else { return own }
    // One that is counted from documents states nothing of its own.
    if case .indicator = subject { return [] }
    let gates = Set(code.flatMap(calendar.report)?.gates.map(\.report) ?? [])
    return rows.filter { row in
      let isFact = row.subject.flatMap(calendar.event) != nil
      let isOfGate = row.subject.map(gates.contains) ?? false
      return isFact && (owner(row) == unit || owner(row) == unit.kecamatan)
        || isOfGate && owner(row) == unit
    }
  }

  /// The unit of a row under its present code.
  private func owner(_ row: LedgerEvent) -> RegionCode { current[row.unit] ?? row.unit }

  private func level(_ row: LedgerEvent) -> Report.Level? {
    row.subject.flatMap(calendar.report)?.level
  }
}
