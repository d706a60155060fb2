internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// The emblem at the head of letters, read and looked over, to be put into a page as it is.
public struct LetterLogo: Hashable, Sendable {
  /// What the bytes are, as web pages say it: `image/png`.
  public let mediaType: String
  /// The bytes of the file.
  public let bytes: [UInt8]

  /// The most bytes that a logo may have; each letter carries it.
  package static let mostBytes = 512 * 1024

  /// Takes bytes for a picture; `nil` where they are none of a kind that browsers print.
  ///
  /// Sources: ISO 15948 (PNG), ITU T.81 (JPEG), SVG 1.1, of which the first element tells.
  ///
  /// - Parameter bytes: The bytes of a file, whatever its name says.
  package init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      mediaType = "image/png"
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      mediaType = "image/jpeg"
    } else if LetterLogo.isSVG(bytes) {
      mediaType = "image/svg+xml"
    } else {
      return nil
    }
    self.bytes = bytes
  }

  /// Whether the first element of a text is that of a drawing.
  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    var rest = Substring(text)
    if rest.hasPrefix("\u{FEFF}") { rest.removeFirst() }
    while true {
      rest = rest.drop(while: \.isWhitespace)
      let ends = [("<!--", "-->"), ("<?", "?>"), ("<!DOCTYPE", ">")]
      guard let (_, end) = ends.first(where: { rest.hasPrefix($0.0) }) else { break }
      guard let found = rest.firstRange(of: end) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasPrefix("<svg") && !(rest.dropFirst(4).first?.isLetter ?? true)
  }
}

extension Workspace {
  /// The emblem at the head of letters; `nil` where the office names none.
  ///
  /// - Throws: ``WorkspaceFailure/configuration(_:)`` for a file that cannot be used, at its place in
  ///   the office's settings.
  public func letterLogo() throws(WorkspaceFailure) -> LetterLogo? {
    guard let path = office.letterhead.logo else { return nil }
    let file = folder.pushing(FilePath(path))
    // A large file is not read to learn that it is large.
    guard let state = try? files.state(of: file, followingLink: true), state.isRegular else {
      throw .configuration([WorkspaceSentence.unreadableLogo(path, in: office)])
    }
    guard state.size <= LetterLogo.mostBytes else {
      throw .configuration([WorkspaceSentence.largeLogo(path, in: office)])
    }
    guard let bytes = try? files.read(file) else {
      throw .configuration([WorkspaceSentence.unreadableLogo(path, in: office)])
    }
    guard let logo = LetterLogo(bytes) else {
      throw .configuration([WorkspaceSentence.unfitLogo(path, in: office)])
    }
    return logo
  }
}
