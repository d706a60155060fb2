package import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import LedgerStore
internal import PlainText

extension LedgerLine {
  /// What the row says: `disampaikan`, `membatalkan baris 2026#3`.
  package var what: String {
    event.voids.map { "membatalkan baris \($0.text)" } ?? Words.event(event.kind)
  }

  /// The row in one line: `2026#12 kasubbag, 20 Maret 2026: disampaikan (catatan)`.
  package var summary: String {
    let note = row.entry.note.isBlank ? "" : " (\(row.entry.note))"
    return "\(event.row.text) \(row.entry.recorder), \(event.recorded.indonesian): \(what)\(note)"
  }
}
