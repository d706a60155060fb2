/// A set of 128-bit fingerprints in one block of memory, for as many as it was made for.
///
/// A set of the standard library takes twice the memory, which matters for a million rows.
struct FingerprintSet {
  /// A keyed hash of 128 bits: two different rows have the same one as good as never.
  struct Fingerprint {
    fileprivate let high, low: UInt64

    /// Makes a fingerprint of what is fed to two hashers.
    init(_ feed: (inout Hasher) -> Void) {
      var (first, second) = (Hasher(), Hasher())
      // What comes first sets the two apart.
      first.combine(0)
      second.combine(1)
      feed(&first)
      feed(&second)
      high = UInt64(bitPattern: Int64(first.finalize()))
      // All zeros stand for an empty place.
      low = max(UInt64(bitPattern: Int64(second.finalize())), 1)
    }
  }

  private var places: [(high: UInt64, low: UInt64)]

  /// Creates a set.
  ///
  /// - Parameter capacity: How many fingerprints it will hold at most.
  init(capacity: Int) {
    // A fifth of the places stays empty, so that a search soon ends.
    places = Array(repeating: (0, 0), count: capacity + capacity / 4 + 8)
  }

  /// Adds fingerprints, in order.
  ///
  /// - Returns: For each whether it is new; one that occurs twice is new once.
  mutating func insert(_ fingerprints: [Fingerprint]) -> [Bool] {
    places.withUnsafeMutableBufferPointer { places in
      // The places lie all over the memory: looked at one after another without waiting for any, they
      // are near when they are needed.
      var touched: UInt64 = 0
      for fingerprint in fingerprints {
        touched ^= places[FingerprintSet.place(of: fingerprint, in: places.count)].low
      }
      withExtendedLifetime(touched) {}
      return fingerprints.map { FingerprintSet.insert($0, into: places) }
    }
  }

  /// Whether a fingerprint is in the set.
  func contains(_ fingerprint: Fingerprint) -> Bool {
    var place = FingerprintSet.place(of: fingerprint, in: places.count)
    while places[place].low != 0 {
      if places[place].low == fingerprint.low, places[place].high == fingerprint.high {
        return true
      }
      place = place + 1 < places.count ? place + 1 : 0
    }
    return false
  }

  private static func insert(
    _ fingerprint: Fingerprint, into places: UnsafeMutableBufferPointer<(high: UInt64, low: UInt64)>
  ) -> Bool {
    var place = place(of: fingerprint, in: places.count)
    while places[place].low != 0 {
      if places[place].low == fingerprint.low, places[place].high == fingerprint.high {
        return false
      }
      place += 1
      if place == places.count { place = 0 }
    }
    places[place] = (fingerprint.high, fingerprint.low)
    return true
  }

  /// Where a search begins: the high half of the product spreads the hash evenly over the places.
  private static func place(of fingerprint: Fingerprint, in count: Int) -> Int {
    Int(fingerprint.high.multipliedFullWidth(by: UInt64(count)).high)
  }
}
