/// Writes a workbook as the lines that go to the program that makes files of it, sheet by sheet.
///
/// A line is one record, its fields are separated by tabs; a tab, a line break and a backslash in a text
/// are written with a backslash. A style is written once, before it is first used; it is named by its number, from
/// 0. The last record says that the workbook is whole. Compact, since a kabupaten has a quarter of a million cells.
public struct WorkbookWriter: Sendable {
  /// What the first record begins with.
  static let opening = "tenggat-lembar 3"
  /// The last record.
  static let end = "selesai"

  private var writer = RecordWriter()
  private var styles: [CellStyle] = []

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - title: The title, which the file tells of itself.
  ///   - created: When it is made, in seconds since 1970-01-01T00:00:00Z.
  public init(title: String, created: Int) {
    writer.add(WorkbookWriter.opening)
    writer.add(title)
    writer.add(created)
    writer.endRecord()
  }

  /// Adds a sheet.
  public mutating func add(_ sheet: Sheet) {
    let columnStyles = sheet.columnStyles.map { number(of: $0) }
    writer.add("lembar")
    writer.add(sheet.name)
    writer.add(sheet.paper.rawValue)
    writer.add(sheet.headingRow)
    writer.add(sheet.lastTableRow)
    writer.add(sheet.fixedColumns)
    writer.add(sheet.pageCount)
    writer.add(sheet.widths)
    writer.add(columnStyles)
    writer.endRecord()
    for choice in sheet.choices {
      writer.add("pilihan")
      for field in choice.fields { writer.add(field) }
      writer.endRecord()
    }
    for row in sheet.rows {
      writer.add("baris")
      writer.add(row.height)
      writer.endRecord()
      for cell in row.cells { add(cell) }
    }
  }

  /// Says that the workbook is whole.
  public mutating func finish() {
    writer.add(WorkbookWriter.end)
    writer.endRecord()
  }

  /// What was written since this was last asked for.
  public mutating func take() -> [UInt8] { writer.take() }

  private mutating func add(_ cell: SheetCell) {
    let style = number(of: cell.style)
    func begin(_ kind: String, _ writer: inout RecordWriter) {
      writer.add(kind)
      writer.add(style)
      writer.add(cell.span)
    }
    switch cell.value {
    case .none: begin("kosong", &writer)
    case .text(let text):
      begin("teks", &writer)
      writer.add(text)
    case .whole(let number):
      begin("bulat", &writer)
      writer.add(number)
    case .quotient(let part, let whole):
      begin("bagi", &writer)
      writer.add(part)
      writer.add(whole)
    case .day(let day):
      begin("hari", &writer)
      writer.add(day)
    case .instant(let seconds):
      begin("saat", &writer)
      writer.add(seconds)
    }
    writer.endRecord()
  }

  /// The number of a style, which is written where it is new.
  private mutating func number(of style: CellStyle) -> Int {
    // A workbook has some dozen of them: to look through these takes less than to hash one.
    if let number = styles.firstIndex(of: style) { return number }
    writer.add("gaya")
    writer.add(style.code)
    writer.endRecord()
    styles.append(style)
    return styles.count - 1
  }
}

extension Workbook {
  /// The workbook as lines.
  public var lines: [UInt8] {
    var writer = WorkbookWriter(title: title, created: created)
    for sheet in sheets { writer.add(sheet) }
    writer.finish()
    return writer.take()
  }
}
