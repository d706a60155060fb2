internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Judges the rows of a table about one kecamatan in their order, each as if those before it were recorded.
struct RowJudge {
  /// What holds for all rows.
  struct Terms {
    /// Where the cells of the table lie, as it is named to the user.
    let table: TablePlaces
    /// The day of recording.
    let today: CivilDate
    /// Why rows are recorded although they are late, or something is odd about them.
    let reason: String?
    /// Who records.
    let recorder: String
  }

  /// What becomes of a row.
  enum Verdict {
    /// A row in effect says the same.
    case known
    /// It is written.
    case news(LedgerEntry, isLate: Bool)
    case refused(Finding, lacksOnlyReason: Bool)
    /// It is refused by what only a front has words for.
    case failed(SourcePlace, any Error)
  }

  private let terms: Terms
  private var desk: Desk
  private var twins: [RowPrint: [RowPrint.Twin]]
  /// The submissions of the table so far, and those of them that were returned in it.
  private var submitted: [Obligation.ID: Set<RowPrint>] = [:]
  private var returned: Set<RowPrint> = []
  /// The lines of the rows that are to be written.
  private var lines: [LedgerEvent.RowID: Int] = [:]
  private var next: Int

  /// Begins with what is in the ledger.
  init(_ desk: Desk, _ terms: Terms) {
    self.desk = desk
    self.terms = terms
    twins = RowPrint.twins(in: desk)
    next = (desk.ledger.file(of: terms.today.year)?.rowCount ?? 0) + 1
  }

  /// Judges the next row of the table.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - stored: Its evidence, kept in the workspace; `nil` where it has none, or nothing is written.
  /// - Returns: What becomes of it; the rows behind it are judged with it.
  /// - Throws: What calendars and ledgers throw.
  mutating func judge(_ row: TableRow, provedBy stored: StoredEvidence?) throws -> Verdict {
    do {
      switch row.subject {
      case .report(let report):
        guard let period = row.period else { return .known }
        return try judge(row, report, period, stored)
      case .event(let event): return try judge(row, event)
      case .indicator(let word):
        guard let period = row.period else { return .known }
        return try judge(row, word, period, stored)
      }
    } catch let refused as RefusedRow {
      return refuse(row, refused)
    } catch let gap as CalendarNotCovered {
      return refuse(row, ImportSentence.noHolidays(gap.year), of: .period)
    } catch let refused as Measure.Refused {
      return .failed(row.place(of: refused.column, in: terms.table), refused)
    } catch let refused as ValueRefusal {
      return .failed(row.place(of: .value, in: terms.table), refused)
    }
  }

  // MARK: - Reports

  private mutating func judge(
    _ row: TableRow, _ report: Report, _ period: Period, _ stored: StoredEvidence?
  ) throws -> Verdict {
    let id = Obligation.ID(report: report.code, unit: row.unit, period: period)
    let selection = Selection(desk, report, of: row.unit)
    guard let obligation = try desk.obligation(id, asOf: terms.today) else {
      return refuse(
        row, ImportSentence.period("\(period)", of: selection.code, example: "\(terms.today.year)"),
        of: .period)
    }
    let kind = row.deed.kind
    // Of a decision one text alone says what is decided, whichever column it stands in.
    let isNoted = kind == .submitted || !row.note.isEmpty
    let note = isNoted ? row.note : row.reason
    let reason = (isNoted ? row.reason.orNil : nil) ?? terms.reason
    func act(_ reason: String?, _ others: [Obligation] = []) -> ObligationAct {
      ObligationAct(
        selection: selection, obligation: obligation, kind: kind, date: row.date,
        received: row.received, others: others, recorder: terms.recorder, note: note.orNil,
        reason: reason)
    }
    let plain = act(nil).entry(
      ObligationAct.Acceptance(admission: .plain, due: nil), provedBy: nil, asOf: terms.today)
    let print = RowPrint(plain, date: row.date, received: row.received)
    if kind == .returned { returned.formUnion(submitted[id] ?? []) }
    defer { if kind == .submitted { submitted[id, default: []].insert(print) } }
    if isKnown(row, print, id) {
      guard kind == .submitted, returned.contains(print), !row.hasReceivedDay else { return .known }
      return refuse(row, RowSentence.noReceivedDay, of: .received)
    }
    let others =
      kind == .submitted
      ? try desk.alternatives(to: obligation, dated: row.date, asOf: terms.today) : []
    let acceptance = try act(reason, others).admit(desk, asOf: terms.today)
    let isOdd = acceptance.admission.isLateEntry || !acceptance.admission.doubts.isEmpty
    let entry = act(isOdd ? reason : nil).entry(acceptance, provedBy: stored, asOf: terms.today)
    return take(
      row, entry, print, subject: report.code, isLate: acceptance.admission.isLateEntry)
  }

