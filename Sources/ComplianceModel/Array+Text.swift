extension [String] {
  /// The texts one behind the other, as `joined(separator:)` gives them.
  ///
  /// That one is for collections of any type: when a process first uses it, the runtime looks through all conformances
  /// of the program. Commands that end in milliseconds do without.
  ///
  /// - Parameter separator: What stands between two of them.
  /// - Returns: One text; an empty one of no texts.
  package func text(between separator: String) -> String {
    guard let first else { return "" }
    return dropFirst().reduce(into: first) { text, part in
      text += separator
      text += part
    }
  }
}
