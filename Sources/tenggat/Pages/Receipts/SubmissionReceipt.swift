internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Workspace
internal import Wording

/// What `catat` recorded, or found recorded.
struct SubmissionReceipt {
  let outcome: Submit.Outcome
  /// The day of receipt that was named.
  let statedReceipt: CivilDate?

  func print(to session: inout Session) {
    for remark in outcome.remarks { Console.message(remark.message) }
    for result in outcome.results {
      switch result {
      case .recorded(let row): print(row, to: &session.console)
      case .alreadyRecorded(let row, let selection):
        print(recorded: row, selection, to: &session.console)
      }
    }
  }

  private func print(
    recorded row: LedgerEvent, _ selection: Selection, to console: inout Console
  ) {
    let period = row.period.map { " \($0)" } ?? ""
    console.line(
      "Sudah tercatat (baris \(row.row.text)): \(selection.code)\(period) \(selection.unitName), "
        + row.date.indonesian)
    if let received = statedReceipt, received != row.received {
      console.line(
        "  Diterima dalam buku \(row.received.indonesian), bukan \(received.indonesian); bila buku "
          + "keliru, batalkan dahulu: tenggat batalkan '\(row.row.text)' --alasan ...", .soon)
    }
    console.line("  Tidak ada yang dicatat lagi.", .faint)
  }

  private func print(_ row: RecordedRow, to console: inout Console) {
    guard let assessment = row.assessment else { return }
    console.line(
      "Tercatat (baris \(row.row.text)): \(row.selection.code) \(row.obligation.id.period) "
        + row.selection.unitName)
    if let deciding = assessment.deciding, let due = assessment.due {
      console.line(
        "  \(deciding.date.indonesian), tenggat \(due.indonesian): \(Words.standing(assessment))",
        Words.style(assessment.status))
    }
    if let deciding = assessment.deciding, assessment.standing.submissions.count > 1 {
      console.line("  \(choice(of: deciding, beside: row, assessment))")
    }
    if assessment.standing.openReturn != nil {
      console.line(
        "  Masih berstatus dikembalikan: penyampaian ini diterima sebelum pengembaliannya.", .soon)
    }
    let definitions = row.selection.desk.definitions
    if let start = definitions.watchStart(of: row.selection.unit),
      !definitions.isWatched(row.obligation.id, due: row.obligation.due)
    {
      console.line(
        "  Tidak dipantau (dipantau sejak \(start.day.indonesian)): tersimpan, dan di luar semua angka.",
        .soon)
    } else if row.admission.isLateEntry {
      console.line("  Susulan, dihitung tersendiri.", .soon)
    }
    for doubt in row.admission.doubts {
      console.line("  Dicatat karena ada alasannya: \(doubt.words).", .soon)
    }
    if let path = row.evidencePath { console.line("  Bukti: \(path)") }
  }

  /// Which of several submissions decides, beside the one that was just recorded.
  private func choice(
    of deciding: LedgerEvent, beside row: RecordedRow, _ assessment: Assessment
  ) -> String {
    let definitions = row.selection.desk.definitions
    let which = definitions.deciding(assessment.report) == .first ? "pertama" : "terakhir"
    let place =
      deciding.row == row.row
      ? "yaitu yang ini" : "\(deciding.date.indonesian) (baris \(deciding.row.text))"
    return
      "Penyampaian ini \(row.date.indonesian); yang menentukan penyampaian \(which), \(place)."
  }
}
