internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Wording
internal import Workspace

/// A change of the settings on its way: looked at, shown, and written only when it is sent a second time.
struct SettingsChange {
  /// The look at the settings.
  let visit: Visit
  /// What is asked for.
  let request: ChangeSettings

  /// Shows the change, or writes it.
  ///
  /// - Parameters:
  ///   - fields: What was sent, which the confirming form sends again.
  ///   - names: The fields that are sent again.
  ///   - path: Where the form is sent.
  ///   - refused: The page that shows what was filled in again, with what is wrong with it.
  /// - Returns: What the sender is shown.
  /// - Throws: A ``QueryFault``; what no page has words for.
  func answer(
    _ fields: FormFields, again names: [String], to path: String,
    refused: ([String]) throws -> any ShownPage
  ) throws -> FormAnswer {
    do {
      switch try FormStep.of(fields) {
      case .check:
        let outcome = try request.preview(in: visit.workspace)
        guard !outcome.isKnown else {
          return .page(try refused(["Tidak ada yang berubah."]), .unprocessableContent)
        }
        let effect = try DefinitionEffect(
          from: outcome.before, to: outcome.after,
          years: visit.today.year...visit.today.year + 1, asOf: visit.today)
        return .page(
          SettingsPreviewPage(outcome, effect, fields, again: names, to: path, visit), .ok)
      case .save:
        _ = try request.record(in: visit.workspace, at: visit.instant)
        return .seeOther(visit.paths.page(SettingsPage.path, [SettingsPage.saved: "ya"]))
      }
    } catch let failure as RequestFailure {
      let objections = try failure.objections()
      let isBusy = objections.contains { $0.nature == .busy }
      return .page(
        try refused(objections.map { $0.sentence() }), isBusy ? .conflict : .unprocessableContent)
    }
  }
}
