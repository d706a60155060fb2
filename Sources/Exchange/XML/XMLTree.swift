import CLibXML2
import DurableFiles

/// A parsed document, in libxml2's memory.
final class XMLTree {
  /// What reading some bytes gave: a tree, or at least one fault.
  enum Reading {
    case tree(XMLTree)
    case faults([SchemaFault])
  }

  /// Valid for as long as the tree lives.
  let document: xmlDocPtr

  private init(owning document: xmlDocPtr) { self.document = document }

  deinit { xmlFreeDoc(document) }

  /// Reads a document without the network, without a DTD, and without expanding an entity.
  ///
  /// A document that brings a DTD is refused: ours has none, and entities are the way by which a
  /// small file grows large or reads another.
  static func read(_ bytes: [UInt8]) throws(XMLFailure) -> Reading {
    LibXML.prepare()
    guard bytes.count <= Limits.document, let count = CInt(exactly: bytes.count) else {
      throw .tooLarge(byteCount: bytes.count)
    }
    if let fault = XMLTagBounds.fault(in: bytes) { return .faults([fault]) }
    guard let parser = xmlNewParserCtxt() else { throw .callFailed(name: "xmlNewParserCtxt") }
    defer { xmlFreeParserCtxt(parser) }

    let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
    let collector = FaultCollector()
    let document = collector.collecting { sink in
      tenggat_xml_watch_parser(parser, sink)
      return bytes.withUnsafeBytes {
        xmlCtxtReadMemory(
          parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), count, nil, "UTF-8",
          CInt(options))
      }
    }
    let tree = document.map(XMLTree.init(owning:))
    guard !collector.ranOutOfMemory else { throw .callFailed(name: "xmlCtxtReadMemory") }
    guard collector.faults.isEmpty else { return .faults(collector.faults) }
    guard let tree else {
      return .faults([SchemaFault(line: 1, column: 1, message: Messages.noDocument)])
    }
    guard tree.document.pointee.intSubset == nil else {
      // A DTD has no line in the tree; it stands before the root element.
      return .faults([SchemaFault(line: tree.rootLine, column: nil, message: Messages.hasDTD)])
    }
    return .tree(tree)
  }

  /// The line of the root element.
  private var rootLine: Int { xmlDocGetRootElement(document).map { Int(xmlGetLineNo($0)) } ?? 0 }

  /// The lines of the elements directly in the root that have one of some local names and an
  /// attribute.
  func lines(ofChildrenNamed names: Set<String>, withAttribute attribute: String) -> [Int] {
    var lines: [Int] = []
    var child = xmlDocGetRootElement(document).flatMap(xmlFirstElementChild)
    while let element = child {
      if names.contains(String(cString: element.pointee.name)),
        xmlHasProp(element, attribute) != nil
      {
        lines.append(Int(xmlGetLineNo(element)))
      }
      child = xmlNextElementSibling(element)
    }
    return lines
  }
}
