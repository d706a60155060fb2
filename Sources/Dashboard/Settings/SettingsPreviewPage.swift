internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Wording

/// Exactly which lines of `kantor.yaml` change, and which due dates and statuses move with them, to be
/// confirmed.
struct SettingsPreviewPage: ShownPage {
  static let path = SettingsPage.path
  static let template = "periksa-pengaturan"
  static let help: GuidePlace? = GuidePlace("Halaman", "Pengaturan")

  let title = "Periksa sebelum disimpan"
  let lines: [LineView]
  let effect: EffectView
  let hidden: [EntryView.Hidden]
  let action: String
  let back: String

  /// Shows what would be written.
  ///
  /// - Parameters:
  ///   - outcome: The lines.
  ///   - effect: What moves.
  ///   - fields: What was sent.
  ///   - names: The fields that are sent again.
  ///   - path: Where the form is sent.
  ///   - visit: The look at it.
  init(
    _ outcome: SettingsOutcome, _ effect: DefinitionEffect, _ fields: FormFields,
    again names: [String], to path: String, _ visit: Visit
  ) {
    lines = outcome.lines.map(LineView.init)
    self.effect = EffectView(effect, visit)
    hidden = EntryView.Hidden.again(names, of: fields)
    action = visit.paths.page(path)
    back = visit.paths.page(SettingsPage.path)
  }
}
