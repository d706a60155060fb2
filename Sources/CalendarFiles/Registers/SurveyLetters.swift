internal import ComplianceModel

/// The answers of a table that are letters, as the printed questionnaire has them, by column.
///
/// Source: PermenPANRB 14/2017, appendix: the options of each question are lettered a through d, from
/// the worst, which counts 1, to the best, which counts 4.
struct SurveyLetters {
  /// How many answers of a column are letters and how many are numbers, with the first place of each.
  private struct Column {
    var letters = 0
    var numbers = 0
    var firstLetter = (line: 0, column: 0)
    var firstNumber = (line: 0, column: 0)
  }

  private var columns: [Int: Column] = [:]

  /// The answer that a letter stands for; `nil` for anything but a letter a through d, alone or before
  /// a dot or a bracket.
  static func answer(_ content: ArraySlice<UInt8>) -> SurveyTally.Answer? {
    guard let first = content.first,
      content.dropFirst().isEmpty || content.dropFirst().elementsEqual(".".utf8)
        || content.dropFirst().elementsEqual(")".utf8)
    else { return nil }
    let letter = first | 0x20
    guard (UInt8(ascii: "a")...UInt8(ascii: "d")).contains(letter) else { return nil }
    return SurveyTally.Answer(rawValue: Int(letter - UInt8(ascii: "a")) + 1)
  }

  /// Counts an answer of a column.
  ///
  /// - Parameters:
  ///   - number: The element.
  ///   - isLetter: Whether it is a letter.
  ///   - place: Its line and column.
  mutating func count(_ number: Int, isLetter: Bool, at place: (line: Int, column: Int)) {
    var column = columns[number] ?? Column()
    if isLetter {
      if column.letters == 0 { column.firstLetter = place }
      column.letters += 1
    } else {
      if column.numbers == 0 { column.firstNumber = place }
      column.numbers += 1
    }
    columns[number] = column
  }

  /// Whether any answer is a letter.
  var isUsed: Bool { columns.values.contains { $0.letters > 0 } }

  /// One fault for all columns of letters alone, where letters are not to be read, and one for each
  /// column that has letters and numbers.
  func faults(
    reading isRead: Bool
  ) -> [(sentence: CalendarSentence, place: (line: Int, column: Int))] {
    var faults: [(sentence: CalendarSentence, place: (line: Int, column: Int))] = []
    let lettered = columns.filter { $0.value.letters > 0 }.sorted { $0.key < $1.key }
    let whole = lettered.filter { $0.value.numbers == 0 }
    if let first = whole.first, !isRead {
      let codes = whole.map { SurveyTally.Element(number: $0.key).code }
      let count = whole.reduce(0) { $0 + $1.value.letters }
      faults.append((.answersInLetters(count, codes), first.value.firstLetter))
    }
    for (number, column) in lettered where column.numbers > 0 {
      let rarer = column.letters <= column.numbers ? column.firstLetter : column.firstNumber
      faults.append(
        (
          .lettersAmongNumbers(
            SurveyTally.Element(number: number).code, letters: column.letters,
            numbers: column.numbers), rarer
        ))
    }
    return faults
  }
}
