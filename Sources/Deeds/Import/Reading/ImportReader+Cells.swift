internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import Workspace

/// The cells of the row that is looked at.
extension ImportReader {
  /// The columns whose cells are often merged with those below.
  private static let merged: [ImportColumn] = [.unit, .unitName, .report, .period]

  /// The content of a column without blanks around it, or what fills it; nothing where the table has
  /// no such column.
  func content(_ column: ImportColumn) -> ArraySlice<UInt8> {
    let own = ownContent(column)
    guard own.isEmpty, filled.indices.contains(column.rawValue) else { return own }
    return filled[column.rawValue][...]
  }

  private func ownContent(_ column: ImportColumn) -> ArraySlice<UInt8> {
    guard let place = columns[column], place < fields.count else { return [] }
    return stream.reader.content(fields[place]).trimmed
  }

  /// Whether the row that was read says something; a fault may be told of it.
  ///
  /// A row without any content, or one that adds up others, is passed over.
  mutating func isRow(_ range: Range<Int>) -> Bool {
    guard fields.count == columns.count || isCountForgiven else {
      above = []
      report(ImportSentence.fieldCount(fields.count, expected: columns.count), column: 1)
      return false
    }
    if isBlank {
      // What stands above an empty line belongs to another block of the table.
      above = []
      return false
    }
    if isTotal {
      facts.totalLines.append(line)
      return false
    }
    fillDown()
    reportUnheaded()
    return !reportFormulaErrors()
  }

  /// Whether nothing that is read stands in the row: a number alone says nothing.
  private var isBlank: Bool {
    ImportColumn.allCases.allSatisfy { ownContent($0).isEmpty }
      && unheaded.allSatisfy { stream.reader.content(fields[$0]).trimmed.isEmpty }
  }

  /// The places of the row's fields that have no heading above them.
  var unheaded: [Int] {
    columns.unheaded.filter { $0 < fields.count } + fields.indices.dropFirst(columns.count)
  }

  /// Whether the row adds up others: its first cell says so, and it has no date.
  private var isTotal: Bool {
    guard
      let first = fields.first(where: { !stream.reader.content($0).trimmed.isEmpty }),
      first.range.count <= 40
    else { return false }
    let word = ImportHeading.folded(stream.reader.text(first))
    return ImportReader.totalWords.contains(word) && WrittenDate(ownContent(.date)) == nil
  }

  private static let totalWords: Set = [
    "jumlah", "total", "subtotal", "grandtotal", "jumlahtotal", "totaljumlah", "jumlahseluruhnya",
    "jumlahkeseluruhan", "totalkeseluruhan",
  ]

  /// Whether the row says of a report that it is not in: its date is blank, a dash, or `belum`.
  var isNotYet: Bool {
    mutating get {
      guard columns[.date] != nil, ImportReader.saysNotYet(content(.date)),
        !content(.report).isEmpty
      else { return false }
      facts.notYetLines.append(line)
      if !content(.date).isEmpty { facts.notYetWords = true }
      return true
    }
  }

  /// Whether a cell says that there is nothing yet: a blank, dashes, or words that begin with `belum`.
  static func saysNotYet(_ cell: ArraySlice<UInt8>) -> Bool {
    if isVoid(cell) { return true }
    guard cell.count <= 40, !cell.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    return ImportHeading.folded(String(decoding: cell, as: UTF8.self)).hasPrefix("belum")
  }

  /// Whether a cell is blank, or dashes stand in it for nothing.
  static func isVoid(_ cell: ArraySlice<UInt8>) -> Bool {
    if cell.isEmpty { return true }
    guard cell.count <= 16, let text = String(validating: cell, as: UTF8.self) else { return false }
    return text.allSatisfy { "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212} ".contains($0) }
  }

  /// Whether the fields that are too many, or the columns that a short row lacks, say nothing.
  var isCountForgiven: Bool {
    // The rows of a sheet end where their content does; what lies behind the headings is told by its cell.
    if columns.isOfSheet { return true }
    if fields.count > columns.count {
      return fields[columns.count...].allSatisfy { stream.reader.content($0).trimmed.isEmpty }
    }
    return fields.count == 1 && fields[0].range.isEmpty
  }

  /// Fills the blanks of merged cells from the row above, where that was asked for.
  mutating func fillDown() {
    guard rules.fillsDown || rules.fillsDates else { return }
    filled = ImportColumn.allCases.map { _ in [] }
    var columns = rules.fillsDown ? ImportReader.merged : []
    if rules.fillsDates { columns.append(.date) }
    // A row with a name and no code has its unit: the code above is another's.
    let hasUnit = ![.unit, .unitName].allSatisfy { ownContent($0).isEmpty }
    for column in columns
    where ownContent(column).isEmpty && above.indices.contains(column.rawValue) {
      if hasUnit, column == .unit || column == .unitName { continue }
      filled[column.rawValue] = above[column.rawValue]
    }
    above = ImportColumn.allCases.map { Array(content($0)) }
  }

