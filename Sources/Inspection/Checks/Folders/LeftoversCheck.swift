internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

/// Files that were being written and have no final name.
struct LeftoversCheck: Check {
  let name = "sisa-tulis"
  let summary = "berkas sementara yang tertinggal"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    var paths = try site.reading { () throws(FileFailure) in
      try site.files.names(in: site.folder).map { FilePath($0.string) }
    }
    var failures: [Finding] = []
    for name in ["buku", "dokumen", "ekspor", "kalender", "kotak-masuk", "pengingat"] {
      let (found, unread) = site.files.walk(site.folder.appending(name))
      paths += found.map { FilePath(name).pushing($0) }
      failures += unread.map { $0.finding(in: site.folder) }
    }
    // What `pindai` remembers of the drop folder is no leftover: without it everything is told again.
    let left = paths.filter { $0.isTemporary && $0.lastComponent != ToldFiles.name }
    return failures + left.map { InspectionSentence.leftover($0.string) }
  }
}
