internal import DurableFiles
internal import SystemPackage

/// The guide for users that the program ships: pages of Markdown, by their names.
public struct Guide: Sendable {
  /// The page that lists the others.
  public static let front = "Panduan"

  /// The names of the pages, in the order of their bytes: `Hukum-dan-tenggat`.
  public let names: [String]

  private let folder: FilePath
  private let data: ProgramData

  /// Finds the guide beside the calendars, or where it is written.
  ///
  /// - Parameter data: The program's own data.
  /// - Throws: ``WorkspaceFailure/noProgramFile(_:)`` where it is in neither place; a failure to read it.
  public init(_ data: ProgramData) throws(WorkspaceFailure) {
    self.data = data
    let name = "\(Guide.front).docc"
    let places = [
      data.folder.appending(name),
      data.folder.appending("Sources").appending("tenggat").appending(name),
    ]
    for place in places {
      let names = try data.pages(in: place)
      guard names.contains(Guide.front) else { continue }
      folder = place
      self.names = names
      return
    }
    throw .noProgramFile(places[0])
  }

  /// The text of a page.
  ///
  /// - Parameter name: One of ``names``.
  /// - Returns: The text, in Markdown.
  /// - Throws: ``WorkspaceFailure`` for a page that cannot be read.
  public func text(of name: String) throws(WorkspaceFailure) -> String {
    String(decoding: try data.read(folder.appending("\(name).md")), as: UTF8.self)
  }
}
