internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Hummingbird
internal import LedgerStore
internal import Workspace

/// The row of an obligation whose evidence is asked for, as the address names both.
struct EvidenceRow {
  let line: LedgerLine
  let evidence: RowEvidence
  /// What the row is about: `LPPD 2025 · Kecamatan Hatungun`.
  let subject: String
  /// The address of the obligation.
  let obligation: String

  /// Finds the row.
  ///
  /// - Throws: ``ShownTrouble`` where the obligation has no such row, or the visitor does not see it.
  init(_ visit: Visit) throws {
    let number = visit.parameters.get("baris")
    let (selection, obligation) = try visit.obligation()
    let period = obligation.id.period
    let question = ObligationExplanation.Question(obligation.id, asOf: visit.day)
    guard
      let line = try ObligationExplanation(question, at: selection.desk)?.lines.first(where: {
        EvidenceRow.word($0.event.row) == number && !$0.row.entry.file.isEmpty
      })
    else { throw ShownTrouble(trouble: .noSuchEvidence) }
    self.line = line
    evidence = RowEvidence(of: line, in: visit.workspace)
    subject = "\(selection.code) \(period.indonesian) · \(selection.unitName)"
    self.obligation = visit.paths.obligation(selection.unit, selection.code, period)
  }

  /// A row as addresses name it, without the sign that ends an address: `2026-3`.
  static func word(_ row: LedgerEvent.RowID) -> String {
    (row.book.map { "\($0)-" } ?? "") + "\(row.year)-\(row.number)"
  }

  /// The row that a word in an address names; `nil` for a word that is none.
  static func row(_ word: String) -> LedgerEvent.RowID? {
    let parts = word.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let year = Int(parts[parts.count - 2]),
      let number = parts.last.flatMap({ Int($0) }), number > 0
    else { return nil }
    let row = LedgerEvent.RowID(
      year: year, number: number, in: parts.count == 3 ? RegionCode(String(parts[0])) : nil)
    return self.word(row) == word ? row : nil
  }
}
