internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// Extensions whose letter came after the due date that they move.
struct ExtensionsCheck: Check {
  let name = "perpanjangan"
  let summary = "perpanjangan yang suratnya datang sesudah tenggat"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.eachObligation { desk, obligation, rows in
      guard var due = obligation?.due else { return [] }
      var findings: [(LedgerEvent.RowID, Finding)] = []
      for row in rows where row.kind == .extended {
        if row.received > due {
          let place = desk.place(of: row.row)
          findings.append((row.row, InspectionSentence.extendedTooLate(due, at: place)))
        }
        due = row.date
      }
      return findings
    }
  }
}
