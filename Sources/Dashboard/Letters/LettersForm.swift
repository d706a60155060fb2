internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Exchange
internal import HTTPTypes
internal import Synchronization
internal import Workspace

/// Letters to be issued: shown first, then recorded, with their pages written to `ekspor/`.
///
/// Nothing is kept meanwhile: the form that confirms them says all of it again, with the hash of the pages that
/// were shown. Where the ledgers would make other pages of it by now, they are shown again.
enum LettersForm: PostedForm {
  static let path = LettersPage.path
  static let writers = Audience.recorders
  static let fields = Set(LetterRequest.single + [stage, fingerprint])
  static let repeatedFields: Set = [LetterRequest.village]

  /// The field that says how far they have come.
  static let stage = "langkah"
  /// The field of the hash of what was shown.
  static let fingerprint = "sidik"

  /// How far letters have come.
  enum Stage: String {
    /// They are shown.
    case check = "periksa"
    /// They are recorded.
    case issue = "terbitkan"
  }

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    let stage =
      try fields.value(Self.stage, as: "'periksa' atau 'terbitkan'") { Stage(rawValue: $0) }
      ?? .check
    let request = LetterRequest(fields)
    do {
      switch stage {
      case .check:
        let prepared = try request.prepared(visit)
        return .page(LettersPreviewPage(prepared, request, visit, hasChanged: false), .ok)
      case .issue: return try turn.withLock { _ in try issue(request, fields, visit) }
      }
    } catch let refused as LetterRequest.Refused {
      return .page(
        try LettersPage(visit, sent: request, problems: refused.problems), .unprocessableContent)
    }
  }

  /// Of two that press at once the second waits, and finds what the first wrote.
  private static let turn = Mutex(())

  private static func issue(
    _ request: LetterRequest, _ fields: FormFields, _ visit: Visit
  ) throws -> FormAnswer {
    do {
      let prepared = try request.prepared(visit)
      guard fields[fingerprint] == prepared.fingerprint else {
        return .page(
          LettersPreviewPage(prepared, request, visit, hasChanged: true), .conflict)
      }
      try record(prepared, visit)
    } catch let refused as LetterRequest.Refused {
      // Who presses twice is told of what was written the first time.
      guard try wereIssued(request, visit) else { throw refused }
    }
    return .seeOther(visit.paths.page(path, [LettersPage.saved: "ya"]))
  }

  /// Writes the pages, and records the letters: whoever finds a row finds its letter.
  private static func record(_ prepared: LetterRequest.Prepared, _ visit: Visit) throws {
    do {
      let admitted = try prepared.request.admitted(in: visit.workspace, at: visit.instant)
      try PrintedPages(
        prepared.letters.map { (prepared.path(of: $0, in: visit.workspace), $0.page.html) }
      ).write(in: visit.workspace.folder, overwriting: false)
      _ = try admitted.record()
    } catch {
      throw try LetterRequest.refused(error)
    }
  }

  /// Whether each letter of a request is in the ledger already, with its day and its number.
  private static func wereIssued(_ request: LetterRequest, _ visit: Visit) throws -> Bool {
    let issued = try IssuedLetters(to: visit.units(), through: visit.today, in: visit.workspace)
    guard let numbers = request.numbers(of: request.villages.count) else { return false }
    return request.villages.allSatisfy { village in
      issued.lines.contains { line in
        village == line.village.code.description && line.letter.date.description == request.date
          && line.letter.note.map { numbers.contains($0.number) } ?? false
      }
    }
  }
}
