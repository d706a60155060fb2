package import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

extension Words {
  /// What a table shows where there is no value.
  package static let noValue = "-"

  /// What is said where a damaged ledger leaves nothing to count.
  package static let notComputable = "tidak dapat dihitung"

  /// A value of an answer, as people read it in a table.
  ///
  /// - Parameters:
  ///   - cell: The value.
  ///   - isShort: Whether there is little room, so that dates and periods are short: `31 Mar 2026`,
  ///     `2026-TW3`.
  /// - Returns: The text, on one line; ``noValue`` where there is no value.
  package static func text(of cell: Cell, short isShort: Bool = false) -> String {
    func text(_ date: CivilDate) -> String { isShort ? date.indonesianShort : date.indonesian }
    return switch cell {
    case .none, .due(nil, isLocal: _): noValue
    case .text(let text), .coded(_, label: let text): text
    case .day(let day): text(day)
    case .instant(let instant):
      "\(text(instant.date)) pukul \(TimeOfDay(instant).indonesian)"
    case .due(let day?, let isLocal): text(day) + (isLocal ? " *" : "")
    case .step(let day, let isPast): text(day) + (isPast ? " (lewat)" : "")
    case .period(let period): isShort ? period.description : period.indonesian
    case .quarter(let quarter): quarter.indonesian
    case .count(let count): count.indonesian
    case .part(let count, let whole): "\(count.indonesian)/\(whole.indonesian)"
    case .flag(let flag): flag ? "ya" : "tidak"
    case .ratio(let ratio): ratio.percent(separator: ",").map { "\($0)%" } ?? noValue
    case .share(let share): share.map(percent) ?? notComputable
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
    case .confidence(let confidence): Words.confidence(confidence)
    case .status(let status): Words.status(status)
    case .state(let state): Words.state(state)
    case .event(let kind): Words.event(kind)
    case .mark(let mark): Words.mark(mark)
    case .marks(let marks): Words.marks(marks)
    case .role(let code, let words): Words.role(code, words)
    case .list(let cells): cells.map { Words.text(of: $0, short: isShort) }.joined(separator: ", ")
    }
  }

  /// A value of an answer where there is room for words: a mark that stands alone would have to be looked
  /// up.
  package static func longText(of cell: Cell) -> String {
    switch cell {
    case .mark(let mark): words(mark)
    case .marks(let marks): words(marks)
    default: text(of: cell)
    }
  }

  /// How a value of an answer is set off.
  package static func style(of cell: Cell) -> Style {
    switch cell {
    case .status(let status), .reason(_, let status): style(status)
    case .state(let state): style(state.status)
    case .confidence(let confidence): confidence == .local ? .soon : .plain
    case .step(_, let isPast): isPast ? .bad : .plain
    case .mark(let mark): style(mark.status)
    case .marks(let marks): style(ofWorst: marks)
    case .use(let use, _): use == .counted ? .good : .faint
    case .attainable(let best): IndicatorWords.style(ofBest: best)
    case .share(nil): .bad
    default: .plain
    }
  }
}
