internal import Deeds

/// Files from a visitor's computer, read by their names as those of the drop folder are: they are shown as they
/// will be recorded, and nothing is written.
enum UploadForm: PostedForm {
  static let path = "/masuk/unggah"
  static let writers = Audience.recorders
  static let fields: Set = [ToldEntry.reason.name]
  static let fileFields: Set = [files]

  /// The field of the files.
  static let files = "kiriman"

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let uploads = fields.files(files)
    guard !uploads.isEmpty else { throw ShownTrouble(trouble: .noFileSent) }
    guard uploads.count <= FilingDesk.most else { throw ShownTrouble(trouble: .tooManyFiles) }
    let request = TakeInFiles(
      .dropFolder, reason: try ToldEntry.reason(in: fields),
      recorder: try visit.visitor.recorder())
    return try visit.checked(request, uploads)
  }
}
