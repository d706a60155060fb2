internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage

/// Where an export goes piece by piece: standard output, or a file that gets its name when it is whole.
struct ExportOutput: ~Copyable {
  private let path: FilePath?
  private var draft: FileDraft?
  private var size = 0

  /// Standard output.
  init() {
    path = nil
    draft = nil
  }

  /// A file.
  init(_ path: FilePath, _ draft: consuming FileDraft) {
    self.path = path
    self.draft = consume draft
  }

  /// Takes the next bytes.
  ///
  /// - Returns: Whether somebody still reads them.
  /// - Throws: A `FileFailure`; `Errno` of standard output.
  @discardableResult
  mutating func append(_ bytes: [UInt8], _ console: inout Console) throws -> Bool {
    size += bytes.count
    guard path != nil else { return try console.pass(bytes) }
    try draft?.append(bytes)
    return true
  }

  /// Gives the file its name, and says so.
  ///
  /// - Parameters:
  ///   - note: What is said of it beside its size.
  ///   - console: Where.
  /// - Throws: A `FileFailure`.
  mutating func finish(saying note: String, _ console: inout Console) throws {
    guard let path else { return }
    try draft?.finish()
    console.line(ExportOutput.text(path, note, size))
  }

  /// What is said of a file that has its name.
  static func text(_ path: FilePath, _ note: String, _ size: Int) -> String {
    "\(path): \(note), \(size.indonesian) byte"
  }
}
