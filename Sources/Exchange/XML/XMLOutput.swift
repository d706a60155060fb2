import CivilCalendar
import ComplianceModel
import Glibc

/// A document being written, element by element, as bytes.
///
/// Attributes and elements come out in the order of the calls, so that the same calls give the same
/// bytes. UTF-8, an XML declaration, two blanks a level, a line feed at the end. It writes what libxml2's text
/// writer writes, without a call of it for each value: numbers, dates and periods do not become texts on their way. With
/// the tables of ``SchemaForm`` a line takes 8,839 instructions where it took 75,217 (`Scripts/budget`).
final class XMLOutput {
  private var buffer: UnsafeMutablePointer<UInt8>
  private var room = XMLOutput.firstRoom
  private var count = 0
  private var depth = 0
  /// Whether the last start tag still takes attributes.
  private var isTagOpen = false
  /// Whether what was written last stands on a line of its own.
  private var endsLine = false

  /// Room for a year of a usual kecamatan.
  private static let firstRoom = 1 << 16

  private init() { buffer = .allocate(capacity: XMLOutput.firstRoom) }

  deinit { buffer.deallocate() }

  /// Writes a document.
  ///
  /// - Parameter body: Writes the root element; the output must not be kept after it.
  /// - Returns: The document's file.
  /// - Throws: ``XMLFailure/unwritableCharacter(scalar:value:place:)``.
  static func bytes(
    _ body: (XMLOutput) throws(XMLFailure) -> Void
  ) throws(XMLFailure) -> [UInt8] {
    let output = XMLOutput()
    output.put(declaration)
    output.endsLine = true
    try body(output)
    return Array(UnsafeBufferPointer(start: output.buffer, count: output.count))
  }

  /// What stands before the root element.
  static let declaration: StaticString = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Writes an element.
  ///
  /// - Parameters:
  ///   - name: The element's name.
  ///   - key: What tells it from its siblings, for errors.
  ///   - body: Writes its attributes, then what it holds.
  /// - Throws: What `body` throws, with the element in front of its place.
  func element(
    _ name: StaticString, key: @autoclosure () -> String? = nil,
    _ body: () throws(XMLFailure) -> Void
  ) throws(XMLFailure) {
    if isTagOpen { put(">\n") }
    indent()
    put("<")
    put(name)
    isTagOpen = true
    depth += 1
    do throws(XMLFailure) { try body() } catch {
      throw error.inside(key().map { "\(name)[\($0)]" } ?? "\(name)")
    }
    depth -= 1
    if isTagOpen {
      put("/>\n")
    } else {
      if endsLine { indent() }
      put("</")
      put(name)
      put(">\n")
    }
    isTagOpen = false
    endsLine = true
  }

  // MARK: - Attributes of the open element; what has no value has no attribute

  /// Writes a text.
  func attribute(_ name: StaticString, _ text: String?) throws(XMLFailure) {
    guard let text else { return }
    begin(name)
    do throws(XMLFailure) { try put(text, escaping: XMLOutput.escapedInAttribute) } catch {
      throw error.inside("@\(name)")
    }
    put("\"")
  }

  /// Writes a number.
  func attribute(_ name: StaticString, _ number: Int?) {
    guard let number else { return }
    begin(name)
    put(number)
    put("\"")
  }

  /// Writes a date.
  func attribute(_ name: StaticString, _ date: CivilDate?) {
    guard let date else { return }
    begin(name)
    let (year, month, day) = date.parts
    put(year)
    put("-")
    putTwoDigits(month)
    put("-")
    putTwoDigits(day)
    put("\"")
  }

  /// Writes a period.
  func attribute(_ name: StaticString, _ period: Period) {
    begin(name)
    put(period.year)
    switch period.length {
    case .year: break
    case .semester:
      put("-S")
      put(period.ordinal)
    case .quarter:
      put("-TW")
      put(period.ordinal)
    case .month:
      put("-")
      putTwoDigits(period.ordinal)
    }
    put("\"")
  }

  /// Writes a code.
  func attribute(_ name: StaticString, _ code: RegionCode) throws(XMLFailure) {
    try attribute(name, code.description)
  }

  /// Writes a moment.
  func attribute(_ name: StaticString, _ moment: ClockReading?) throws(XMLFailure) {
    try attribute(name, moment?.description)
  }

  /// Writes text into the open element.
  func text(_ text: String) throws(XMLFailure) {
    guard !text.isEmpty else { return }
    if isTagOpen { put(">") }
    isTagOpen = false
    endsLine = false
    try put(text, escaping: XMLOutput.escapedInText)
  }

