internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Every row is whole, no chain is broken, no clock went back.
struct LedgersCheck: Check {
  let name = "buku"
  let summary = "setiap baris buku utuh, rantainya tidak putus, jamnya maju"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    var findings: [Finding] = []
    // Also of a kecamatan that wilayah.csv does not name, or not any more.
    for code in try site.kecamatanWithBooks() {
      findings += try site.ledgers(of: code).history.findings
    }
    return findings
  }
}
