internal import CivilCalendar
internal import ComplianceModel
package import Deeds
internal import LedgerStore

/// What came of a table, in words that every front shares.
package enum ImportText {
  /// What came of a table, or would come of it.
  ///
  /// - Parameters:
  ///   - outcome: What came of it.
  ///   - isPreview: Whether nothing was written.
  /// - Returns: The sentence.
  package static func summary(_ outcome: TableImport.Outcome, isPreview: Bool) -> String {
    let new = outcome.counts.reduce(0) { $0 + $1.new }
    let late = outcome.counts.reduce(0) { $0 + $1.late }
    let known = outcome.counts.reduce(0) { $0 + $1.known }
    let verb = isPreview ? "akan dicatat" : "dicatat"
    let kinds =
      kinds(of: outcome).map { "\($1) \($0.rawValue)" } + (late > 0 ? ["\(late) susulan"] : [])
    var parts = [
      "\(new) baris \(verb)" + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")
    ]
    if known > 0 { parts.append("\(known) sudah tercatat sebelumnya") }
    if outcome.faultyRows > 0 { parts.append("\(outcome.faultyRows) salah dilewati") }
    if outcome.notYet > 0 { parts.append("\(outcome.notYet) belum ada tanggalnya") }
    return parts.joined(separator: ", ") + "."
  }

  /// How many rows say what, where one of them is more than a submission.
  private static func kinds(
    of outcome: TableImport.Outcome
  ) -> [(LedgerEvent.Kind, Int)] {
    guard outcome.kinds.keys.contains(where: { $0 != .submitted }) else { return [] }
    return LedgerEvent.Kind.allCases.compactMap { kind in
      outcome.kinds[kind].map { (kind, $0) }
    }
  }

  /// What came of the rows of another ledger, or would come of them.
  ///
  /// - Parameters:
  ///   - outcome: What came of them.
  ///   - isPreview: Whether nothing was written.
  /// - Returns: The sentence.
  package static func summary(_ outcome: BookImport.Outcome, isPreview: Bool) -> String {
    let new = outcome.rows.filter(\.isNew)
    let known = outcome.rows.count - new.count
    let kinds = LedgerEvent.Kind.allCases.compactMap { kind -> String? in
      let count = new.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    var parts = [
      "\(new.count) baris \(isPreview ? "akan dicatat" : "dicatat")"
        + (kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))")
    ]
    if known > 0 { parts.append("\(known) sudah ada di sini") }
    if outcome.faultyRows > 0 { parts.append("\(outcome.faultyRows) salah dilewati") }
    return parts.joined(separator: ", ") + "."
  }

  /// A row of another ledger, and where it is here.
  package static func line(of row: BookImport.Row) -> String {
    let what = [row.kind.rawValue, row.subject, row.period].filter { !$0.isEmpty }
    return "#\(row.number): \(what.joined(separator: " ")), \(row.unitName) (\(row.unit)), "
      + "\(row.date.indonesian), "
      + (row.isNew ? "menjadi baris \(row.place.text)" : "sudah ada (baris \(row.place.text))")
  }

  /// A row with what it was understood to say, and what is written of it.
  package static func line(of row: TableImport.Row) -> String {
    let subject = [row.report, row.period?.description].compactMap(\.self).joined(separator: " ")
    let verb = row.kind == .submitted ? "" : "\(row.kind.rawValue) "
    var words = ["baris \(row.line): \(verb)\(subject)", "\(row.unitName) (\(row.unit))"]
    if row.kind == .extended {
      words.append("tenggat baru \(row.date.indonesian), surat \(row.received.indonesian)")
    } else {
      words.append(row.date.indonesian)
      if row.received != row.date { words.append("diterima \(row.received.indonesian)") }
    }
    if !row.value.isEmpty { words.append("nilai \(row.value)") }
    if let evidence = row.evidence { words.append("bukti \(evidence)") }
    if let note = row.note { words.append("catatan: \(note)") }
    if row.isLate { words.append("susulan") }
    if !row.isNew { words.append("sudah tercatat") }
    return words.joined(separator: ", ")
  }
}
