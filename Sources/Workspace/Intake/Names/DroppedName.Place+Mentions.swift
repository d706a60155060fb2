internal import ComplianceModel

extension DroppedName.Place {
  /// What the mentions of units in one name come to.
  ///
  /// - Parameter mentions: The units that each of them may mean.
  init(of mentions: [DroppedName.Place]) {
    var codes: Set<RegionCode>?
    for mention in Set(mentions) {
      switch mention {
      case .unsaid: continue
      case .unknown, .conflicting:
        self = mention
        return
      case .units(let named):
        guard let known = codes else {
          codes = named
          continue
        }
        // Beside another unit, a name that several have decides nothing.
        guard let one = known.first, let other = named.first, known.count == 1, named.count == 1,
          one.contains(other) || other.contains(one)
        else {
          self = known == named ? .units(known) : .conflicting(known.union(named))
          return
        }
        codes = one.contains(other) ? named : known
      }
    }
    self = codes.map { .units($0) } ?? .unsaid
  }
}
