internal import CalendarFiles
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The obligations that the rows of a kecamatan are about, each with its rows that are not void.
struct RecordedObligations {
  /// The desk of the kecamatan.
  let desk: Desk
  /// The obligations; `nil` where a row names one that nobody owes or that cannot be computed.
  let rows: [(obligation: Obligation?, rows: [LedgerEvent])]
}

extension Site {
  /// The desks of the kecamatan whose calendar and ledger can be relied on.
  private func soundDesks() throws(WorkspaceFailure) -> [Desk] {
    try desks.value { () throws(WorkspaceFailure) in
      guard let workspace else { return [] }
      var desks: [Desk] = []
      for kecamatan in workspace.kecamatan {
        guard workspace.calendar(of: kecamatan.code).calendar != nil else { continue }
        do throws(WorkspaceFailure) {
          let desk = try workspace.desk(of: kecamatan) {
            (code, codes) throws(WorkspaceFailure) in
            let read = try ledgers(of: code)
            return read.history.recoded(from: read.codes, to: &codes)
          }
          desks.append(desk)
        } catch {
          if case .file = error { throw error }
        }
      }
      return desks
    }
  }

  /// Looks at each kecamatan whose calendar and ledger can be relied on.
  func eachDesk(
    _ look: (Desk) throws(WorkspaceFailure) -> [Finding]
  ) throws(WorkspaceFailure) -> [Finding] {
    var findings: [Finding] = []
    for desk in try soundDesks() { findings += try look(desk) }
    return distinct(findings)
  }

  /// Looks at each obligation that a row is about, with its rows that are not void; the findings come
  /// in the order of the rows.
  func eachObligation(
    _ look: (Desk, Obligation?, [LedgerEvent]) -> [(LedgerEvent.RowID, Finding)]
  ) throws(WorkspaceFailure) -> [Finding] {
    let known = try recordedObligations.value { () throws(WorkspaceFailure) in
      try soundDesks().map { desk in
        let rows = Array(desk.history.obligations).map { id in
          (
            obligation: (try? desk.obligation(id, asOf: today)) ?? nil,
            rows: desk.history.rows(of: id)
          )
        }
        return RecordedObligations(desk: desk, rows: rows)
      }
    }
    let findings = known.flatMap { kecamatan in
      kecamatan.rows.flatMap { look(kecamatan.desk, $0.obligation, $0.rows) }
        .sorted { $0.0 < $1.0 }.map(\.1)
    }
    return distinct(findings)
  }

  /// A row about a desa that moved is seen from both of its kecamatan.
  private func distinct(_ findings: [Finding]) -> [Finding] {
    regions?.hasLife ?? false ? findings.unique : findings
  }
}
