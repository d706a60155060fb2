import CivilCalendar
import ComplianceModel

/// A second reading of how an obligation is judged on a day, for one kecamatan.
///
/// It was written from the rules that its quotes repeat alone, sentence by sentence. It keeps nothing
/// between two questions: each one reads all rows of the ledger again.
struct Oracle {
  /// What the oracle must know of an obligation.
  struct Owed {
    let id: Obligation.ID
    /// The rule's date.
    let due: CivilDate
    let lead: Int
    let decidesFirst: Bool
    let speaksOfEnactment: Bool
    /// The obligation that must be in, or exempt, before.
    let predecessor: Obligation.ID?
  }

  /// What it says of an obligation on a day.
  struct Verdict: Equatable {
    var status: String
    var due: CivilDate
    var deciding: LedgerEvent.RowID?
    var daysLate: Int
    var isLateEntry: Bool
  }

  let ledger: [LedgerEvent]

  // "a voided row was never true, on any T"
  private func isVoided(_ row: LedgerEvent) -> Bool {
    ledger.contains { $0.kind == .voided && $0.voids == row.row }
  }

  // "Rows of one obligation are ordered by diterima, then file year, then urutan."
  private func comes(_ first: LedgerEvent, before second: LedgerEvent) -> Bool {
    if first.received != second.received { return first.received < second.received }
    if first.row.year != second.row.year { return first.row.year < second.row.year }
    return first.row.number < second.row.number
  }

  private func rows(_ id: Obligation.ID, _ kind: LedgerEvent.Kind) -> [LedgerEvent] {
    ledger.filter {
      $0.kind == kind && $0.unit == id.unit && $0.subject == id.report && $0.period == id.period
        && !isVoided($0)
    }
  }

  // "Rows count from their tanggal on; perpanjang, and a serah that follows a kembali, from their
  // diterima"
  private func counts(_ row: LedgerEvent, _ id: Obligation.ID, on day: CivilDate) -> Bool {
    let fromReceipt =
      row.kind == .extended
      || row.kind == .submitted && rows(id, .returned).contains { comes($0, before: row) }
    return fromReceipt ? row.received <= day : row.date <= day
  }

  private func counted(
    _ id: Obligation.ID, _ kind: LedgerEvent.Kind, on day: CivilDate
  ) -> [LedgerEvent] {
    rows(id, kind).filter { counts($0, id, on: day) }
  }

  private func first(_ rows: [LedgerEvent]) -> LedgerEvent? {
    rows.first { row in rows.allSatisfy { $0.row == row.row || comes(row, before: $0) } }
  }

  private func last(_ rows: [LedgerEvent]) -> LedgerEvent? {
    rows.first { row in rows.allSatisfy { $0.row == row.row || comes($0, before: row) } }
  }

  // "It is in when a serah stands that no later kembali follows"
  func isIn(_ id: Obligation.ID, on day: CivilDate) -> Bool {
    let returns = counted(id, .returned, on: day)
    return counted(id, .submitted, on: day).contains { submission in
      !returns.contains { comes(submission, before: $0) }
    }
  }

  func isExempt(_ id: Obligation.ID, on day: CivilDate) -> Bool {
    !counted(id, .exempted, on: day).isEmpty
  }

  func verdict(_ owed: Owed, on day: CivilDate) -> Verdict {
    let id = owed.id
    let due = last(counted(id, .extended, on: day))?.date ?? owed.due
    let submissions = counted(id, .submitted, on: day)
    let decides = owed.decidesFirst ? first(submissions) : last(submissions)
    let isIn = isIn(id, on: day)
    var verdict = Verdict(
      status: "", due: due, deciding: isIn ? decides?.row : nil, daysLate: 0, isLateEntry: false)
    if isIn, let decides {
      let spokenOf = owed.speaksOfEnactment ? decides.received : decides.date
      verdict.isLateEntry = decides.recorded.dayNumber - spokenOf.dayNumber > 7
    }
    if isExempt(id, on: day) {
      verdict.status = "dibebaskan"
    } else if isIn, let decides {
      verdict.status = decides.date <= due ? "tepat-waktu" : "terlambat"
      verdict.daysLate = max(0, decides.date.dayNumber - due.dayNumber)
    } else if let predecessor = owed.predecessor,
      !self.isIn(predecessor, on: day), !isExempt(predecessor, on: day)
    {
      verdict.status = "menunggu"
    } else if day > due {
      verdict.status = "lewat"
      verdict.daysLate = day.dayNumber - due.dayNumber
    } else if due.dayNumber - day.dayNumber <= owed.lead {
      verdict.status = "segera"
    } else {
      verdict.status = "menunggu"
    }
    return verdict
  }

  /// The counts of the rates: setahun, berjalan, and how many a late entry decides.
  static func counts(_ verdicts: [Verdict]) -> [Int] {
    func count(_ statuses: String...) -> Int {
      verdicts.count { statuses.contains($0.status) }
    }
    let late = verdicts.count {
      ["tepat-waktu", "terlambat"].contains($0.status) && $0.isLateEntry
    }
    return [
      count("tepat-waktu", "terlambat", "lewat", "menunggu", "segera"),
      count("tepat-waktu", "terlambat"), count("tepat-waktu"), count("terlambat"), count("lewat"),
      count("menunggu", "segera"), count("dibebaskan"),
      count("tepat-waktu", "terlambat", "lewat"), late,
    ]
  }
}
