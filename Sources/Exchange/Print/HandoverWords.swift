package import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import Wording

/// What a receipt says of one submission, on paper and on a terminal.
package struct HandoverWords {
  let line: ReceiptLine

  /// Words for a submission.
  package init(line: ReceiptLine) { self.line = line }

  /// Whether it was on time: `tepat waktu`, `terlambat 97 hari`.
  package var verdict: String {
    guard let assessment = line.assessment else { return "tenggat belum dihitung" }
    let late = assessment.daysLate > 0 ? " \(assessment.daysLate) hari" : ""
    return Words.status(assessment.status) + late
  }

  /// The due date; `tanpa tenggat` where there is none.
  package var due: String {
    line.assessment?.due.map { "tenggat \($0.indonesian)" } ?? "tanpa tenggat"
  }

  /// Which day it bears: `penetapan 28 Desember 2026`; `nil` where it is the day of receipt.
  package var ownDay: String? {
    guard line.event.date != line.event.received else { return nil }
    let meaning = line.assessment?.obligation.rule?.meaning ?? .submission
    return "\(Words.meaning(meaning)) \(line.event.date.indonesian)"
  }

  /// The document with its period: `LPPDesa 2025`.
  package var document: String {
    [line.code, line.event.period?.indonesian].compactMap(\.self).joined(separator: " ")
  }

  /// Where it is recorded, and by whom: `baris 2026#12, kasubbag, pukul 09.00`.
  package var record: String {
    let recorded = line.row.recordedAt
    let day = recorded.date == line.event.received ? "" : "\(recorded.date.indonesian) "
    return "baris \(line.event.row.text), \(line.row.entry.recorder), "
      + "\(day)pukul \(TimeOfDay(recorded).indonesian)"
  }

  /// The hash of the evidence, short; `tanpa berkas` where there is none.
  package var evidence: String {
    line.shortHash.isEmpty ? "tanpa berkas" : "SHA-256 \(line.shortHash)…"
  }
}
