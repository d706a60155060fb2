/// The candidate that a person most likely meant by a word that none of them equals.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been meant, in order of preference.
/// - Returns: The candidate with the smallest edit distance (Damerau and Levenshtein, with adjacent
///   transpositions), read without regard to case, and of equally near ones one that begins with the same letter,
///   then one that has the same letters, `LKIP` for `LKPI` and not `LKPJ`; `nil` where none is near enough: within a third of the word, or within half of it where the first three
///   letters are the same.
public func nearestMatch(to word: String, among candidates: [String]) -> String? {
  guard let wanted = MatchedWord(word) else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    guard let other = MatchedWord(candidate),
      let distance = wanted.distance(to: other, below: best?.distance ?? .max)
    else { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

/// Words that could have been meant, prepared once for many that are looked for.
public struct NearestIndex: Sendable {
  /// The words with their places, by their lengths.
  private let words: [Int: [(place: Int, word: MatchedWord)]]
  private let candidates: [String]

  /// Prepares words.
  ///
  /// - Parameter candidates: What could be meant, in order of preference.
  public init(_ candidates: [String]) {
    self.candidates = candidates
    let prepared = candidates.enumerated().compactMap { place, candidate in
      MatchedWord(candidate).map { (place: place, word: $0) }
    }
    words = Dictionary(grouping: prepared, by: \.word.scalars.count)
  }

  /// The place of the word that ``nearestMatch(to:among:)`` would give; `nil` where none is near enough.
  ///
  /// Words that are too long, too short, or have too many other letters are not compared.
  public func nearest(to word: String) -> Int? {
    guard let wanted = MatchedWord(word) else { return nil }
    let reach = wanted.limit(opensAlike: true)
    var best: (place: Int, distance: Int)?
    for length in (wanted.scalars.count - reach)...(wanted.scalars.count + reach) {
      for (place, other) in words[length] ?? [] {
        // Of equally near words the one in front is preferred, as where all are gone through.
        let bound = best.map { place < $0.place ? $0.distance + 1 : $0.distance } ?? .max
        guard let distance = wanted.distance(to: other, below: bound) else { continue }
        best = (place, distance)
      }
    }
    return best?.place
  }

  /// The word that was most likely meant; `nil` where none is near enough.
  public func word(nearestTo word: String) -> String? { nearest(to: word).map { candidates[$0] } }
}

/// A word as it is compared.
private struct MatchedWord: Sendable {
  /// Its scalars in lower case.
  let scalars: [Unicode.Scalar]
  /// A bit for each scalar in it, of 64.
  private let letters: UInt64

  /// The longest word that is compared: nobody means a name by a page of text.
  private static let longest = 80

  /// Prepares a word; `nil` for one that is too long.
  init?(_ word: String) {
    guard word.utf8.count <= 4 * MatchedWord.longest else { return nil }
    scalars = Array(word.lowercased().unicodeScalars)
    guard scalars.count <= MatchedWord.longest else { return nil }
    letters = scalars.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }

  /// The largest distance of a word that may be meant.
  func limit(opensAlike: Bool) -> Int { max(1, scalars.count / (opensAlike ? 2 : 3)) }

  /// How far another word is, where it may be meant and is nearer than a bound: four for each step, two where it
  /// begins with another letter, and one where it has other letters.
  func distance(to other: MatchedWord, below bound: Int) -> Int? {
    let opensAlike = scalars.count > 3 && scalars.prefix(3) == other.scalars.prefix(3)
    let surplus = (scalars.first == other.scalars.first ? 0 : 2) + (hasLetters(of: other) ? 0 : 1)
    guard bound > surplus else { return nil }
    let limit = min(limit(opensAlike: opensAlike), (bound - 1 - surplus) / 4)
    // Each step changes the length by at most one, and each letter that only one word has needs a step.
    guard abs(scalars.count - other.scalars.count) <= limit,
      (letters & ~other.letters).nonzeroBitCount <= limit,
      (other.letters & ~letters).nonzeroBitCount <= limit
    else { return nil }
    let distance = editDistance(scalars, other.scalars, atMost: limit)
    return distance <= limit ? 4 * distance + surplus : nil
  }

  /// Whether another word has the same letters in some order.
  private func hasLetters(of other: MatchedWord) -> Bool {
    letters == other.letters && scalars.count == other.scalars.count
      && scalars.sorted() == other.scalars.sorted()
  }
}

/// The optimal string alignment distance between two words; any larger number once it exceeds a limit.
private func editDistance(
  _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int
) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for (row, leftScalar) in left.enumerated() {
    var current = [row + 1]
    var least = row + 1
    for (column, rightScalar) in right.enumerated() {
      var cost = min(
        current[column] + 1, previous[column + 1] + 1,
        previous[column] + (leftScalar == rightScalar ? 0 : 1))
      if row > 0, column > 0, leftScalar == right[column - 1], left[row - 1] == rightScalar {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
      least = min(least, cost)
    }
    // No later row is nearer than the nearest of two rows.
    if least > limit, (previous.min() ?? 0) > limit { return limit + 1 }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
