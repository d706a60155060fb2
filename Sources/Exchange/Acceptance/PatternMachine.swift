/// A pattern of a schema as a machine of states, which looks at each byte of a value once.
///
/// It takes the patterns that a schema of ours is written with: characters of ASCII, classes, groups,
/// alternatives, and how often. Built after Glushkov: a state is the places of the pattern at which the last byte may
/// have stood.
struct PatternMachine {
  /// A row of ``rowLength`` bytes a state, that of the start first: the state that follows on each byte of ASCII, 0
  /// for none, then whether a value may end there.
  private(set) var rows: [UInt8] = []

  /// The bytes of a row.
  static let rowLength = 256
  /// Where a row tells whether a value may end.
  static let endMark = 128

  /// Sets of places in a pattern, or of bytes of ASCII, as bits.
  typealias Bits = UInt128

  /// Builds the machine of a pattern; `nil` for one that is written with more than this knows, or is too long.
  ///
  /// Source: XML Schema 1.0, part 2, appendix F.
  init?(_ pattern: String) {
    var parser = PatternParser(Array(pattern.utf8))
    guard let whole = parser.pattern() else { return nil }
    // 0 is no state, and the start is left and never entered.
    var numbers: [Bits: UInt8] = [:]
    var states: [(reach: Bits, isEnd: Bool)] = [(whole.first, whole.isNullable)]
    var index = 0
    while index < states.count {
      let (reach, isEnd) = states[index]
      var targets = Array(repeating: Bits(0), count: PatternMachine.endMark)
      for place in reach.places {
        for byte in parser.classes[place].places { targets[byte] |= 1 << Bits(place) }
      }
      var row = Array(repeating: UInt8(0), count: PatternMachine.rowLength)
      for (byte, target) in targets.enumerated() where target != 0 {
        if let known = numbers[target] {
          row[byte] = known
          continue
        }
        guard states.count < 255 else { return nil }
        let number = UInt8(states.count + 1)
        numbers[target] = number
        row[byte] = number
        states.append(
          (
            reach: target.places.reduce(0) { $0 | parser.follow[$1] },
            isEnd: target & whole.last != 0
          ))
      }
      row[PatternMachine.endMark] = isEnd ? 1 : 0
      rows += row
      index += 1
    }
  }

  /// Whether a value is of the pattern.
  ///
  /// - Parameters:
  ///   - bytes: The value.
  ///   - rows: The rows of the machine.
  /// - Returns: Whether the machine ends where a value may end.
  static func matches(
    _ bytes: UnsafeBufferPointer<UInt8>, _ rows: UnsafePointer<UInt8>
  ) -> Bool {
    var row = rows
    for byte in bytes {
      guard byte < endMark else { return false }
      let state = row[Int(byte)]
      guard state != 0 else { return false }
      row = rows + (Int(state) - 1) * rowLength
    }
    return row[endMark] == 1
  }
}

extension PatternMachine.Bits {
  /// The numbers of the bits that are set.
  fileprivate var places: [Int] {
    var rest = self
    var places: [Int] = []
    while rest != 0 {
      places.append(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
    return places
  }
}
