internal import Exchange

extension CommandFailure {
  /// The sentence for files that are not there.
  init(_ refused: ExportFiles.Refused) {
    switch refused {
    case .missing(let path):
      self.init(.noInput, "\(path) tidak ada", fix: "periksa nama berkas atau foldernya")
    case .empty(let path):
      self.init(
        .noInput, "folder \(path) tidak memuat berkas .xml",
        fix: "letakkan ekspor kecamatan di dalamnya, atau sebut folder lain")
    }
  }
}