  /// Whether a row in effect says the same; what follows a return is submitted again, and evidence that the
  /// row lacks is news.
  private func isKnown(_ row: TableRow, _ print: RowPrint, _ id: Obligation.ID) -> Bool {
    guard let twins = twins[print] else { return false }
    guard row.deed.kind == .submitted else { return true }
    let isReturned = desk.judge(asOf: terms.today).standing(of: id).openReturn != nil
    return twins.contains { twin in
      (!isReturned || twin.received == row.received)
        && row.evidence.map { twin.hashes.contains($0.sha256) } ?? true
    }
  }

  // MARK: - Events and indicators

  private mutating func judge(_ row: TableRow, _ event: EventKind) throws -> Verdict {
    func act(_ reason: String?) -> EventAct {
      EventAct(
        kind: event, code: desk.calendar.codes[event.code], unit: row.unit,
        unitName: desk.kecamatan.displayName(of: row.unit),
        request: RecordEvent(
          desk.calendar.codes[event.code], period: row.period, on: row.date, note: row.note.orNil,
          reason: reason, recorder: terms.recorder))
    }
    let plain = act(nil).entry(.plain, provedBy: nil, asOf: terms.today)
    let print = RowPrint(plain, date: row.date, received: row.date)
    guard twins[print] == nil else { return .known }
    let reason = row.reason.orNil ?? terms.reason
    let admission = try act(reason).admit(desk, asOf: terms.today)
    let entry = act(admission == .plain ? nil : reason).entry(
      admission, provedBy: nil, asOf: terms.today)
    return take(row, entry, print, subject: event.code, isLate: false)
  }

  private mutating func judge(
    _ row: TableRow, _ word: String, _ period: Period, _ stored: StoredEvidence?
  ) throws -> Verdict {
    let indicator = try MeasuredIndicator(word, in: period, &desk)
    let act = MeasurementAct(
      indicator: indicator, kecamatan: row.unit,
      text: try indicator.original.value(written: row.value), words: nil,
      terms: MeasurementTerms(
        period: period, date: row.date, note: row.note.orNil, recorder: terms.recorder))
    let displaced = try act.admit(desk, asOf: terms.today)
    let entry = act.entry(displaced, provedBy: stored, asOf: terms.today)
    let print = RowPrint(entry, date: row.date, received: row.date)
    if let twins = twins[print],
      row.evidence.map({ file in twins.contains { $0.hashes.contains(file.sha256) } }) ?? true
    {
      return .known
    }
    return take(row, entry, print, subject: indicator.original.code, isLate: false)
  }

  // MARK: - Verdicts

  /// Goes on as if a row were recorded.
  private mutating func take(
    _ row: TableRow, _ entry: LedgerEntry, _ print: RowPrint, subject: Code, isLate: Bool
  ) -> Verdict {
    let id = LedgerEvent.RowID(year: terms.today.year, number: next)
    next += 1
    lines[id] = row.line
    let received = entry.received ?? row.date
    desk.assume(
      LedgerEvent(
        row: id, kind: entry.kind, unit: entry.unit, subject: subject, period: row.period,
        date: row.date, received: received, recorded: terms.today))
    twins[print, default: []].append(
      RowPrint.Twin(received: received, hashes: Set(row.evidence.map { [$0.sha256] } ?? [])))
    return .news(entry, isLate: isLate)
  }

  private func refuse(_ row: TableRow, _ refused: RefusedRow) -> Verdict {
    let finding = finding(row, RowSentence.refused(refused, lines), of: refused.refusal.column)
    guard case .lateEntryNeedsReason = refused.refusal else {
      return .refused(finding, lacksOnlyReason: refused.refusal.lacksOnlyReason)
    }
    return .refused(finding.caused(by: ImportSentence.lateEntries), lacksOnlyReason: true)
  }

  private func refuse(
    _ row: TableRow, _ sentence: ImportSentence.Sentence, of column: ImportColumn
  ) -> Verdict {
    .refused(finding(row, sentence, of: column), lacksOnlyReason: false)
  }

  private func finding(
    _ row: TableRow, _ sentence: ImportSentence.Sentence, of column: ImportColumn
  ) -> Finding {
    Finding(
      sentence.problem, at: row.place(of: column, in: terms.table), sentence.what,
      fix: sentence.fix)
  }
}

extension String {
  /// The text; `nil` for an empty one.
  fileprivate var orNil: String? { isEmpty ? nil : self }
}

extension Measure.Refused {
  /// The column that has to be mended.
  fileprivate var column: ImportColumn {
    switch self {
    case .noRegister, .unknown, .fromDocuments: .report
    case .noValue: .value
    case .future, .beforePeriod: .date
    case .notInForce, .notBegun, .noHolidays: .period
    }
  }
}
