internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// Two writers of the ledgers keep out of each other's way.
struct LocksCheck: Check {
  let name = "kunci"
  let summary = "penyimpanan buku/ menjaga kunci, sehingga dua penulis tidak saling menimpa"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    // The ledgers may lie on another disk than the rest.
    let books = site.folder.appending(LedgerStore.bookFolder)
    let hasBooks = try site.reading { () throws(FileFailure) in
      try site.files.state(of: books, followingLink: true)?.kind == .folder
    }
    let proof = site.files.proveLocks(in: hasBooks ? books : site.folder)
    let name = hasBooks ? "buku" : "."
    if proof.keepsLocks == false { return [InspectionSentence.noLocks(name)] }
    return proof.network.map { [InspectionSentence.networkFolder(name, $0)] } ?? []
  }
}
