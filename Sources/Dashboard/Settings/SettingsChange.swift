internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Wording
internal import Workspace

/// A change of the settings on its way: looked at, shown, and written only when it is sent a second time.
///
/// Nothing is kept meanwhile: the form that confirms it says all of it again, with what was seen, so that a
/// server that was started again takes it too, and sending it twice writes once.
struct SettingsChange {
  /// The look at the settings.
  let visit: Visit
  /// What is asked for.
  let request: ChangeSettings

  /// How far it has come.
  enum Step: String {
    /// It is shown.
    case check = "periksa"
    /// It is written.
    case save = "simpan"
  }

  /// The field that says how far it has come.
  static let step = "tahap"

  /// How far a form has come; shown first where it does not say.
  static func step(of fields: FormFields) throws(QueryFault) -> Step {
    try fields.value(step, as: "'periksa' atau 'simpan'") { Step(rawValue: $0) } ?? .check
  }

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
      switch try SettingsChange.step(of: fields) {
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
      let objections = try failure.causes.flatMap { cause -> [Objection] in
        guard let objections = Objection.all(in: cause) else { throw cause }
        return objections
      }
      let isBusy = objections.contains { $0.nature == .busy }
      return .page(
        try refused(objections.map(\.onPage)), isBusy ? .conflict : .unprocessableContent)
    }
  }
}

extension Objection {
  /// The sentence as the page of the settings says it.
  fileprivate var onPage: String {
    let file = place.map { place in
      "\(place.file)\(place.line > 0 ? " baris \(place.line.indonesian)" : ""): "
    }
    return "\(file ?? "")\(what.spelled); \(remedy.spelled)."
  }
}
