extension Sequence<Indicator> {
  /// The indicator that a person most likely meant by a word that is no code of them.
  ///
  /// People call an indicator by its name or by the initials of it, as `IKM`, more often than by its code.
  ///
  /// - Parameter word: What was written.
  /// - Returns: Its code, `K01`; with its name behind it, `K01 (Indeks Kepuasan Masyarakat)`, where that is what the
  ///   word is near to; `nil` where none is near.
  public func nearest(to word: String) -> String? {
    let all = Array(self)
    if let label = nearestMatch(to: word, among: all.map(\.label)) { return label }
    let names = all.map { (indicator: $0, words: $0.wording.name.nameWords) }
    func named(_ indicator: Indicator) -> String {
      "\(indicator.label) (\(indicator.wording.name))"
    }
    if let place = names.firstIndex(withInitials: word, \.words) {
      return named(names[place].indicator)
    }
    // A word of the name, where no other name has it.
    let wanted = word.nameWords
    guard wanted.joined().count > 3 else { return nil }
    let holding = names.filter { name in wanted.allSatisfy { name.words.contains($0) } }
    return holding.count == 1 ? holding.first.map { named($0.indicator) } : nil
  }
}

extension Array {
  /// The first whose words open with the letters of a word, or nearly so where these are more than three.
  fileprivate func firstIndex(withInitials word: String, _ words: (Element) -> [String]) -> Int? {
    let fewest = 3
    guard word.count >= fewest else { return nil }
    let openings = enumerated().flatMap { place, element in
      let initials = words(element).compactMap(\.first)
      return (fewest...Swift.max(fewest, initials.count)).map {
        (place: place, letters: String(initials.prefix($0)))
      }
    }
    let letters = openings.map(\.letters)
    let near =
      letters.contains(word.lowercased())
      ? word.lowercased() : word.count > fewest ? nearestMatch(to: word, among: letters) : nil
    return near.flatMap { letters.firstIndex(of: $0) }.map { openings[$0].place }
  }
}

extension String {
  /// The words of a name in lower case.
  fileprivate var nameWords: [String] {
    lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
