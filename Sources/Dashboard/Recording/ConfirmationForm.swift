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
    switch try fields.value(choice, as: "'catat' atau 'kembali'", { Choice(rawValue: $0) }) {
    case nil: throw QueryFault(what: "'\(choice)' belum disebut")
    case .back:
      guard draft.receipt == nil else { return done(draft, visit) }
      return .page(EntryPage(draft.entry, from: draft, visit), .ok)
    case .record: return try record(draft, visit)
    }
  }

  private static func record(_ draft: Draft, _ visit: Visit) throws -> FormAnswer {
    let desk = RecordingDesk(visit: visit)
    do {
      do {
        _ = try draft.confirmed { known in
          try desk.record(draft.entry, draft.files, knowing: known)
        }
        visit.drafts.removeFiles(of: draft)
        return done(draft, visit)
      } catch is RecordingDesk.Changed {
        let (seen, known) = try desk.look(draft.entry, draft.files)
        guard let former = draft.renew(known) else { return done(draft, visit) }
        let changes = known.changes(since: former)
        return .page(try PreviewPage(draft, seen, visit, changes: changes), .conflict)
      }
    } catch let refused as RecordingDesk.Refused {
      return .page(EntryPage(draft.entry, with: refused.faults, from: draft, visit), refused.status)
    }
  }

  private static func done(_ draft: Draft, _ visit: Visit) -> FormAnswer {
    let address = draft.receipt?.address ?? visit.paths.page(after: draft.entry.recording)
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
