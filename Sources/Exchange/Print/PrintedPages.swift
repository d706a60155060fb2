internal import DurableFiles
package import SystemPackage
internal import Workspace

/// Pages that are written to files for printing; what somebody edited there is not lost.
package struct PrintedPages {
  /// The folder of the workspace that pages go to.
  package static let folder = Workspace.exportFolder

  private let pages: [(path: FilePath, bytes: [UInt8])]

  /// A file that somebody edited, or another page, has the name of a page; nothing was written.
  package struct Taken: Error {
    /// The file.
    package let path: FilePath
  }

  /// Takes pages with the files that they go to.
  package init(_ pages: [(path: FilePath, html: String)]) {
    self.pages = pages.map { ($0.path, Array($0.html.utf8)) }
  }

  /// Writes all of them.
  ///
  /// - Parameters:
  ///   - workspace: The workspace of the command.
  ///   - isOverwriting: Whether a file with other content may be replaced.
  /// - Throws: ``Taken`` for such a file, and an `OutputRefusal` for a place that is none, before any is
  ///   written; a `FileFailure`.
  package func write(in workspace: FilePath, overwriting isOverwriting: Bool) throws {
    let places = try pages.map { path, bytes in
      let place = try OutputPlace(path, for: .page, in: workspace, overwriting: true)
      // A browser may have saved an edited draft there.
      guard try isOverwriting || !place.differs(from: bytes) else {
        throw Taken(path: path)
      }
      return (place, bytes)
    }
    for (place, bytes) in places { try place.write(bytes) }
  }

  /// The bytes of a page that was written to the folder of a workspace; `nil` where there is none.
  ///
  /// - Parameters:
  ///   - name: The name of its file.
  ///   - workspace: The workspace.
  /// - Returns: The bytes.
  /// - Throws: A `FileFailure` for what is no regular file, or cannot be read.
  package static func written(
    _ name: String, in workspace: FilePath
  ) throws -> [UInt8]? {
    try FileSystem.live.read(workspace.appending(folder).appending(name))
  }

  /// A text as a part of a file's name: `100.3/12/Pem` is `100.3-12-Pem`.
  package static func fileWord(_ text: String) -> String {
    String(
      text.map { character in
        character.isASCII && (character.isLetter || character.isNumber || character == ".")
          ? character : "-"
      })
  }
}
