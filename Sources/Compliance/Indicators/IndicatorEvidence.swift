internal import CivilCalendar
public import ComplianceModel

/// The obligations and documents of a duty year, ready to be counted by indicators.
public struct IndicatorEvidence: Sendable {
  /// The duty year.
  public let year: Int
  /// The definitions, the ledger and the day.
  public let judge: Judge

  private let byReport: [Code: [Assessment]]
  /// The reports in the order of the calendar.
  private let reports: [Code]
  private let matrix: VillageMatrix

  /// Assesses what a year owes.
  ///
  /// - Parameters:
  ///   - judge: The definitions, the ledger and the day.
  ///   - plan: The plan of that year.
  ///   - year: The duty year.
  public init(_ judge: Judge, _ plan: Plan, year: Int) {
    self.judge = judge
    self.year = year
    byReport = Dictionary(
      grouping: judge.assess(plan.dated + plan.undated), by: \.report.code)
    reports = judge.definitions.calendar.reports.map(\.code)
    matrix = VillageMatrix(judge, plan, year: year)
  }

  /// Counts a reading over a span of the year.
  ///
  /// - Parameters:
  ///   - reading: What is counted.
  ///   - span: The part of the year; an obligation lies in the quarter of its rule's due date, one
  ///     without a due date in the last quarter of its period, a document in that of its last part.
  ///   - target: The target of the year, for the term that stands for it; in hundredths.
  ///   - isBest: Whether each item is judged by the best that it can still come to, and not by where
  ///     it stands.
  /// - Returns: The reading with what each of its terms counted and left out.
  public func count(
    _ reading: IndicatorReading, over span: YearSpan, target: Int?, atBest isBest: Bool = false
  ) -> ReadingCount {
    func count(_ term: CountTerm) -> TermCount {
      self.count(term, over: span, target: target, atBest: isBest)
    }
    return ReadingCount(
      reading: reading, numerator: reading.numerator.map(count),
      denominator: reading.denominator?.map(count))
  }

  private func count(
    _ term: CountTerm, over span: YearSpan, target: Int?, atBest isBest: Bool
  ) -> TermCount {
    switch term {
    case .obligations(let scope, let conditions):
      return split(obligations(in: scope, over: span).map(CountedItem.obligation), term) { item in
        guard case .obligation(let assessment) = item else { return false }
        return conditions.contains { meets($0, assessment, atBest: isBest) }
      }
    case .documents(let scope, let conditions):
      let items = documents(in: scope, over: span).map { CountedItem.document($0.village, $0.1) }
      return split(items, term) { item in
        guard case .document(_, let document) = item else { return false }
        return meets(conditions, document, over: span, atBest: isBest)
      }
    case .villages(let scope, let conditions):
      return split(villages(in: scope, over: span), term) { item in
        guard case .village(_, let documents) = item else { return false }
        // What is exempt asks nothing of the desa, unless that is what is counted.
        let asked =
          conditions.contains(.exempt) ? documents : documents.filter { $0.status != .exempt }
        return !asked.isEmpty
          && asked.allSatisfy { meets(conditions, $0, over: span, atBest: isBest) }
      }
    case .perVillage(let factor, let reports):
      let all = documents(in: CountTerm.Scope(reports: reports), over: .year(year))
      let isIn = Set(
        documents(in: CountTerm.Scope(reports: reports), over: span)
          .filter { $0.1.status != .exempt }
          .map { CountedItem.Key.document($0.village, $0.1.report.code) })
      let without = all.map { CountedItem.document($0.village, $0.1) }
        .filter { item in !item.keys.allSatisfy(isIn.contains) }
      let villages = matrix.rows.count
      let notOwed = villages * Set(reports).count - all.count
      return TermCount(
        term, count: max(0, factor * villages - notOwed - without.count), leftOut: without,
        notOwed: notOwed)
    case .constant(let number): return TermCount(term, count: number)
    case .target: return TermCount(term, count: target.map { $0 / 100 })
    }
  }

  private func split(
    _ items: [CountedItem], _ term: CountTerm, _ isCounted: (CountedItem) -> Bool
  ) -> TermCount {
    var counted: [CountedItem] = []
    var leftOut: [CountedItem] = []
    for item in items {
      if isCounted(item) { counted.append(item) } else { leftOut.append(item) }
    }
    return TermCount(term, count: counted.count, counted: counted, leftOut: leftOut)
  }

  // MARK: - What is looked at

  private func obligations(in scope: CountTerm.Scope, over span: YearSpan) -> [Assessment] {
    // A report that a formula names twice is counted once.
    let named = (scope.reports ?? reports).unique
    return named.flatMap { byReport[$0] ?? [] }.filter { assessment in
      scope.level.map { $0 == assessment.report.level } ?? true
        && scope.contains(assessment.obligation.id.unit)
        && span.contains(assessment.quarter)
    }
  }

