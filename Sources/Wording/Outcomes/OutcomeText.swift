internal import Answers
package import CivilCalendar
package import Compliance
package import ComplianceModel
package import Deeds
internal import LedgerStore
internal import PlainText
package import Workspace

/// What came of a request to record something, in words that every front shares.
package struct OutcomeText: Sendable {
  /// A line.
  package struct Line: Sendable {
    /// The words, with actions that the front spells.
    package let text: Remedy
    /// How they are set off.
    package let style: Style
    /// How many lines above it belongs to, each below the one before.
    package let depth: Int

    /// Whether it belongs to the line above.
    package var isInner: Bool { depth > 0 }

    init(
      _ text: Remedy, _ style: Style = .plain, inner isInner: Bool = true, deep isDeep: Bool = false
    ) {
      self.text = text
      self.style = style
      depth = isDeep ? 2 : isInner ? 1 : 0
    }

    /// A line that opens what is said of one row.
    static func heading(_ text: Remedy) -> Line { Line(text, inner: false) }
  }

  /// The lines, in their order.
  package let lines: [Line]

  init(lines: [Line]) { self.lines = lines }

  /// What was submitted, or found recorded.
  ///
  /// - Parameters:
  ///   - outcome: What came of it.
  ///   - received: The day of receipt that was named; `nil` where none was.
  package init(_ outcome: Submit.Outcome, statedReceipt received: CivilDate?) {
    lines = outcome.results.flatMap { result -> [Line] in
      switch result {
      case .recorded(let row): OutcomeText.lines(of: row)
      case .alreadyRecorded(let row, let selection):
        OutcomeText.lines(of: row, selection, statedReceipt: received)
      }
    }
  }

  /// What was decided.
  ///
  /// - Parameters:
  ///   - outcome: What came of it.
  ///   - kind: What was decided.
  ///   - note: Why it was.
  package init(_ outcome: Decide.Outcome, of kind: LedgerEvent.Kind, note: String?) {
    lines = outcome.rows.flatMap { row -> [Line] in
      [
        .heading(
          "Tercatat (baris \(row.row.text)): \(OutcomeText.subject(of: row)) \(Words.event(kind))")
      ] + OutcomeText.extensionLines(of: row, kind, note: note)
    }
  }

  /// What was declared void.
  package init(_ outcome: VoidRow.Outcome) {
    lines =
      [
        .heading(
          "Baris \(outcome.voided.id.text) dibatalkan (baris \(outcome.row.text)): "
            + Remedy(OutcomeText.subject(of: outcome)))
      ] + OutcomeText.dueAgain(outcome)
  }

  // MARK: - What a row is about

  /// The report, the period and the unit: `LPPD 2025 Kecamatan Hatungun`.
  package static func subject(of row: RecordedRow) -> String {
    "\(row.selection.code) \(row.obligation.id.period) \(row.selection.unitName)"
  }

  /// The row that is void: `penyampaian LPPD 2025 Kecamatan Hatungun`.
  package static func subject(of outcome: VoidRow.Outcome) -> String {
    let entry = outcome.voided.entry
    let what = [entry.subject, entry.period].filter { !$0.isBlank }
    return "\(Words.noun(entry.kind)) \(what.joined(separator: " ")) \(outcome.unitName)"
  }

  // MARK: - What a row changes

  /// How an extension moves the due date; nothing for other decisions.
  package static func extensionLines(
    of row: RecordedRow, _ kind: LedgerEvent.Kind, note: String?
  ) -> [Line] {
    guard kind == .extended, let due = row.formerDue else { return [] }
    return [
      Line("tenggat \(due.indonesian) menjadi \(row.date.indonesian)"),
      Line("surat \(row.received.indonesian): \(note ?? "")"),
    ]
  }

  /// The due date that is in force again; nothing unless an extension is void.
  package static func dueAgain(_ outcome: VoidRow.Outcome) -> [Line] {
    outcome.dueAgain.map { [Line("tenggat yang berlaku kembali \($0.indonesian)")] } ?? []
  }

  private static func lines(of row: RecordedRow) -> [Line] {
    guard row.assessment != nil else { return [] }
    return [.heading("Tercatat (baris \(row.row.text)): \(subject(of: row))")] + effects(of: row)
      + (row.evidencePath.map { [Line("Bukti: \($0)")] } ?? [])
  }

  /// What is said of a submission that is recorded already.
  package static func lines(
    of row: LedgerEvent, _ selection: Selection, statedReceipt received: CivilDate?
  ) -> [Line] {
    var lines = [
      Line.heading("Sudah tercatat (baris \(row.row.text)): \(subject(of: row, selection))")
    ]
    if let received, received != row.received {
      lines.append(
        Line(
          """
          Diterima dalam buku \(row.received.indonesian), bukan \(received.indonesian); bila buku \
          keliru, batalkan dahulu: \(do: .void(row.row.text))
          """, .soon))
    }
    return lines + [Line("Tidak ada yang dicatat lagi.", .faint)]
  }

  /// A submission that is recorded already: `LPPD 2025 Kecamatan Hatungun, 20 Februari 2026`.
  package static func subject(of row: LedgerEvent, _ selection: Selection) -> String {
    let period = row.period.map { " \($0)" } ?? ""
    return "\(selection.code)\(period) \(selection.unitName), \(row.date.indonesian)"
  }

  /// How a submission makes its obligation stand, and what is odd about it.
  package static func effects(of row: RecordedRow) -> [Line] {
    guard let assessment = row.assessment else { return [] }
    var lines: [Line] = []
    if let deciding = assessment.deciding, let due = assessment.due {
      lines.append(
        Line(
          "\(deciding.date.indonesian), tenggat \(due.indonesian): \(Words.standing(assessment))",
          Words.style(assessment.status)))
    }
    if let deciding = assessment.deciding, assessment.standing.submissions.count > 1 {
      lines.append(Line(choice(of: deciding, beside: row, assessment)))
    }
    if assessment.standing.openReturn != nil {
      lines.append(
        Line(
          "Masih berstatus dikembalikan: penyampaian ini diterima sebelum pengembaliannya.", .soon))
    }
    let definitions = row.selection.desk.definitions
    if let start = definitions.watchStart(of: row.selection.unit),
      !definitions.isWatched(row.obligation.id, due: row.obligation.due)
    {
      lines.append(
        Line(
          "Tidak dipantau (dipantau sejak \(start.day.indonesian)): tersimpan, dan di luar semua angka.",
          .soon))
    } else if row.admission.isLateEntry {
      lines.append(Line("Susulan, dihitung tersendiri.", .soon))
    }
    return lines
      + row.admission.doubts.map(insistence)
  }

  /// What is odd about a row, which is recorded all the same.
  package static func insistence(on doubt: Doubt) -> Line {
    Line("Dicatat karena ada alasannya: \(doubt.words).", .soon)
  }

  /// Which of several submissions decides, beside the one that was just recorded.
  private static func choice(
    of deciding: LedgerEvent, beside row: RecordedRow, _ assessment: Assessment
  ) -> Remedy {
    let definitions = row.selection.desk.definitions
    let which = definitions.deciding(assessment.report) == .first ? "pertama" : "terakhir"
    let place =
      deciding.row == row.row
      ? "yaitu yang ini" : "\(deciding.date.indonesian) (baris \(deciding.row.text))"
    return
      "Penyampaian ini \(row.date.indonesian); yang menentukan penyampaian \(which), \(place)."
  }
}
