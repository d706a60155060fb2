internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The ledgers still hold what the other XML files of `ekspor/` state.
struct ExportsCheck: Check {
  let name = "ekspor"
  let summary = "sidik buku dalam XML lain di ekspor/ masih cocok"

  func prepare(_ site: Site) { _ = site.listing(of: Workspace.exportFolder) }

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    let present = site.listing(of: Workspace.exportFolder)
    let claims = try site.claimsOfRows().map(\.claim)
    let frozen = Set(claims.filter { $0.kind == .frozen }.map(\.path))
    let documents = present.names.filter {
      $0.lowercased().hasSuffix(".xml") && !frozen.contains($0)
    }
    let profiles = try site.profiles().profiles.map(\.profile)
    // What went out in a receiver's layout is none of ours any more, and states nothing of the ledgers.
    return try present.failures
      + site.marks(in: documents).filter { finding in
        guard finding.code == InspectionProblem.noMarks.rawValue else { return true }
        let name = finding.place.file.split(separator: "/").last ?? ""
        return !profiles.contains { $0.fileName.gives(name, profile: $0.name) }
      }
  }
}
