internal import ComplianceModel
internal import Hummingbird
internal import Workspace

/// The form that takes a table of answers to a survey of public satisfaction.
struct SurveyUploadPage: Page {
  static let path = "/iku/{unit}/survei/baru"
  static let name: String? = nil
  static let template = "isian"
  static let help: GuidePlace? = GuidePlace("Halaman", "Mencatat nilai indikator")
  static let readers = Audience.planners
  static let keys: Set = [SurveyUploadForm.letters]

  let title: String
  /// What is taken.
  let about: [String]
  let form: EntryView

  init(_ visit: Visit) throws {
    let readsLetters = try visit.query.flag(SurveyUploadForm.letters)
    let recording = try Recording(surveying: visit, letters: readsLetters)
    _ = try visit.visitor.recorder()
    title = recording.title
    about = recording.about(visit)
    form = EntryView(Entry(recording, today: visit.today), visit)
  }
}

/// A table of answers, sent: what it comes to is shown, and not written yet.
enum SurveyUploadForm: PostedForm {
  static let path = SurveyUploadPage.path
  static let writers = Audience.planners
  static let fields: Set = Set(
    [RequestField.period, .date, .note].map(\.formName) + [EntryForm.draft, letters])
  static let fileFields: Set = [RequestField.evidence.formName]

  /// The field that says that the answers are the letters of the printed questionnaire.
  static let letters = "huruf"

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    let readsLetters = try fields.value(letters, as: "ya") { $0 == "ya" ? true : nil } ?? false
    let recording = try Recording(surveying: visit, letters: readsLetters)
    return try visit.checked(Entry(recording, fields), fields)
  }
}

extension Recording {
  /// The survey that the address of a form names.
  ///
  /// - Throws: ``ShownTrouble`` for a page about another day, and for a kecamatan that there is not.
  init(surveying visit: Visit, letters readsLetters: Bool) throws {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    guard let unit = visit.parameters.get("unit"),
      let kecamatan = try? visit.workspace.offices(of: unit, having: "indikator"),
      kecamatan.count == 1
    else { throw ShownTrouble(trouble: .noSuchIndicator) }
    self = .survey(kecamatan[0].code, letters: readsLetters)
  }
}
