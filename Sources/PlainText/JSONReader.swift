extension JSONValue {
  /// How deep lists and objects may be nested in a text that is read.
  public static let deepestNesting = 128

  /// Reads a value that takes the whole text.
  ///
  /// Of a key that an object gives twice, the last value counts.
  ///
  /// - Parameter text: The text (RFC 8259), without a byte order mark.
  /// - Throws: ``JSONFault``: the first thing that is wrong, and where.
  public init(parsing text: String) throws(JSONFault) {
    self = try JSONReader.value(of: Array(text.utf8))
  }

  /// Reads a value that takes all bytes, which are UTF-8.
  ///
  /// - Throws: ``JSONFault``: the first thing that is wrong, and where.
  public init(parsing bytes: [UInt8]) throws(JSONFault) {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw JSONFault(.notUTF8, at: 0) }
    self = try JSONReader.value(of: bytes)
  }
}

/// Reads JSON from bytes that are UTF-8.
private struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.index == bytes.count else { throw reader.fault() }
    return value
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// What is wrong with the next byte, which may not stand here.
  private func fault() -> JSONFault {
    JSONFault(next == nil ? .unexpectedEnd : .unexpectedCharacter, at: index)
  }

  private mutating func skipBlanks() {
    while let byte = next, " \t\n\r".utf8.contains(byte) { index += 1 }
  }

  /// Passes over a byte that must stand here.
  private mutating func expect(_ character: Unicode.Scalar) throws(JSONFault) {
    guard next == UInt8(ascii: character) else { throw fault() }
    index += 1
  }

  /// Passes over a byte where it stands here.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try nested { reader throws(JSONFault) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSONFault) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSONFault) -> JSONValue
  ) throws(JSONFault) -> JSONValue {
    guard depth < JSONValue.deepestNesting else { throw JSONFault(.tooDeep, at: index) }
    depth += 1
    index += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    for scalar in word.unicodeScalars { try expect(scalar) }
    return value
  }

  private mutating func array() throws(JSONFault) -> JSONValue {
    var values: [JSONValue] = []
    skipBlanks()
    guard !skip("]") else { return .array(values) }
    while true {
      values.append(try value())
      skipBlanks()
      guard skip(",") else { break }
    }
    try expect("]")
    return .array(values)
  }

  private mutating func object() throws(JSONFault) -> JSONValue {
    var members: [String: JSONValue] = [:]
    skipBlanks()
    guard !skip("}") else { return .object(members) }
    while true {
      skipBlanks()
      let key = try string()
      skipBlanks()
      try expect(":")
      members[key] = try value()
      skipBlanks()
      guard skip(",") else { break }
    }
    try expect("}")
    return .object(members)
  }

  // MARK: - Numbers

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = index
    _ = skip("-")
    if !skip("0") { try digits() }
    var isWhole = true
    if skip(".") {
      isWhole = false
      try digits()
    }
    if skip("e") || skip("E") {
      isWhole = false
      if !skip("+") { _ = skip("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let number = Int(text) { return .integer(number) }
    guard let number = Double(text), number.isFinite else {
      throw JSONFault(.numberTooLarge, at: start)
    }
    return .number(number)
  }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    guard index > start else { throw fault() }
  }

  // MARK: - Strings

  private mutating func string() throws(JSONFault) -> String {
    try expect("\"")
    var string: [UInt8] = []
    while true {
      let start = index
      while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
        index += 1
      }
      string += bytes[start..<index]
      if skip("\"") { return String(decoding: string, as: UTF8.self) }
      try expect("\\")
      string += UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter
    }
  }

  /// The character that an escape means, behind its backslash.
  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    let start = index - 1
    guard let byte = next else { throw fault() }
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try scalar(from: start)
    default: throw JSONFault(.badEscape, at: start)
    }
  }

  /// The character of one or two units of UTF-16, behind `\u`.
  private mutating func scalar(from start: Int) throws(JSONFault) -> Unicode.Scalar {
    let first = try unit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard UTF16.isLeadSurrogate(first), skip("\\"), skip("u") else {
      throw JSONFault(.badEscape, at: start)
    }
    let second = try unit(from: start)
    guard UTF16.isTrailSurrogate(second),
      case let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00),
      let scalar = Unicode.Scalar(value)
    else { throw JSONFault(.badEscape, at: start) }
    return scalar
  }

  private mutating func unit(from start: Int) throws(JSONFault) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw JSONFault(.badEscape, at: start)
      }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }
}
