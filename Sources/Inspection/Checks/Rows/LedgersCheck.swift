internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Every row is whole, no chain is broken, no clock went back.
struct LedgersCheck: Check {
  let name = "buku"
  let summary = "setiap baris buku utuh, rantainya tidak putus, jamnya maju"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.findingsOfLedgers()
  }
}
