extension Sequence {
  /// The elements in groups that share a key, in the order in which each key first appears.
  ///
  /// Found by the hashes of the keys: a dictionary of the keys costs a lookup of their type in the whole program, as
  /// much as grouping hundreds of lines.
  ///
  /// - Parameter key: The key of an element.
  /// - Returns: The keys with their elements; no group is empty.
  public func groups<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, members: [Element])] {
    var groups: [(key: Key, members: [Element])] = []
    // The last group with a hash, and of each group the one before it with the same.
    var last: [Int: Int] = [:]
    var before: [Int?] = []
    for element in self {
      let own = key(element)
      let hash = own.hashValue
      var place = last[hash]
      while let group = place, groups[group].key != own { place = before[group] }
      if let place {
        groups[place].members.append(element)
      } else {
        before.append(last[hash])
        last[hash] = groups.count
        groups.append((own, [element]))
      }
    }
    return groups
  }
}
