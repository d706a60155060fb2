internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Wording

extension Table {
  /// A column of an answer that a terminal shows, by its key.
  struct Shown: ExpressibleByStringLiteral {
    let key: String
    let isRightAligned: Bool
    let narrowing: Column.Narrowing
    /// What is shown where there is no value.
    let noValue: String

    init(
      _ key: String, right: Bool = false, _ narrowing: Column.Narrowing = .kept,
      without noValue: String = Table.Cell.noValue
    ) {
      self.key = key
      isRightAligned = right
      self.narrowing = narrowing
      self.noValue = noValue
    }

    init(stringLiteral key: String) { self.init(key) }
  }

  /// Lays out some columns of an answer.
  ///
  /// - Parameters:
  ///   - columns: All columns of the answer.
  ///   - shown: Those that are shown, in this order.
  ///   - rows: The rows.
  ///   - console: Where the table is shown, for the length of its dates.
  init<Row>(
    _ columns: [Answers.Column<Row>], showing shown: [Shown], _ rows: [Row], _ console: Console
  ) {
    let places = Dictionary(
      columns.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = shown.compactMap { shown in places[shown.key].map { (shown, $0) } }
    self.init(
      pairs.map { shown, column in
        Column(
          column.heading, short: column.shortHeading, right: shown.isRightAligned, shown.narrowing)
      })
    for row in rows {
      add(
        pairs.map { shown, column in
          let cell = column.cell(row)
          return cell == .none ? Cell(shown.noValue) : Cell(cell, console)
        })
    }
  }
}

extension Table.Cell {
  /// What a terminal shows where there is no value.
  static let noValue = Words.noValue

  /// A value of an answer, as people read it in a table.
  init(_ cell: Answers.Cell, _ console: Console) {
    var text = Words.text(of: cell, short: console.isNarrow)
    // Blanks in the place of the mark keep the days below each other.
    if case .due(.some, isLocal: false) = cell { text += "  " }
    self.init(text, Words.style(of: cell))
  }
}
