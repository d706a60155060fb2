/// A workbook as far as its lines were read.
struct WorkbookDraft {
  private var whole: Workbook
  /// The sheet that is being read: no part of the list, so that its rows are not copied with each cell.
  private var sheet: Sheet?
  private var styles: [CellStyle] = []

  /// A workbook without sheets.
  init(title: String, created: Int) {
    whole = Workbook(title: title, created: created, sheets: [])
  }

  /// The workbook; `nil` while it has no sheet.
  var workbook: Workbook? {
    guard let sheet else { return nil }
    var workbook = whole
    workbook.sheets.append(sheet)
    return workbook
  }

  /// Takes in a record.
  ///
  /// - Returns: Whether it can be read.
  mutating func read(_ reader: inout RecordReader) -> Bool {
    guard let kind = reader.text() else { return false }
    switch kind {
    case "gaya": return readStyle(&reader)
    case "lembar":
      guard let next = WorkbookDraft.sheet(&reader) else { return false }
      if let sheet { whole.sheets.append(sheet) }
      sheet = next
      return true
    default: return sheet != nil && readPart(kind, &reader)
    }
  }

  private mutating func readStyle(_ reader: inout RecordReader) -> Bool {
    guard let style = reader.text().flatMap({ CellStyle(code: $0) }) else { return false }
    styles.append(style)
    return true
  }

  /// Takes in what belongs to a sheet.
  private mutating func readPart(_ kind: String, _ reader: inout RecordReader) -> Bool {
    switch kind {
    case "kolom":
      guard let style = style(&reader) else { return false }
      sheet?.columnStyles.append(style)
    case "pilihan":
      guard let choices = SheetChoices(fields: reader.texts()) else { return false }
      sheet?.choices.append(choices)
    case "baris":
      guard let text = reader.text() else { return false }
      let height = Int(text)
      guard height != nil || text.isEmpty else { return false }
      sheet?.rows.append(Sheet.Row([], height: height))
    default:
      guard let style = style(&reader), let span = reader.number(), span >= 1,
        let value = WorkbookDraft.value(kind, &reader), let last = sheet?.rows.indices.last
      else { return false }
      sheet?.rows[last].cells.append(SheetCell(value, style, span: span))
    }
    return true
  }

  private func style(_ reader: inout RecordReader) -> CellStyle? {
    guard let number = reader.number(), styles.indices.contains(number) else { return nil }
    return styles[number]
  }

  private static func sheet(_ reader: inout RecordReader) -> Sheet? {
    guard let name = reader.text(), let paper = reader.text().flatMap(Sheet.Paper.init(rawValue:)),
      let headingText = reader.text(), let last = reader.number(), let fixed = reader.number(),
      let widthTexts = reader.text()?.split(separator: " ")
    else { return nil }
    let heading = Int(headingText)
    let widths = widthTexts.compactMap { Int($0) }
    guard heading != nil || headingText.isEmpty, widths.count == widthTexts.count else {
      return nil
    }
    var sheet = Sheet(name: name, paper: paper, widths: widths)
    sheet.headingRow = heading
    sheet.lastTableRow = last
    sheet.fixedColumns = fixed
    return sheet
  }

  private static func value(_ kind: String, _ reader: inout RecordReader) -> SheetCell.Value? {
    switch kind {
    case "kosong": return SheetCell.Value.none
    case "teks": return reader.text().map(SheetCell.Value.text)
    case "bulat": return reader.number().map(SheetCell.Value.whole)
    case "hari": return reader.number().map(SheetCell.Value.day)
    case "saat": return reader.number().map(SheetCell.Value.instant)
    case "bagi":
      guard let part = reader.number(), let whole = reader.number(), whole != 0 else { return nil }
      return .quotient(part, whole)
    default: return nil
    }
  }
}
