internal import Spreadsheets

/// What is looked for in the bytes of a part before the parser gets them.
///
/// A DTD is refused by its first bytes, before anything is done with it. An attribute needs an equals sign,
/// and within a tag no `<` is allowed, so that counting both bounds the attributes that libxml2 would compare
/// with each other. The parts of a workbook are UTF-8, as every program writes them.
struct XMLPartGuard {
  private let part: String
  private var line = 1
  private var isFirst = true
  /// The bytes since the last `<`, and the equals signs among them.
  private var tagLength = 0
  private var signs = 0
  private var isInTag = false
  /// What stands behind `<`, as far as it tells what the markup is.
  private var opening: [UInt8]?

  /// Guards a part.
  init(part: String) { self.part = part }

  /// Looks at the next bytes.
  ///
  /// - Throws: ``SheetRefusal`` with the line.
  mutating func look(at bytes: UnsafeBufferPointer<UInt8>) throws(SheetRefusal) {
    if isFirst {
      isFirst = false
      try lookAtStart(bytes)
    }
    for byte in bytes {
      tagLength += 1
      if opening != nil { try lookBehindBracket(byte) }
      switch byte {
      case 0: throw refusal(.encoding, "byte 0")
      case UInt8(ascii: "<"): (tagLength, signs, isInTag, opening) = (0, 0, true, [])
      case UInt8(ascii: "="): signs += 1
      case UInt8(ascii: "\n"): line += 1
      // It may also stand in a value: then the tag goes on, and its signs are counted on.
      case UInt8(ascii: ">"): isInTag = false
      default: break
      }
      if isInTag {
        guard signs <= ReadingLimits.attributes else {
          throw refusal(.badXML, "terlalu banyak atribut")
        }
        guard tagLength <= ReadingLimits.tag else {
          throw refusal(.badXML, "tanda < tidak ditutup")
        }
      }
    }
  }

  private func refusal(_ kind: SheetRefusal.Kind, _ detail: String) -> SheetRefusal {
    SheetRefusal(kind, part: part, line: line, detail: detail)
  }

  /// Tells a DTD by `<!`, a letter or a blank behind it: comments begin with `<!-`, CDATA with `<![`.
  private mutating func lookBehindBracket(_ byte: UInt8) throws(SheetRefusal) {
    guard let first = opening?.first else {
      opening = byte == UInt8(ascii: "!") ? [byte] : nil
      return
    }
    opening = nil
    guard first != UInt8(ascii: "!") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "[")
    else {
      throw refusal(.hasDTD, "")
    }
  }

  /// Refuses other encodings by a mark, by their first bytes, or by what the declaration says.
  private func lookAtStart(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetRefusal) {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw refusal(.encoding, "UTF-16")
    }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml") || head.hasPrefix("\u{FEFF}<?xml"),
      let end = head.firstRange(of: "?>"),
      let name = head[..<end.lowerBound].firstRange(of: "encoding")
    else { return }
    let value = head[name.upperBound..<end.lowerBound].drop { "= \t\r\n'\"".contains($0) }
    let encoding = value.prefix { !"'\"".contains($0) }
    guard ["utf-8", "utf8", "us-ascii"].contains(encoding.lowercased()) else {
      throw refusal(.encoding, String(encoding.prefix(40)))
    }
  }
}
