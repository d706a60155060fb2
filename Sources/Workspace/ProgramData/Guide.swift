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

  /// A picture that the pages show.
  ///
  /// - Parameter name: The name of its file: `halaman-beranda.png`.
  /// - Returns: The bytes, as PNG; `nil` where there is no such picture.
  /// - Throws: ``WorkspaceFailure`` for one that cannot be read.
  public func picture(named name: String) throws(WorkspaceFailure) -> [UInt8]? {
    guard try data.pictures(in: folder).contains(name) else { return nil }
    return try data.read(folder.appending(name))
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
