internal import CivilCalendar
internal import DurableFiles
internal import Workspace

/// The sound rows of a table, some thirty bytes each, by which they are written without reading them a second time:
/// to find the fields of a row and what it speaks of takes most of the time of an import.
struct KeptRows {
  /// A row; of its note where it lies in the file.
  private struct Kept {
    let note: Int
    let noteLength: UInt32
    let target: UInt32
    let line: UInt32
    let date: CivilDate
    let received: CivilDate
    /// The place of its mark among ``marks``.
    let mark: UInt8
    let isLate: Bool
    /// Whether it has to be admitted again, beside all other rows of the table.
    let isOpen: Bool
  }

  /// As many rows as are written at a time.
  private var blocks: [[Kept]] = []
  private var marks: [String?] = []
  /// The file; `nil` for a sheet, which is in memory.
  private let file: OpenedFile?
  /// Bytes of the file from a place on.
  private var window: (start: Int, bytes: [UInt8]) = (0, [])
  private var next = 0
  /// Whether every row is kept: none has a text that stands in the file otherwise than it is written.
  private(set) var isWhole: Bool

  /// The rows of a block.
  private static let blockSize = 1024
  /// Bytes that are read at once.
  private static let piece = 1 << 18

  /// Keeps nothing yet.
  ///
  /// - Parameter file: The table; `nil` where no row is kept.
  init(of file: OpenedFile?) {
    self.file = file
    isWhole = file != nil
  }

  /// Keeps a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - start: Where the bytes begin in the file in which its note lies.
  ///   - isOpen: Whether other rows of the table bear on it.
  mutating func add(_ row: ImportReader.Row, in start: Int, isOpen: Bool) {
    guard isWhole else { return }
    guard !row.note.isUnquoted, row.reason.range.isEmpty, let mark = place(of: row.reasonMark),
      let length = UInt32(exactly: row.note.range.count),
      let target = UInt32(exactly: row.target), let line = UInt32(exactly: row.line)
    else {
      isWhole = false
      blocks = []
      return
    }
    if blocks.last.map({ $0.count == KeptRows.blockSize }) ?? true {
      blocks.append([])
      blocks[blocks.count - 1].reserveCapacity(KeptRows.blockSize)
    }
    blocks[blocks.count - 1].append(
      Kept(
        note: start + row.note.range.lowerBound, noteLength: length, target: target, line: line,
        date: row.date, received: row.received, mark: mark, isLate: row.isLate, isOpen: isOpen))
  }

  private mutating func place(of mark: String?) -> UInt8? {
    if let known = marks.firstIndex(of: mark) { return UInt8(exactly: known) }
    marks.append(mark)
    return UInt8(exactly: marks.count - 1)
  }

  /// The next rows with the bytes of their notes; `nil` at the end.
  ///
  /// - Parameter admit: How a row is taken that others of the table bear on, by its target and its dates.
  /// - Returns: The rows, with what an import reads of a row.
  /// - Throws: A failure of the file system.
  mutating func nextRows(
    admitting admit: (Int, CivilDate, CivilDate) -> (mark: String?, isLate: Bool)
  ) throws -> ImportReader.Batch? {
    guard next < blocks.count, let file else { return nil }
    let block = blocks[next]
    // Written rows are needed no more.
    blocks[next] = []
    next += 1
    // A row without a note has none anywhere.
    let notes = block.lazy.filter { $0.noteLength > 0 }
    let start = notes.first?.note ?? window.start
    let end = notes.map { $0.note + Int($0.noteLength) }.max() ?? start
    try fill(start..<end, from: file)
    let rows = block.map { kept in
      let told =
        kept.isOpen
        ? admit(Int(kept.target), kept.date, kept.received)
        : (mark: marks[Int(kept.mark)], isLate: kept.isLate)
      let note =
        kept.noteLength == 0
        ? 0..<0 : (kept.note - window.start)..<(kept.note - window.start + Int(kept.noteLength))
      return ImportReader.Row(
        line: Int(kept.line), target: Int(kept.target), date: kept.date, received: kept.received,
        reasonMark: told.mark, isLate: told.isLate,
        note: ImportReader.Text(range: note, isUnquoted: false),
        reason: ImportReader.Text(range: 0..<0, isUnquoted: false))
    }
    return ImportReader.Batch(rows: rows, bytes: window.bytes, unquoted: [])
  }

  /// Reads on until the window holds a range of the file, and forgets what lies before it.
  private mutating func fill(_ range: Range<Int>, from file: OpenedFile) throws {
    var bytes = Array(window.bytes.dropFirst(max(range.lowerBound - window.start, 0)))
    var start = window.start + window.bytes.count - bytes.count
    while start + bytes.count < range.upperBound {
      let count = bytes.count
      var got = 0
      bytes += repeatElement(0, count: KeptRows.piece)
      try bytes.withUnsafeMutableBytes { buffer in
        got = try file.next(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
      bytes.removeLast(KeptRows.piece - got)
      guard got > 0 else { break }
      // What lies before the first row is passed over.
      let passed = min(max(range.lowerBound - start, 0), bytes.count)
      bytes.removeFirst(passed)
      start += passed
    }
    guard start + bytes.count >= range.upperBound else { throw WorkspaceFailure.changed(file.path) }
    window = (start, bytes)
  }
}
