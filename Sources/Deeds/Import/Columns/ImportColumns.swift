internal import ComplianceModel
internal import DurableFiles
internal import PlainText

/// The columns of a table that is taken in: which field of a row means what.
struct ImportColumns {
  /// What is wrong with a header.
  enum Fault {
    case missing([ImportColumn])
    /// Two columns mean the same; the second heading.
    case twice(ImportColumn, String)
    /// It is no row of comma-separated values.
    case malformed(CSVFault.Kind)
    /// A heading that nothing is known of; what it most likely means, where anybody could say.
    case unknown(String, nearest: TableColumn?)
    /// A heading whose column says what a row means, so that it cannot be passed over unread.
    case meaningful(String)
    /// The header of a ledger, whose rows are more than submissions.
    case ledger
    /// A column is to be passed over that is read, or is not there.
    case notIgnorable(String, isThere: Bool)
    /// The user says what a heading means that is not there.
    case notThere(String)
  }

  /// The byte between fields.
  let separator: UInt8
  /// The headings, with what each is taken for.
  let named: [TableHeadings.Heading]
  /// The headings that are passed over with their fields, since they change nothing.
  let ignored: [String]
  /// The places of columns without a heading, which must be empty.
  let unheaded: [Int]
  /// What is wrong with the header, with columns of its line.
  let faults: [(fault: Fault, column: Int)]
  /// The number of fields of a row.
  let count: Int
  /// Whether the table is a sheet, whose rows are as wide as they are filled.
  let isOfSheet: Bool
  /// What the column of parts of the year has.
  let yearPart: YearPart
  private var places: [Int]

  /// The place of a column in a row; `nil` where the table has no such column.
  subscript(column: ImportColumn) -> Int? {
    let place = places[column.rawValue]
    return place < 0 ? nil : place
  }

  /// Whether a column that every table needs is missing.
  var lackColumns: Bool {
    faults.contains { if case .missing = $0.fault { true } else { false } }
  }

  /// Whether the table has a column that names the unit of a row.
  var nameUnits: Bool { [.unit, .unitName, .kecamatan].contains { self[$0] != nil } }

  /// Whether rows can be more than submissions without evidence, so that they depend on those before
  /// them.
  var haveDeeds: Bool { [.event, .value, .evidence].contains { self[$0] != nil } }

  /// Reads the row of the headings.
  ///
  /// - Parameters:
  ///   - fields: Its fields, as far as they can be read.
  ///   - reader: What they lie in.
  ///   - separator: The byte between fields.
  ///   - malformed: What keeps it from being a row.
  ///   - said: What people say of the headings.
  ///   - hasPeriods: Whether rows have their period beside the report, in one cell.
  ///   - isOfSheet: Whether the table is a sheet.
  init(
    _ fields: [CSVReader.Field], in reader: CSVReader, separator: UInt8,
    malformed: CSVFault.Kind?, _ said: ImportHeading.Said, periodsInReports hasPeriods: Bool,
    ofSheet isOfSheet: Bool = false
  ) {
    self.isOfSheet = isOfSheet
    self.separator = separator
    var faults: [(fault: Fault, column: Int)] = []
    if let malformed { faults.append((.malformed(malformed), 1)) }
    let headings = fields.map { reader.text($0).trimmingBlanks }
    var places = ImportColumn.allCases.map { _ in -1 }
    var ignored: [String] = []
    var unheaded: [Int] = []
    var yearPart = YearPart.quarter
    var named: [TableHeadings.Heading] = []
    for (place, heading) in headings.enumerated() {
      let column = isOfSheet ? place + 1 : reader.column(of: fields[place].range.lowerBound)
      switch ImportHeading(heading, said) {
      case .column(let meaning, let part):
        if places[meaning.rawValue] >= 0 { faults.append((.twice(meaning, heading), column)) }
        places[meaning.rawValue] = place
        if let part { yearPart = part }
      case .none: unheaded.append(place)
      case .harmless, .passedOver: ignored.append(heading)
      case .fault(let fault): faults.append((fault, column))
      }
      named.append(TableHeadings.Heading(heading, at: column, ImportHeading(heading, said)))
    }
    let known = places.count { $0 >= 0 }
    var needed: [ImportColumn] = [.date]
    if places[ImportColumn.event.rawValue] < 0 {
      needed.insert(.report, at: 0)
      let hasPart = places[ImportColumn.part.rawValue] >= 0
      if !hasPeriods, !hasPart { needed.insert(.period, at: 1) }
    }
    let missing = needed.filter { places[$0.rawValue] < 0 }
    if !missing.isEmpty { faults.insert((.missing(missing), 1), at: 0) }
    faults += ImportHeading.faults(of: said, among: headings).map { ($0, 1) }
    // Of a line that heads nothing the first fault says enough.
    if known == 0 { faults = Array(faults.prefix(1)) }
    if ImportHeading.areOfLedger(headings) { faults = [(.ledger, 1)] }
    self.places = places
    self.named = named
    self.ignored = ignored
    self.unheaded = unheaded
    self.yearPart = yearPart
    self.faults = faults
    count = fields.count
  }
}