  /// A date of the row; `nil` after a fault was told.
  mutating func date(_ column: ImportColumn, or given: CivilDate?) -> CivilDate? {
    let bytes = content(column)
    if bytes.isEmpty || given != nil && ImportReader.saysNotYet(bytes) {
      if given == nil, column == .date { report(missing: column) }
      return given
    }
    if let date = CivilDate(iso: bytes) ?? dayOfMoment(bytes) { return date }
    let text = String(decoding: bytes.prefix(40), as: UTF8.self)
    if let date = spreadsheetDay(bytes) {
      facts.spreadsheetLines.append(line)
      if facts.spreadsheetDay == nil {
        facts.spreadsheetDay = ImportFacts.SpreadsheetDay(text: text, date: date)
      }
      return date
    }
    guard let written = WrittenDate(bytes), written.order != .monthFirst else {
      if WrittenDate(bytes) != nil, facts.monthFirst[column] == nil {
        facts.monthFirst[column] = ImportFacts.Proof(text: text, line: line)
      }
      report(ImportSentence.date(column, text), of: column)
      return nil
    }
    guard written.order != .certain else { return written.date }
    facts.dayFirst.insert(column)
    if let proof = rules.facts.monthFirst[column] {
      report(ImportSentence.doubtfulDate(column, text, proof: proof), of: column)
      return nil
    }
    return written.date
  }

  /// The day of a number of five digits that a spreadsheet left in place of a date; `nil` where it is no
  /// day from the year 2000 to a year from today.
  private func spreadsheetDay(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    guard bytes.count == 5, let number = Int(String(decoding: bytes, as: UTF8.self)),
      let date = CivilDate(spreadsheetDay: number, countedFrom1904: rules.countsFrom1904),
      date.year >= 2000,
      date <= rules.today.adding(days: 366)
    else { return nil }
    return date
  }

  /// The day of a cell that a sheet keeps as a day with the time: `2026-03-31 14:05:00`.
  private func dayOfMoment(_ bytes: ArraySlice<UInt8>) -> CivilDate? {
    guard columns.isOfSheet, bytes.count == 19, bytes.dropFirst(10).first == UInt8(ascii: " ")
    else { return nil }
    return CivilDate(iso: bytes.prefix(10))
  }

  // MARK: - What a row speaks of

  /// The target of a row, or `nil` after its faults were told.
  mutating func target(_ resolver: inout ImportResolver) throws -> Int? {
    guard putKey() else { return nil }
    guard isUnitKnown else {
      let texts = resolver.texts(key)
      report(resolver.faultsAnywhere(report: texts[1], period: texts[2]))
      return nil
    }
    do {
      let place = try resolver.target(key)
      return isFaulty ? nil : place
    } catch let faults as ImportFaults {
      report(faults)
      return nil
    }
  }

  /// Tells the faults of what a row speaks of.
  mutating func report(_ faults: ImportFaults) {
    for fault in faults.faults {
      let isOfName = fault.column == .unit && content(.unit).isEmpty
      report(fault.sentence, of: isOfName ? unitColumn : fault.column, cause: fault.cause)
    }
  }

  /// Gathers what a row speaks of, and reports what is blank.
  ///
  /// - Returns: Whether it can be looked up; what is blank is then none of its faults.
  mutating func putKey(isObligation: Bool = true) -> Bool {
    let code = content(.unit)
    let name = content(.unitName)
    isUnitKnown = checkUnit(
      isGiven: !code.isEmpty || !name.isEmpty || !content(.kecamatan).isEmpty)
    key.removeAll(keepingCapacity: true)
    var isText = true
    func put(_ text: ArraySlice<UInt8>, of column: ImportColumn) {
      if let fault = ImportSentence.textFault(text) {
        report(fault, of: column)
        isText = false
      }
      key += text
      key.append(0)
    }
    // Of a code and a name beside it the code comes first, and the name is held against it.
    put(code.isEmpty ? name : code, of: code.isEmpty ? .unitName : .unit)
    let word = content(.report)
    if word.isEmpty, isObligation { report(missing: .report) }
    put(word, of: .report)
    let period = periodText
    if period.isEmpty, isObligation,
      PeriodCell(behind: String(decoding: word, as: UTF8.self)) == nil
    {
      report(missing: .period)
    }
    put(period, of: .period)
    put(code.isEmpty ? [] : name, of: .unitName)
    put(content(.kecamatan), of: .kecamatan)
    return isText
  }

  /// The period, from its one cell or its two.
  private var periodText: ArraySlice<UInt8> {
    let period = content(.period)
    guard columns[.part] != nil else { return period }
    let part = content(.part)
    guard !part.isEmpty, String(validating: part, as: UTF8.self) != nil else { return period }
    return Array(
      PeriodCell.joined(
        String(decoding: part, as: UTF8.self), String(decoding: period, as: UTF8.self),
        columns.yearPart
      ).utf8)[...]
  }
}
