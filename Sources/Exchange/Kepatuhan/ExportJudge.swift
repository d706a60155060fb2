internal import Synchronization

/// The schema of the exports, by which documents of ours are judged on any thread.
///
/// What ``DocumentAcceptance`` takes is valid; whatever else is judged by libxml2, whose form of the schema is made
/// for the first such document, and one at a time.
final class ExportJudge: Sendable {
  /// The schema's file.
  let bytes: [UInt8]
  private let form: SchemaForm?
  private let schema: Mutex<KepatuhanSchema?>

  /// Reads the schema.
  ///
  /// - Parameter bytes: The schema's file.
  /// - Throws: As ``KepatuhanSchema/init(xsdBytes:name:)``.
  init(_ bytes: [UInt8]) throws(XMLFailure) {
    self.bytes = bytes
    form =
      if case .tree(let tree) = try XMLTree.read(bytes) { SchemaFormReader.form(of: tree) } else {
        nil
      }
    // A schema that is none is told before a document is made; what is made of one is kept.
    schema = try Mutex(form == nil ? ExportJudge.schema(of: bytes) : nil)
  }

  /// The schema as libxml2 has it.
  func made() throws(XMLFailure) -> KepatuhanSchema { try ExportJudge.schema(of: bytes) }

  private static func schema(of bytes: [UInt8]) throws(XMLFailure) -> KepatuhanSchema {
    try KepatuhanSchema(xsdBytes: bytes, name: KepatuhanExport.schemaName)
  }

  /// Every fault of a document; empty where it is valid.
  func faults(of document: [UInt8]) throws(XMLFailure) -> [SchemaFault] {
    if let form, DocumentAcceptance.accepts(document, form) { return [] }
    return try schema.withLock { (schema) throws(XMLFailure) in
      let known = if let schema { schema } else { try made() }
      schema = known
      return try known.validate(document)
    }
  }
}
