internal import Compliance
internal import ComplianceModel
internal import Workspace

/// Rows that were recorded long after their day.
struct LateEntriesCheck: Check {
  let name = "susulan"
  let summary = "pencatatan susulan"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.eachObligation { desk, obligation, rows in
      let meaning = obligation?.rule?.meaning ?? .submission
      return rows.filter { $0.kind == .submitted && Assessment.isLateEntry($0, meaning: meaning) }
        .map { ($0.row, InspectionSentence.lateEntry($0, at: desk.place(of: $0.row))) }
    }
  }
}
