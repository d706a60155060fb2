internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Spreadsheets
internal import Workspace

/// A table from a visitor's computer, or one that was sent before with more said of it.
///
/// Its faults are shown beside its cells, or what it will write. Nothing is written.
enum TableForm: PostedForm {
  static let path = "/masuk/tabel"
  static let writers = Audience.recorders
  static let fields: Set = Set(
    [draft, sheet, ToldEntry.reason.name, fillsDown, fillsDates, skipsFaulty]
      + (0..<mostColumns).map(column))
  static let fileFields: Set = [table]

  /// The field of the table.
  static let table = "tabel"
  /// The field that names a table that was sent before.
  static let draft = "draf"
  /// The field of the sheet of a workbook.
  static let sheet = "lembar"
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
    guard uploads.count <= 1 else { throw ShownTrouble(trouble: .severalTables) }
    let upload = uploads.first.map { ($0.path, $0.name) }
    guard let (path, name) = upload ?? earlier?.draft.files.first.map({ ($0.path, $0.name) }) else {
      throw ShownTrouble(trouble: .noFileSent)
    }
    let book = try SentWorkbook(
      path, named: StoredName.text(name), beside: visit.executable)
    guard let book else { return try shown(visit, fields, earlier, nil) }
    return .later {
      let content = try await book.content()
      return try await Blocking.run { try shown(visit, fields, earlier, content) }
    }
  }

  /// Shows what a table comes to.
  ///
  /// - Parameters:
  ///   - visit: The visit.
  ///   - fields: What was sent.
  ///   - earlier: The table that was sent before, and what was asked then.
  ///   - workbook: What stands in the workbook that the table is; `nil` for comma-separated values.
  /// - Returns: The page.
  /// - Throws: What reading the table or the workspace throws, and what a field has wrong.
  private static func shown(
    _ visit: Visit, _ fields: FormFields, _ earlier: Earlier?,
    _ workbook: Result<SheetContent, SheetRefusal>?
  ) throws -> FormAnswer {
    let uploads = fields.files(table)
    let reason = try ToldEntry.reason(in: fields)
    let desk = TableDesk(visit: visit)
    let recorder = try visit.visitor.recorder()
    // Who chooses a table again means another one.
    let others = uploads.isEmpty ? earlier?.draft.files ?? [] : []
    let (draft, seen) = try visit.drafts.keep(uploads, with: others, visit) { _, files in
      guard let file = files.first else { throw ShownTrouble(trouble: .noFileSent) }
      var request = TableImport.Request(
        table: file.path, name: file.name, reason: reason,
        skipsFaulty: try fields.flag(skipsFaulty), recorder: recorder)
      request.fillsDown = try fields.flag(fillsDown)
      request.fillsDates = try fields.flag(fillsDates)
      request.workbook = workbook
      let chosen = fields.whole(sheet).flatMap { $0.isEmpty ? nil : $0 }
      request.sheet = workbook == nil ? nil : chosen
      // What was said of the columns of one sheet is not said of another's.
      if request.sheet == nil || request.sheet == earlier?.request.sheet {
        request.meanings = try desk.meanings(fields, of: request)
      }
      let look = try desk.look(request)
      request.sheet = look.sheet
      var kept = request
      kept.workbook = nil
      return (.table(kept), (request, look), KnownRows())
    }
    let page = TablePage(draft, seen.0, seen.1, visit)
    return .page(page, seen.1.isRefused ? .unprocessableContent : .ok)
  }

  /// A table that was sent before.
  private struct Earlier: Sendable {
    let draft: Draft
    let request: TableImport.Request
  }

  private static func sent(_ number: String, _ visit: Visit) throws -> Earlier {
    guard let draft = visit.drafts.draft(number, for: visit), draft.receipt == nil,
      case .table(let request) = draft.content
    else { throw ShownTrouble(trouble: .noSuchDraft) }
    return Earlier(draft: draft, request: request)
  }
}

extension FormFields {
  /// A box, which sends something only where it is ticked.
  fileprivate func flag(_ field: String) throws(QueryFault) -> Bool {
    try value(field, as: "ya") { $0 == "ya" ? true : nil } ?? false
  }
}
