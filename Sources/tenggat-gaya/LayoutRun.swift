internal import CXSLT
internal import ComplianceModel
internal import Layouts

/// A document on its way through a layout.
struct LayoutRun {
  private let request: LayoutRequest
  private let log: FaultLog

  /// How deep templates may call each other: far more than a layout needs that goes through desa one by one.
  private static let deepest: CInt = 1_000

  init(_ request: LayoutRequest, _ log: FaultLog) {
    self.request = request
    self.log = log
  }

  /// What came of it.
  var answer: LayoutAnswer {
    do throws(ParsedFile.Faulty) {
      let layout = try stylesheet()
      let schema = try request.schema.map { (bytes) throws(ParsedFile.Faulty) in
        try ReceiverSchema(bytes, log)
      }
      do throws(ParsedFile.Faulty) {
        return .file(try file(layout, schema))
      } catch {
        return .faults(error.faults)
      }
    } catch {
      return .unusable(error.faults)
    }
  }

  /// The layout, compiled; it lives as long as the process.
  private func stylesheet() throws(ParsedFile.Faulty) -> xsltStylesheetPtr {
    let document = try ParsedFile.read(request.layout, as: .layout, log)
    let faults = StylesheetScan(document).faults
    guard faults.isEmpty else { throw ParsedFile.Faulty(faults: faults) }
    let stylesheet = xsltParseStylesheetDoc(document)
    guard let stylesheet, stylesheet.pointee.errors == 0, log.isEmpty else {
      throw fault(.layout)
    }
    let method = stylesheet.pointee.method.map { String(cString: $0) } ?? "xml"
    guard method == (request.form == .xml ? "xml" : "text") else {
      throw ParsedFile.Faulty(faults: [LayoutFault(.otherForm, in: .layout, detail: method)])
    }
    let encoding = stylesheet.pointee.encoding.map { String(cString: $0) } ?? "UTF-8"
    guard encoding.uppercased() == request.encoding.rawValue else {
      throw ParsedFile.Faulty(faults: [LayoutFault(.otherEncoding, in: .layout, detail: encoding)])
    }
    return stylesheet
  }

  /// What the libraries said of a part; a fault without words where they said nothing.
  private func fault(_ part: LayoutFault.Part) -> ParsedFile.Faulty {
    let faults = log.take(part)
    return ParsedFile.Faulty(faults: faults.isEmpty ? [LayoutFault(.library, in: part)] : faults)
  }

  /// The receiver's file of the document.
  private func file(
    _ layout: xsltStylesheetPtr, _ schema: ReceiverSchema?
  ) throws(ParsedFile.Faulty) -> [UInt8] {
    let source = try ParsedFile.read(request.document, as: .document, log)
    defer { xmlFreeDoc(source) }
    guard let context = xsltNewTransformContext(layout, source) else { throw fault(.layout) }
    defer { xsltFreeTransformContext(context) }
    context.pointee.maxTemplateDepth = LayoutRun.deepest
    let result = xsltApplyStylesheetUser(layout, source, nil, nil, nil, context)
    defer { xmlFreeDoc(result) }
    // A stylesheet that was kept from something goes on without it: then there is no file.
    guard let result, context.pointee.state == XSLT_STATE_OK, log.isEmpty else {
      throw fault(.layout)
    }
    // Without a method, the name of the first element decides.
    guard result.pointee.type != XML_HTML_DOCUMENT_NODE else {
      throw ParsedFile.Faulty(faults: [LayoutFault(.otherForm, in: .layout, detail: "html")])
    }
    let bytes = try bytes(of: result, layout)
    switch request.form {
    case .xml: try judge(bytes, schema)
    case .text: try judge(textOf: result, bytes)
    }
    return bytes
  }

  private func bytes(
    of result: xmlDocPtr, _ layout: xsltStylesheetPtr
  ) throws(ParsedFile.Faulty) -> [UInt8] {
    var text: UnsafeMutablePointer<xmlChar>?
    var count: CInt = 0
    let code = xsltSaveResultToString(&text, &count, result, layout)
    defer { tenggat_xslt_free(text) }
    guard code == 0, log.isEmpty else { throw fault(.result) }
    guard let text, count > 0 else {
      throw ParsedFile.Faulty(faults: [LayoutFault(.empty, in: .result)])
    }
    guard count <= LayoutRequest.largestResult else {
      throw ParsedFile.Faulty(faults: [LayoutFault(.tooLarge, in: .result)])
    }
    return Array(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  /// Reads a result as its receiver does: well-formed, in the encoding of the profile, and valid.
  private func judge(_ bytes: [UInt8], _ schema: ReceiverSchema?) throws(ParsedFile.Faulty) {
    let read = try ParsedFile.readResult(bytes, log)
    defer { xmlFreeDoc(read) }
    let declared = read.pointee.encoding.map { String(cString: $0) } ?? "UTF-8"
    guard declared.uppercased() == request.encoding.rawValue else {
      throw ParsedFile.Faulty(
        faults: [LayoutFault(.otherEncoding, in: .result, detail: declared)])
    }
    try schema?.judge(read, log)
  }

  /// Makes sure that every character of a text is in its bytes: libxml2 puts a number for XML in the place of
  /// what an encoding has not.
  private func judge(textOf result: xmlDocPtr, _ bytes: [UInt8]) throws(ParsedFile.Faulty) {
    guard request.encoding == .latin1 else { return }
    let content = result.withMemoryRebound(to: xmlNode.self, capacity: 1) { xmlNodeGetContent($0) }
    defer { tenggat_xslt_free(content) }
    guard let content else { throw fault(.result) }
    let text = String(cString: content)
    guard let scalar = text.unicodeScalars.first(where: { $0.value > 0xFF }) else { return }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    throw ParsedFile.Faulty(
      faults: [
        LayoutFault(
          .unwritable, in: .result,
          detail: "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
      ])
  }
}
