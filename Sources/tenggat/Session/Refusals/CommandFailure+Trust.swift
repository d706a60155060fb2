internal import SystemPackage
internal import Workspace

extension CommandFailure {
  /// The failure of a workspace that was found and is not obeyed: what to type where it should be.
  init(untrusted folder: FilePath, _ doubt: WorkspaceTrust.Doubt) {
    let what =
      switch doubt {
      case .ofUser(let number):
        "ruang kerja \(folder) milik pengguna lain (\(Environment.userName(number)))"
      case .writableByAll: "ruang kerja \(folder) dapat diubah siapa saja"
      }
    let listed = TrustedFolders.list.map {
      ", atau seterusnya: tulis \(folder) sebagai satu baris dalam \($0)"
    }
    let mend: String? =
      if case .writableByAll = doubt {
        "; atau cabut hak tulisnya: chmod o-w \(folder) \(folder)/kantor.yaml"
      } else {
        nil
      }
    self.init(
      .configuration, "\(what), dan kantor.yaml di sana dapat menjalankan program atas nama Anda",
      fix: "bila Anda mempercayainya, sebut sendiri: --ruang \(folder)\(listed ?? "")\(mend ?? "")")
  }
}
