internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// The files that prove rows are there and unchanged; those that no row names are told.
struct EvidenceFilesCheck: Check {
  let name = "bukti"
  let summary = "berkas bukti setiap baris ada dan tidak berubah; yang berlebih disebut"

  /// Lists the files: what is recorded meanwhile has its file before its row.
  func prepare(_ site: Site) { _ = site.listing(of: LedgerStore.evidenceFolder) }

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    let present = site.listing(of: LedgerStore.evidenceFolder)
    var check = EvidenceCheck(site.store)
    var lost = LostFolders(site)
    // What a list names cannot be told from a surplus once the list itself is not sound.
    var unclear: Set<FilePath> = []
    var owners: [String: EvidenceClaim] = [:]
    var findings = present.failures
    for recorded in try site.claimsOfRows() {
      let (claim, isVoid) = (recorded.claim, recorded.isVoid)
      if claim.kind == .submitted, !isVoid, !claim.sha256.isEmpty {
        let first = owners[claim.sha256] ?? claim
        owners[claim.sha256] = first
        if first.unit != claim.unit {
          findings.append(InspectionSentence.sharedEvidence(claim, with: first))
        }
      }
      guard claim.kind != .frozen, !claim.path.isEmpty else { continue }
      let states = check.states(of: claim)
      if claim.isList, states.first?.state != .sound {
        unclear.insert(EvidenceFilesCheck.folder(of: claim.path))
      }
      for (claim, state) in states {
        guard let finding = state.finding(for: claim) else { continue }
        let own = isVoid ? InspectionSentence.ofVoidRow(finding) : finding
        findings.append(
          state == .missing && lost.hold(claim.path)
            ? own.caused(by: InspectionSentence.lostFolder(of: claim.path)) : own)
      }
    }
    guard try !site.hasResavedLedger() else { return findings }
    let surplus = present.names.filter {
      !check.isNamed($0) && !unclear.contains(EvidenceFilesCheck.folder(of: $0))
    }
    return findings + surplus.map(InspectionSentence.surplusEvidence)
  }

  private static func folder(of path: String) -> FilePath { FilePath(path).removingLastComponent() }
}

/// The folders that are gone with all that was in them, each looked for once.
private struct LostFolders {
  private let site: Site
  private var known: [FilePath: Bool] = [:]

  init(_ site: Site) { self.site = site }

  /// Whether the folder that a file lay in is one of them.
  mutating func hold(_ path: String) -> Bool {
    let parent = site.folder.pushing(FilePath(path)).removingLastComponent()
    if let isLost = known[parent] { return isLost }
    let isLost = (try? site.files.state(of: parent)) == .some(nil)
    known[parent] = isLost
    return isLost
  }
}
