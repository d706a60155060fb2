internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Hummingbird
internal import Workspace

/// What was ticked in the matrix of the desa, and then what was filled in about it.
enum SeveralForm: PostedForm {
  static let path = "/desa/catat"
  static let writers = Audience.submitters
  static let fields: Set = Set(
    [RequestField.date, .received, .note, .reason].map(\.formName) + [step, EntryForm.draft])
  static let repeatedFields: Set = [ticked]
  static let fileFields: Set = [RequestField.evidence.formName]

  /// The field that names a document.
  static let ticked = "pilih"
  /// The field that says how far it has come.
  static let step = "tahap"
  /// The documents of one form: all of some forty desa.
  static let most = 400

  /// How far it has come.
  enum Step: String {
    /// The documents were ticked.
    case fill = "isi"
    /// The form about them was filled in.
    case check = "periksa"
  }

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let step = try fields.value(step, as: "tahap isian") { Step(rawValue: $0) }
    let items = try items(fields.all(ticked))
    guard !items.isEmpty else { throw ShownTrouble(trouble: .nothingTicked) }
    for item in items {
      let selection = try visit.selection(report: item.report, unit: item.unit)
      guard visit.visitor.may(.submit, selection) else {
        throw ShownTrouble(trouble: .notAllowed)
      }
    }
    let recording = Recording.several(items)
    switch step {
    case .check: return try visit.checked(Entry(recording, fields), fields)
    case .fill, nil: return .page(EntryPage(Entry(recording, today: visit.today), visit), .ok)
    }
  }

  /// A document as a box of the matrix names it: `63.05.12.2001/LPPDesa/2025`.
  static func text(of item: SubmitSeveral.Item) -> String {
    "\(item.unit)/\(item.report)/\(item.period)"
  }

  private static func items(_ texts: [String]) throws(QueryFault) -> [SubmitSeveral.Item] {
    guard texts.count <= most else {
      throw QueryFault(what: "lebih dari \(most) dokumen dicentang")
    }
    var items: [SubmitSeveral.Item] = []
    for text in texts {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, let period = Period(parts[2]) else {
        throw QueryFault(what: "'\(text)' bukan dokumen")
      }
      let item = SubmitSeveral.Item(report: parts[1], period: period, unit: parts[0])
      if !items.contains(item) { items.append(item) }
    }
    return items
  }
}
