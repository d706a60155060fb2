import CLibXML2

/// A schema (XSD 1.0), read once, against which any number of documents are judged.
///
/// It is read from bytes and stands alone: nothing is fetched, neither for the schema nor for a
/// document. Not `Sendable`: libxml2 does not promise that two threads may validate against one
/// schema, so that each makes its own.
public final class KepatuhanSchema {
  /// The name by which errors call the schema: its file's.
  public let name: String

  /// Valid for as long as the schema lives.
  let schema: xmlSchemaPtr
  /// The components of the schema point into its document, which must outlive them.
  private let source: XMLTree

  /// Reads a schema.
  ///
  /// - Parameters:
  ///   - xsdBytes: The schema's file.
  ///   - name: What errors call it.
  /// - Throws: ``XMLFailure/brokenSchema(name:faults:)`` where it is not well-formed, not a schema,
  ///   or refers to another file; ``XMLFailure/callFailed(name:)``, ``XMLFailure/tooLarge(byteCount:)``.
  public init(xsdBytes: [UInt8], name: String) throws(XMLFailure) {
    self.name = name
    source = try KepatuhanSchema.source(xsdBytes, name)
    schema = try KepatuhanSchema.schema(of: source, name)
  }

  /// The document of a schema, which refers to no other file.
  static func source(_ xsdBytes: [UInt8], _ name: String) throws(XMLFailure) -> XMLTree {
    let tree: XMLTree
    switch try XMLTree.read(xsdBytes) {
    case .tree(let read): tree = read
    case .faults(let faults): throw .brokenSchema(name: name, faults: faults)
    }
    let references = tree.lines(
      ofChildrenNamed: ["include", "import", "redefine"], withAttribute: "schemaLocation")
    guard references.isEmpty else {
      throw .brokenSchema(
        name: name,
        faults: references.map {
          SchemaFault(line: $0, column: nil, message: Messages.refersToFile)
        })
    }
    return tree
  }

  /// The schema that a document says, to be freed by the caller.
  static func schema(of tree: XMLTree, _ name: String) throws(XMLFailure) -> xmlSchemaPtr {
    guard let parser = xmlSchemaNewDocParserCtxt(tree.document) else {
      throw .callFailed(name: "xmlSchemaNewDocParserCtxt")
    }
    defer { xmlSchemaFreeParserCtxt(parser) }
    let collector = FaultCollector()
    let parsed = collector.collecting { sink in
      tenggat_xml_watch_schema(parser, sink)
      return xmlSchemaParse(parser)
    }
    guard let parsed, collector.faults.isEmpty else {
      xmlSchemaFree(parsed)
      guard !collector.ranOutOfMemory else { throw .callFailed(name: "xmlSchemaParse") }
      throw .brokenSchema(name: name, faults: collector.faults)
    }
    return parsed
  }

  deinit { xmlSchemaFree(schema) }

  /// Judges a document.
  ///
  /// - Parameter bytes: The document's file.
  /// - Returns: Every fault, in the order of the file; empty only where the document was read and
  ///   validated to its end and is valid.
  /// - Throws: ``XMLFailure/notValidated(schema:faults:)`` where libxml2 could not judge it;
  ///   ``XMLFailure/callFailed(name:)``, ``XMLFailure/tooLarge(byteCount:)``.
  public func validate(_ bytes: [UInt8]) throws(XMLFailure) -> [SchemaFault] {
    switch try read(bytes) {
    case .tree: []
    case .faults(let faults): faults
    }
  }

  /// Reads and judges a document: gives its tree only where it is valid.
  func read(_ bytes: [UInt8]) throws(XMLFailure) -> XMLTree.Reading {
    let reading = try XMLTree.read(bytes)
    guard case .tree(let tree) = reading else { return reading }
    guard let validation = xmlSchemaNewValidCtxt(schema) else {
      throw .callFailed(name: "xmlSchemaNewValidCtxt")
    }
    defer { xmlSchemaFreeValidCtxt(validation) }
    let collector = FaultCollector()
    let code = collector.collecting { sink in
      tenggat_xml_watch_validation(validation, sink)
      return xmlSchemaValidateDoc(validation, tree.document)
    }
    guard code >= 0, !collector.ranOutOfMemory else {
      throw .notValidated(schema: name, faults: collector.faults)
    }
    guard code == 0 || !collector.faults.isEmpty else {
      return .faults([SchemaFault(line: 0, column: nil, message: Messages.faultUnknown)])
    }
    return collector.faults.isEmpty ? reading : .faults(collector.faults)
  }
}
