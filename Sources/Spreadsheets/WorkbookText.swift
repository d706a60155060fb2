/// A workbook as the lines that go to the program that makes files of it.
///
/// A line is one record, its fields are separated by tabs; a tab, a line break and a backslash in a text
/// are written with a backslash. Compact, since a kabupaten has a quarter of a million cells.
public enum WorkbookText {
  /// The first line.
  private static let opening = "tenggat-lembar 1"

  // MARK: - Writing

  /// The lines of a workbook.
  public static func bytes(of workbook: Workbook) -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ fields: String...) { add(fields) }
    func add(_ fields: [String]) {
      for (place, field) in fields.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: "\t")) }
        RecordField.append(field, to: &bytes)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    add(opening)
    add("buku", workbook.title, "\(workbook.created)")
    for sheet in workbook.sheets {
      add(
        "lembar", sheet.name, sheet.paper.rawValue, sheet.headingRow.map { "\($0)" } ?? "",
        "\(sheet.lastTableRow)", "\(sheet.fixedColumns)",
        sheet.widths.map { "\($0)" }.joined(separator: " "))
      if !sheet.columnStyles.isEmpty {
        add("kolom", sheet.columnStyles.map(\.code).joined(separator: " "))
      }
      for choice in sheet.choices {
        add(
          ["pilihan", "\(choice.column)", "\(choice.firstRow) \(choice.lastRow)"]
            + choice.sourceFields + [choice.title, choice.message])
      }
      for row in sheet.rows {
        add("baris", row.height.map { "\($0)" } ?? "")
        for cell in row.cells {
          let (kind, value) = written(cell.value)
          add(kind, cell.style.code, "\(cell.span)", value)
        }
      }
    }
    return bytes
  }

  private static func written(_ value: SheetCell.Value) -> (kind: String, value: String) {
    switch value {
    case .none: ("kosong", "")
    case .text(let text): ("teks", text)
    case .whole(let number): ("bulat", "\(number)")
    case .quotient(let part, let whole): ("bagi", "\(part)/\(whole)")
    case .day(let day): ("hari", "\(day)")
    case .instant(let seconds): ("saat", "\(seconds)")
    }
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
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 2, lines.last?.isEmpty == true,
      RecordField.fields(of: lines[0]) == [opening]
    else {
      throw Fault(line: 1)
    }
    let head = RecordField.fields(of: lines[1])
    guard head.count == 3, head[0] == "buku", let created = Int(head[2]) else {
      throw Fault(line: 2)
    }
    var workbook = Workbook(title: head[1], created: created, sheets: [])
    // The sheet that is being read is no part of the list, so that its rows are not copied with each cell.
    var sheet: Sheet?
    for (place, line) in lines.enumerated().dropFirst(2).dropLast() {
      let fields = RecordField.fields(of: line)
      guard read(fields, into: &sheet, &workbook) else { throw Fault(line: place + 1) }
    }
    guard let sheet else { throw Fault(line: lines.count) }
    workbook.sheets.append(sheet)
    return workbook
  }

  private static func read(
    _ fields: [String], into sheet: inout Sheet?, _ workbook: inout Workbook
  ) -> Bool {
    switch (fields[0], fields.count) {
    case ("lembar", 7):
      guard let next = Self.sheet(fields) else { return false }
      if let done = sheet { workbook.sheets.append(done) }
      sheet = next
      return true
    case ("kolom", 2):
      let codes = fields[1].split(separator: " ")
      let styles = codes.compactMap { CellStyle(code: $0) }
      guard sheet != nil, styles.count == codes.count else { return false }
      sheet?.columnStyles = styles
      return true
    case ("pilihan", 9):
      guard sheet != nil, let choices = SheetChoices(fields: Array(fields.dropFirst())) else {
        return false
      }
      sheet?.choices.append(choices)
      return true
    case ("baris", 2):
      let height = Int(fields[1])
      guard sheet != nil, height != nil || fields[1].isEmpty else { return false }
      sheet?.rows.append(Sheet.Row([], height: height))
      return true
    case (let kind, 4):
      guard let style = CellStyle(code: fields[1]), let span = Int(fields[2]), span >= 1,
        let value = value(kind, fields[3]), let last = sheet?.rows.indices.last
      else { return false }
      sheet?.rows[last].cells.append(SheetCell(value, style, span: span))
      return true
    default: return false
    }
  }

  private static func sheet(_ fields: [String]) -> Sheet? {
    let widths = fields[6].split(separator: " ").compactMap { Int($0) }
    let heading = Int(fields[3])
    guard let paper = Sheet.Paper(rawValue: fields[2]), heading != nil || fields[3].isEmpty,
      let last = Int(fields[4]), let fixed = Int(fields[5]),
      widths.count == fields[6].split(separator: " ").count
    else { return nil }
    var sheet = Sheet(name: fields[1], paper: paper, widths: widths)
    sheet.headingRow = heading
    sheet.lastTableRow = last
    sheet.fixedColumns = fixed
    return sheet
  }

  private static func value(_ kind: String, _ text: String) -> SheetCell.Value? {
    switch kind {
    case "kosong": return text.isEmpty ? SheetCell.Value.none : nil
    case "teks": return .text(text)
    case "bulat": return Int(text).map(SheetCell.Value.whole)
    case "hari": return Int(text).map(SheetCell.Value.day)
    case "saat": return Int(text).map(SheetCell.Value.instant)
    case "bagi":
      let parts = text.split(separator: "/").compactMap { Int($0) }
      guard parts.count == 2, parts[1] != 0 else { return nil }
      return .quotient(parts[0], parts[1])
    default: return nil
    }
  }
}
