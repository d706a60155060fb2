internal import CivilCalendar
internal import ComplianceModel
internal import Hummingbird
internal import HTTPTypes
internal import Workspace

/// What was filled in about one obligation: it is shown as it will be written, and not written yet.
enum EntryForm: PostedForm {
  static let path = EntryPage.path
  static let writers = Audience.submitters
  static let fields: Set = Set(
    [RequestField.date, .received, .newDue, .note, .reason].map(\.formName) + [row, draft])
  static let fileFields: Set = [RequestField.evidence.formName]

  /// The field that names the row that is to be void.
  static let row = "baris"
  /// The field that names an earlier draft, whose files go on.
  static let draft = "draf"

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    let named = try fields.value(row, as: "nomor baris, misalnya 2026#3") {
      LedgerEvent.RowID(written: $0)
    }
    let recording = try Recording(visit, row: named)
    let known = Set(recording.fields.map(\.name))
    for field in self.fields.subtracting([row, draft]).union(fileFields).subtracting(known)
    where fields[field] != nil || !fields.files(field).isEmpty {
      throw QueryFault(what: "'\(field)' tidak dikenal di formulir ini")
    }
    return try visit.checked(Entry(recording, fields), fields)
  }
}

extension Visit {
  /// Shows what was filled in as it will be written, or again with what is wrong with it.
  func checked(_ entry: Entry, _ fields: FormFields) throws -> FormAnswer {
    let uploads = fields.files(RequestField.evidence.formName)
    let earlier = fields[EntryForm.draft].flatMap { drafts.draft($0, for: self) }
    if uploads.isEmpty, fields[EntryForm.draft] != nil, earlier == nil || earlier?.receipt != nil {
      let lost = Entry.Fault(
        field: .evidence,
        text: "Berkas yang tadi dikirim tidak disimpan lagi; pilih lagi berkasnya")
      return .page(EntryPage(entry, with: [lost], self), .unprocessableContent)
    }
    // Who chooses files again means others.
    let others = uploads.isEmpty ? earlier?.files ?? [] : []
    do {
      let (draft, seen) = try drafts.keep(uploads, with: others, self) { _, files in
        let (seen, known) = try RecordingDesk(visit: self).look(entry, files)
        return (.entry(entry), seen, known)
      }
      return .page(try PreviewPage(draft, entry, seen, self), .ok)
    } catch let refused as RecordingDesk.Refused {
      // What a browser has sent it does not send again by itself.
      let lost =
        uploads.isEmpty
        ? []
        : [
          Entry.Fault(
            field: .evidence, text: "Berkas yang dipilih tidak ikut tersimpan; pilih lagi berkasnya"
          )
        ]
      return .page(
        EntryPage(entry, with: refused.faults + lost, from: others.isEmpty ? nil : earlier, self),
        refused.status)
    }
  }
}

extension RecordingDesk.Refused {
  /// The status of the answer.
  var status: HTTPResponse.Status { isOfForm ? .unprocessableContent : .serviceUnavailable }
}
