internal import CXSLT
internal import Layouts

/// The schema of a receiver (XSD 1.0), which stands alone in one file.
struct ReceiverSchema {
  private let schema: xmlSchemaPtr

  private static let references = ["include", "import", "redefine"]

  /// Reads a schema; it lives as long as the process.
  init(_ bytes: [UInt8], _ log: FaultLog) throws(ParsedFile.Faulty) {
    let document = try ParsedFile.read(bytes, as: .schema, log)
    var faults: [LayoutFault] = []
    var child = xmlDocGetRootElement(document).flatMap(xmlFirstElementChild)
    while let element = child {
      if ReceiverSchema.references.contains(String(cString: element.pointee.name)),
        xmlHasProp(element, "schemaLocation") != nil
      {
        faults.append(
          LayoutFault(
            .include, in: .schema, line: Int(xmlGetLineNo(element)),
            detail: String(cString: element.pointee.name)))
      }
      child = xmlNextElementSibling(element)
    }
    guard faults.isEmpty else { throw ParsedFile.Faulty(faults: faults) }
    guard let parser = xmlSchemaNewDocParserCtxt(document) else {
      throw ParsedFile.Faulty(faults: [LayoutFault(.library, in: .schema)])
    }
    defer { xmlSchemaFreeParserCtxt(parser) }
    let parsed = xmlSchemaParse(parser)
    faults = log.take(.schema)
    guard let parsed, faults.isEmpty else {
      throw ParsedFile.Faulty(
        faults: faults.isEmpty ? [LayoutFault(.library, in: .schema)] : faults)
    }
    schema = parsed
  }

  /// Judges a result.
  func judge(_ result: xmlDocPtr, _ log: FaultLog) throws(ParsedFile.Faulty) {
    guard let validation = xmlSchemaNewValidCtxt(schema) else {
      throw ParsedFile.Faulty(faults: [LayoutFault(.library, in: .result)])
    }
    defer { xmlSchemaFreeValidCtxt(validation) }
    let code = xmlSchemaValidateDoc(validation, result)
    let faults = log.take(.result)
    guard code == 0, faults.isEmpty else {
      throw ParsedFile.Faulty(
        faults: faults.isEmpty ? [LayoutFault(.library, in: .result)] : faults)
    }
  }
}
