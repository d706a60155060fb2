internal import CivilCalendar
public import ComplianceModel
internal import DurableFiles

extension RegionTable {
  /// Reads a table as an office or a spreadsheet writes it.
  ///
  /// - Parameters:
  ///   - bytes: The text of the file: UTF-8, with or without a byte order mark, with commas, semicolons
  ///     or tabs. The first line names the columns, in any order: `kode` and `nama`, and where the office
  ///     wishes `sejak`, `sampai` and `dahulu`; others are passed over.
  ///   - file: The file as it is named to the user.
  /// - Returns: The table, `nil` where it cannot be relied on, and every fault found.
  public static func read(
    _ bytes: [UInt8], file: String
  ) -> (table: RegionTable?, findings: [Finding]) {
    var reader = RegionTableReader(file: file)
    let table = reader.read(bytes)
    return (reader.findings.isEmpty ? table : nil, reader.findings.bounded)
  }
}

/// One pass over the lines of a table of regions.
private struct RegionTableReader {
  let file: String
  /// The faults found so far, in order.
  private(set) var findings: [Finding] = []
  private var entries: [RegionTable.Entry] = []

  init(file: String) { self.file = file }

  private mutating func report(_ sentence: RegionSentence, line: Int, column: Int = 1) {
    let place = SourcePlace(file: file, line: line, column: column)
    findings.append(Finding(sentence.problem, at: place, sentence.what, fix: sentence.remedy))
  }

  mutating func read(_ bytes: [UInt8]) -> RegionTable? {
    guard !CSVReader.isUTF16(bytes) else {
      report(.utf16, line: 1)
      return nil
    }
    let mark = CSVReader.byteOrderMark
    let text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    let columns = RegionColumns(text)
    var reader = CSVReader(text, separator: columns.separator)
    var fields: [CSVReader.Field] = []
    let header = try? reader.next(&fields)
    guard let header, checkHeader(columns, fields, header) else {
      if findings.isEmpty { report(.header, line: 1) }
      return nil
    }
    var isAtEnd = false
    while !isAtEnd {
      do {
        guard let row = try reader.next(&fields) else {
          isAtEnd = true
          continue
        }
        read(fields, reader, columns, row)
      } catch {
        report(.row, line: error.line, column: error.column)
      }
    }
    for found in RegionTable.Entry.disagreements(entries) {
      report(found.sentence, line: found.line)
    }
    findings.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
    guard findings.isEmpty else { return nil }
    return RegionTable(entries, unreadHeadings: columns.unread)
  }

  private mutating func checkHeader(
    _ columns: RegionColumns, _ fields: [CSVReader.Field], _ row: CSVReader.Row
  ) -> Bool {
    func column(_ place: Int) -> Int { fields[place].range.lowerBound - row.range.lowerBound + 1 }
    for fault in columns.faults {
      switch fault {
      case .missing:
        report(.header, line: row.line)
        return false
      case .twice(let meaning, let place):
        report(.common(.repeatedColumn(meaning.name)), line: row.line, column: column(place))
      case .misspelt(let heading, let meaning, let place):
        report(
          .common(.unknownHeading(heading, nearest: meaning.name)), line: row.line,
          column: column(place))
      case .meaningful(let heading, let place):
        report(.columnOfWorth(heading), line: row.line, column: column(place))
      }
    }
    return true
  }

  private mutating func read(
    _ fields: [CSVReader.Field], _ reader: CSVReader, _ columns: RegionColumns, _ row: CSVReader.Row
  ) {
    let cells = fields.map { RegionColumns.cell(reader.content($0)) }
    // A spreadsheet writes the empty lines of its sheet too.
    guard cells.contains(where: { $0 != "" }) else { return }
    func column(_ place: Int) -> Int {
      place < fields.count ? fields[place].range.lowerBound - row.range.lowerBound + 1 : 1
    }
    guard let codePlace = columns[.code], let namePlace = columns[.name],
      max(codePlace, namePlace) < cells.count, let codeText = cells[codePlace],
      let name = cells[namePlace], !cells.dropFirst(columns.count).contains(where: { $0 != "" })
    else {
      report(.row, line: row.line)
      return
    }
    let code = RegionCode(written: codeText)
    if code == nil {
      let sentence: RegionSentence =
        RegionTableReader.isMangled(codeText) ? .codeAsNumber(codeText) : .row
      report(sentence, line: row.line, column: column(codePlace))
    }
    if let code, code.level == .village, !code.isDesa, !code.isKelurahan {
      report(.noVillage("\(code)"), line: row.line, column: column(codePlace))
    }
    if name.isEmpty {
      report(.nameEmpty(code.map { "\($0)" } ?? codeText), line: row.line)
    }
    if name.hasControlCharacter { report(.common(.controlCharacter), line: row.line) }
    func cell(_ meaning: RegionColumns.Column) -> (text: String, column: Int)? {
      guard let place = columns[meaning], place < cells.count, let text = cells[place],
        !text.isEmpty
      else { return nil }
      return (text, column(place))
    }
    let since = date(cell(.since), line: row.line)
    let through = date(cell(.through), line: row.line)
    let former = codes(cell(.former), line: row.line)
    guard let code else { return }
    entries.append(
      RegionTable.Entry(
        code: code, name: name, since: since, through: through, formerCodes: former,
        line: row.line))
  }

  private mutating func date(_ cell: (text: String, column: Int)?, line: Int) -> CivilDate? {
    guard let cell else { return nil }
    guard let date = CivilDate(written: Array(cell.text.utf8)[...]) else {
      report(.common(.noSuchDate(cell.text)), line: line, column: cell.column)
      return nil
    }
    return date
  }

  private mutating func codes(
    _ cell: (text: String, column: Int)?, line: Int
  ) -> [RegionCode] {
    guard let cell else { return [] }
    // One code may itself be written with blanks.
    if let code = RegionCode(written: cell.text) { return [code] }
    if cell.text.lowercased().contains("e"), RegionTableReader.isMangled(cell.text) {
      report(.codeAsNumber(cell.text), line: line, column: cell.column)
      return []
    }
    let words = cell.text.split { " ,;+/".contains($0) }
    var codes: [RegionCode] = []
    for word in words {
      guard let code = RegionCode(written: word) else {
        let isNumber = RegionTableReader.isMangled(String(word))
        let sentence: RegionSentence =
          isNumber ? .codeAsNumber(String(word)) : .common(.noSuchRegionCode(String(word)))
        report(sentence, line: line, column: cell.column)
        continue
      }
      codes.append(code)
    }
    return codes
  }

  /// Whether a spreadsheet took a code for a number: `6,30512E+09`, `63,05`, `63.1` for 63.10,
  /// `6305122001,00`.
  private static func isMangled(_ text: String) -> Bool {
    let digits = text.filter(\.isNumber).count
    let others = text.filter { !$0.isNumber }
    let isScientific = others.lowercased().contains("e")
    let marks: Set<Character> = ["E", "e", "+", ",", "."]
    guard digits > 0, others.allSatisfy(marks.contains) else { return false }
    if isScientific { return true }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return others.contains(",") || parts.count == 2 && parts[1].count <= 2
  }
}
