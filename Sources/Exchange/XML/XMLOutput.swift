import CLibXML2

/// A document being written, element by element, by libxml2's text writer.
///
/// Attributes and elements come out in the order of the calls, so that the same calls give the same
/// bytes. UTF-8, an XML declaration, two blanks a level, a line feed at the end.
final class XMLOutput {
  private let writer: xmlTextWriterPtr
  private var path: [String] = []

  private init(_ writer: xmlTextWriterPtr) { self.writer = writer }

  /// Writes a document.
  ///
  /// - Parameter body: Writes the root element; the output must not be kept after it.
  /// - Returns: The document's file.
  /// - Throws: ``XMLFailure/unwritableCharacter(scalar:value:place:)``, ``XMLFailure/callFailed(name:)``.
  static func bytes(
    _ body: (XMLOutput) throws(XMLFailure) -> Void
  ) throws(XMLFailure) -> [UInt8] {
    LibXML.prepare()
    guard let buffer = xmlBufferCreate() else { throw .callFailed(name: "xmlBufferCreate") }
    defer { xmlBufferFree(buffer) }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      throw .callFailed(name: "xmlNewTextWriterMemory")
    }
    defer { xmlFreeTextWriter(writer) }

    try check(xmlTextWriterSetIndent(writer, 1), "xmlTextWriterSetIndent")
    try check(xmlTextWriterSetIndentString(writer, "  "), "xmlTextWriterSetIndentString")
    try check(
      xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil), "xmlTextWriterStartDocument")
    try body(XMLOutput(writer))
    try check(xmlTextWriterEndDocument(writer), "xmlTextWriterEndDocument")
    try check(xmlTextWriterFlush(writer), "xmlTextWriterFlush")
    return Array(
      UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
  }

  /// Writes an element.
  ///
  /// - Parameters:
  ///   - name: The element's name.
  ///   - key: What tells it from its siblings, for errors.
  ///   - body: Writes its attributes, then what it holds.
  /// - Throws: ``XMLFailure/callFailed(name:)``, and what `body` throws.
  func element(
    _ name: String, key: String? = nil, _ body: () throws(XMLFailure) -> Void
  ) throws(XMLFailure) {
    path.append(key.map { "\(name)[\($0)]" } ?? name)
    try XMLOutput.check(xmlTextWriterStartElement(writer, name), "xmlTextWriterStartElement")
    try body()
    try XMLOutput.check(xmlTextWriterEndElement(writer), "xmlTextWriterEndElement")
    path.removeLast()
  }

  /// Writes an attribute of the open element; what has no value has no attribute.
  func attribute(_ name: String, _ value: (some CustomStringConvertible)?) throws(XMLFailure) {
    guard let text = value?.description else { return }
    try refuseUnwritable(text, at: "@\(name)")
    try XMLOutput.check(
      xmlTextWriterWriteAttribute(writer, name, text), "xmlTextWriterWriteAttribute")
  }

  /// Writes text into the open element.
  func text(_ text: String) throws(XMLFailure) {
    // Writing nothing closes the start tag in some versions and not in others.
    guard !text.isEmpty else { return }
    try refuseUnwritable(text, at: nil)
    try XMLOutput.check(xmlTextWriterWriteString(writer, text), "xmlTextWriterWriteString")
  }

  private func refuseUnwritable(_ text: String, at leaf: String?) throws(XMLFailure) {
    guard let scalar = text.unicodeScalars.first(where: { !XMLOutput.isWritable($0) }) else {
      return
    }
    let place = (path + [leaf].compactMap(\.self)).joined(separator: "/")
    throw .unwritableCharacter(scalar: scalar.value, value: text, place: place)
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

  private static func check(_ code: CInt, _ name: String) throws(XMLFailure) {
    guard code >= 0 else { throw .callFailed(name: name) }
  }
}
