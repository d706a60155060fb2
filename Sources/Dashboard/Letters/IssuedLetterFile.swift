internal import Answers
internal import ComplianceModel
internal import Exchange
internal import Hummingbird
internal import Workspace

/// A letter that was issued, to be printed: the file that was written when it was recorded.
///
/// Where that file is gone, or went to another folder, the letter is made again from what the ledger said on
/// the day on which it was recorded.
enum IssuedLetterFile: Resource {
  static let path = "/surat/terbit/{unit}/{baris}"
  static let readers = Audience.office
  static let keys: Set<String> = []

  /// The address of a letter.
  static func address(_ line: IssuedLetters.Line, _ paths: PagePath) -> String {
    paths.page("/surat/terbit/\(line.village.code)/\(EvidenceRow.word(line.letter.row))")
  }

  static func response(_ visit: Visit) async throws -> Response {
    try await Blocking.run { try letter(visit) }
  }

  private static func letter(_ visit: Visit) throws -> Response {
    let number = visit.parameters.get("baris")
    guard let (_, village) = visit.village() else { throw ShownTrouble(trouble: .noSuchLetter) }
    let issued = try IssuedLetters(
      to: visit.units(village.code), through: visit.day, in: visit.workspace)
    guard let line = issued.lines.first(where: { EvidenceRow.word($0.letter.row) == number }) else {
      throw ShownTrouble(trouble: .noSuchLetter)
    }
    for paper in PaperSize.allCases {
      let name = PreparedLetter.fileName(
        to: village.code, on: line.letter.date, step: line.letter.step,
        number: line.letter.note?.number, paper: paper)
      if let bytes = try PrintedPages.written(name, in: visit.workspace.folder) {
        return PrintedAnswer.response(bytes, named: name)
      }
    }
    let again = try madeAgain(line, visit)
    return PrintedAnswer.response(
      Array(again.page.html.utf8), named: again.fileName(on: line.letter.date))
  }

  private static func madeAgain(
    _ line: IssuedLetters.Line, _ visit: Visit
  ) throws -> PreparedLetter {
    let note = line.letter.note
    let names = visit.workspace.office.reminders.warningSteps
    let step = try WarningStep(
      issued: line.letter.step,
      name: note?.stepName ?? WarningStep("\(line.letter.step)", among: names).name)
    let letter = try WarningLetter(
      WarningLetter.Question(
        to: line.village, in: line.kecamatan, step, asOf: line.recordedOn,
        knownThrough: line.recordedOn, draftedOn: line.letter.date, issuedBy: line.letter.row),
      in: visit.workspace)
    return PreparedLetter(letter, number: note?.number, date: line.letter.date)
  }
}
