internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Workspace
internal import Wording

/// What the commands about one obligation have in common: `kembalikan`, `terima`, `bebaskan`,
/// `ingatkan tunda`.
struct RowArguments: ParsableArguments {
  @Argument(help: "Kode laporan.")
  var laporan: String
  @Argument(help: "Periode yang dilaporkan.")
  var periode: Period?
  @OptionGroup var units: UnitOptions
  @OptionGroup var recorder: RecorderOptions
  @Option(help: ArgumentHelp("Catatan atau alasan.", valueName: "teks"))
  var catatan: String?
  @Option(
    help: ArgumentHelp(
      "Sama dengan --catatan; di sampingnya: sebab yang janggal tetap dicatat.", valueName: "teks")
  )
  var alasan: String?

  /// The note, by either of its names.
  var note: String? {
    words.note.map { [$0, words.reason].compactMap(\.self).joined(separator: "; ") }
  }

  /// The note, and the reason that insists on what is improbable where it stands beside the note: one
  /// text alone says what is done, and nobody would have been asked.
  private var words: (note: String?, reason: String?) {
    let texts = [catatan, alasan].compactMap { $0?.nonEmpty }
    return (texts.first, texts.count > 1 ? texts[1] : nil)
  }
}

extension RowArguments {
  /// Records a decision on each obligation that is meant, and says so.
  func record(_ decision: Decide.Decision, _ session: inout Session) throws {
    let decide = Decide(
      decision, report: laporan, period: periode, units: try units.named, note: words.note,
      reason: words.reason, recorder: try session.recorder(recorder.petugas))
    let outcome = try decide.record(in: session.workspace, at: session.clock.now)
    session.console.outcome(OutcomeText(outcome, of: decision.kind, note: note), outcome.remarks)
  }
}
