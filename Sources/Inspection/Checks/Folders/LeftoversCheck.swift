internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

/// Files that were being written and have no final name.
struct LeftoversCheck: Check {
  let name = "sisa-tulis"
  let summary = "berkas sementara yang tertinggal"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    try site.reading { () throws(FileFailure) in
      var paths = try site.files.names(in: site.folder).map { FilePath($0.string) }
      for name in ["buku", "dokumen", "ekspor", "kalender", "kotak-masuk", "pengingat"] {
        paths += try site.files.walk(site.folder.appending(name)).map { FilePath(name).pushing($0) }
      }
      return paths.filter(\.isTemporary).map { InspectionSentence.leftover($0.string) }
    }
  }
}
