internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import Workspace

/// Tables whose rows depend on those before them.
extension TableImport {
  /// Says what recording would do, and writes nothing.
  mutating func previewRows(showing show: (Row) -> Void) throws -> Outcome {
    let rows = try tableRows()
    let verdicts = try judged(rows)
    take(verdicts, of: rows)
    guard !outcome.isRefused || request.skipsFaulty else { return outcome }
    for (row, verdict) in zip(rows, verdicts) {
      if let shown = shown(row, verdict) { show(shown) }
    }
    return outcome
  }

  /// Takes the rows in, all or none; they are durable when it returns.
  mutating func recordRows(at instant: ClockReading) throws -> Outcome {
    let rows = try tableRows()
    var desks = resolver.desks
    let read = outcome
    let first = try judged(rows)
    take(first, of: rows)
    guard !outcome.isRefused || request.skipsFaulty else { return outcome }
    let stored = try kept(rows, first, year: instant.date.year)
    var verdicts: [RowJudge.Verdict?] = rows.map { _ in nil }
    let last = desks.count - 1
    let written = try Desk.append(to: &desks, at: instant) { place, desk in
      var judge = RowJudge(desk, terms)
      var entries: [LedgerEntry] = []
      for index in rows.indices where rows[index].desk == place {
        let verdict = try judge.judge(rows[index], provedBy: stored[index])
        if case .news(let entry, _) = verdict { entries.append(entry) }
        verdicts[index] = verdict
      }
      guard place == last else { return entries }
      outcome = read
      take(verdicts.compactMap(\.self), of: rows)
      // Another writer may have decided in the meantime on what the table speaks of.
      guard !outcome.isRefused || request.skipsFaulty else {
        throw RequestFailure(
          [WorkspaceFailure.data(outcome.findings)] + outcome.refused.map(\.cause))
      }
      return entries
    }
    outcome.findings += written.flatMap(\.remarks)
    outcome.isRecorded = true
    return outcome
  }

  private var terms: RowJudge.Terms {
    RowJudge.Terms(
      table: source.places, today: resolver.today, reason: request.reason,
      recorder: request.recorder
    )
  }

  /// Reads all rows; the outcome has the faults of reading.
  private mutating func tableRows() throws -> [TableRow] {
    var evidence = EvidenceCells(besides: request.table, store)
    // The texts of a first pass that is not the last are read again.
    return try read { (reader, resolver) throws in
      var rows: [TableRow] = []
      while let row = try reader.nextTableRow(&resolver, &evidence) { rows.append(row) }
      return rows
    }.1
  }

  /// What becomes of each row, by the judge of its kecamatan.
  private func judged(_ rows: [TableRow]) throws -> [RowJudge.Verdict] {
    var judges = resolver.desks.map { RowJudge($0, terms) }
    return try rows.map { try judges[$0.desk].judge($0, provedBy: nil) }
  }

  /// Keeps the evidence of all rows that are taken, or that are there already.
  ///
  /// - Returns: For the place of a row what proves it.
  /// - Throws: A failure to keep it; a file that is not what it was when it was looked at is refused.
  private func kept(
    _ rows: [TableRow], _ verdicts: [RowJudge.Verdict], year: Int
  ) throws -> [Int: StoredEvidence] {
    var stored: [Int: StoredEvidence] = [:]
    for (index, row) in rows.enumerated() {
      guard let evidence = row.evidence, case .news = verdicts[index] else { continue }
      stored[index] = try store.storeEvidence(
        try evidence.file(), for: row.unit.kecamatan, year: year, expecting: evidence.sha256)
    }
    return stored
  }

  /// Puts what becomes of the rows into the outcome.
  private mutating func take(_ verdicts: [RowJudge.Verdict], of rows: [TableRow]) {
    var counts: [Outcome.Count] = []
    for (row, verdict) in zip(rows, verdicts) {
      let fresh = Outcome.Count(kecamatan: row.unit.kecamatan, report: code(of: row))
      let place =
        counts.firstIndex { $0.kecamatan == fresh.kecamatan && $0.report == fresh.report }
        ?? counts.count
      switch verdict {
      case .known, .news:
        if place == counts.count { counts.append(fresh) }
        counts[place].take(verdict)
        if case .news(let entry, _) = verdict { outcome.kinds[entry.kind, default: 0] += 1 }
      case .refused(let finding, let lacksOnlyReason):
        outcome.findings.append(finding)
        outcome.faultyRows += 1
        if !lacksOnlyReason { outcome.lacksOnlyReasons = false }
      case .failed(let place, let cause):
        outcome.refused.append(Outcome.Refused(place: place, cause: cause))
        outcome.faultyRows += 1
        outcome.lacksOnlyReasons = false
      }
    }
    outcome.counts = counts
    let (remarks, faults) = (
      outcome.findings.filter { $0.severity == .remark },
      outcome.findings.filter { $0.severity == .fault }
    )
    outcome.findings =
      remarks
      + faults.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  /// The code of what a row speaks of.
  private func code(of row: TableRow) -> String {
    let codes = resolver.desks[row.desk].calendar.codes
    return switch row.subject {
    case .report(let report): codes[report.code]
    case .event(let event): codes[event.code]
    case .indicator(let word): word
    }
  }

  /// A row as it is shown; `nil` for one that is not taken.
  private func shown(_ row: TableRow, _ verdict: RowJudge.Verdict) -> Row? {
    let (isNew, isLate): (Bool, Bool)
    switch verdict {
    case .known: (isNew, isLate) = (false, false)
    case .news(_, let late): (isNew, isLate) = (true, late)
    case .refused, .failed: return nil
    }
    let note = row.note.isEmpty && row.deed.needsNote ? row.reason : row.note
    return Row(
      line: row.line, kind: row.deed.kind, unit: row.unit,
      unitName: resolver.displayName(of: row.unit), report: code(of: row), period: row.period,
      date: row.date, received: row.received, value: row.value, evidence: row.evidence?.text,
      note: note.isEmpty ? nil : note, isLate: isLate, isNew: isNew)
  }
}

extension TableImport.Outcome.Count {
  fileprivate mutating func take(_ verdict: RowJudge.Verdict) {
    switch verdict {
    case .known: known += 1
    case .news(_, let isLate):
      new += 1
      if isLate { late += 1 }
    case .refused, .failed: break
    }
  }
}
