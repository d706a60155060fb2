internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import Exchange
internal import Wording
internal import Workspace

/// Exactly which letters will be issued, to be confirmed.
struct LettersPreviewPage: ShownPage {
  static let path = LettersPage.path
  static let template = "periksa-surat"
  static let help: GuidePlace? = GuidePlace("Halaman", "Surat dan tanda terima")

  /// A letter.
  struct Letter: Sendable {
    let heading: String
    /// What is said of it.
    let facts: [Fact]
    /// Where it can be looked at as it will be printed.
    let page: String
  }

  /// A name and a value.
  struct Fact: Sendable {
    let name: String
    let value: String
  }

  let title = "Periksa sebelum diterbitkan"
  /// Whether the ledgers changed since it was shown before.
  let hasChanged: Bool
  let letters: [Letter]
  /// The desa, which are sent again.
  let villages: [String]
  /// The other fields that are sent again.
  let hidden: [Fact]
  let action: String
  let back: String

  /// Shows letters.
  ///
  /// - Parameters:
  ///   - prepared: The letters.
  ///   - request: What was filled in.
  ///   - visit: The look at it.
  ///   - hasChanged: Whether something else was shown before.
  init(
    _ prepared: LetterRequest.Prepared, _ request: LetterRequest, _ visit: Visit, hasChanged: Bool
  ) {
    self.hasChanged = hasChanged
    letters = prepared.letters.map { letter in
      Letter(
        heading: "\(letter.number ?? "") \u{00B7} \(letter.villageName)",
        facts: LettersPreviewPage.facts(letter, on: prepared.date),
        page: LetterDraftFile.address(letter, visit.paths))
    }
    villages = prepared.letters.map { $0.letter.question.village.code.description }
    let values: [(String, String?)] = [
      (LetterRequest.number, request.number), (LetterRequest.first, request.first),
      (LetterRequest.date, "\(prepared.date)"), (LetterRequest.step, request.step),
      (LettersForm.fingerprint, prepared.fingerprint),
      (LettersForm.stage, LettersForm.Stage.issue.rawValue),
    ]
    hidden = values.compactMap { name, value in value.map { Fact(name: name, value: $0) } }
    action = visit.paths.page(LettersForm.path)
    back = visit.paths.page(LettersPage.path)
  }

  private static func facts(_ prepared: PreparedLetter, on date: CivilDate) -> [Fact] {
    let letter = prepared.letter
    let late = letter.parts.map { part in
      "\(part.code) \(part.period.indonesian) (lewat \(part.assessment.daysLate) hari)"
    }
    return [
      Fact(name: "Surat", value: letter.step.name),
      Fact(name: "Tanggal", value: Words.day(date)),
      Fact(name: "Tentang", value: late.joined(separator: ", ")),
      Fact(name: "Penanda tangan", value: LettersPage.signer(letter)),
      Fact(name: "Catatan dalam buku", value: prepared.issued?.note.text ?? ""),
      Fact(name: "Berkas", value: "\(PrintedPages.folder)/\(prepared.fileName(on: date))"),
    ]
  }
}