  private func documents(
    in scope: CountTerm.Scope, over span: YearSpan
  ) -> [(village: RegionCode, VillageMatrix.Document)] {
    let day = min(judge.day, span.lastDay)
    let termJudge = Judge(judge.definitions, judge.history, asOf: day)
    var terms: [Code: TermDocuments] = [:]
    var documents: [(village: RegionCode, VillageMatrix.Document)] = []
    for row in matrix.rows where scope.contains(row.village.code) {
      for document in row.documents where scope.reports?.contains(document.report.code) ?? true {
        guard document.report.term != nil else {
          if span.isWholeYear || document.lies(in: span) {
            documents.append((row.village.code, document))
          }
          continue
        }
        // A document that is in force belongs to every quarter, as it stood at its end.
        let code = document.report.code
        let term = terms[code] ?? TermDocuments(document.report, termJudge)
        terms[code] = term
        documents.append(
          (
            row.village.code,
            VillageMatrix.termDocument(document.report, row.village.code, term, termJudge)
          ))
      }
    }
    return documents
  }

  private func villages(in scope: CountTerm.Scope, over span: YearSpan) -> [CountedItem] {
    let byVillage = Dictionary(grouping: documents(in: scope, over: span), by: \.village)
    return matrix.rows.compactMap { row in
      byVillage[row.village.code].map { .village(row.village.code, $0.map(\.1)) }
    }
  }

  // MARK: - Conditions

  private func meets(
    _ condition: CountTerm.Condition, _ assessment: Assessment, atBest isBest: Bool
  ) -> Bool {
    let status = isBest ? judge.statusAtBest(assessment) : assessment.status
    return switch condition {
    case .required: status != .exempt
    case .made: status.isIn
    case .onTime: status == .onTime
    case .late: status == .late
    case .exempt: status == .exempt
    case .complete, .inForce: false
    }
  }

  private func meets(
    _ conditions: Set<CountTerm.Condition>, _ document: VillageMatrix.Document,
    over span: YearSpan, atBest isBest: Bool
  ) -> Bool {
    let states =
      isBest ? statesAtBest(of: document, over: span) : [DocumentState(document)]
    return conditions.contains { condition in states.contains { $0.meets(condition) } }
  }

  /// Where a document can stand once what is not in was handed in.
  private func statesAtBest(
    of document: VillageMatrix.Document, over span: YearSpan
  ) -> [DocumentState] {
    let actual = DocumentState(document)
    guard document.report.term == nil else {
      // A term that is over does not come back, and a span that is over sees no new document; but
      // one that is in force may be followed by that of a new term.
      guard judge.day <= span.lastDay else { return [actual] }
      let unit = document.parts.first?.obligation.id.unit
      let open = (document.parts + (byReport[document.report.code] ?? [])).filter {
        $0.obligation.id.unit == unit && !$0.status.isSettled
          && canBeInForce($0, beside: document)
      }
      let made = open.map(judge.statusAtBest) + (document.parts.isEmpty ? [.submitted] : [])
      return [actual] + made.map { DocumentState(status: $0, isPresent: true, isInForce: true) }
    }
    let asked = document.parts.map(judge.statusAtBest).filter { $0 != .exempt }
    guard let worst = asked.max(by: { $0.gravity < $1.gravity }) else { return [actual] }
    return [DocumentState(status: worst, isPresent: true, isInForce: false)]
  }

  /// Whether what is made for an obligation would be in force, also in the place of the one that is.
  private func canBeInForce(
    _ open: Assessment, beside document: VillageMatrix.Document
  ) -> Bool {
    let id = open.obligation.id
    let date = judge.dateAtBest(open)
    guard let end = TermOfOffice(open.report, of: id.unit, dated: date, judge)?.end,
      judge.day <= end
    else { return false }
    guard document.inForceThrough != nil, let newest = document.date,
      let period = document.parts.first?.obligation.id.period
    else { return true }
    return (newest, period) <= (date, id.period)
  }
}

/// What the conditions of a count ask of a document.
private struct DocumentState {
  let status: Status
  let isPresent: Bool
  let isInForce: Bool

  init(status: Status, isPresent: Bool, isInForce: Bool) {
    self.status = status
    self.isPresent = isPresent
    self.isInForce = isInForce
  }

  init(_ document: VillageMatrix.Document) {
    self.init(
      status: document.status, isPresent: document.isPresent,
      isInForce: document.inForceThrough != nil)
  }

  func meets(_ condition: CountTerm.Condition) -> Bool {
    switch condition {
    case .required: status != .exempt
    case .complete: isPresent
    case .inForce: isInForce
    case .onTime: isPresent && status == .onTime
    case .late: isPresent && status == .late
    case .exempt: status == .exempt
    case .made: false
    }
  }
}

extension CountTerm.Scope {
  fileprivate func contains(_ unit: RegionCode) -> Bool {
    units.map { $0.contains { $0.contains(unit) } } ?? true
  }
}

extension Assessment {
  /// The quarter that it is counted in.
  fileprivate var quarter: Quarter {
    dutyQuarter ?? obligation.id.period.lastDay.quarter
  }
}

extension VillageMatrix.Document {
  /// Whether its last part is due in a span.
  fileprivate func lies(in span: YearSpan) -> Bool {
    parts.map(\.quarter).max().map(span.contains) ?? false
  }
}
