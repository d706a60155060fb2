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

  /// A line of the file.
  struct Line: Sendable {
    let number: String
    /// `hapus` or `tulis`, since a colour alone says nothing to some.
    let act: String
    let text: String
    /// The name of a style.
    let style: String
  }

  /// A value that is sent again.
  struct Hidden: Sendable {
    let name: String
    let value: String
  }

  let title = "Periksa sebelum disimpan"
  let lines: [Line]
  let effect: EffectView
  let hidden: [Hidden]
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
    lines = outcome.lines.map {
      Line(
        number: $0.number.indonesian, act: $0.isAdded ? "tulis" : "hapus", text: $0.text,
        style: $0.isAdded ? "good" : "bad")
    }
    self.effect = EffectView(effect, visit)
    hidden =
      names.compactMap { name in fields[name].map { Hidden(name: name, value: $0) } }
      + [Hidden(name: SettingsChange.step, value: SettingsChange.Step.save.rawValue)]
    action = visit.paths.page(path)
    back = visit.paths.page(SettingsPage.path)
  }
}
