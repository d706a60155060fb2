internal import DurableFiles
internal import SystemPackage

/// Pages that are written to files for printing; what somebody edited there is not lost.
struct PrintedPages {
  /// The folder of the workspace that pages go to.
  static let folder = "ekspor"

  private let pages: [(path: FilePath, bytes: [UInt8])]

  init(_ pages: [(path: FilePath, html: String)]) {
    self.pages = pages.map { ($0.path, Array($0.html.utf8)) }
  }

  /// Writes all of them.
  ///
  /// - Parameter isOverwriting: Whether a file with other content may be replaced.
  /// - Throws: A ``CommandFailure`` for such a file, before any is written; a `FileFailure`.
  func write(overwriting isOverwriting: Bool) throws {
    if !isOverwriting {
      for (path, bytes) in pages {
        // A browser may have saved an edited draft there.
        guard let present = try FileSystem.live.read(path), present != bytes else { continue }
        throw CommandFailure(
          .cannotCreate, "\(path) sudah ada dengan isi lain, tidak ada yang ditimpa",
          fix: "simpan ke berkas lain dengan --keluaran, atau timpa dengan --timpa")
      }
    }
    for (path, bytes) in pages {
      let folder = path.removingLastComponent()
      if !folder.isEmpty { try FileSystem.live.createFolder(folder) }
      try FileSystem.live.replaceAtomically(path, with: bytes)
    }
  }

  /// A text as a part of a file's name: `100.3/12/Pem` is `100.3-12-Pem`.
  static func fileWord(_ text: String) -> String {
    String(
      text.map { character in
        character.isASCII && (character.isLetter || character.isNumber || character == ".")
          ? character : "-"
      })
  }
}
