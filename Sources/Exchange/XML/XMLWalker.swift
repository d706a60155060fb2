import CLibXML2
import DurableFiles

/// Documents that pass by, one after another, and are judged by a schema on their way.
///
/// No more of a document is in memory than the piece that is being read, the element that it is at, and a number
/// for each of its keys: there is no tree. A parser and a validation serve as many documents as are valid, which
/// saves a tenth of the time of small ones.
final class XMLWalker {
  /// Valid for as long as the walker lives.
  private let schema: xmlSchemaPtr
  /// The components of the schema point into its document, which must outlive them.
  private let source: XMLTree
  /// The keys that are held here and not by libxml2.
  private let keys: [SchemaKey]
  /// Keeps the names of the keys.
  private let names: xmlDictPtr
  private var parser: xmlParserCtxtPtr?
  private var validation: xmlSchemaValidCtxtPtr?
  private let buffer: UnsafeMutableRawBufferPointer

  /// Bytes that are read at once; small enough to stay near the processor.
  private static let piece = 1 << 16
  /// The names that a parser may keep from one document to the next: a schema has a hundred.
  private static let mostNames = 5_000

  /// Reads a schema.
  ///
  /// - Parameters:
  ///   - xsdBytes: The schema's file.
  ///   - name: What errors call it.
  /// - Throws: As ``KepatuhanSchema/init(xsdBytes:name:)``.
  init(xsdBytes: [UInt8], name: String) throws(XMLFailure) {
    LibXML.prepare()
    let source = try KepatuhanSchema.source(xsdBytes, name)
    guard let names = xmlDictCreate() else { throw .callFailed(name: "xmlDictCreate") }
    do throws(XMLFailure) {
      keys = try source.takeKeys(names)
      schema = try KepatuhanSchema.schema(of: source, name)
    } catch {
      xmlDictFree(names)
      throw error
    }
    (self.source, self.names) = (source, names)
    buffer = .allocate(byteCount: XMLWalker.piece, alignment: 16)
  }

  deinit {
    forget()
    xmlSchemaFree(schema)
    xmlDictFree(names)
    buffer.deallocate()
  }

  /// Reads and judges a document without the network, without a DTD, and without expanding an entity.
  ///
  /// - Parameters:
  ///   - visitor: Is shown the elements.
  ///   - next: Puts the next bytes of the document into a buffer, and says how many; 0 at its end.
  /// - Returns: Every fault, in the order of the file; empty only where the document was read and judged to
  ///   its end and is valid.
  /// - Throws: ``XMLFailure`` where it could not be judged; what `next` throws; what the visitor throws where
  ///   the document is valid.
  func walk(
    _ visitor: any XMLVisitor, reading next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [SchemaFault] {
    let collector = FaultCollector()
    let result = collector.collecting { sink in
      Result { try walk(visitor, collector, sink, reading: next) }
    }
    // What broke off may have left something behind.
    if (try? result.get()) != [] { forget() }
    return try result.get()
  }

  private func walk(
    _ visitor: any XMLVisitor, _ collector: FaultCollector,
    _ sink: UnsafeMutablePointer<tenggat_xml_sink>,
    reading next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> [SchemaFault] {
    let (parser, validation) = try contexts()
    guard xmlCtxtResetPush(parser, nil, 0, nil, nil) == 0 else {
      throw XMLFailure.callFailed(name: "xmlCtxtResetPush")
    }
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    xmlCtxtUseOptions(parser, CInt(options))
    let passage = XMLPassage(parser, visitor, collector, keys)
    parser.pointee.sax.pointee = XMLPassage.handler
    parser.pointee.userData = Unmanaged.passUnretained(passage).toOpaque()
    tenggat_xml_watch_validation(validation, sink)
    guard let plug = tenggat_xml_plug(validation, parser) else {
      throw XMLFailure.callFailed(name: "xmlSchemaSAXPlug")
    }
    defer { xmlSchemaSAXUnplug(plug) }
    tenggat_xml_watch_plugged(parser, validation, sink)
    return try withExtendedLifetime(passage) {
      try feed(parser, passage, reading: next)
      guard !collector.ranOutOfMemory else { throw XMLFailure.callFailed(name: "xmlParseChunk") }
      guard collector.isEmpty else { return collector.faults }
      guard parser.pointee.wellFormed == 1, xmlSchemaIsValid(validation) == 1 else {
        return [SchemaFault(line: 0, column: nil, message: Messages.faultUnknown)]
      }
      if let failure = passage.failure { throw failure }
      return []
    }
  }

  /// Gives a parser a document, piece by piece.
  private func feed(
    _ parser: xmlParserCtxtPtr, _ passage: XMLPassage,
    reading next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    var bounds = XMLTagBounds()
    var isFirst = true
    while true {
      let count = try fill(next)
      var piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if isFirst {
        let opening = XMLOpening(piece)
        if let message = opening.refusal {
          return passage.stop(SchemaFault(line: 1, column: 1, message: message))
        }
        piece = opening.document
        isFirst = false
      }
      if let fault = bounds.fault(in: piece) { return passage.stop(fault) }
      xmlParseChunk(
        parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(piece.count), 0)
      // After a fault of form nothing more is understood.
      guard !passage.isStopped, parser.pointee.wellFormed == 1 else { return }
      guard count == buffer.count else { break }
    }
    xmlParseChunk(parser, nil, 0, 1)
  }

  /// Fills the buffer; less is in it only at the end of the document.
  private func fill(_ next: (UnsafeMutableRawBufferPointer) throws -> Int) throws -> Int {
    var count = 0
    while count < buffer.count {
      let more = try next(UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      guard more > 0 else { break }
      count += more
    }
    return count
  }

  /// The parser and the validation; new ones where there are none.
  private func contexts() throws(XMLFailure) -> (xmlParserCtxtPtr, xmlSchemaValidCtxtPtr) {
    if let parser, xmlDictSize(parser.pointee.dict) > XMLWalker.mostNames { forget() }
    if let parser, let validation { return (parser, validation) }
    forget()
    guard let parser = xmlNewParserCtxt() else { throw .callFailed(name: "xmlNewParserCtxt") }
    self.parser = parser
    guard let validation = xmlSchemaNewValidCtxt(schema) else {
      throw .callFailed(name: "xmlSchemaNewValidCtxt")
    }
    self.validation = validation
    return (parser, validation)
  }

  /// Lets the next document have a new parser and a new validation.
  private func forget() {
    if let parser { xmlFreeParserCtxt(parser) }
    if let validation { xmlSchemaFreeValidCtxt(validation) }
    (parser, validation) = (nil, nil)
  }
}
