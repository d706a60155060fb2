internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import Wording

extension LedgerLine {
  private var entry: LedgerEntry { row.entry }

  /// The report and the period, where the row has them: `LPPD 2025`.
  private var subject: String {
    [entry.subject, entry.period].compactMap(\.nonEmpty).joined(separator: " ")
  }

  /// The row for programs.
  var json: JSONValue { JSONValue(self, LedgerLine.columns) }

  // MARK: - For people

  func print(to console: inout Console) {
    let subject = subject.nonEmpty.map { "\($0), " } ?? ""
    console.line(
      "\(event.row.text)  \(subject)\(unitName): \(what)",
      voidedBy == nil ? .strong : .faint)
    for (text, style) in details { console.line("  \(text)", style) }
  }

  private var details: [(String, Style)] {
    var lines: [(String, Style)] = [(dates, .plain)]
    if let value = entry.value.nonEmpty {
      lines.append(("nilai: \(IndicatorWords.written(value))", .plain))
    }
    if let note = entry.note.nonEmpty { lines.append(("catatan: \(note)", .plain)) }
    if let file = entry.file.nonEmpty { lines.append(("berkas: \(file)", .plain)) }
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
