public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import LedgerStore
public import Workspace

/// A letter to a desa that was issued, as an event of the ledger says.
public struct IssuedLetter: Hashable, Sendable {
  /// The row.
  public let row: LedgerEvent.RowID
  /// The day of the letter.
  public let date: CivilDate
  /// Its number and its step; `nil` where the row does not say them.
  public let note: LetterNote?

  /// The step by which it warned, from 1; the first where the row does not say it.
  public var step: Int { note?.step ?? 1 }
}

extension Desk {
  /// The letters that were issued to a desa up to a day, the first in front.
  func lettersIssued(to village: RegionCode, through day: CivilDate) -> [IssuedLetter] {
    calendar.events.filter { $0.isLetter && $0.isOfVillage }.flatMap { kind in
      history.facts(kind.code, of: village, asOf: day)
    }.sorted { ($0.date, $0.row) < ($1.date, $1.row) }.map { fact in
      IssuedLetter(
        row: fact.row, date: fact.date,
        note: row(fact.row).flatMap { LetterNote($0.entry.note) })
    }
  }

  /// The letters that warned of any of some obligations.
  ///
  /// An obligation is in a letter where it was late on the day of the letter: what a desa was warned of
  /// years ago, and has submitted since, begins no series.
  func letters(_ issued: [IssuedLetter], about parts: [Situation]) -> [IssuedLetter] {
    issued.filter { letter in
      let judge = judge(asOf: letter.date)
      return parts.contains { judge.assess($0.assessment.obligation)?.status == .overdue }
    }
  }
}
