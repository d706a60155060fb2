/// Numbers that look like chance and are the same on every machine, for the same seed.
///
/// PCG-RXS-M-XS with 64 bits of state (O'Neill, HMC-CS-2014-0905). What Swift's library makes of a generator may
/// differ from one version to the next, so that it has its own ways of choosing.
struct PracticeDice {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &+ 0x9E37_79B9_7F4A_7C15
    _ = next()
  }

  private mutating func next() -> UInt64 {
    let word = ((state >> ((state >> 59) &+ 5)) ^ state) &* 12_605_985_483_714_917_081
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (word >> 43) ^ word
  }

  /// A number from 0 to less than a limit, which is at least 1.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// The elements in another order.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for place in elements.indices.dropFirst().reversed() {
      elements.swapAt(place, below(place + 1))
    }
    return elements
  }
}
