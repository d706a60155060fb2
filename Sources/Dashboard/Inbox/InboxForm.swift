internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import SystemPackage
internal import Workspace

/// Files that were chosen, or handed in before, to be shown as they will be recorded.
///
/// Or a person is asked what one of them is. Nothing is written.
enum InboxForm: PostedForm {
  static let path = "/masuk/berkas"
  static let writers = Audience.recorders
  static let fields: Set = Set([draft, only, asked, told] + ToldEntry.fields.map(\.name))
  static let repeatedFields: Set = [ticked]

  /// The field that names what goes on; none where files of the drop folder are chosen.
  static let draft = "draf"
  /// The field of the files that are ticked.
  static let ticked = "berkas"
  /// The field of the one file that is to be recorded.
  static let only = "hanya"
  /// The field of the file that a person wants to say something of.
  static let asked = "sebut"
  /// The field of the file that a person says something of.
  static let told = "isi"

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    let desk = FilingDesk(visit: visit)
    let earlier = try fields[draft].map { try filing($0, visit) }
    var request =
      try earlier?.request ?? TakeInFiles(.dropFolder, recorder: try visit.visitor.recorder())
    let names = try desk.names(of: request)
    func name(_ key: String) throws -> String {
      guard let name = names[key] else { throw ShownTrouble(trouble: .noSuchFile) }
      return name
    }
    if let key = fields[asked] {
      let name = try name(key)
      let choice = request.choices.first { $0.name == name } ?? Intake.Choice(name)
      let entry = ToldEntry(try desk.fate(of: choice, request), choice.told, request.reason)
      return .page(ToldPage(entry, key, name, request, earlier?.draft, visit), .ok)
    }
    if let key = fields[told] {
      let name = try name(key)
      let entry = ToldEntry(fields)
      switch entry.read(visit) {
      case .failure(let refused):
        return .page(
          ToldPage(entry, key, name, request, earlier?.draft, visit, faults: refused.faults),
          .unprocessableContent)
      case .success(let (said, reason)):
        request.reason = reason
        request.tell(name, said)
      }
    } else {
      // A reason that was taken away counts no more.
      if fields.whole(ToldEntry.reason.name) != nil {
        request.reason = try ToldEntry.reason(in: fields)
      }
      if earlier == nil {
        let keys = fields[only].map { [$0] } ?? fields.all(ticked)
        guard !keys.isEmpty else { throw ShownTrouble(trouble: .noFileTicked) }
        guard keys.count <= FilingDesk.most else { throw ShownTrouble(trouble: .tooManyFiles) }
        request.choices = try keys.map { Intake.Choice(try name($0)) }
      }
    }
    return try visit.checked(request, from: earlier?.draft)
  }

  /// What a draft is about.
  private static func filing(
    _ number: String, _ visit: Visit
  ) throws -> (draft: Draft, request: TakeInFiles) {
    guard let draft = visit.drafts.draft(number, for: visit), draft.receipt == nil,
      case .files(let request) = draft.content
    else { throw ShownTrouble(trouble: .noSuchDraft) }
    return (draft, request)
  }
}

extension TakeInFiles {
  /// Takes what a person says of a file.
  fileprivate mutating func tell(_ name: String, _ told: Intake.Told) {
    if let place = choices.firstIndex(where: { $0.name == name }) {
      choices[place].told = told
    } else {
      choices.append(Intake.Choice(name, told: told))
    }
  }
}

extension Visit {
  /// Shows files as they will be recorded.
  ///
  /// - Parameters:
  ///   - request: The files.
  ///   - uploads: Files that came with the form, which are chosen all.
  ///   - earlier: What goes on with its files; `nil` for files of the drop folder that are chosen anew.
  /// - Returns: The page to be confirmed.
  /// - Throws: What looking at the files throws.
  func checked(
    _ request: TakeInFiles, _ uploads: [UploadedFile] = [], from earlier: Draft? = nil
  ) throws -> FormAnswer {
    let desk = FilingDesk(visit: self)
    var shown = request
    let (draft, lines) = try drafts.keep(uploads, with: earlier?.files ?? [], self) {
      folder, files in
      if !files.isEmpty {
        shown.source = .handedIn(folder)
        if !uploads.isEmpty { shown.choices = try shown.all(in: self) }
      }
      let (seen, lines) = try desk.look(shown)
      shown = seen
      return (.files(seen), lines, KnownRows())
    }
    return .page(FilingPage(draft, shown, lines, self), .ok)
  }
}

extension TakeInFiles {
  /// All files of its folder, as choices.
  fileprivate func all(in visit: Visit) throws -> [Intake.Choice] {
    try names(in: visit.workspace, at: visit.instant).map { Intake.Choice($0) }
  }
}
