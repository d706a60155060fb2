internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import LedgerStore
internal import PlainText
internal import Workspace
internal import Wording

/// What differs now from a frozen quarter, value by value, and why.
struct DifferencePage {
  let answer: Difference
  let frozen: FrozenQuarter
  /// The same in words.
  let text: DifferenceText

  /// Tells an answer.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - frozen: The frozen quarter.
  ///   - desk: The kecamatan's desk.
  ///   - today: Today.
  init(_ answer: Difference, from frozen: FrozenQuarter, _ desk: Desk, today: CivilDate) {
    self.answer = answer
    self.frozen = frozen
    text = DifferenceText(
      answer, signature: frozen.document.endorsement?.signature, desk, today: today)
  }

  private var kecamatan: Kecamatan { answer.kecamatan }

  // MARK: - For people

  func print(to console: inout Console) {
    guard !text.items.isEmpty else {
      console.line(text.summary + (text.otherRows.map { "; \($0)" } ?? ""), .good)
      return
    }
    console.line(text.summary, .strong)
    console.line(text.made, .faint)
    for item in text.items {
      console.line()
      console.line(item.title, .strong)
      for value in item.values { console.line("  \(value.name): \(value.old) -> \(value.new)") }
      for line in item.rows { console.line("  sebab: baris \(line.summary)", .soon) }
      for cause in item.causes { console.line("  sebab: \(cause)", .soon) }
    }
    guard let others = text.otherRows else { return }
    console.line()
    console.line(others, .faint)
  }

  // MARK: - JSON

  static func json(
    _ pages: [DifferencePage], _ quarter: Quarter, asOf day: CivilDate
  ) -> JSONValue {
    [
      "triwulan": .string(quarter.description),
      "per": .string(day.description),
      "beku": .array(pages.map(\.frozenJSON)),
      "beda": .array(
        pages.flatMap { page in zip(page.answer.items, page.text.items).map(page.json) }),
    ]
  }

  private var frozenJSON: JSONValue {
    [
      "unit": .string(kecamatan.code.description),
      "nomor": .string(frozen.row.id.text),
      "petugas": .string(frozen.row.entry.recorder),
      "berkas": .string(frozen.row.entry.file),
      "sha256": .string(frozen.row.entry.sha256),
      "per": .string(frozen.document.statement.asOf.description),
      "dibuat": .string(frozen.document.made.description),
      "ditandatangani": JSONValue(frozen.document.endorsement?.date),
      "penandatangan": JSONValue(frozen.document.endorsement?.name),
      "baris_lain": .integer(answer.otherRowCount),
    ]
  }

  private func json(_ item: Difference.Item, _ text: DifferenceText.Item) -> JSONValue {
    JSONValue(item, answer.columns)
      .adding("nilai", JSONValue(rows: item.change.values, Difference.valueColumns))
      .adding("baris", .array(text.rows.map(\.json)))
      .adding(
        "ditetapkan",
        item.setDate.map {
          [
            "tanggal": .string("\($0.date)"), "surat": .string($0.letter),
            "tempat": .string("\($0.place.file):\($0.place.line)"),
          ]
        } ?? .null)
  }
}
