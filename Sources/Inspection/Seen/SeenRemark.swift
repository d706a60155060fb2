internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore

/// What tells a remark from others, whatever line it is told at.
struct SeenRemark: Hashable {
  /// The name of its problem.
  let code: String
  /// The file that it is about.
  let file: String
  /// What it says; of a row of a ledger with the row's number, which never changes.
  let what: String

  /// The identity of a finding; `nil` for a fault, which nobody can accept.
  init?(_ finding: Finding) {
    guard finding.severity == .remark else { return nil }
    code = finding.code
    let place = finding.place
    file = place.file
    // A ledger's rows stay where they are, below its header; lines of other files move as people write.
    let isRow =
      file.hasPrefix("\(LedgerStore.bookFolder)/") && file.hasSuffix(".csv") && place.line > 1
    what = isRow ? "#\(place.line - 1) \(finding.what)" : finding.what
  }

  init(code: String, file: String, what: String) {
    self.code = code
    self.file = file
    self.what = what
  }
}
