public import CivilCalendar
internal import Workspace

/// How the letters of an office are numbered: `100.3/{n}/Pem`, `100.3/{n}/Pem/{bulan}/{tahun}`.
public struct LetterNumbers: Hashable, Sendable {
  private enum Piece: Hashable {
    case text(String)
    /// The number that goes up by one from letter to letter.
    case counter
    /// The month of the letter in Roman numerals, as offices write it.
    case month
    /// The year of the letter.
    case year

    static let names: [String: Piece] = ["n": .counter, "bulan": .month, "tahun": .year]
  }

  /// A reason why a pattern is not understood.
  public enum Fault: Error, Hashable {
    /// Braces around something else than the known words; what stands in them, and the known words.
    case unknownWord(String, known: [String])
    /// A brace that is not closed, or was not opened.
    case looseBrace
    /// The counter stands there more than once.
    case severalCounters
    /// What comes of it can be no number of a letter.
    case unfit(String)
    /// It has a counter, and nobody said where it begins.
    case noFirst
    /// It has no counter, and somebody said where it begins.
    case needlessFirst
    /// It has no counter, and so many letters would have one number.
    case shared(by: Int)
    /// The counter cannot begin there.
    case firstOutOfRange(Int)
  }

  private let pieces: [Piece]

  /// Whether letters get different numbers.
  public let hasCounter: Bool

  /// Reads a pattern.
  ///
  /// - Parameter pattern: The number, with `{n}`, `{bulan}` and `{tahun}` in it or not.
  /// - Throws: ``Fault``.
  public init(_ pattern: String) throws(Fault) {
    var pieces: [Piece] = []
    var rest = Substring(pattern)
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if brace > rest.startIndex { pieces.append(.text(String(rest[..<brace]))) }
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else {
        throw .looseBrace
      }
      let word = String(rest[rest.index(after: brace)..<end])
      guard let piece = Piece.names[word] else {
        throw .unknownWord(word, known: Piece.names.keys.sorted())
      }
      pieces.append(piece)
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    let count = pieces.count { $0 == .counter }
    guard count <= 1 else { throw .severalCounters }
    self.pieces = pieces
    hasCounter = count == 1
    // As long as any of its numbers.
    let longest = pieces.reduce(into: "") { text, piece in
      if case .text(let own) = piece { text += own } else { text += "8888888" }
    }
    guard LetterNote.isNumber(longest) else { throw .unfit(pattern) }
  }

  /// A number.
  ///
  /// - Parameters:
  ///   - counter: The place of the letter in the office's register of letters, from 1.
  ///   - date: The day of the letter.
  /// - Returns: The number as it is printed.
  public func number(_ counter: Int, on date: CivilDate) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .counter: "\(counter)"
      case .month: LetterNumbers.roman[date.yearMonth.month.rawValue - 1]
      case .year: "\(date.year)"
      }
    }.joined()
  }

  /// Where a counter may begin.
  private static let firsts = 1...999_999

  /// The numbers of some letters.
  ///
  /// - Parameters:
  ///   - count: How many letters there are.
  ///   - first: The place of the first one in the office's register of letters; `nil` for a pattern without
  ///     a counter.
  ///   - date: The day of the letters.
  /// - Returns: The numbers in order.
  /// - Throws: ``Fault`` where the pattern does not fit.
  public func numbers(
    of count: Int, from first: Int?, on date: CivilDate
  ) throws(Fault) -> [String] {
    guard hasCounter == (first != nil) else { throw hasCounter ? .noFirst : .needlessFirst }
    guard hasCounter || count <= 1 else { throw .shared(by: count) }
    let first = first ?? 1
    guard LetterNumbers.firsts.contains(first) else { throw .firstOutOfRange(first) }
    return (first..<first + count).map { number($0, on: date) }
  }

  private static let roman = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]
}
