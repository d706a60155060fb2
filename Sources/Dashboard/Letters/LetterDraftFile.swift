internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Hummingbird
internal import Workspace

/// The draft of the letter to one desa about its late documents, to be printed: what `surat teguran` writes.
enum LetterDraftFile: Resource {
  static let path = "/surat/konsep/{unit}"
  static let readers = Audience.office
  static let keys: Set = ["tahap", "tanggal", "nomor"]

  /// The address of a draft.
  ///
  /// - Parameters:
  ///   - prepared: The letter, with its number and its day or without them.
  ///   - paths: The addresses of the visit.
  /// - Returns: The address.
  static func address(_ prepared: PreparedLetter, _ paths: PagePath) -> String {
    let unit = prepared.letter.question.village.code
    guard let number = prepared.number, let date = prepared.date else {
      return paths.page("/surat/konsep/\(unit)")
    }
    return paths.page(
      "/surat/konsep/\(unit)",
      [
        "tahap": "\(prepared.letter.step.number)", "tanggal": "\(date)",
        "nomor": PageQuery.encoded(number),
      ])
  }

  static func response(_ visit: Visit) async throws -> Response {
    try await Blocking.run { try draft(visit) }
  }

  private static func draft(_ visit: Visit) throws -> Response {
    guard let (kecamatan, village) = visit.village() else {
      throw ShownTrouble(trouble: .noSuchLetter)
    }
    let names = visit.workspace.office.reminders.warningSteps
    let step = try visit.query.value("tahap", as: "tahap surat") {
      try? WarningStep($0, among: names)
    }
    let date = try visit.query.value("tanggal", as: "tanggal, misalnya 2026-03-31") {
      CivilDate(written: $0)
    }
    let number = try visit.query.value("nomor", as: "nomor surat") {
      LetterNote.isNumber($0) ? $0 : nil
    }
    let letter = try WarningLetter(
      WarningLetter.Question(
        to: village, in: kecamatan, step, asOf: visit.day, draftedOn: date ?? visit.day),
      in: visit.workspace)
    guard !letter.documents.isEmpty else { throw ShownTrouble(trouble: .noSuchLetter) }
    let prepared = PreparedLetter(
      letter, number: number, date: number == nil ? date : letter.question.drafted)
    return PrintedAnswer.response(
      Array(prepared.page.html.utf8), named: prepared.fileName(on: date ?? visit.day))
  }
}

extension Visit {
  /// The desa that the path names; `nil` for one that is not watched here, or that the visitor does not see.
  func village() -> (kecamatan: Kecamatan, village: Unit)? {
    guard let code = parameters.get("unit").flatMap({ RegionCode($0) }), visitor.sees(code) else {
      return nil
    }
    for kecamatan in workspace.kecamatan {
      if let village = kecamatan.villages.first(where: { $0.code == code }) {
        return (kecamatan, village)
      }
    }
    return nil
  }
}
