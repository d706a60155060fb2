internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import HTTPTypes
internal import Hummingbird
internal import Workspace

/// What was shown to be checked, confirmed or to be filled in again.
///
/// Only this writes. A form that is sent twice is recorded once, and shows what was recorded before.
enum ConfirmationForm: PostedForm {
  static let path = "/isian/{nomor}"
  static let writers = Audience.submitters
  static let fields: Set = [choice]

  /// The field that says what is to be done.
  static let choice = "aksi"

  /// What is to be done.
  enum Choice: String {
    case record = "catat"
    case back = "kembali"
  }

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    guard let number = visit.parameters.get("nomor"),
      let draft = visit.drafts.draft(number, for: visit)
    else { throw ShownTrouble(trouble: .noSuchDraft) }
    let choice = try fields.value(choice, as: "'catat' atau 'kembali'") { Choice(rawValue: $0) }
    guard let choice else { throw QueryFault(what: "'\(Self.choice)' belum disebut") }
    if let receipt = draft.receipt { return done(receipt, draft) }
    switch (draft.content, choice) {
    case (.entry(let entry), .back): return .page(EntryPage(entry, from: draft, visit), .ok)
    case (.entry(let entry), .record): return try record(entry, draft, visit)
    case (.files, .back), (.table, .back): return .seeOther(visit.paths.page(InboxPage.path))
    case (.files(let request), .record):
      return try record(draft, visit) { try FilingDesk(visit: visit).record(request) }
    case (.table(let request), .record): return try record(request, draft, visit)
    }
  }

  /// Records a table; what stands in a workbook is read again for it.
  private static func record(
    _ request: TableImport.Request, _ draft: Draft, _ visit: Visit
  ) throws -> FormAnswer {
    let book: SentWorkbook?
    do {
      book = try SentWorkbook(request.table, named: request.name, beside: visit.executable)
    } catch {
      // Sent a second time: with what the first one recorded the file is gone.
      guard let receipt = draft.receipt else { throw error }
      return done(receipt, draft)
    }
    guard let book else {
      return try record(draft, visit) { try TableDesk(visit: visit).record(request) }
    }
    return .later {
      var read = request
      read.workbook = try await book.content()
      return try await Blocking.run { [read] in
        try record(draft, visit) { try TableDesk(visit: visit).record(read) }
      }
    }
  }

  /// Records what needs no other look at the ledgers: it tells by itself what is no longer so.
  private static func record(
    _ draft: Draft, _ visit: Visit, _ record: () throws -> Receipt
  ) throws -> FormAnswer {
    let receipt = try draft.confirmed { _ in try record() }
    visit.drafts.removeFiles(of: draft)
    return done(receipt, draft)
  }

  private static func record(
    _ entry: Entry, _ draft: Draft, _ visit: Visit
  ) throws -> FormAnswer {
    let desk = RecordingDesk(visit: visit)
    do {
      do {
        let receipt = try draft.confirmed { known in
          try desk.record(entry, draft.files, knowing: known)
        }
        visit.drafts.removeFiles(of: draft)
        return done(receipt, draft)
      } catch is RecordingDesk.Changed {
        let (seen, known) = try desk.look(entry, draft.files)
        guard let former = draft.renew(known) else {
          // Somebody sent it a second time meanwhile.
          return done(try draft.confirmed { _ in throw RecordingDesk.Changed() }, draft)
        }
        let changes = known.changes(since: former)
        return .page(try PreviewPage(draft, entry, seen, visit, changes: changes), .conflict)
      }
    } catch let refused as RecordingDesk.Refused {
      return .page(EntryPage(entry, with: refused.faults, from: draft, visit), refused.status)
    }
  }

  private static func done(_ receipt: Receipt, _ draft: Draft) -> FormAnswer {
    let address = receipt.address
    return .seeOther("\(address)\(address.contains("?") ? "&" : "?")\(key)=\(draft.number)")
  }

  /// The key of an address that names what was recorded a moment ago.
  static let key = "tercatat"
}

extension Visit {
  /// What the visitor recorded a moment ago, where the address names it; `nil` where it does not, or it is
  /// no longer known.
  var receipt: Receipt? {
    query[ConfirmationForm.key].flatMap { drafts.draft($0, for: self)?.receipt }
  }
}
