package import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import PlainText

extension LedgerLine {
  private var entry: LedgerEntry { row.entry }

  /// The row, what it is about and what it says: `2026#3  LPPD 2025, Desa Bagak: disampaikan`.
  package var heading: String {
    // The report and the period, where the row has them.
    let subject = [entry.subject, entry.period].filter { !$0.isBlank }.joined(separator: " ")
    return "\(event.row.text)  \(subject.isEmpty ? "" : "\(subject), ")\(unitName): \(what)"
  }

  /// What else the row has, a line a fact, with how it is set off.
  package var details: [(String, Style)] {
    var lines: [(String, Style)] = [(dates, .plain)]
    if !entry.value.isBlank {
      lines.append(("nilai: \(IndicatorWords.written(entry.value))", .plain))
    }
    if !entry.note.isBlank { lines.append(("catatan: \(entry.note)", .plain)) }
    if !entry.file.isBlank { lines.append(("berkas: \(entry.file)", .plain)) }
    if isLateEntry { lines.append(("susulan: dicatat lebih dari 7 hari sesudahnya", .soon)) }
    if let voidedBy {
      let reason = voidReason.map { ": \($0)" } ?? ""
      lines.append(
        (
          "BATAL oleh baris \(voidedBy.id.text), \(voidedBy.entry.recorder)\(reason)", .bad
        ))
    }
    return lines
  }

  /// The three dates, each by its name; for an extension they are the new due date and the letter's.
  private var dates: String {
    let isExtension = event.kind == .extended
    let date = entry.date.map {
      "\(isExtension ? "tenggat baru" : "tanggal") \($0.indonesian)"
    }
    let received = entry.received.map {
      "\(isExtension ? "surat" : "diterima") \($0.indonesian)"
    }
    let recorded =
      "dicatat \(row.recordedAt.date.indonesian) pukul \(TimeOfDay(row.recordedAt).indonesian) "
      + "oleh \(entry.recorder)"
    return [date, received, recorded].compactMap(\.self).joined(separator: " · ")
  }
}
