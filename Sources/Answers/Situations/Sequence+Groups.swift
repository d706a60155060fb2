extension Sequence {
  /// The elements in groups that share a key, in the order in which each key first appears.
  ///
  /// - Parameter key: The key of an element.
  /// - Returns: The keys with their elements; no group is empty.
  public func groups<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, members: [Element])] {
    var places: [Key: Int] = [:]
    var groups: [(key: Key, members: [Element])] = []
    for element in self {
      let own = key(element)
      if let place = places[own] {
        groups[place].members.append(element)
      } else {
        places[own] = groups.count
        groups.append((own, [element]))
      }
    }
    return groups
  }
}
