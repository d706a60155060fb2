internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Workspace

/// A table from a visitor's computer, or one that was sent before with more said of it.
///
/// Its faults are shown beside its cells, or what it will write. Nothing is written.
enum TableForm: PostedForm {
  static let path = "/masuk/tabel"
  static let writers = Audience.recorders
  static let fields: Set = Set(
    [draft, ToldEntry.reason.name, fillsDown, fillsDates, skipsFaulty]
      + (0..<mostColumns).map(column))
  static let fileFields: Set = [table]

  /// The field of the table.
  static let table = "tabel"
  /// The field that names a table that was sent before.
  static let draft = "draf"
  /// The boxes of what is done with blanks and with rows that have faults.
  static let fillsDown = "isi-turun"
  static let fillsDates = "isi-turun-tanggal"
  static let skipsFaulty = "lewati-salah"
  /// The columns whose meaning can be said.
  static let mostColumns = 60

  /// The field of the meaning of a column.
  static func column(_ place: Int) -> String { "kolom.\(place)" }

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let uploads = fields.files(table)
    let earlier = try fields[draft].map { try sent($0, visit) }
    guard uploads.count == 1 || uploads.isEmpty && earlier != nil else {
      throw ShownTrouble(trouble: uploads.isEmpty ? .noFileSent : .severalTables)
    }
    let reason = try ToldEntry.reason(in: fields)
    let desk = TableDesk(visit: visit)
    let recorder = try visit.visitor.recorder()
    // Who chooses a table again means another one.
    let others = uploads.isEmpty ? earlier?.files ?? [] : []
    let (draft, seen) = try visit.drafts.keep(uploads, with: others, visit) { _, files in
      guard let file = files.first else { throw ShownTrouble(trouble: .noFileSent) }
      var request = TableImport.Request(
        table: file.path, name: file.name, reason: reason,
        skipsFaulty: try fields.flag(skipsFaulty), recorder: recorder)
      request.fillsDown = try fields.flag(fillsDown)
      request.fillsDates = try fields.flag(fillsDates)
      request.meanings = try desk.meanings(fields, of: request)
      return (.table(request), (request, try desk.look(request)), KnownRows())
    }
    let page = TablePage(draft, seen.0, seen.1, visit)
    return .page(page, seen.1.isRefused ? .unprocessableContent : .ok)
  }

  private static func sent(_ number: String, _ visit: Visit) throws -> Draft {
    guard let draft = visit.drafts.draft(number, for: visit), draft.receipt == nil,
      case .table = draft.content
    else { throw ShownTrouble(trouble: .noSuchDraft) }
    return draft
  }
}

extension FormFields {
  /// A box, which sends something only where it is ticked.
  fileprivate func flag(_ field: String) throws(QueryFault) -> Bool {
    try value(field, as: "ya") { $0 == "ya" ? true : nil } ?? false
  }
}
