internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Hummingbird
internal import Wording
internal import Workspace

/// The form that records a measured value of an indicator.
struct MeasurePage: Page {
  static let path = "/iku/{unit}/{kode}/ukur"
  static let name: String? = nil
  static let template = "isian"
  static let help: GuidePlace? = GuidePlace("Halaman", "Mencatat nilai indikator")
  static let readers = Audience.recorders
  static let keys: Set<String> = []

  let title: String
  /// What is measured, and what is aimed at.
  let about: [String]
  let form: EntryView

  init(_ visit: Visit) throws {
    let recording = try Recording(measuring: visit)
    _ = try visit.visitor.recorder()
    let entry = Entry(recording, today: visit.today)
    title = recording.title
    about = recording.about(visit)
    form = EntryView(entry, visit)
  }
}

/// A measured value, filled in: it is shown as it will be written, and not written yet.
enum MeasureForm: PostedForm {
  static let path = MeasurePage.path
  static let writers = Audience.recorders
  static let fields: Set = Set(
    [RequestField.period, .value, .components, .date, .note].map(\.formName) + [EntryForm.draft])
  static let fileFields: Set = [RequestField.evidence.formName]

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    try visit.checked(Entry(Recording(measuring: visit), fields), fields)
  }
}

extension Recording {
  /// The measurement that the address of a form names.
  ///
  /// - Parameter visit: The look at the form.
  /// - Throws: ``ShownTrouble`` for a page about another day, for an indicator that there is not or that is
  ///   counted from documents, and for one that the visitor may not measure.
  init(measuring visit: Visit) throws {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    guard let unit = visit.parameters.get("unit"), let code = visit.parameters.get("kode"),
      let kecamatan = try? visit.workspace.offices(of: unit, having: "indikator"),
      kecamatan.count == 1
    else { throw ShownTrouble(trouble: .noSuchIndicator) }
    let scope = ScorecardScope(year: visit.today.year, of: kecamatan, asOf: visit.today)
    let answers = try IndicatorExplanation.all(of: code, scope, in: visit.workspace)
    // Of two registers that have one code, the later one counts.
    guard let answer = answers.last, answer.entry.count == nil else {
      throw ShownTrouble(trouble: .noSuchIndicator)
    }
    let indicator = answer.entry.indicator
    let measured = Measured(
      kecamatan: kecamatan[0].code, label: indicator.label, name: indicator.wording.name,
      form: IndicatorWords.form(of: indicator),
      components: indicator.components.isEmpty ? nil : IndicatorWords.components(of: indicator),
      target: IndicatorWords.text(of: answer.entry.targetValue),
      owners: answer.sheet.roles(answer.entry))
    guard visit.visitor.mayMeasure(for: measured.owners) else {
      throw ShownTrouble(trouble: .notAllowed)
    }
    self = .measurement(measured)
  }
}
