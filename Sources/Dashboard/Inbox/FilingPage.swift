internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

/// The files that were chosen or handed in, as they will be recorded, to be confirmed; and those that will not,
/// with the reason.
struct FilingPage: ShownPage {
  static let path = InboxForm.path
  static let template = "periksa-berkas"
  static let help: GuidePlace? = GuidePlace("Halaman", "Yang masuk")

  let title = "Periksa sebelum dicatat"
  /// Those that are recorded.
  let ready: [FilingLine]
  /// Those that are not.
  let others: [FilingLine]
  /// Whether there is one of each; a template sees only what is stored.
  let hasReady, hasOthers: Bool
  /// Whether a late entry lacks its reason, or one was given.
  let asksReason: Bool
  let reason: String
  /// Who will stand in the ledger.
  let recorder: String
  /// Where a file goes that is recorded.
  let destination: String
  /// The draft, for forms that go on from it.
  let draft: String
  /// Where it is confirmed.
  let action: String
  /// Where forms that go on from it are sent.
  let moreAction: String

  init(_ draft: Draft, _ request: TakeInFiles, _ lines: [FilingLine], _ visit: Visit) {
    ready = lines.filter(\.isReady)
    others = lines.filter { !$0.isReady }
    hasReady = !ready.isEmpty
    hasOthers = !others.isEmpty
    asksReason = request.reason != nil || lines.contains(where: \.needsReason)
    reason = request.reason ?? ""
    recorder = request.recorder
    destination =
      request.source == .dropFolder
      ? "Sesudah dicatat berkasnya pindah ke kotak-masuk/selesai/\(visit.today.year)."
      : "Berkasnya disimpan sebagai bukti dalam dokumen."
    self.draft = draft.number
    action = visit.paths.page("/isian/\(draft.number)")
    moreAction = visit.paths.page(InboxForm.path)
  }
}
