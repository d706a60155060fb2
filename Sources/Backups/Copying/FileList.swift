internal import Hashing
internal import Workspace

/// The list of the files of a backup, in the form that `sha256sum --check` reads on any computer.
///
/// Source: sha256sum(1) of GNU coreutils; a line whose path holds a backslash or a line break opens with a
/// backslash, and they stand as `\\`, `\n` and `\r`.
public struct FileList: Hashable, Sendable {
  /// The files, in the order of their paths.
  public let files: [ListedFile]

  /// The name of the list in a backup.
  public static let name = "CADANGAN.sha256"

  /// Makes a list.
  init(_ files: [ListedFile]) { self.files = files.sorted { $0.path < $1.path } }

  /// Reads a list; `nil` where a line is none of one.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var files: [ListedFile] = []
    for line in text.split(separator: "\n") {
      guard let file = FileList.file(line) else { return nil }
      files.append(file)
    }
    self.init(files)
  }

  private static func file(_ line: Substring) -> ListedFile? {
    let isEscaped = line.first == "\\"
    let line = isEscaped ? line.dropFirst() : line
    let (hash, rest) = (line.prefix(64), line.dropFirst(64))
    guard hash.utf8.count == 64, rest.hasPrefix("  "), hash.allSatisfy(\.isHexDigit) else {
      return nil
    }
    let path = String(rest.dropFirst(2))
    guard isEscaped else { return ListedFile(path: path, hash: String(hash)) }
    return unescaped(path).map { ListedFile(path: $0, hash: String(hash)) }
  }

  private static let escapes: [(plain: Character, escaped: Character)] = [
    ("\\", "\\"), ("\n", "n"), ("\r", "r"),
  ]

  private static func unescaped(_ text: String) -> String? {
    var plain = ""
    var isEscape = false
    for character in text {
      if isEscape {
        guard let escape = escapes.first(where: { $0.escaped == character }) else { return nil }
        plain.append(escape.plain)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        plain.append(character)
      }
    }
    return isEscape ? nil : plain
  }

  /// The file of the list.
  var bytes: [UInt8] {
    Array(
      files.map { file in
        var path = ""
        // By scalars: a carriage return and a line feed are one character.
        for scalar in file.path.unicodeScalars {
          let escape = FileList.escapes.first { $0.plain == Character(scalar) }
          path += escape.map { "\\\($0.escaped)" } ?? String(scalar)
        }
        return "\(path == file.path ? "" : "\\")\(file.hash)  \(path)\n"
      }.joined().utf8)
  }

  /// The files and folders in it that nobody else may read.
  var secrets: [String] {
    let paths = files.map(\.path)
    let folder = "\(Workspace.secretFolder)/"
    return [Users.file, Subscriptions.file].filter(paths.contains)
      + (paths.contains { $0.hasPrefix(folder) } ? [folder] : [])
  }

  /// The SHA-256 of the list itself.
  var hash: String { SHA256.digest(of: bytes).description }
}
