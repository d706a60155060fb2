internal import CivilCalendar

/// What only a whole table tells about its columns.
///
/// It is gathered while the rows are gone through for their faults; where it makes a fault of a row that
/// was sound without it, they are gone through again.
struct ImportFacts: Equatable {
  /// A cell that shows how a program turned round the dates of its column.
  struct Proof: Equatable {
    let text: String
    let line: Int
  }

  /// A cell with the number that a spreadsheet keeps for a day.
  struct SpreadsheetDay: Equatable {
    let text: String
    let date: CivilDate
  }

  /// Whether a row names its unit.
  var hasUnits = false
  /// Whether a row does not.
  var hasBlankUnits = false
  /// For `tanggal` and `diterima`: a date that only makes sense with the month first.
  var monthFirst: [ImportColumn: Proof] = [:]
  /// Those of the two columns that have dates in numbers which could be read day first.
  var dayFirst: Set<ImportColumn> = []
  /// The lines of rows that add up others.
  var totalLines: [Int] = []
  /// The lines of rows whose report is not in.
  var notYetLines: [Int] = []
  /// Whether one of them says so in words.
  var notYetWords = false
  /// The lines of rows with the day number of a spreadsheet.
  var spreadsheetLines: [Int] = []
  /// The first such number.
  var spreadsheetDay: SpreadsheetDay?

  /// Whether a blank unit is one that a merged cell left blank: other rows have one.
  var blankUnitIsFault: Bool { hasUnits && hasBlankUnits }

  /// Whether rows that were sound are faulty by what all of them show.
  func condemnsMore(than known: ImportFacts) -> Bool {
    blankUnitIsFault && !known.blankUnitIsFault
      || dayFirst.contains { monthFirst[$0] != nil && known.monthFirst[$0] == nil }
  }
}
