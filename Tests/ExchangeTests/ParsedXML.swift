import CLibXML2
import Testing

/// What libxml2 reads out of bytes that we wrote.
enum ParsedXML {
  /// The value of an attribute of the first element with a name, anywhere in the document.
  static func attribute(_ name: String, of element: String, in bytes: [UInt8]) throws -> String {
    try inFirst(element, of: bytes) { node in
      let attribute = try #require(xmlHasProp(node, name))
      return try attribute.withMemoryRebound(to: xmlNode.self, capacity: 1, content)
    }
  }

  /// The text of the first element with a name, anywhere in the document.
  static func text(of element: String, in bytes: [UInt8]) throws -> String {
    try inFirst(element, of: bytes, content)
  }

  /// The text of an element or an attribute.
  private static func content(of node: xmlNodePtr) throws -> String {
    let buffer = try #require(xmlBufferCreate())
    defer { xmlBufferFree(buffer) }
    try #require(xmlNodeBufGetContent(buffer, node) == 0)
    return String(cString: try #require(xmlBufferContent(buffer)))
  }

  private static func inFirst(
    _ element: String, of bytes: [UInt8], _ body: (xmlNodePtr) throws -> String
  ) throws -> String {
    let document = bytes.withUnsafeBytes {
      xmlReadMemory(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count), nil, nil, 0)
    }
    let tree = try #require(document)
    defer { xmlFreeDoc(tree) }
    let root = try #require(xmlDocGetRootElement(tree))
    return try body(try #require(first(element, from: root)))
  }

  private static func first(_ name: String, from node: xmlNodePtr) -> xmlNodePtr? {
    if String(cString: node.pointee.name) == name { return node }
    var child = xmlFirstElementChild(node)
    while let element = child {
      if let found = first(name, from: element) { return found }
      child = xmlNextElementSibling(element)
    }
    return nil
  }
}
