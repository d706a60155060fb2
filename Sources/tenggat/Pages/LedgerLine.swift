internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import LedgerStore
internal import PlainText
internal import Workspace

/// One row of the ledger as people read it: what was said, by whom, and whether it still stands.
struct LedgerLine {
  let event: LedgerEvent
  let row: LedgerRow
  /// The name of the unit.
  let unitName: String
  /// Whether it is a submission that was recorded as a late entry (susulan).
  let isLateEntry: Bool
  /// The row that voids this one.
  let voidedBy: LedgerRow?

  private var entry: LedgerEntry { row.entry }

  /// The report and the period, where the row has them: `LPPD 2025`.
  var subject: String {
    [entry.subject, entry.period].compactMap(\.nonEmpty).joined(separator: " ")
  }

  /// What the row says: `diserahkan`, `membatalkan baris 2026#3`.
  private var what: String {
    event.voids.map { "membatalkan baris \($0.text)" } ?? Words.event(event.kind)
  }

  /// The row in one line: `2026#12 kasubbag, 20 Maret 2026: diserahkan (catatan)`.
  var summary: String {
    let note = entry.note.nonEmpty.map { " (\($0))" } ?? ""
    return "\(event.row.text) \(entry.recorder), \(event.recorded.indonesian): "
      + "\(what)\(note)"
  }

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
      let reason = voidedBy.voidReason.nonEmpty.map { ": \($0)" } ?? ""
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
    let minutes = row.recordedAt.secondOfDay / 60
    let time = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let recorded =
      "dicatat \(row.recordedAt.date.indonesian) pukul \(time.joined(separator: ".")) "
      + "oleh \(entry.recorder)"
    return [date, received, recorded].compactMap(\.self).joined(separator: " · ")
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "nomor": .string(event.row.text),
      "buku": .string("\(event.unit.kecamatan)/\(event.row.year).csv"),
      "urutan": .integer(event.row.number),
      "dicatat_pada": .string(row.recordedAt.description),
      "petugas": .string(entry.recorder),
      "peristiwa": .string(event.kind.rawValue),
      "unit": .string(entry.unit.description),
      "nama_unit": .string(unitName),
      "laporan": JSONValue(entry.subject.nonEmpty),
      "periode": JSONValue(entry.period.nonEmpty),
      "tanggal": JSONValue(entry.date),
      "diterima": JSONValue(entry.received),
      "dicatat": .string(row.recordedAt.date.description),
      "nilai": JSONValue(entry.value.nonEmpty),
      "berkas": JSONValue(entry.file.nonEmpty),
      "sha256": JSONValue(entry.sha256.nonEmpty),
      "catatan": JSONValue(entry.note.nonEmpty),
      "susulan": .boolean(isLateEntry),
      "membatalkan": JSONValue(event.voids?.text),
      "dibatalkan_oleh": JSONValue(voidedBy?.id.text),
      "sebab_batal": JSONValue(voidedBy?.voidReason.nonEmpty),
    ]
  }
}

extension LedgerRow {
  /// What a `batal` says after the number of the row that it voids.
  fileprivate var voidReason: String {
    entry.note.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
  }
}

extension Desk {
  /// Rows of the ledger as people read them, void or not, by file and number.
  ///
  /// - Parameters:
  ///   - day: The day on which the rules of their reports are looked up.
  ///   - isMeant: Which rows are wanted.
  /// - Returns: The rows that are wanted.
  func lines(
    asOf day: CivilDate, where isMeant: (LedgerRow, LedgerEvent) -> Bool
  ) -> [LedgerLine] {
    let events = ledger.events
    let voids = Dictionary(
      events.compactMap { event in event.voids.map { ($0, event.row) } },
      uniquingKeysWith: { first, _ in first })
    var lines: [LedgerLine] = []
    for event in events {
      guard let row = ledger.row(event.row), isMeant(row, event) else { continue }
      lines.append(
        LedgerLine(
          event: event, row: row, unitName: kecamatan.displayName(of: event.unit),
          isLateEntry: isLateEntry(event, asOf: day),
          voidedBy: voids[event.row].flatMap { ledger.row($0) }))
    }
    return lines
  }

  private func isLateEntry(_ event: LedgerEvent, asOf day: CivilDate) -> Bool {
    guard event.kind == .submitted, let id = event.obligation else { return false }
    // A date that waits for a holiday file does not keep the rule's meaning from being known.
    let rule = (try? obligation(id, asOf: day))??.rule
    let first = calendar.report(id.report)?.layers.joined().first
    return Assessment.isLateEntry(event, meaning: (rule ?? first)?.meaning ?? .submission)
  }
}
