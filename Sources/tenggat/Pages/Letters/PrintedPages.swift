internal import DurableFiles
internal import SystemPackage
internal import Workspace

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
  /// - Parameters:
  ///   - workspace: The workspace of the command.
  ///   - isOverwriting: Whether a file with other content may be replaced.
  /// - Throws: A ``CommandFailure`` for such a file, and an `OutputRefusal` for a place that is none, before
  ///   any is written; a `FileFailure`.
  func write(in workspace: FilePath, overwriting isOverwriting: Bool) throws {
    let places = try pages.map { path, bytes in
      let place = try OutputPlace(path, for: .page, in: workspace, overwriting: true)
      // A browser may have saved an edited draft there.
      guard try isOverwriting || !place.differs(from: bytes) else {
        throw CommandFailure(
          .cannotCreate, "\(path) sudah ada dengan isi lain, tidak ada yang ditimpa",
          fix: "simpan ke berkas lain dengan --keluaran, atau timpa dengan --timpa")
      }
      return (place, bytes)
    }
    for (place, bytes) in places { try place.write(bytes) }
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
