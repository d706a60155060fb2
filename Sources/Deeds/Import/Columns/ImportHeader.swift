internal import DurableFiles
internal import PlainText

/// The row of a table that has its headings, below whatever title stands above it.
///
/// It is the first row in which enough headings are understood; where there is none, the row in which most
/// are, so that what is wrong with it can be told.
struct ImportHeader {
  /// What the columns mean.
  let columns: ImportColumns
  /// The line on which it begins.
  let line: Int
  /// The lines above it that have text, but for one that names the separator.
  let titleLines: [Int]
  /// Whether enough headings are understood to know it for the row of the headings.
  let isCertain: Bool

  /// Headings that are enough to know a row for that of the headings.
  private static let enough = 3
  /// Rows that are looked at.
  private static let rowCount = 40

  /// Finds the header, with the separator that makes sense of most of it.
  ///
  /// - Parameters:
  ///   - bytes: The beginning of the table, without a byte order mark.
  ///   - said: What people say of its headings.
  ///   - isOfSheet: Whether the table is a sheet, whose separator is known.
  init(_ bytes: [UInt8], _ said: ImportHeading.Said, ofSheet isOfSheet: Bool = false) {
    let named = isOfSheet ? nil : ImportHeader.namedSeparator(bytes)
    let scan =
      isOfSheet
      ? Scan(bytes, separator: UInt8(ascii: ","), said, skipsFirst: false)
      : named.map { Scan(bytes, separator: $0, said, skipsFirst: true) }
        ?? CSVReader.bestReading(
          { Scan(bytes, separator: $0, said, skipsFirst: false) }, by: \.knownCount)
    let header = scan.rows[scan.header]
    columns = ImportColumns(
      header.fields, in: scan.reader, separator: scan.separator, malformed: header.malformed,
      said, periodsInReports: scan.hasPeriodsInReports(said), ofSheet: isOfSheet)
    isCertain = scan.knownCount >= ImportHeader.enough
    line = header.line
    titleLines = scan.rows[..<scan.header].filter { !$0.isBlank && !$0.namesSeparator }.map(\.line)
  }

  /// The separator that a first line `sep=;` names, as spreadsheets write and read it.
  private static func namedSeparator(_ bytes: [UInt8]) -> UInt8? {
    let line = Array(bytes.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D })
    let text = line.filter { $0 != UInt8(ascii: "\"") }
    guard text.count == 5, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep="
    else { return nil }
    return ",;\t|".utf8.contains(text[4]) ? text[4] : nil
  }

  /// The first rows of a table, read with one separator.
  private struct Scan {
    struct Row {
      let fields: [CSVReader.Field]
      let line: Int
      let malformed: CSVFault.Kind?
      let isBlank: Bool
      var namesSeparator = false
    }

    let separator: UInt8
    private(set) var reader: CSVReader
    private(set) var rows: [Row] = []
    /// The place of the header among the rows.
    private(set) var header = 0
    /// How many columns its headings name.
    private(set) var knownCount = 0

    init(_ bytes: [UInt8], separator: UInt8, _ said: ImportHeading.Said, skipsFirst: Bool) {
      self.separator = separator
      reader = CSVReader(bytes, separator: separator)
      var fields: [CSVReader.Field] = []
      while rows.count < ImportHeader.rowCount {
        do throws(CSVFault) {
          guard let row = try reader.next(&fields) else { break }
          add(fields, line: row.line, nil)
        } catch {
          add(fields, line: error.line, error.kind)
        }
        if skipsFirst, rows.count == 1 {
          rows[0].namesSeparator = true
          continue
        }
        guard knownCount < ImportHeader.enough else { continue }
        let known = known(rows[rows.count - 1], said)
        if known > knownCount || rows.count == (skipsFirst ? 2 : 1) {
          (header, knownCount) = (rows.count - 1, known)
        }
      }
      if rows.isEmpty { add([], line: 1, nil) }
    }

    private mutating func add(
      _ fields: [CSVReader.Field], line: Int, _ malformed: CSVFault.Kind?
    ) {
      let isBlank = fields.allSatisfy { reader.content($0).trimmed.isEmpty }
      rows.append(Row(fields: fields, line: line, malformed: malformed, isBlank: isBlank))
    }

    /// How many columns the headings of a row name.
    private func known(_ row: Row, _ said: ImportHeading.Said) -> Int {
      Set(row.fields.compactMap { ImportHeading.column(reader.text($0).trimmingBlanks, said) })
        .count
    }

    /// Whether rows below the header have a period behind the report, in one cell.
    func hasPeriodsInReports(_ said: ImportHeading.Said) -> Bool {
      let place = rows[header].fields.firstIndex {
        ImportHeading.column(reader.text($0).trimmingBlanks, said) == .report
      }
      guard let place else { return false }
      return rows[(header + 1)...].contains { row in
        row.fields.indices.contains(place)
          && PeriodCell(behind: reader.text(row.fields[place])) != nil
      }
    }
  }
}
