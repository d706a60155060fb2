/// Reads a pattern of a schema: its places, each of which takes one byte, and which may follow which.
struct PatternParser {
  typealias Bits = PatternMachine.Bits

  /// A part of the pattern: whether it takes nothing, and the places at which it may begin and end.
  struct Part {
    var isNullable: Bool
    var first: Bits
    var last: Bits

    /// What takes nothing.
    static let empty = Part(isNullable: true, first: 0, last: 0)
  }

  /// The bytes of ASCII that each place takes.
  private(set) var classes: [Bits] = []
  /// The places that may come after each.
  private(set) var follow: [Bits] = []
  private let bytes: [UInt8]
  private var next = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the whole pattern; `nil` where it is written with more than is known here.
  mutating func pattern() -> Part? {
    guard let part = alternatives(), next == bytes.count else { return nil }
    return part
  }

  private var byte: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func takes(_ character: Character) -> Bool {
    guard let byte, byte == character.asciiValue else { return false }
    next += 1
    return true
  }

  private mutating func alternatives() -> Part? {
    guard var whole = sequence() else { return nil }
    while takes("|") {
      guard let other = sequence() else { return nil }
      whole = Part(
        isNullable: whole.isNullable || other.isNullable, first: whole.first | other.first,
        last: whole.last | other.last)
    }
    return whole
  }

  private mutating func sequence() -> Part? {
    var whole = Part.empty
    while let byte, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let part = piece() else { return nil }
      whole = join(whole, part)
    }
    return whole
  }

  private mutating func join(_ front: Part, _ back: Part) -> Part {
    link(front.last, to: back.first)
    return Part(
      isNullable: front.isNullable && back.isNullable,
      first: front.isNullable ? front.first | back.first : front.first,
      last: back.isNullable ? front.last | back.last : back.last)
  }

  private mutating func link(_ places: Bits, to others: Bits) {
    for place in classes.indices where places >> Bits(place) & 1 == 1 { follow[place] |= others }
  }

  /// An atom and how often it stands there.
  private mutating func piece() -> Part? {
    let start = next
    guard var part = atom() else { return nil }
    if takes("?") {
      part.isNullable = true
    } else if takes("*") {
      part.isNullable = true
      link(part.last, to: part.first)
    } else if takes("+") {
      link(part.last, to: part.first)
    } else if takes("{") {
      return repeated(part, from: start)
    }
    return part
  }

  /// An atom so many times, each time with places of its own; only one number is known.
  private mutating func repeated(_ atomOnce: Part, from start: Int) -> Part? {
    let digits = bytes[next...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    next += digits.count
    guard let count = Int(String(decoding: digits, as: UTF8.self)), count > 0, takes("}") else {
      return nil
    }
    let end = next
    var part = atomOnce
    for _ in 1..<count {
      next = start
      guard let again = atom() else { return nil }
      part = join(part, again)
    }
    next = end
    return part
  }

  private mutating func atom() -> Part? {
    if takes("(") {
      guard let part = alternatives(), takes(")") else { return nil }
      return part
    }
    if takes("[") { return characterClass() }
    guard let byte = literal(among: ".?*+{}()[]|^$\\") else { return nil }
    return place(1 << Bits(byte))
  }

  /// A character that means itself, or a sign behind a backslash.
  private mutating func literal(among signs: String) -> UInt8? {
    let isEscaped = takes("\\")
    guard let byte, byte < 0x80 else { return nil }
    let isSign = signs.utf8.contains(byte) || byte == UInt8(ascii: "-")
    // Of what stands behind a backslash only signs mean themselves.
    guard isEscaped ? isSign : !signs.utf8.contains(byte) else { return nil }
    next += 1
    return byte
  }

  private mutating func characterClass() -> Part? {
    let isNegated = takes("^")
    var bits: Bits = 0
    while !takes("]") {
      guard let low = literal(among: "[]\\^") else { return nil }
      var high = low
      if byte == UInt8(ascii: "-"), next + 1 < bytes.count, bytes[next + 1] != UInt8(ascii: "]") {
        next += 1
        guard let end = literal(among: "[]\\^"), end >= low else { return nil }
        high = end
      }
      for byte in low...high { bits |= 1 << Bits(byte) }
    }
    return place(isNegated ? ~bits : bits)
  }

  /// The bytes that stand in a value as they are: no control, and none that begins a tag or a reference.
  private static let writable =
    ~Bits(0) << 0x20 & ~(1 << Bits(UInt8(ascii: "<")) | 1 << Bits(UInt8(ascii: "&")))

  private mutating func place(_ bits: Bits) -> Part? {
    guard classes.count < Bits.bitWidth else { return nil }
    let bit = Bits(1) << Bits(classes.count)
    classes.append(bits & PatternParser.writable)
    follow.append(0)
    return Part(isNullable: false, first: bit, last: bit)
  }
}
