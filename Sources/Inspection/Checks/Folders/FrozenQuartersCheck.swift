internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// The documents of frozen quarters are there and unchanged, and the ledgers still hold what they
/// state.
struct FrozenQuartersCheck: Check {
  let name = "beku"
  let summary = "XML beku ada, tidak berubah, dan sidik bukunya masih cocok"

  /// Lists the documents: what is frozen meanwhile has its file before its row.
  func prepare(_ site: Site) { _ = site.listing(of: Workspace.frozenFolder) }

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    let present = site.listing(of: Workspace.frozenFolder)
    var check = EvidenceCheck(site.store)
    var documents: [String] = []
    var findings = present.failures
    for recorded in try site.claimsOfRows() where recorded.claim.kind == .frozen {
      let claim = recorded.claim
      guard !claim.path.isEmpty else {
        findings.append(InspectionSentence.frozenWithoutFile(claim))
        continue
      }
      let isFirst = !check.isNamed(claim.path)
      let state = check.state(of: claim)
      if let finding = InspectionSentence.frozen(state, claim) {
        findings.append(recorded.isVoid ? InspectionSentence.ofVoidRow(finding) : finding)
      } else if isFirst {
        documents.append(claim.path)
      }
    }
    if try !site.hasResavedLedger() {
      let surplus = present.names.filter { !check.isNamed($0) }
      findings += surplus.map(InspectionSentence.surplusFrozen)
    }
    // Only what has the recorded hash is opened once more, to be read whole: until then the file is
    // whatever somebody put there, and is hashed as it passes.
    return try findings + site.marks(in: documents)
  }
}
