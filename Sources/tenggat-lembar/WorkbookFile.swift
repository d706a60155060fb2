internal import CLinux
internal import CXlsxWriter
internal import Glibc
internal import Spreadsheets
internal import SystemPackage

/// A workbook as an Office Open XML file (ECMA-376), made by libxlsxwriter.
///
/// The same workbook gives the same bytes: the library writes neither the clock nor the machine, and the
/// moment of making comes from the workbook.
enum WorkbookFile {
  /// The error for a workbook that the library did not make.
  struct Failure: Error {
    /// What the library, or the system, says.
    let reason: String
  }

  /// What stands at the end of the archive as its comment, by which the file is known again as ours; a
  /// program that saves it again leaves it out.
  ///
  /// Source: PKWARE's APPNOTE.TXT 4.3.16, the end of the central directory: the last two bytes before the comment are
  /// its length.
  private static let mark = Array(Workbook.mark.utf8)

  /// The bytes of the file.
  ///
  /// - Throws: ``Failure``; an `Errno` where there is no memory for it.
  static func bytes(of workbook: Workbook) throws -> [UInt8] {
    // The library writes to a path; this one leads to a file in memory.
    let number = memfd_create("tenggat-lembar", 0)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    let file = FileDescriptor(rawValue: number)
    return try file.closeAfter {
      try write(workbook, to: "/proc/self/fd/\(number)")
      return marked(try contents(of: file))
    }
  }

  private static func write(_ workbook: Workbook, to path: String) throws(Failure) {
    var options = lxw_workbook_options()
    guard let book = workbook_new_opt(path, &options) else {
      throw Failure(reason: "memori tidak cukup")
    }
    var styles = FormatShelf(book)
    let faults = workbook.sheets.map { sheet in SheetWriter.write(sheet, to: book, &styles) }
    workbook.title.withCString { title in
      // The structure wants pointers that may be written to, and copies what they hold.
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = time_t(workbook.created)
      _ = workbook_set_properties(book, &properties)
    }
    // It frees the book in any case.
    let closing = workbook_close(book)
    let fault = faults.first { $0 != LXW_NO_ERROR } ?? closing
    guard fault == LXW_NO_ERROR else {
      throw Failure(reason: String(cString: lxw_strerror(fault)))
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
