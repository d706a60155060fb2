public import Answers
public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import Wording

/// A value as tables of other programs keep it: a number is a number and a day is a day.
public enum TableValue: Hashable, Sendable {
  /// No value.
  case none
  /// A text.
  case text(String)
  /// A day.
  case day(CivilDate)
  /// The moment of a record, on the clock of the office.
  case instant(ClockReading)
  /// A whole number.
  case whole(Int)
  /// A share of a whole that is not nothing, shown as a percentage.
  case percent(Ratio)
  /// A number with two decimals.
  case decimal(Ratio)

  private init(_ text: String) { self = text.isEmpty ? .none : .text(text) }

  private init(_ day: CivilDate?) { self = day.map(TableValue.day) ?? .none }

  private init(percent ratio: Ratio) { self = ratio.denominator > 0 ? .percent(ratio) : .none }

  private init(_ value: IndicatorValue?) {
    self =
      switch value {
      case .percent(let ratio): TableValue(percent: ratio)
      case .count(let count): .whole(count)
      case .index(let ratio): .decimal(ratio)
      case nil: .none
      }
  }

  /// A value of an answer, as programs read it: codes, and no words around numbers.
  public init(_ cell: Cell) {
    self =
      switch cell {
      case .none: .none
      case .text(let text), .coded(let text, label: _), .role(let text, _), .written(let text):
        TableValue(text)
      case .day(let day), .step(let day, isPast: _): .day(day)
      case .due(let day, isLocal: _): TableValue(day)
      case .instant(let instant): .instant(instant)
      case .period(let period): .text(period.description)
      case .quarter(let quarter): .text(quarter.description)
      case .count(let count), .part(let count, of: _): .whole(count)
      case .ratio(let ratio): TableValue(percent: ratio)
      case .share(let share): share.map(TableValue.init(percent:)) ?? .none
      case .value(let value, grade: _): TableValue(value)
      case .fraction(let figure): figure?.numerator.map(TableValue.whole) ?? .none
      case .figure(let figure), .attainable(let figure): TableValue(figure?.value)
      case .quarters(let figures, let shown): TableValue(shown.flatMap { figures[$0]?.value })
      case .status(let status): .text(status.rawValue)
      case .state(let state): .text(state.status.rawValue)
      case .event(let kind): .text(kind.rawValue)
      case .confidence(let confidence): .text(confidence.rawValue)
      case .mark(let mark): .text(mark.status.rawValue)
      case .marks(let marks): TableValue(marks.map(\.status.rawValue).joined(separator: " "))
      case .list(let cells):
        TableValue(
          cells.compactMap { cell in
            if case .text(let text) = TableValue(cell) { text } else { nil }
          }.joined(separator: " "))
      case .flag, .use, .reason, .notes, .closure: TableValue(Words.text(of: cell))
      }
  }
}
