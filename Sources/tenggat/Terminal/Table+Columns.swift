internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

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
  static let noValue = "-"

  /// A value of an answer, as people read it in a table.
  init(_ cell: Answers.Cell, _ console: Console) {
    switch cell {
    case .status(let status): self.init(Words.status(status), Words.style(status))
    case .state(let state): self.init(Words.state(state), Words.style(state.status))
    case .mark(let mark): self.init(Words.mark(mark), Words.style(mark.status))
    case .marks(let marks): self.init(Words.marks(marks), Words.style(ofWorst: marks))
    case .use(let use, let isInQuarters):
      self.init(
        IndicatorWords.use(use, inQuarters: isInQuarters), use == .counted ? .good : .faint)
    case .reason(let reason, let status):
      self.init(IndicatorWords.reason(reason), Words.style(status))
    case .attainable(let best):
      self.init(IndicatorWords.text(of: best?.value) ?? "", IndicatorWords.style(ofBest: best))
    default: self.init(Table.Cell.text(of: cell, console))
    }
  }

  private static func text(of cell: Answers.Cell, _ console: Console) -> String {
    switch cell {
    case .none, .due(nil, isLocal: _): noValue
    case .text(let text), .coded(_, label: let text): text
    case .day(let day): console.text(of: day)
    case .instant(let instant):
      "\(console.text(of: instant.date)) pukul \(TimeOfDay(instant).indonesian)"
    // Blanks in the place of the mark keep the days below each other.
    case .due(let day?, let isLocal): console.text(of: day) + (isLocal ? " *" : "  ")
    case .period(let period): console.text(of: period)
    case .quarter(let quarter): quarter.indonesian
    case .count(let count): count.indonesian
    case .part(let count, let whole): "\(count.indonesian)/\(whole.indonesian)"
    case .flag(let flag): flag ? "ya" : "tidak"
    case .ratio(let ratio): ratio.percent(separator: ",").map { "\($0)%" } ?? noValue
    case .value(let value, let grade):
      IndicatorWords.text(of: value).map { text in "\(text)\(grade.map { " \($0)" } ?? "")" }
        ?? noValue
    case .fraction(let figure): IndicatorWords.fraction(figure) ?? noValue
    case .figure(let figure): IndicatorWords.full(figure)
    case .attainable(let best): IndicatorWords.text(of: best?.value) ?? ""
    case .quarters(let figures, let shown):
      shown.flatMap { IndicatorWords.text(of: figures[$0]?.value) } ?? noValue
    case .written(let value): IndicatorWords.written(value)
    case .use(let use, let isInQuarters): IndicatorWords.use(use, inQuarters: isInQuarters)
    case .reason(let reason, _): IndicatorWords.reason(reason)
    case .notes(let notes, let texts): IndicatorWords.text(notes, texts)
    case .closure(let closure): Words.closure(closure)
    case .status(let status): Words.status(status)
    case .state(let state): Words.state(state)
    case .event(let kind): Words.event(kind)
    case .mark(let mark): Words.mark(mark)
    case .marks(let marks): Words.marks(marks)
    case .role(let code, let words): Words.role(code, words)
    case .list(let cells): cells.map { text(of: $0, console) }.joined(separator: ", ")
    }
  }
}
