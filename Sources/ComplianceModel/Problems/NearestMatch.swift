/// The candidate that a person most likely meant by a word that none of them equals.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What could have been meant, in order of preference.
/// - Returns: The candidate with the smallest edit distance (Damerau and Levenshtein, with adjacent
///   transpositions), read without regard to case; `nil` where none is near enough:
///   within a third of the word, or within half of it where the first three letters are the same.
public func nearestMatch(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars)
    let opensAlike = wanted.count > 3 && wanted.prefix(3) == other.prefix(3)
    let limit = max(1, wanted.count / (opensAlike ? 2 : 3))
    let distance = editDistance(wanted, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// The optimal string alignment distance between two words.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for (row, leftScalar) in left.enumerated() {
    var current = [row + 1]
    for (column, rightScalar) in right.enumerated() {
      var cost = min(
        current[column] + 1, previous[column + 1] + 1,
        previous[column] + (leftScalar == rightScalar ? 0 : 1))
      if row > 0, column > 0, leftScalar == right[column - 1], left[row - 1] == rightScalar {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
