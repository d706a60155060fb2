import CLibXML2
import DurableFiles

/// What looks at the elements of a document that passes by.
protocol XMLVisitor: AnyObject {
  /// Looks at an element that begins, in the order of the start tags; what it is shown may yet turn out to be
  /// wrong.
  ///
  /// - Returns: Whether the text in it is wanted, which has no elements in it.
  func start(_ element: XMLPassingElement) throws -> Bool
  /// Looks at the text of an element for which it was wanted.
  func end(text: String) throws
}

/// One document that passes by: how deep it is, what is wrong with it, what is still wanted.
final class XMLPassage {
  private let parser: xmlParserCtxtPtr
  private let visitor: any XMLVisitor
  private let collector: FaultCollector
  private var keys: XMLKeyWatch
  private var depth = 0
  /// The depth of the element whose text is wanted.
  private var wanted: Int?
  private var text: [UInt8] = []
  /// The bytes of text since the last tag: libxml2 keeps them until the next.
  private var textLength = 0
  /// What the visitor threw; it counts where the document is valid.
  private(set) var failure: (any Error)?
  /// Whether nothing more of the document is read.
  private(set) var isStopped = false

  init(
    _ parser: xmlParserCtxtPtr, _ visitor: any XMLVisitor, _ collector: FaultCollector,
    _ keys: [SchemaKey]
  ) {
    self.parser = parser
    self.visitor = visitor
    self.collector = collector
    self.keys = XMLKeyWatch(keys)
  }

  /// Adds a fault after which nothing more is read.
  func stop(_ fault: SchemaFault) {
    guard !isStopped else { return }
    isStopped = true
    collector.add(fault)
    // Stopping the parser itself would free the bytes that it has shown, which the schema is shown next.
    parser.pointee.disableSAX = 1
  }

  /// Refuses a document type before what stands in its brackets is read.
  private func stopAtDTD() {
    stop(Messages.hasDTD)
    xmlStopParser(parser)
  }

  /// Adds a fault of the line that the parser is at, after which nothing more is read.
  private func stop(_ message: String) {
    stop(SchemaFault(line: Int(xmlSAX2GetLineNumber(parser)), column: nil, message: message))
  }

  /// Whether the visitor is still shown anything.
  private var isVisited: Bool { failure == nil && collector.isEmpty }

  private func start(_ element: XMLPassingElement) {
    textLength = 0
    // Fed piece by piece, libxml2 bounds the depth only of the trees that it builds.
    guard depth <= Limits.depth else { return stop(Messages.tooDeep) }
    // The root is looked at whatever is wrong with it: it tells what the document is.
    if failure == nil, collector.isEmpty || depth == 0 {
      do {
        if try visitor.start(element) {
          wanted = depth
          text.removeAll(keepingCapacity: true)
        }
      } catch {
        failure = error
      }
    }
    switch keys.start(element) {
    case .repeated(let message)?:
      collector.add(SchemaFault(line: element.line, column: nil, message: message))
    case .tooMany(let message)?: stop(message)
    case nil: break
    }
    depth += 1
  }

  private func end() {
    textLength = 0
    depth -= 1
    keys.end(depth: depth)
    guard wanted == depth else { return }
    wanted = nil
    guard isVisited else { return }
    do { try visitor.end(text: String(decoding: text, as: UTF8.self)) } catch { failure = error }
  }

  private func add(_ bytes: UnsafeBufferPointer<xmlChar>) {
    textLength += bytes.count
    if textLength > Limits.text { return stop(Messages.longText) }
    // In a document that has a fault nobody wants it, and it would have no end.
    if wanted != nil, isVisited { text += bytes }
  }

  /// What libxml2 calls for each part of a document; its context is a passage.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XML_SAX2_MAGIC
    handler.startElementNs = {
      context, name, _, namespace, _, _, attributeCount, _, attributes in
      guard let passage = XMLPassage.of(context), let name else { return }
      passage.start(
        XMLPassingElement(
          passage.parser, name, namespace, depth: passage.depth, attributeCount: attributeCount,
          attributes))
    }
    handler.endElementNs = { context, _, _, _ in XMLPassage.of(context)?.end() }
    let characters: charactersSAXFunc = { context, bytes, count in
      XMLPassage.of(context)?.add(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    handler.internalSubset = { context, _, _, _ in XMLPassage.of(context)?.stopAtDTD() }
    return handler
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLPassage? {
    context.map { Unmanaged<XMLPassage>.fromOpaque($0).takeUnretainedValue() }
  }
}
