public import SystemPackage

/// The rows of a file of comma-separated values (RFC 4180), read piece by piece: memory does not grow
/// with the file.
///
/// What ``CSVReader`` says of rows and faults holds here too.
public struct CSVStream: ~Copyable {
  /// Why a row could not be read.
  public enum Failure: Error, Hashable, Sendable {
    /// The row breaks the rules; the next call goes on with the line after it.
    ///
    /// After ``CSVFault/Kind/rowTooLong`` there is no next row.
    case malformed(CSVFault)
    /// The file could not be read.
    case file(FileFailure)
  }

  /// The longest row in bytes; a longer one is a fault, so that a quote that never closes does not
  /// draw the whole file into memory.
  public static let longestRow = Limits.row

  /// The file.
  public let path: FilePath
  /// The bytes that the fields of the last row lie in.
  public private(set) var reader: CSVReader
  /// Where the bytes of ``reader`` begin in the file.
  public private(set) var offset = 0

  private let system: FileSystem
  /// The file; `nil` where all bytes are there from the beginning.
  private let file: OpenedFile?
  private let separator: UInt8
  private var hasAll: Bool

  /// Bytes that are asked for at once; small enough to stay near the processor.
  private static let piece = 1 << 18

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - system: The file system.
  ///   - skipped: How many bytes at the beginning are left out, such as a byte order mark.
  ///   - separator: The byte between fields.
  /// - Throws: ``FileFailure``: it is missing, cannot be read, or is no regular file.
  public init(
    _ path: FilePath, in system: FileSystem = .live, skipping skipped: Int = 0,
    separator: UInt8 = UInt8(ascii: ",")
  ) throws(FileFailure) {
    let file = try system.openFollowing(FilePlace(path))
    var hasAll = false
    let bytes = try CSVStream.fill([], from: file.descriptor, path, system, &hasAll)
    self.path = path
    self.system = system
    self.separator = separator
    self.file = file
    self.hasAll = hasAll
    reader = CSVReader(bytes, separator: separator)
    let limit = CSVStream.limit(bytes, hasAll)
    reader.move(to: min(skipped, limit)..<limit, line: 1)
  }

  /// Reads rows that are in memory.
  ///
  /// - Parameters:
  ///   - bytes: All rows.
  ///   - path: The file that they come from, for messages.
  ///   - separator: The byte between fields.
  public init(_ bytes: [UInt8], of path: FilePath, separator: UInt8 = UInt8(ascii: ",")) {
    self.path = path
    system = .live
    self.separator = separator
    file = nil
    hasAll = true
    reader = CSVReader(bytes, separator: separator)
  }

  /// Reads the next row.
  ///
  /// - Parameters:
  ///   - fields: Replaced by the fields of the row, at least one; they lie in ``reader``.
  ///   - isNearOnly: Whether the bytes of ``reader`` stay as they are, so that what rows before this
  ///     one said of them holds.
  /// - Returns: Where the row lies in the bytes of ``reader``, and its line in the file; `nil` at the
  ///   end, and where the row is not near.
  /// - Throws: ``Failure``.
  public mutating func next(
    _ fields: inout [CSVReader.Field], nearOnly isNearOnly: Bool = false
  ) throws(Failure) -> CSVReader.Row? {
    while true {
      let (start, line) = (reader.position, reader.line)
      do throws(CSVFault) {
        if let row = try reader.next(&fields) { return row }
        if hasAll { return nil }
      } catch {
        // The quote may close in what was not read yet.
        guard error.kind == .unclosedQuote, !hasAll,
          reader.bytes.count - start < CSVStream.longestRow
        else { throw .malformed(error) }
      }
      if isNearOnly {
        reader.move(to: start..<reader.end, line: line)
        return nil
      }
      try refill(from: start, line: line)
    }
  }

  /// Reads on, keeping what lies behind a place.
  private mutating func refill(from start: Int, line: Int) throws(Failure) {
    guard let file else { return }
    let rest = reader.bytes[start...]
    let bytes: [UInt8]
    do {
      bytes = try CSVStream.fill(rest, from: file.descriptor, path, system, &hasAll)
    } catch {
      throw .file(error)
    }
    offset += start
    let limit = CSVStream.limit(bytes, hasAll)
    reader = CSVReader(bytes, separator: separator)
    guard limit > 0 || bytes.count < CSVStream.longestRow else {
      // What follows cannot be told from the inside of this row.
      hasAll = true
      reader.move(to: 0..<0, line: line)
      throw .malformed(CSVFault(kind: .rowTooLong, line: line, column: 1, offset: 0))
    }
    reader.move(to: 0..<limit, line: line)
  }

  /// Bytes that are there already, with the next piece of the file behind them.
  private static func fill(
    _ rest: ArraySlice<UInt8>, from file: FileDescriptor, _ path: FilePath, _ system: FileSystem,
    _ hasAll: inout Bool
  ) throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: rest.count + piece)
    var count = rest.count
    bytes.replaceSubrange(..<count, with: rest)
    while count < bytes.count {
      let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(FileFailure) in
        let free = UnsafeMutableRawBufferPointer(
          UnsafeMutableBufferPointer(rebasing: buffer[count...]))
        return try system.call(.read, path) { () throws(Errno) in
          try system.calls.read(file, free)
        }
      }
      guard got > 0 else {
        hasAll = true
        bytes.removeLast(bytes.count - count)
        break
      }
      count += got
    }
    return bytes
  }

  /// How many bytes hold whole lines; all of them at the end of the file.
  private static func limit(_ bytes: [UInt8], _ hasAll: Bool) -> Int {
    if hasAll { return bytes.count }
    return bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}
