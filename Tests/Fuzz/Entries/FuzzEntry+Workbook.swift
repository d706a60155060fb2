internal import CLinux
internal import DurableFiles
internal import Glibc
internal import SpreadsheetFiles
internal import Spreadsheets
internal import SystemPackage
internal import TestSupport

extension FuzzEntry {
  /// The reader of workbooks: bytes as they are, and as the first sheet of a sound archive.
  ///
  /// No fuzzer guesses a checksum; only the packed sheet reaches what lies behind it.
  ///
  /// - Parameter bytes: Anything.
  /// - Throws: ``Broken`` where the reader contradicts itself.
  public static func workbook(_ bytes: [UInt8]) throws {
    try readWorkbook(bytes)
    var workbook = MadeWorkbook.rows("")
    workbook.texts = "<si><t>LPPD</t></si><si><t>63.05.12</t></si>"
    workbook.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    workbook.more = [MadeArchive.Entry("xl/worksheets/sheet1.xml", bytes)]
    try readWorkbook(workbook.bytes)
  }

  /// Reads bytes as a workbook and holds what comes of it against what its readers rely on: a line a row,
  /// no fault of comma-separated values, no line break in a cell.
  ///
  /// - Parameter bytes: Anything.
  /// - Throws: ``Broken`` where the reader contradicts itself.
  public static func readWorkbook(_ bytes: [UInt8]) throws {
    var records: [UInt8] = []
    var lasts = 0
    let number = memfd_create("tenggat-fuzz", 0)
    try hold(number >= 0, "no file in memory")
    let file = FileDescriptor(rawValue: number)
    try file.closeAfter {
      try file.writeAll(bytes)
      WorkbookReader.read(file) { record in
        switch record {
        case .end, .refusal: lasts += 1
        default: break
        }
        records += record.bytes
      }
    }
    try hold(lasts == 1, "\(lasts) last records")
    guard let result = SheetText.content(of: records) else {
      throw Broken(description: "the records are no content")
    }
    guard case .success(let content) = result else { return }
    for sheet in content.sheets {
      var reader = CSVReader(sheet.text)
      var fields: [CSVReader.Field] = []
      var lines = 0
      while let row = try reader.next(&fields) {
        lines += 1
        try hold(row.line == lines, "a row on several lines")
        try hold(row.ending == .lf, "a row that is cut off")
      }
    }
  }
}
