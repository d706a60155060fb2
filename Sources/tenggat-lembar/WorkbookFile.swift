internal import CLinux
internal import CXlsxWriter
internal import Glibc
internal import Spreadsheets
internal import SystemPackage

/// A workbook that becomes an Office Open XML file (ECMA-376) part by part, made by libxlsxwriter.
///
/// The same workbook gives the same bytes: the library writes neither the clock nor the machine, and the
/// moment of making comes from the workbook.
struct WorkbookFile: ~Copyable {
  /// The error for a workbook that the library did not make.
  struct Failure: Error {
    /// What the library, or the system, says.
    let reason: String

    /// There is no memory for it.
    static let noMemory = Failure(reason: "memori tidak cukup")
  }

  /// What stands at the end of the archive as its comment, by which the file is known again as ours; a
  /// program that saves it again leaves it out.
  ///
  /// Source: PKWARE's APPNOTE.TXT 4.3.16, the end of the central directory: the last two bytes before the comment are
  /// its length.
  private static let mark = Array(Workbook.mark.utf8)

  /// The file, which is in memory and has no name.
  private let file: FileDescriptor
  /// What the library makes of it; gone with the process, unless it is closed.
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [UnsafeMutablePointer<lxw_format>?] = []
  private var sheet: SheetWriter?

  /// Begins a workbook without sheets.
  ///
  /// - Throws: ``Failure``; an `Errno` where there is no memory for it.
  static func begin() throws -> WorkbookFile {
    let number = memfd_create("tenggat-lembar", 0)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    var options = lxw_workbook_options()
    // Each row is written out as soon as the next one begins, and not all of them in the end, when there is nothing
    // left to wait for.
    options.constant_memory = 1
    // The library writes to a path.
    guard let book = workbook_new_opt("/proc/self/fd/\(number)", &options) else {
      throw Failure.noMemory
    }
    return WorkbookFile(file: FileDescriptor(rawValue: number), book: book)
  }

  private init(file: FileDescriptor, book: UnsafeMutablePointer<lxw_workbook>) {
    self.file = file
    self.book = book
  }

  /// Adds a part, after those before.
  ///
  /// - Throws: ``Failure``.
  mutating func add(_ part: WorkbookPart) throws(Failure) {
    switch part {
    case .opening(let title, let created): describe(title, created)
    case .style(let style): formats.append(style.format(in: book))
    case .sheet(let head, let styles, let pages):
      sheet = try SheetWriter(head, styles.map { formats[$0] }, pageCount: pages, in: book)
    case .choices(let choices): try sheet?.add(choices)
    case .row(let height): sheet?.beginRow(height: height)
    case .cell(let value, let style, let span):
      try sheet?.add(value, formats[style], span: span)
    case .end: break
    }
  }

  /// The bytes of the file.
  ///
  /// - Throws: ``Failure``; an `Errno` where they cannot be had.
  consuming func bytes() throws -> [UInt8] {
    let file = file
    return try file.closeAfter {
      // It frees the book in any case.
      try WorkbookFile.check(workbook_close(book))
      return WorkbookFile.marked(try WorkbookFile.contents(of: file))
    }
  }

  /// Throws what the library has against something.
  static func check(_ fault: lxw_error) throws(Failure) {
    guard fault != LXW_NO_ERROR else { return }
    throw Failure(reason: String(cString: lxw_strerror(fault)))
  }

  private func describe(_ title: String, _ created: Int) {
    title.withCString { title in
      // The structure wants pointers that may be written to, and copies what they hold.
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(created)
      _ = workbook_set_properties(book, &properties)
    }
  }

  private static func contents(of file: FileDescriptor) throws -> [UInt8] {
    let count = Int(try file.seek(offset: 0, from: .end))
    try file.seek(offset: 0, from: .start)
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBytes { try file.read(fromAbsoluteOffset: 0, into: $0) }
    guard got == count else { throw Errno.ioError }
    return bytes
  }

  private static func marked(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.suffix(2) == [0, 0] else { return bytes }
    return Array(bytes.dropLast(2)) + [UInt8(mark.count), 0] + mark
  }
}
