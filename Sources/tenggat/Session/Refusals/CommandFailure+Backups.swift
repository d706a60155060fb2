internal import Backups

extension CommandFailure {
  /// The sentence and the exit code where no backup is made, or none is brought back.
  init(_ refusal: BackupRefusal) {
    self =
      switch refusal {
      case .noTarget(let path):
        CommandFailure(
          .noInput, "folder \(path) tidak ada; tidak ada yang dibuat",
          fix: "pasang dahulu penyimpanannya, atau buat foldernya dengan mkdir")
      case .insideWorkspace(let path):
        .usage(
          "\(path) terletak dalam ruang kerja",
          fix: "sebut folder di luarnya, sebaiknya penyimpanan lain")
      case .aroundWorkspace(let path):
        .usage(
          "ruang kerja terletak dalam \(path)",
          fix: "sebut folder tersendiri untuk cadangan, sebaiknya penyimpanan lain")
      case .noBackup(let path):
        CommandFailure(
          .noInput, "\(path) bukan cadangan buatan 'tenggat cadangkan'",
          fix: "sebut folder yang memuat CADANGAN.json; salinan lain dibandingkan dengan "
            + "tenggat periksa --terhadap")
      case .unfinished(let path):
        CommandFailure(
          .data, "\(path) tidak pernah selesai dibuat", fix: "pakai cadangan lain")
      case .newer(let path, let form):
        CommandFailure(
          .data, "\(path) dibuat tenggat yang lebih baru (bentuk \(form))",
          fix: "pasang tenggat terbaru, lalu ulangi")
      case .taken(let path):
        CommandFailure(
          .cannotCreate, "\(path) sudah berisi; tidak ada yang ditimpa", fix: "sebut folder baru")
      case .insideBackup(let path):
        .usage("\(path) terletak dalam cadangannya sendiri", fix: "sebut folder di luarnya")
      }
  }
}
