/// By what the respondents of a table are told apart: a number, else what stands in the column for it.
///
/// A mean below a table can look like an answer (`4;4;4`); it is nobody's, so that the line has no number.
struct SurveyIdentities {
  private var hasNumbers = false
  private var hasWords = false
  private var withoutNumber: [Int] = []
  /// Lines at the end that have nothing there.
  private var blankAtEnd: [Int] = []

  /// The most lines below a table that are taken for its sums: the working sheet of PermenPANRB 14/2017
  /// has five.
  private static let mostSums = 5

  /// Notes what a line has.
  ///
  /// - Parameters:
  ///   - content: What stands in the column.
  ///   - isNumber: Whether the column is one of numbers.
  ///   - line: The line.
  mutating func note(_ content: ArraySlice<UInt8>, isNumber: Bool, line: Int) {
    let hasDigit = content.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    if isNumber, hasDigit { hasNumbers = true }
    if !hasDigit { withoutNumber.append(line) }
    if content.isEmpty {
      blankAtEnd.append(line)
    } else {
      hasWords = true
      blankAtEnd = []
    }
  }

  /// The lines of which nobody can say whether they are respondents: those without a number where
  /// others have one, and those at the end with nothing where others have something.
  var doubtful: [Int] {
    if hasNumbers { return withoutNumber }
    return hasWords && blankAtEnd.count <= SurveyIdentities.mostSums ? blankAtEnd : []
  }
}