  private func begin(_ name: StaticString) {
    put(" ")
    put(name)
    put("=\"")
  }

  // MARK: - Characters

  /// What of ASCII is written as a reference in a text: what means something, and what a reader would take for a line
  /// end.
  private static let escapedInText = escaped(besides: [])
  /// In an attribute a reader takes any white space for a blank.
  private static let escapedInAttribute = escaped(besides: "\n\t".utf8)

  /// For each byte: 0 for one that is written as it is, 1 for one that is looked at.
  private static func escaped(besides more: some Sequence<UInt8>) -> [Bool] {
    var marks = Array(repeating: false, count: 256)
    for byte in 0..<0x20 { marks[byte] = true }
    for byte in "\n\t".utf8 { marks[Int(byte)] = false }
    for byte in "<>&\"\r".utf8 { marks[Int(byte)] = true }
    for byte in more { marks[Int(byte)] = true }
    // The first byte of U+FFFE and U+FFFF.
    marks[0xEF] = true
    return marks
  }

  private func put(_ text: String, escaping marks: [Bool]) throws(XMLFailure) {
    let failed = text.utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      if XMLPlainText.isPlain(bytes) {
        put(bytes)
        return false
      }
      // The longest reference has six bytes.
      reserve(bytes.count * 6)
      for index in bytes.indices {
        let byte = bytes[index]
        guard marks[Int(byte)] else {
          buffer[count] = byte
          count += 1
          continue
        }
        guard putMarked(byte, bytes[index...]) else { return true }
      }
      return false
    }
    // A text in another form is brought into this one.
    guard let failed else {
      return try put(String(decoding: Array(text.utf8), as: UTF8.self), escaping: marks)
    }
    guard failed, let scalar = text.unicodeScalars.first(where: { !XMLOutput.isWritable($0) })
    else { return }
    throw .unwritableCharacter(scalar: scalar.value, value: text, place: "")
  }

  /// Writes a byte that is looked at.
  ///
  /// - Returns: Whether a document can hold it.
  private func putMarked(_ byte: UInt8, _ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch byte {
    case UInt8(ascii: "<"): put("&lt;")
    case UInt8(ascii: ">"): put("&gt;")
    case UInt8(ascii: "&"): put("&amp;")
    case UInt8(ascii: "\""): put("&quot;")
    case UInt8(ascii: "\r"): put("&#13;")
    case UInt8(ascii: "\n"): put("&#10;")
    case UInt8(ascii: "\t"): put("&#9;")
    case 0xEF
    where !rest.starts(with: [0xEF, 0xBF, 0xBE]) && !rest.starts(with: [0xEF, 0xBF, 0xBF]):
      buffer[count] = byte
      count += 1
    default: return false
    }
    return true
  }

  /// Whether a document can hold a character.
  ///
  /// Source: XML 1.0 (fifth edition), production 2, Char.
  private static func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  // MARK: - Bytes

  private func indent() {
    reserve(2 * depth)
    memset(buffer + count, CInt(UInt8(ascii: " ")), 2 * depth)
    count += 2 * depth
  }

  private func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    memcpy(buffer + count, start, bytes.count)
    count += bytes.count
  }

  private func put(_ number: Int) {
    switch number {
    case 0..<10: putDigit(number)
    // Years.
    case 1000..<10_000:
      putTwoDigits(number / 100)
      putTwoDigits(number % 100)
    default: for byte in number.description.utf8 { putByte(byte) }
    }
  }

  private func putTwoDigits(_ number: Int) {
    putDigit(number / 10)
    putDigit(number % 10)
  }

  private func putDigit(_ digit: Int) { putByte(UInt8(ascii: "0") + UInt8(digit)) }

  private func putByte(_ byte: UInt8) {
    reserve(1)
    buffer[count] = byte
    count += 1
  }

  /// Makes room for so many bytes more.
  @inline(__always)
  private func reserve(_ more: Int) {
    if count + more > room { grow(count + more) }
  }

  @inline(never)
  private func grow(_ wanted: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: max(2 * room, wanted))
    larger.moveInitialize(from: buffer, count: count)
    buffer.deallocate()
    (buffer, room) = (larger, max(2 * room, wanted))
  }
}

extension XMLFailure {
  /// The failure with the name of what it lies in before its place.
  fileprivate func inside(_ name: String) -> XMLFailure {
    guard case .unwritableCharacter(let scalar, let value, let place) = self else { return self }
    return .unwritableCharacter(
      scalar: scalar, value: value, place: place.isEmpty ? name : "\(name)/\(place)")
  }
}
