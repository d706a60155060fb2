internal import CLibXML2
internal import Glibc
internal import Spreadsheets

/// What takes the elements of a part in the order of the file.
///
/// Names are local names: programs use several prefixes, and two namespaces (ECMA-376 has a transitional and
/// a strict form) for the same element.
protocol XMLPartHandler: AnyObject {
  /// An element begins.
  func start(_ name: XMLPartName, _ attributes: XMLPartAttributes) throws(SheetRefusal)
  /// An element ends.
  func end(_ name: XMLPartName) throws(SheetRefusal)
  /// More of the text in the open element.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SheetRefusal)
}

/// The local name of an element, in the parser's memory.
struct XMLPartName {
  fileprivate let bytes: UnsafePointer<UInt8>

  /// Whether it is a name.
  static func == (name: XMLPartName, word: StaticString) -> Bool {
    strcmp(
      UnsafeRawPointer(name.bytes).assumingMemoryBound(to: CChar.self),
      UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// As the pattern of a `switch`.
  static func ~= (word: StaticString, name: XMLPartName) -> Bool { name == word }
}

/// The attributes of an element, in the parser's memory.
struct XMLPartAttributes {
  fileprivate let values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  fileprivate let count: Int

  /// The bytes of an attribute; `nil` where there is no such one.
  subscript(name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let values else { return nil }
    for place in 0..<count {
      // Of each: local name, prefix, namespace, where its value begins, and where it ends.
      guard let local = values[5 * place], XMLPartName(bytes: local) == name,
        let start = values[5 * place + 3], let end = values[5 * place + 4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  /// The text of an attribute.
  func text(_ name: StaticString) -> String? {
    // The parser leaves this one reference for a second reading of its own.
    self[name].map { String(decoding: $0, as: UTF8.self).replacing("&#38;", with: "&") }
  }

  /// The number in an attribute; `nil` where there is none, or what is there is none.
  func number(_ name: StaticString) -> Int? {
    guard let bytes = self[name], (1...9).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Whether an attribute says yes (ECMA-376 part 1, 22.9.2.1, ST_OnOff).
  func isOn(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(text(name)) }
}

/// Reads one part of a workbook with libxml2, piece by piece: without a DTD, without entities but the five
/// that XML itself has, without files and network.
final class XMLPartParser {
  private let part: String
  private let handler: any XMLPartHandler
  private var bounds: XMLPartGuard
  private var parser: xmlParserCtxtPtr?
  private var refusal: SheetRefusal?

  /// Done once a process, before any other call.
  private static let prepared: Void = xmlInitParser()

  private init(_ part: String, _ handler: any XMLPartHandler) {
    self.part = part
    self.handler = handler
    bounds = XMLPartGuard(part: part)
  }

  /// Reads a part of an archive to its end.
  ///
  /// - Throws: ``SheetRefusal``; what the handler throws.
  static func read(
    _ part: String, of archive: ZipArchive, _ handler: any XMLPartHandler
  ) throws(SheetRefusal) {
    prepared
    let reading = XMLPartParser(part, handler)
    try reading.begin()
    defer { reading.free() }
    try archive.read(part) { (bytes) throws(SheetRefusal) in
      try reading.bounds.look(at: bytes)
      try reading.parse(bytes, isLast: false)
      return true
    }
    try reading.parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func begin() throws(SheetRefusal) {
    var calls = xmlSAXHandler()
    // XML_SAX2_MAGIC: the calls with namespaces are used.
    calls.initialized = 0xDEED_BEAF
    calls.startElementNs = { context, name, _, _, _, _, count, _, attributes in
      guard let name, let reading = XMLPartParser.at(context) else { return }
      reading.call { (handler) throws(SheetRefusal) in
        try handler.start(
          XMLPartName(bytes: name), XMLPartAttributes(values: attributes, count: Int(count)))
      }
    }
    calls.endElementNs = { context, name, _, _ in
      guard let name, let reading = XMLPartParser.at(context) else { return }
      reading.call { (handler) throws(SheetRefusal) in try handler.end(XMLPartName(bytes: name)) }
    }
    calls.characters = { context, bytes, count in XMLPartParser.take(context, bytes, count) }
    calls.cdataBlock = { context, bytes, count in XMLPartParser.take(context, bytes, count) }
    // The guard has seen it before; here it would mean that the guard is wrong.
    calls.internalSubset = { context, _, _, _ in
      XMLPartParser.at(context)?.call { (_) throws(SheetRefusal) in throw SheetRefusal(.hasDTD) }
    }
    let context = Unmanaged.passUnretained(self).toOpaque()
    parser = xmlCreatePushParserCtxt(&calls, context, nil, 0, nil)
    guard let parser else { throw SheetRefusal(.tooHeavy, part: part) }
    xmlCtxtUseOptions(
      parser, CInt(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue))
  }

  private func free() {
    guard let parser else { return }
    if let document = parser.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(parser)
    self.parser = nil
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(SheetRefusal) {
    guard let parser else { return }
    let start = bytes.baseAddress.map {
      UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)
    }
    let code = xmlParseChunk(parser, start, CInt(bytes.count), isLast ? 1 : 0)
    if let refusal { throw refusal }
    guard code == 0, parser.pointee.wellFormed != 0 else {
      let error = xmlCtxtGetLastError(parser)
      throw SheetRefusal(
        code == CInt(truncatingIfNeeded: XML_ERR_NO_MEMORY.rawValue) ? .tooHeavy : .badXML,
        part: part, line: Int(error?.pointee.line ?? 0),
        detail: "libxml2: \(code)")
    }
  }

  // MARK: - Calls of the library

  private static func at(_ context: UnsafeMutableRawPointer?) -> XMLPartParser? {
    context.map { Unmanaged<XMLPartParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func take(
    _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: CInt
  ) {
    at(context)?.call { (handler) throws(SheetRefusal) in
      try handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
  }

  /// Hands something to the handler; what it refuses ends the parsing.
  private func call(_ body: (any XMLPartHandler) throws(SheetRefusal) -> Void) {
    guard refusal == nil else { return }
    do throws(SheetRefusal) {
      try body(handler)
    } catch {
      let line = Int(parser?.pointee.input?.pointee.line ?? 0)
      refusal = SheetRefusal(
        error.kind, part: error.part.isEmpty ? part : error.part,
        line: error.line == 0 ? line : error.line, detail: error.detail)
      xmlStopParser(parser)
    }
  }
}
