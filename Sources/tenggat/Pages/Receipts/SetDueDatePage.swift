internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import Wording
internal import Workspace

/// What a due date that a letter sets moves, for people and for programs.
struct SetDueDatePage {
  let outcome: SetDueDateOutcome
  let isPreview: Bool
  let kecamatan: [Kecamatan]

  private var text: SetDueDateText { SetDueDateText(outcome, kecamatan) }
  private var subject: String { "\(outcome.report) \(outcome.period)" }
  private var moved: [SetDueDateOutcome.Move] { outcome.moves.filter(\.isMoved) }

  // MARK: - For people

  func print(to console: inout Console) {
    console.line("\(subject): tenggat \(Words.day(outcome.date))", .strong)
    if let closed = text.closedDay { console.line(closed, .soon) }
    console.line("Surat: \(outcome.letter)")
    printMoves(to: &console)
    for exception in text.exceptions { console.line(exception) }
    printEnd(to: &console)
  }

  private func printMoves(to console: inout Console) {
    guard !moved.isEmpty else {
      if !outcome.isKnown { console.line("Tidak ada tenggat atau keadaan yang bergeser.") }
      return
    }
    var table = Table([
      Table.Column("Unit", .cut), Table.Column("Tenggat semula", right: true),
      Table.Column("Tenggat baru", right: true), Table.Column("Keadaan semula"),
      Table.Column("Keadaan baru"),
    ])
    for move in moved {
      table.add([
        Table.Cell(move.unitName), Table.Cell(SetDueDatePage.text(move.before?.due)),
        Table.Cell(SetDueDatePage.text(move.after.due), .strong),
        Table.Cell(move.before.map { Words.status($0.status) } ?? "-"),
        Table.Cell(Words.status(move.after.status), Words.style(move.after.status)),
      ])
    }
    console.table(table)
    let still = outcome.moves.count - moved.count
    if still > 0 { console.line("\(still) unit lain tidak bergeser.") }
  }

  private func printEnd(to console: inout Console) {
    let (words, style) = text.ending(isPreview: isPreview, option: "--coba")
    console.line(words, style)
  }

  private static func text(_ date: CivilDate?) -> String { date?.indonesian ?? "-" }

  /// What is said on standard error.
  var remarks: [String] {
    text.frozenWarnings(isPreview: isPreview) { "tenggat beda \($0)" }
      .map { "tenggat: peringatan: \($0)" }
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "laporan": .string(outcome.report),
      "periode": .string("\(outcome.period)"),
      "tanggal": .string("\(outcome.date)"),
      "hari_kerja_terakhir": JSONValue(outcome.lastWorkingDay),
      "surat": .string(outcome.letter),
      "ditulis": .boolean(outcome.isWritten),
      "sudah_ada": .boolean(outcome.isKnown),
      "entri": .array(
        outcome.entries.map {
          [
            "unit": JSONValue($0.unit.map { "\($0)" }), "berkas": .string($0.place.file),
            "baris": .integer($0.place.line), "tanggal_lama": JSONValue($0.formerDate),
            "surat_lama": JSONValue($0.formerLetter), "sudah_ada": .boolean($0.isKnown),
          ]
        }),
      "bergeser": .array(moved.map(json)),
      "tetap": .integer(outcome.moves.count - moved.count),
      "tersendiri": .array(
        outcome.ownDates.map {
          [
            "nama_unit": .string($0.unitName), "tanggal": .string("\($0.date)"),
            "surat": .string($0.letter),
          ]
        }),
      "beku": .array(
        outcome.frozen.map {
          [
            "unit": .string("\($0.kecamatan)"), "triwulan": .string("\($0.quarter)"),
            "nomor": .string($0.row.text),
          ]
        }),
    ]
  }

  private func json(_ move: SetDueDateOutcome.Move) -> JSONValue {
    [
      "unit": .string("\(move.unit)"),
      "nama_unit": .string(move.unitName),
      "laporan": .string(outcome.report),
      "periode": .string("\(outcome.period)"),
      "tenggat_lama": JSONValue(move.before?.due),
      "tenggat": JSONValue(move.after.due),
      "tenggat_aturan_lama": JSONValue(move.before?.ruleDue),
      "tenggat_aturan": JSONValue(move.after.ruleDue),
      "status_lama": JSONValue(move.before?.status.rawValue),
      "status": .string(move.after.status.rawValue),
      "perpanjangan": JSONValue(move.extensionRow?.text),
    ]
  }
}
