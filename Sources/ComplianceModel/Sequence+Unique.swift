extension Sequence {
  /// The elements without those that are like an earlier one.
  ///
  /// - Parameter key: What elements that are alike have in common.
  /// - Returns: The first of each, in their order.
  package func unique<Key: Hashable>(by key: (Element) throws -> Key) rethrows -> [Element] {
    var seen: Set<Key> = []
    return try filter { seen.insert(try key($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  /// The elements without those that an earlier one equals.
  package var unique: [Element] { unique { $0 } }
}
