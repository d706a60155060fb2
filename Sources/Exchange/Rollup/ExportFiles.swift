internal import ComplianceModel
public import DurableFiles
public import SystemPackage

/// The files of a roll-up, as they were named: files, folders with all `.xml` below them, and standard input.
public struct ExportFiles: Sendable {
  /// Where an export is read from.
  public enum Source: Hashable, Sendable {
    case file(FilePath)
    case standardInput

    /// The source as it is named to the user.
    public var name: String {
      switch self {
      case .file(let path): path.string
      case .standardInput: "-"
      }
    }
  }

  /// Why there is nothing to read, as data.
  public enum Refused: Error, Hashable, Sendable {
    /// Nothing has a name.
    case missing(FilePath)
    /// A folder has no `.xml` in it or below it.
    case empty(FilePath)
  }

  /// The files, in the order in which they were named, those of a folder in the order of their names; each
  /// once.
  public private(set) var sources: [Source] = []

  /// Looks for files.
  ///
  /// - Parameters:
  ///   - words: Files, folders and `-`.
  ///   - files: The file system.
  /// - Throws: ``Refused``; a `FileFailure` for a folder that cannot be read.
  public init(_ words: [String], files: FileSystem = .live) throws {
    var seen: Set<Source> = []
    for word in words {
      for source in try ExportFiles.sources(word, files) where seen.insert(source).inserted {
        sources.append(source)
      }
    }
  }

  private static func sources(_ word: String, _ files: FileSystem) throws -> [Source] {
    if word == "-" { return [.standardInput] }
    let path = FilePath(word)
    guard let state = try files.state(of: path) else { throw Refused.missing(path) }
    guard state.kind == .folder else { return [.file(path)] }
    let (found, failures) = files.walk(path)
    if let failure = failures.first { throw failure }
    let exports = found.filter { $0.extension?.lowercased() == "xml" }
    guard !exports.isEmpty else { throw Refused.empty(path) }
    return exports.map { .file(path.pushing($0)) }
  }
}
