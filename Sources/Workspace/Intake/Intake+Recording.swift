internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore

/// The row that a file gets.
extension Intake {
  mutating func record(
    _ held: HeldEntry, _ placed: Placed, _ choice: Choice?
  ) throws -> DroppedFile.Fate {
    let (obligation, filing, kecamatan) = placed
    var desk = try desk(of: kecamatan)
    let (file, examined) = try held.examined(
      by: workspace.ledgers, underOneName: !terms.areHandedIn)
    if let seen = choice?.seen, seen != Seen(sha256: examined.sha256, filing: filing) {
      throw OtherThanSeen()
    }
    if let fault = examined.fault { throw DropTrouble.unfit(fault) }
    let judge = desk.judge(asOf: terms.instant.date)
    func standing(
      _ judge: Judge, _ row: (LedgerEvent.RowID) -> LedgerRow?
    ) -> LedgerEvent.RowID? {
      judge.history.rows(of: obligation.id).first { event in
        event.kind == .submitted
          && proofs.hashes(of: event.row) { own(event.row, row) }.contains(examined.sha256)
      }?.row
    }
    if let row = standing(judge, desk.row) { return .alreadyRecorded(row, filing) }
    let others = try desk.alternatives(
      to: obligation, dated: filing.date, asOf: terms.instant.date)
    func verdict(_ judge: Judge) throws(DropTrouble) -> Verdict {
      try self.verdict(on: filing, for: obligation, insteadOf: others, by: judge)
    }
    let admission: Admission
    switch try verdict(judge) {
    case .admitted(let admitted): admission = admitted
    case .late(let days): return .lateEntry(filing, days: days)
    }
    let isLate = admission.isLateEntry
    if terms.isTrial { return .recorded(nil, filing, isLateEntry: isLate) }

    let stored = try workspace.ledgers.storeEvidence(
      file, for: kecamatan.code, year: terms.instant.date.year, expecting: examined.sha256)
    var fate: DroppedFile.Fate?
    let receipt: LedgerReceipt
    do {
      receipt = try desk.append(at: terms.instant) { judge, books in
        // Another run, or a person, may have been here since.
        if let row = standing(judge, books.row) {
          fate = .alreadyRecorded(row, filing)
          return []
        }
        if case .late(let days) = try verdict(judge) {
          fate = .lateEntry(filing, days: days)
          return []
        }
        return [ledgerEntry(of: filing, stored, admission, choice?.told?.note)]
      }
    } catch let failure as LedgerFailure {
      if case .refused = failure { throw failure }
      shut[kecamatan.code] = failure
      throw failure
    }
    // What was recorded counts for the next file.
    desks[kecamatan.code] = desk
    result.remarks += receipt.remarks
    if fate == nil {
      result.remarks += desk.remarks(onEvidence: stored.sha256, of: filing.unit, held.entry.name)
    }
    return fate ?? .recorded(receipt.rows.first, filing, isLateEntry: isLate)
  }

  /// The hashes of the files that prove a row.
  func own(
    _ id: LedgerEvent.RowID, _ row: (LedgerEvent.RowID) -> LedgerRow?
  ) -> Set<String> {
    row(id).map { workspace.ledgers.evidenceHashes(of: $0.entry) } ?? []
  }

  private enum Verdict {
    case admitted(Admission)
    case late(days: Int)
  }

  private func verdict(
    on filing: Filing, for obligation: Obligation, insteadOf others: [Obligation], by judge: Judge
  ) throws(DropTrouble) -> Verdict {
    let proposal = Proposal(
      kind: .submitted, date: filing.date, received: filing.received,
      hasReason: terms.reason != nil)
    do throws(Refusal) {
      return .admitted(try judge.admit(proposal, for: obligation, insteadOf: others))
    } catch {
      if case .lateEntryNeedsReason(let days, _) = error { return .late(days: days) }
      throw .refused(error, report: filing.report, filing.period, unit: filing.unit)
    }
  }

  private func ledgerEntry(
    of filing: Filing, _ stored: StoredEvidence, _ admission: Admission, _ words: String?
  ) -> LedgerEntry {
    var note = "[\(stored.originalName)]"
    if let words { note += " \(words)" }
    if let reason = terms.reason, ReasonNote.mark(of: admission) != nil {
      note += " \(ReasonNote.text(reason, admission))"
    }
    return LedgerEntry(
      kind: .submitted, unit: filing.unit, subject: filing.report,
      period: filing.period.description, date: filing.date, received: filing.received,
      file: stored.path, sha256: stored.sha256, note: note, recorder: terms.recorder)
  }
}
