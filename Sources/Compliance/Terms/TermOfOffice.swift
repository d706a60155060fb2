public import CivilCalendar
public import ComplianceModel

/// The term of office in which a document of a desa stays in force, and why it ends when it does.
public struct TermOfOffice: Sendable {
  /// Why a term has the length that it has.
  public enum Length: Sendable {
    /// The usual one.
    case usual
    /// The usual one had not ended on a day, and a law brought the longer one.
    case longer(TermInForce.Extension)
    /// It had ended shortly before that law, and was made longer by a decision, which a row records.
    case decided(TermInForce.Decision, LedgerEvent)
    /// It ended shortly before that law, may have been made longer by a decision, and none is recorded.
    case undecided(TermInForce.Decision)
  }

  /// The first day.
  public let start: CivilDate
  /// The row of the event that began it; `nil` where none is recorded before the document, so that the
  /// term is counted from the document's own date.
  public let beginning: LedgerEvent?
  /// Why it has its length.
  public let length: Length
  /// Years of the usual term.
  public let usualYears: Int
  /// The last day of the usual term.
  public let usualEnd: CivilDate
  /// The last day.
  public let end: CivilDate

  /// Years of the term.
  public var years: Int {
    switch length {
    case .usual, .undecided: usualYears
    case .longer(let longer): longer.years
    case .decided(let decision, _): decision.years
    }
  }

  /// The law that makes the term longer than the usual one, or may, with how far it may be relied on; `nil`
  /// for a usual term.
  public var basis: (source: LegalSource, confidence: Confidence)? {
    switch length {
    case .usual: nil
    case .longer(let longer): (longer.source, longer.confidence)
    case .decided(let decision, _), .undecided(let decision):
      (decision.source, decision.confidence)
    }
  }

  /// The term of a document with some date; `nil` for a report without terms.
  ///
  /// - Parameters:
  ///   - report: The report; one whose documents stay in force for a term.
  ///   - unit: The desa.
  ///   - date: The document's own date.
  ///   - judge: The definitions, the ledger and the day up to which it is known.
  public init?(_ report: Report, of unit: RegionCode, dated date: CivilDate, _ judge: Judge) {
    let facts = report.perEvent.map { judge.history.facts($0, of: unit, asOf: judge.day) } ?? []
    // By their own days: an earlier pelantikan is often recorded after a later one.
    let beginning = facts.filter { $0.date <= date }.max { $0.date < $1.date }
    self.init(report, of: unit, from: beginning, or: date, judge)
  }

  /// The term that an event began; `nil` for a report without terms.
  public init?(_ report: Report, begunBy event: LedgerEvent, _ judge: Judge) {
    self.init(report, of: event.unit, from: event, or: event.date, judge)
  }

  private init?(
    _ report: Report, of unit: RegionCode, from beginning: LedgerEvent?, or date: CivilDate,
    _ judge: Judge
  ) {
    guard let term = report.term else { return nil }
    self.beginning = beginning
    start = beginning?.date ?? date
    usualYears = term.years
    usualEnd = term.usualEnd(of: start)
    length = TermOfOffice.length(term, report, from: beginning, usualEnd, judge)
    switch length {
    case .usual, .undecided, .longer: end = term.end(of: start)
    case .decided(let decision, _): end = start.adding(months: 12 * decision.years)
    }
  }

  private static func length(
    _ term: TermInForce, _ report: Report, from beginning: LedgerEvent?, _ usualEnd: CivilDate,
    _ judge: Judge
  ) -> Length {
    if let longer = term.longer, usualEnd >= longer.usualTermRunsOn { return .longer(longer) }
    // Whose own days are not known cannot be said to have been asked for longer.
    guard let decision = term.decision, let beginning, decision.usualEnds.contains(usualEnd) else {
      return .usual
    }
    let longest = beginning.date.adding(months: 12 * decision.years)
    let next =
      report.perEvent.flatMap { event in
        judge.history.facts(event, of: beginning.unit, asOf: judge.day).map(\.date)
          .filter { $0 > beginning.date }.min()
      }
    let row = judge.history.facts(decision.event, of: beginning.unit, asOf: judge.day).first {
      row in
      decision.isPossible(on: row.date) && (next.map { row.date < $0 } ?? true)
    }
    if let row { return .decided(decision, row) }
    // Who was followed by another before the longer term was over did not serve it.
    let isFollowed = next.map { $0 < longest } ?? false
    return isFollowed ? .usual : .undecided(decision)
  }
}

extension TermOfOffice {
  /// The decisions of a unit that make no term longer, by row: no term of an event recorded ended in
  /// their days, or another one had begun.
  public static func idleDecisions(
    _ report: Report, of unit: RegionCode, _ judge: Judge
  ) -> [LedgerEvent] {
    guard let decision = report.term?.decision, let event = report.perEvent else { return [] }
    let used = judge.history.facts(event, of: unit, asOf: judge.day).compactMap {
      fact -> LedgerEvent.RowID? in
      guard case .decided(_, let row)? = TermOfOffice(report, begunBy: fact, judge)?.length else {
        return nil
      }
      return row.row
    }
    return judge.history.facts(decision.event, of: unit, asOf: judge.day)
      .filter { !used.contains($0.row) }.sorted { $0.row < $1.row }
  }
}
