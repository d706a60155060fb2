internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Wording

extension JSONValue {
  /// A row of an answer, as an object with a member for each column.
  init<Row>(_ row: Row, _ columns: [Column<Row>]) {
    self.init(
      columns.map { column in
        (column.key.split(separator: ".").map(String.init)[...], JSONValue(column.cell(row)))
      })
  }

  /// An object of members under keys of one or more parts; members that share a first part make an
  /// object of their own.
  private init(_ members: [(path: ArraySlice<String>, value: JSONValue)]) {
    var object: [String: JSONValue] = [:]
    for (name, inner) in members.groups(by: { $0.path.first ?? "" }) {
      object[name] =
        inner.count == 1 && inner[0].path.count == 1
        ? inner[0].value : JSONValue(inner.map { ($0.path.dropFirst(), $0.value) })
    }
    self = .object(object)
  }

  /// The rows of an answer, as an array of objects.
  init<Row>(rows: [Row], _ columns: [Column<Row>]) {
    self = .array(rows.map { JSONValue($0, columns) })
  }

  /// What an indicator came to; `null` where there is no data.
  private init(_ figure: IndicatorFigure?) {
    self = figure.map { JSONValue($0, Answers.Column.figures { $0 }) } ?? .null
  }

  /// A value of an answer, as programs read it.
  init(_ cell: Cell) {
    self =
      switch cell {
      case .none: .null
      case .text(let text), .coded(let text, label: _), .role(let text, _): .string(text)
      case .day(let day), .step(let day, isPast: _): .string(day.description)
      case .instant(let instant): .string(instant.description)
      case .due(let day, isLocal: _): JSONValue(day)
      case .period(let period): .string(period.description)
      case .quarter(let quarter): .string(quarter.description)
      case .count(let count), .part(let count, of: _): .integer(count)
      case .flag(let flag): .boolean(flag)
      case .ratio(let ratio): JSONValue(ratio.percent())
      case .share(let share): JSONValue(share?.percent())
      case .value(let value, grade: _): JSONValue(value.text())
      case .fraction(let figure): JSONValue(figure?.numerator)
      case .figure(let figure), .attainable(let figure): JSONValue(figure)
      case .quarters(let figures, shown: _):
        .object(
          Dictionary(
            figures.map { ($0.key.description, JSONValue($0.value)) },
            uniquingKeysWith: { first, _ in first }))
      case .written(let value): .string(value)
      case .use(let use, let isInQuarters):
        .string(IndicatorWords.use(use, inQuarters: isInQuarters))
      case .reason(let reason, _): .string(IndicatorWords.reason(reason))
      case .notes(let notes, let texts): .string(IndicatorWords.text(notes, texts))
      case .closure(let closure): .string(Words.closure(closure))
      case .confidence(let confidence): .string(confidence.rawValue)
      case .status(let status): .string(status.rawValue)
      case .state(let state): .string(state.status.rawValue)
      case .event(let kind): .string(kind.rawValue)
      case .mark(let mark): .string(mark.status.rawValue)
      case .marks(let marks): .array(marks.map { .string($0.status.rawValue) })
      case .list(let cells): .array(cells.map { JSONValue($0) })
      }
  }
}
