internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Spreadsheets
internal import Wording

extension TableValue {
  /// A value of an answer, as people read it in a spreadsheet: days and numbers as such, everything else in
  /// words.
  init(shown cell: Cell) {
    self =
      switch cell {
      case .day, .step, .due, .instant, .count, .part, .ratio, .value, .attainable, .quarters:
        TableValue(cell)
      case .none: .none
      case .confidence(let confidence): .text(Words.confidence(confidence, short: true))
      case .text, .coded, .period, .quarter, .flag, .fraction, .figure, .written, .use, .reason,
        .notes, .closure, .share, .status, .state, .event, .role, .mark, .marks, .list:
        TableValue.words(of: cell)
      }
  }

  private static func words(of cell: Cell) -> TableValue {
    let text = Words.longText(of: cell)
    return text.isEmpty || text == Words.noValue ? .none : .text(text)
  }

  /// The value in a cell of a spreadsheet, with how numbers of its kind are shown.
  var cell: (value: SheetCell.Value, format: CellStyle.Format) {
    switch self {
    case .none: (.none, .general)
    case .text(let text): (.text(text), .general)
    case .whole(let number): (.whole(number), .whole)
    case .percent(let ratio): (.quotient(ratio.numerator, ratio.denominator), .percent)
    case .decimal(let ratio): (.quotient(ratio.numerator, ratio.denominator), .decimal)
    case .day(let day): (.day(day.dayNumber), .day)
    case .instant(let instant):
      (.instant(instant.date.dayNumber * 86_400 + instant.secondOfDay), .instant)
    }
  }
}

extension Style {
  /// How a spreadsheet sets it off.
  var tone: CellStyle.Tone {
    switch self {
    case .plain, .strong: .plain
    case .good: .good
    case .soon: .soon
    case .bad: .bad
    case .faint: .faint
    }
  }
}
