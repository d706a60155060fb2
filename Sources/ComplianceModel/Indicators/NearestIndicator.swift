/// An indicator that a person most likely meant by a word that is no code of any.
public struct NearestIndicator: Hashable, Sendable {
  /// Its code: `K01`.
  public let label: String
  /// Its name, where the word is near to that and not to the code.
  public let name: String?

  /// Names an indicator.
  ///
  /// - Parameters:
  ///   - label: Its code.
  ///   - name: Its name, where the word is near to that and not to the code.
  public init(label: String, name: String?) {
    self.label = label
    self.name = name
  }
}

extension Sequence<Indicator> {
  /// The indicator that a person most likely meant by a word that is no code of them.
  ///
  /// People call an indicator by its name or by the initials of it, as `IKM`, more often than by its code.
  ///
  /// - Parameter word: What was written.
  /// - Returns: The indicator; `nil` where none is near, or a word of a name stands in several.
  public func nearest(to word: String) -> NearestIndicator? {
    let named = map { (label: $0.label, name: $0.wording.name, words: $0.wording.name.nameWords) }
    if let label = nearestMatch(to: word, among: named.map(\.label)) {
      return NearestIndicator(label: label, name: nil)
    }
    if let initials = word.nearestInitials(among: named.flatMap { $0.words.openings }) {
      return named.first { $0.words.openings.contains(initials) }
        .map { NearestIndicator(label: $0.label, name: $0.name) }
    }
    let wanted = word.nameWords
    guard wanted.joined().count > 3 else { return nil }
    let holding = named.filter { name in wanted.allSatisfy { name.words.contains($0) } }
    return holding.count == 1
      ? holding.first.map { NearestIndicator(label: $0.label, name: $0.name) } : nil
  }
}

/// The fewest letters that are taken for initials.
private let fewestInitials = 3

extension [String] {
  /// What people may call a name by its initials: those of its first three words, of its first four, and so on.
  fileprivate var openings: [String] {
    let initials = compactMap(\.first)
    return (fewestInitials...Swift.max(fewestInitials, initials.count)).map {
      String(initials.prefix($0))
    }
  }
}

extension String {
  /// The words of a name in lower case.
  fileprivate var nameWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// The initials that the word is, or that it is near to where it has more letters than the fewest.
  fileprivate func nearestInitials(among all: [String]) -> String? {
    let word = lowercased()
    guard word.count >= fewestInitials else { return nil }
    if all.contains(word) { return word }
    return word.count > fewestInitials ? nearestMatch(to: word, among: all) : nil
  }
}
