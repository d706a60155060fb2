internal import ComplianceModel

/// A file's name cut into words and numbers.
struct NameTokens {
  /// A run of letters or a run of digits.
  struct Token {
    /// As it was written.
    let text: String
    /// As names are compared.
    let folded: String
    /// What stands between the token before and this one; empty where they touch.
    let gap: String
    let isNumber: Bool

    /// Whether it is a number of so many digits.
    func isNumber(digits: ClosedRange<Int>) -> Bool { isNumber && digits.contains(text.utf8.count) }
  }

  private(set) var tokens: [Token] = []
  /// What stands behind the last token.
  private var tail = ""

  /// Cuts a text where letters, digits and anything else meet, and before a capital letter that
  /// begins a word (`LPPDesaTarungin2025`).
  init(_ text: String) {
    let characters = Array(text)
    var gap = ""
    var index = 0
    while index < characters.count {
      guard let kind = NameTokens.kind(of: characters[index]) else {
        gap.append(characters[index])
        index += 1
        continue
      }
      let start = index
      repeat {
        index += 1
      } while index < characters.count
        && NameTokens.kind(of: characters[index]) == kind
        && !(kind == .letter && NameTokens.wordBegins(at: index, in: characters))
      let run = String(characters[start..<index])
      tokens.append(
        Token(
          text: run, folded: ReportCalendar.folded(run), gap: gap, isNumber: kind == .digit))
      gap = ""
    }
    tail = gap
  }

  /// What stands behind a token, before the next one.
  func gap(after index: Int) -> String {
    index + 1 < tokens.count ? tokens[index + 1].gap : tail
  }

  private enum Kind { case letter, digit }

  private static func kind(of character: Character) -> Kind? {
    if character.isASCII, character.isWholeNumber { return .digit }
    return character.isLetter ? .letter : nil
  }

  private static func wordBegins(at index: Int, in characters: [Character]) -> Bool {
    guard characters[index].isUppercase else { return false }
    if characters[index - 1].isLowercase { return true }
    return index + 1 < characters.count && characters[index + 1].isLowercase
  }

  /// The most tokens that one name may be cut into.
  private static let longest = 16

  /// Every run of tokens that is one of some names, folded.
  ///
  /// - Parameter isName: Whether a folded text is looked for.
  /// - Returns: The runs with their folded texts, in no order.
  func runs(where isName: (String) -> Bool) -> [(range: Range<Int>, folded: String)] {
    var found: [(Range<Int>, String)] = []
    for start in tokens.indices {
      for end in start..<min(start + NameTokens.longest, tokens.count) {
        let folded = ReportCalendar.folded(text(of: start..<(end + 1)))
        if isName(folded) { found.append((start..<(end + 1), folded)) }
      }
    }
    return found
  }

  /// The tokens of a range with what stands between them, as they were written.
  func text(of range: Range<Int>) -> String {
    tokens[range].enumerated().map { $0 == 0 ? $1.text : $1.gap + $1.text }.joined()
  }

  /// What stands between the tokens of a range, where it is the same throughout and one of the signs
  /// that divide the parts of a date; `nil` otherwise.
  func divider(of range: Range<Int>) -> String? {
    let gaps = Set(tokens[range].dropFirst().map(\.gap))
    guard let gap = gaps.first, gaps.count == 1, ["-", "_", ".", " "].contains(gap) else {
      return nil
    }
    return gap
  }
}
