internal import CalendarFiles
internal import DurableFiles
internal import SystemPackage

/// Parsed texts of calendars, kept in the user's cache folder so that the next command need not parse
/// them.
///
/// A kept text serves only for the very bytes that it was parsed from, so that there is nothing to
/// invalidate; the folder may be removed at any time. Without one, texts are parsed each time.
struct TextCache: Sendable {
  private let folder: FilePath?
  private let files: FileSystem

  init(_ folder: FilePath?, _ files: FileSystem) {
    self.folder = folder
    self.files = files
  }

  /// The parsed text of a file.
  func text(_ bytes: [UInt8], file: String) -> YAMLText {
    guard let folder else { return YAMLText(bytes, file: file) }
    let path = folder.appending("\(TextCache.name(of: bytes)).urai")
    let kept = try? files.read(path)
    let text = YAMLText(bytes, file: file, kept: kept)
    if !text.wasKept, let new = text.kept {
      // A cache that cannot be written costs time and nothing else.
      try? files.createFolder(folder)
      try? files.replaceAtomically(path, with: new)
    }
    return text
  }

  /// FNV-1a of 64 bits (RFC 9923): texts that share a name take turns, since the bytes are compared.
  private static func name(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    return String(hash, radix: 16)
  }
}
