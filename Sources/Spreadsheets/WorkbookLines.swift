/// Reads the lines of a workbook (``WorkbookWriter``) as they come, in pieces that may end anywhere.
public struct WorkbookLines: Sendable {
  /// The error for bytes that are no workbook.
  public struct Fault: Error, Hashable, Sendable {
    /// The first line that cannot be read, from 1.
    public let line: Int

    /// Creates a fault.
    public init(line: Int) { self.line = line }
  }

  /// What was read last.
  private enum Place {
    case start, book, sheet, row, end
  }

  /// The line that is not whole yet.
  private var rest: [UInt8] = []
  private var line = 1
  private var place = Place.start
  private var styleCount = 0

  /// Stands before the first line.
  public init() {}

  /// Reads more bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, after those before.
  ///   - take: Gets each part of the workbook in turn.
  /// - Throws: A ``Fault``; what `take` throws.
  public mutating func read(
    _ bytes: ArraySlice<UInt8>, _ take: (WorkbookPart) throws -> Void
  ) throws {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
      rest += bytes
      return
    }
    var reader = RecordReader(rest + bytes[...end], line: line)
    rest = Array(bytes[(end + 1)...])
    while !reader.isAtEnd {
      guard let kind = reader.text(), let part = part(kind, &reader), reader.endRecord() else {
        throw Fault(line: reader.line)
      }
      try take(part)
    }
    line = reader.line
  }

  /// Says that no more bytes come.
  ///
  /// - Throws: ``Fault`` where the workbook is not whole.
  public func finish() throws(Fault) {
    guard place == .end, rest.isEmpty else { throw Fault(line: line) }
  }

  /// The part that a record tells; `nil` where it cannot be read, or does not belong here.
  private mutating func part(_ kind: String, _ reader: inout RecordReader) -> WorkbookPart? {
    switch (kind, place) {
    case (WorkbookWriter.opening, .start):
      place = .book
      guard let title = reader.text(), let created = reader.number() else { return nil }
      return .opening(title: title, created: created)
    case (_, .start), (_, .end): return nil
    case ("gaya", _):
      styleCount += 1
      return reader.text().flatMap { CellStyle(code: $0) }.map { .style($0) }
    case ("lembar", _):
      place = .sheet
      return sheet(&reader)
    case (_, .book): return nil
    case (WorkbookWriter.end, _):
      place = .end
      return .end
    case ("pilihan", .sheet): return SheetChoices(fields: reader.texts()).map { .choices($0) }
    case ("baris", _):
      place = .row
      return reader.optionalNumber().map { .row(height: $0) }
    case (_, .row):
      guard let style = reader.number(), 0..<styleCount ~= style, let span = reader.number(),
        span >= 1, let value = WorkbookLines.value(kind, &reader)
      else { return nil }
      return .cell(value, style: style, span: span)
    default: return nil
    }
  }

  private func sheet(_ reader: inout RecordReader) -> WorkbookPart? {
    guard let name = reader.text(), let paper = reader.text().flatMap(Sheet.Paper.init(rawValue:)),
      let heading = reader.optionalNumber(), let last = reader.number(),
      let fixed = reader.number(), let pages = reader.optionalNumber(),
      let widths = reader.numbers(), let styles = reader.numbers(),
      styles.allSatisfy({ 0..<styleCount ~= $0 })
    else { return nil }
    var sheet = Sheet(name: name, paper: paper, widths: widths)
    sheet.headingRow = heading
    sheet.lastTableRow = last
    sheet.fixedColumns = fixed
    return .sheet(sheet, columnStyles: styles, pageCount: pages)
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
