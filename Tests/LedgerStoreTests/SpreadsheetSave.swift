import Testing

/// What a spreadsheet makes of a ledger that is opened and saved, by another road than the product's.
struct SpreadsheetSave: CustomTestStringConvertible, Sendable {
  let name: String
  var separator: Character = ","
  var lineEnd = "\r\n"
  var hasMark = false
  /// Day, month and year in the order of the locale.
  var date: @Sendable (Int, Int, Int) -> String
  /// A month of a year.
  var month: @Sendable (Int, Int) -> String
  /// A day of a month, made of `12/15`; `nil` where the locale takes it for text.
  var dayAndMonth: @Sendable (Int, Int) -> String?
  var decimalMark = "."
  var quotesText = false
  var emptyColumns = 0
  var emptyLines = 0

  var testDescription: String { name }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
  ]

  private static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static let all: [SpreadsheetSave] = [
    SpreadsheetSave(
      name: "Excel in Indonesian", separator: ";", hasMark: true,
      date: { "\(padded($0))/\(padded($1))/\($2)" },
      month: { "\(months[$0 - 1])-\(padded($1 % 100))" },
      dayAndMonth: { a, b in
        b <= 12 ? "\(padded(a))-\(months[b - 1])" : a <= 12 ? "\(months[a - 1])-\(padded(b))" : nil
      }, decimalMark: ","),
    SpreadsheetSave(
      name: "Excel in American English", date: { "\($1)/\($0)/\($2)" },
      month: { "\(englishMonths[$0 - 1])-\(padded($1 % 100))" },
      dayAndMonth: { a, b in a <= 12 && b <= 31 ? "\(b)-\(englishMonths[a - 1])" : nil }),
    SpreadsheetSave(
      name: "LibreOffice", separator: "\t", lineEnd: "\n",
      date: { "\($0)-\(padded($1))-\(padded($2 % 100))" }, month: { "01/\(padded($0))/\($1)" },
      dayAndMonth: { a, b in b <= 12 ? "\(padded(a))/\(padded(b))/2026" : nil },
      decimalMark: ",", quotesText: true),
    SpreadsheetSave(
      name: "an old Excel", separator: ";", date: { "\($0).\($1).\(padded($2 % 100))" },
      month: { "\(months[$0 - 1]) \($1)" }, dayAndMonth: { _, _ in nil }, emptyColumns: 2,
      emptyLines: 3),
  ]

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Rows, the column names first, as the program saves them.
  func saved(_ rows: [[String]]) -> String {
    var text = hasMark ? "\u{FEFF}" : ""
    for row in rows {
      text += row.map { quoted(shown($0)) }.joined(separator: String(separator))
      text += String(repeating: separator, count: emptyColumns) + lineEnd
    }
    for _ in 0..<emptyLines {
      text += String(repeating: separator, count: 13 + emptyColumns) + lineEnd
    }
    return text
  }

  private func quoted(_ cell: String) -> String {
    let isText = quotesText && !cell.isEmpty && !cell.allSatisfy { "0123456789.,/-".contains($0) }
    guard isText || cell.contains(separator) || cell.contains("\"") else { return cell }
    return "\"\(cell.replacing("\"", with: "\"\""))\""
  }

  /// A cell as the program shows it after it read the text.
  private func shown(_ cell: String) -> String {
    if let match = cell.wholeMatch(of: #/(\d{4})-(\d\d)-(\d\d)/#), let year = Int(match.1),
      let month = Int(match.2), let day = Int(match.3)
    {
      return date(day, month, year)
    }
    if let match = cell.wholeMatch(of: #/(\d{4})-(\d\d)/#), let year = Int(match.1),
      let number = Int(match.2), (1...12).contains(number)
    {
      return month(number, year)
    }
    if let match = cell.wholeMatch(of: #/(\d\d?)\/(\d\d?)/#), let a = Int(match.1),
      let b = Int(match.2), (1...31).contains(a), (1...31).contains(b)
    {
      return dayAndMonth(a, b) ?? cell
    }
    if let match = cell.wholeMatch(of: #/(\d{1,9})\.(\d{1,4})/#), let whole = Int(match.1) {
      let places = String(match.2.reversed().drop { $0 == "0" }.reversed())
      return places.isEmpty ? "\(whole)" : "\(whole)\(decimalMark)\(places)"
    }
    if cell.wholeMatch(of: #/\d{1,11}/#) != nil, let number = Int(cell) { return "\(number)" }
    return cell
  }
}
