package import Answers
package import CivilCalendar
package import ComplianceModel
package import Deeds
internal import Workspace

/// A letter to a desa on its way: what it says, its number, its day and its paper.
package struct PreparedLetter: Sendable {
  /// What it says.
  package let letter: WarningLetter
  /// Its number; `nil` leaves a line to fill in.
  package let number: String?
  /// Its day; `nil` leaves a line to fill in.
  package let date: CivilDate?
  /// What it is printed on.
  package let paper: PaperSize

  /// Describes a letter.
  package init(
    _ letter: WarningLetter, number: String?, date: CivilDate?, paper: PaperSize = .f4
  ) {
    self.letter = letter
    self.number = number
    self.date = date
    self.paper = paper
  }

  /// The page.
  package var page: WarningLetterPage {
    WarningLetterPage(letter: letter, paper: paper, number: number, date: date)
  }

  /// The letter as it is recorded; `nil` without a number.
  package var issued: IssueLetters.Letter? {
    number.map { number in
      IssueLetters.Letter(
        to: letter.question.village.code,
        LetterNote(number: number, step: letter.step.number, stepName: letter.step.name))
    }
  }

  /// The desa as it is printed.
  package var villageName: String {
    letter.question.kecamatan.displayName(of: letter.question.village.code)
  }

  /// The name of its file.
  ///
  /// - Parameter day: The day in the name: of an issued letter its own.
  /// - Returns: The name, which a row of the ledger leads to.
  package func fileName(on day: CivilDate) -> String {
    PreparedLetter.fileName(
      to: letter.question.village.code, on: day, step: letter.step.number, number: number,
      paper: paper)
  }

  /// The name of the file of a letter.
  package static func fileName(
    to village: RegionCode, on day: CivilDate, step: Int, number: String?, paper: PaperSize
  ) -> String {
    let end = number.map { "-\(PrintedPages.fileWord($0))" } ?? ""
    return "surat-teguran-\(village)-\(day)-tahap\(step)-\(paper)\(end).html"
  }
}
