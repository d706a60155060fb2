import CLibXML2
import DurableFiles

/// A document that passes by, element by element, and is judged by a schema on its way: no more of it is in
/// memory than its bytes and the element that it is at.
final class XMLCursor {
  private let reader: xmlTextReaderPtr

  private init(_ reader: xmlTextReaderPtr) { self.reader = reader }

  /// Reads and judges a document without the network, without a DTD, and without expanding an entity.
  ///
  /// - Parameters:
  ///   - bytes: The document's file.
  ///   - schema: The schema that it must satisfy.
  ///   - visit: Looks at an element, in the order of the start tags; what it is shown may yet turn out to be
  ///     wrong. The cursor must not be kept after it.
  /// - Returns: Every fault, in the order of the file; empty only where the document was read and judged to
  ///   its end and is valid.
  /// - Throws: ``XMLFailure`` where it could not be judged; what `visit` throws where the document is valid.
  static func walk(
    _ bytes: [UInt8], judgedBy schema: KepatuhanSchema, _ visit: (XMLCursor) throws -> Void
  ) throws -> [SchemaFault] {
    LibXML.prepare()
    guard bytes.count <= Limits.document, let count = CInt(exactly: bytes.count) else {
      throw XMLFailure.tooLarge(byteCount: bytes.count)
    }
    if let fault = XMLTagBounds.fault(in: bytes) { return [fault] }
    let collector = FaultCollector()
    return try bytes.withUnsafeBytes { bytes in
      try collector.collecting { sink in
        Result {
          try walk(bytes, count, sink, collector, judgedBy: schema, visit)
        }
      }.get()
    }
  }

  private static func walk(
    _ bytes: UnsafeRawBufferPointer, _ count: CInt,
    _ sink: UnsafeMutablePointer<tenggat_xml_sink>, _ collector: FaultCollector,
    judgedBy schema: KepatuhanSchema, _ visit: (XMLCursor) throws -> Void
  ) throws -> [SchemaFault] {
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
    guard
      let reader = xmlReaderForMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, "UTF-8",
        CInt(options))
    else {
      // It gives none for no bytes.
      guard count > 0 else {
        return [SchemaFault(line: 1, column: 1, message: Messages.noDocument)]
      }
      throw XMLFailure.callFailed(name: "xmlReaderForMemory")
    }
    defer { xmlFreeTextReader(reader) }
    tenggat_xml_watch_reader(reader, sink)
    guard xmlTextReaderSetSchema(reader, schema.schema) == 0 else {
      throw XMLFailure.callFailed(name: "xmlTextReaderSetSchema")
    }
    let cursor = XMLCursor(reader)
    var failure: (any Error)?
    var state = xmlTextReaderRead(reader)
    while state == 1 {
      switch xmlTextReaderNodeType(reader) {
      case CInt(XML_READER_TYPE_DOCUMENT_TYPE.rawValue):
        return [SchemaFault(line: cursor.line, column: nil, message: Messages.hasDTD)]
      // The root is looked at whatever is wrong with it: it tells what the document is.
      case CInt(XML_READER_TYPE_ELEMENT.rawValue)
      where failure == nil && (collector.isEmpty || cursor.depth == 0):
        do { try visit(cursor) } catch { failure = error }
      default: break
      }
      state = xmlTextReaderRead(reader)
    }
    guard !collector.ranOutOfMemory else { throw XMLFailure.callFailed(name: "xmlTextReaderRead") }
    guard collector.isEmpty else { return collector.faults }
    guard state == 0, xmlTextReaderIsValid(reader) == 1 else {
      return [SchemaFault(line: 0, column: nil, message: Messages.faultUnknown)]
    }
    if let failure { throw failure }
    return []
  }

  /// The local name of the element.
  var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

  /// The namespace of the element; `nil` where it has none.
  var namespace: String? { xmlTextReaderConstNamespaceUri(reader).map { String(cString: $0) } }

  /// How many elements it lies in.
  var depth: Int { Int(xmlTextReaderDepth(reader)) }

  /// The line of the element, from 1: the parser itself is ahead of it.
  var line: Int { xmlTextReaderCurrentNode(reader).map { Int(xmlGetLineNo($0)) } ?? 0 }

  /// The value of an attribute without a namespace; `nil` where there is no such attribute.
  func attribute(_ name: String) throws(XMLFailure) -> String? {
    // It does not copy, as the call that gets one attribute does.
    guard xmlTextReaderMoveToAttribute(reader, name) == 1 else { return nil }
    defer { xmlTextReaderMoveToElement(reader) }
    guard let value = xmlTextReaderConstValue(reader) else {
      throw .callFailed(name: "xmlTextReaderConstValue")
    }
    return String(cString: value)
  }

  /// The text in the element, which has no elements in it.
  func text() throws(XMLFailure) -> String {
    guard xmlTextReaderIsEmptyElement(reader) == 0 else { return "" }
    guard let text = xmlTextReaderReadString(reader) else { return "" }
    defer { tenggat_xml_free(text) }
    return String(cString: text)
  }
}
