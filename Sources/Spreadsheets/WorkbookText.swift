/// A workbook as the lines that go to the program that makes files of it.
///
/// A line is one record, its fields are separated by tabs; a tab, a line break and a backslash in a text
/// are written with a backslash. A style is written once, before its first cell; cells name it by its number, from
/// 0. Compact, since a kabupaten has a quarter of a million cells.
public enum WorkbookText {
  /// The first line.
  private static let opening = "tenggat-lembar 2"

  // MARK: - Writing

  /// The lines of a workbook.
  public static func bytes(of workbook: Workbook) -> [UInt8] {
    var writer = RecordWriter()
    var styles: [CellStyle] = []
    /// The number of a style.
    func number(of style: CellStyle) -> Int {
      // A workbook has some dozen of them: to look through these takes less than to hash one.
      if let number = styles.firstIndex(of: style) { return number }
      writer.add("gaya")
      writer.add(style.code)
      writer.endRecord()
      styles.append(style)
      return styles.count - 1
    }
    writer.add(opening)
    writer.endRecord()
    writer.add("buku")
    writer.add(workbook.title)
    writer.add(workbook.created)
    writer.endRecord()
    for sheet in workbook.sheets {
      write(sheet, to: &writer)
      for style in sheet.columnStyles {
        let number = number(of: style)
        writer.add("kolom")
        writer.add(number)
        writer.endRecord()
      }
      for row in sheet.rows {
        writer.add("baris")
        writer.add(row.height.map { "\($0)" } ?? "")
        writer.endRecord()
        for cell in row.cells {
          let number = number(of: cell.style)
          write(cell, styled: number, to: &writer)
        }
      }
    }
    return writer.bytes
  }

  /// What holds for a sheet as a whole.
  private static func write(_ sheet: Sheet, to writer: inout RecordWriter) {
    writer.add("lembar")
    writer.add(sheet.name)
    writer.add(sheet.paper.rawValue)
    writer.add(sheet.headingRow.map { "\($0)" } ?? "")
    writer.add(sheet.lastTableRow)
    writer.add(sheet.fixedColumns)
    writer.add(sheet.widths.map { "\($0)" }.joined(separator: " "))
    writer.endRecord()
    for choice in sheet.choices {
      writer.add("pilihan")
      for field in choice.fields { writer.add(field) }
      writer.endRecord()
    }
  }

  private static func write(_ cell: SheetCell, styled style: Int, to writer: inout RecordWriter) {
    func begin(_ kind: String) {
      writer.add(kind)
      writer.add(style)
      writer.add(cell.span)
    }
    switch cell.value {
    case .none: begin("kosong")
    case .text(let text):
      begin("teks")
      writer.add(text)
    case .whole(let number):
      begin("bulat")
      writer.add(number)
    case .quotient(let part, let whole):
      begin("bagi")
      writer.add(part)
      writer.add(whole)
    case .day(let day):
      begin("hari")
      writer.add(day)
    case .instant(let seconds):
      begin("saat")
      writer.add(seconds)
    }
    writer.endRecord()
  }

  // MARK: - Reading

  /// The error for bytes that are no workbook.
  public struct Fault: Error, Hashable, Sendable {
    /// The first line that cannot be read, from 1.
    public let line: Int

    /// Creates a fault.
    public init(line: Int) { self.line = line }
  }

  /// The workbook of such lines.
  ///
  /// - Throws: ``Fault``.
  public static func workbook(of bytes: [UInt8]) throws(Fault) -> Workbook {
    var reader = RecordReader(bytes)
    guard reader.text() == opening, reader.endRecord() else { throw Fault(line: 1) }
    guard reader.text() == "buku", let title = reader.text(), let created = reader.number(),
      reader.endRecord()
    else { throw Fault(line: 2) }
    var draft = WorkbookDraft(title: title, created: created)
    while !reader.isAtEnd {
      guard draft.read(&reader), reader.endRecord() else { throw Fault(line: reader.line) }
    }
    guard let workbook = draft.workbook else { throw Fault(line: reader.line) }
    return workbook
  }
}
