internal import SystemPackage

/// A CSV file whose rows are only ever added, held by this process alone until the value goes out of
/// scope.
///
/// A kill can leave a last line without its line end. Who holds the table says whether that line is
/// whole (``keepTail()``); otherwise it is torn, and is kept in a file of its own beside the table
/// before anything is written. The header is written before the first row.
///
/// As with ``LockedFile``, what is appended counts only after ``commit(afterSync:)``.
public struct AppendedTable: ~Copyable {
  /// What follows the table's name in the name of a file that keeps a torn last line; a number comes
  /// behind it.
  public static let fragmentSuffix = ".sisa-"

  /// Where the bytes behind the last line end begin.
  public let tailStart: Int
  /// The name of the file that keeps the torn last line; `nil` as long as none was set aside.
  public private(set) var setAsideName: String?

  private var file: LockedFile
  private let files: FileSystem
  private let header: [UInt8]
  private var tail: Tail
  private var needsHeader: Bool

  private enum Tail {
    case none, whole, torn
  }

  /// Takes a locked file for a table.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - header: The first line, with its line end.
  ///   - files: The file system that the file is in.
  public init(
    _ file: consuming LockedFile, header: [UInt8], in files: FileSystem
  ) {
    let contents = file.contents
    tailStart = contents.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    tail = tailStart < contents.count ? .torn : .none
    needsHeader = tailStart == 0
    self.file = file
    self.files = files
    self.header = header
  }

  /// Whether a table has more columns than this program knows: a later version of it wrote the table, and what
  /// its rows say is not known.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - header: The first line as this program writes it, without its line end.
  /// - Returns: Whether the first line is that one with more columns behind it.
  public static func isOfLaterForm(_ bytes: [UInt8], header: [UInt8]) -> Bool {
    bytes.count > header.count && bytes[header.count] == UInt8(ascii: ",")
      && bytes.starts(with: header)
  }

  /// The bytes under the lock, before anything was appended.
  public var contents: [UInt8] { file.contents }

  /// The last line where it has no line end; empty where there is none.
  public var tailBytes: ArraySlice<UInt8> { contents[tailStart...] }

  /// Takes the last line for whole: it lacks only its line end, which is written before the next row.
  public mutating func keepTail() {
    guard tail == .torn else { return }
    tail = .whole
    needsHeader = false
  }

  /// Completes a whole last line, or sets a torn one aside; ``append(_:)`` does so by itself.
  ///
  /// - Throws: ``FileFailure``; the file is then as it was at the last commit.
  public mutating func mendTail() throws(FileFailure) {
    switch tail {
    case .none: return
    case .whole: try file.append([UInt8(ascii: "\n")])
    case .torn:
      setAsideName = try files.setAside(
        Array(tailBytes), of: &file,
        as: (file.path.lastComponent?.string ?? "") + AppendedTable.fragmentSuffix,
        cuttingTo: tailStart)
    }
    tail = .none
  }

  /// Appends whole rows, in one write where the kernel takes them in one.
  ///
  /// - Parameter rows: The rows, each with its line end.
  /// - Throws: ``FileFailure``; all that was appended since the last commit is then undone.
  public mutating func append(_ rows: ArraySlice<UInt8>) throws(FileFailure) {
    var preamble: [UInt8] = []
    if tail == .whole {
      preamble = [UInt8(ascii: "\n")]
    } else {
      try mendTail()
    }
    if needsHeader { preamble += header }
    try file.append(preamble.isEmpty ? rows : (preamble + rows)[...])
    tail = .none
    needsHeader = false
  }

  /// Makes everything appended durable.
  ///
  /// - Parameter isSynced: Whether the caller made the whole file system durable already, so that
  ///   this file needs no call of its own.
  /// - Throws: ``FileFailure``; all that was appended since the last commit is then undone.
  public mutating func commit(afterSync isSynced: Bool = false) throws(FileFailure) {
    try file.commit(afterSync: isSynced)
  }
}
