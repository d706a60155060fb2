internal import ComplianceModel
package import Wording

extension BackupRefusal: Objecting {
  /// Why no backup is made, or none is brought back.
  package var objections: [Objection] {
    switch self {
    case .noTarget(let path):
      [
        Objection(
          .missing, "folder \(path) tidak ada; tidak ada yang dibuat",
          fix: "pasang dahulu penyimpanannya, atau buat foldernya dengan mkdir")
      ]
    case .insideWorkspace(let path):
      [
        Objection(
          .request, "\(path) terletak dalam ruang kerja",
          fix: "sebut folder di luarnya, sebaiknya penyimpanan lain")
      ]
    case .aroundWorkspace(let path):
      [
        Objection(
          .request, "ruang kerja terletak dalam \(path)",
          fix: "sebut folder tersendiri untuk cadangan, sebaiknya penyimpanan lain")
      ]
    case .noBackup(let path):
      [
        Objection(
          .missing, "\(path) bukan cadangan buatan '\(do: .backUp)'",
          fix: """
            sebut folder yang memuat \(BackupStamp.fileName); salinan lain dibandingkan dengan \
            \(do: .compareWithCopy)
            """)
      ]
    case .unfinished(let path):
      [Objection(.data, "\(path) tidak pernah selesai dibuat", fix: "pakai cadangan lain")]
    case .newer(let path, let form):
      [
        Objection(
          .data, "\(path) dibuat tenggat yang lebih baru (bentuk \(form))",
          fix: "pasang tenggat terbaru, lalu ulangi")
      ]
    case .taken(let path):
      [
        Objection(
          .uncreatable, "\(path) sudah berisi; tidak ada yang ditimpa", fix: "sebut folder baru")
      ]
    case .insideBackup(let path):
      [
        Objection(
          .request, "\(path) terletak dalam cadangannya sendiri", fix: "sebut folder di luarnya")
      ]
    }
  }
}
