import CLibXML2

/// An element of a parsed document.
///
/// It keeps the document alive, so that its pointer is valid for as long as it is.
struct XMLElement {
  /// Owns the memory that ``node`` points into.
  private let tree: XMLTree
  private let node: xmlNodePtr

  /// The root element of a document; `nil` where it has none.
  init?(rootOf tree: XMLTree) {
    guard let root = xmlDocGetRootElement(tree.document) else { return nil }
    self.init(node: root, of: tree)
  }

  private init(node: xmlNodePtr, of tree: XMLTree) {
    self.tree = tree
    self.node = node
  }

  /// The local name.
  var name: String { withExtendedLifetime(tree) { String(cString: node.pointee.name) } }

  /// The line of its start tag, from 1; 0 where libxml2 does not tell it.
  var line: Int { withExtendedLifetime(tree) { Int(xmlGetLineNo(node)) } }

  /// The elements directly in it, in the order of the file.
  var children: [XMLElement] {
    withExtendedLifetime(tree) {
      var children: [XMLElement] = []
      var next = xmlFirstElementChild(node)
      while let child = next {
        children.append(XMLElement(node: child, of: tree))
        next = xmlNextElementSibling(child)
      }
      return children
    }
  }

  /// The value of an attribute without a namespace; `nil` where there is no such attribute.
  func attribute(_ name: String) throws(XMLFailure) -> String? {
    try withExtendedLifetime(tree) { () throws(XMLFailure) in
      guard let attribute = xmlHasNsProp(node, name, nil) else { return nil }
      // An attribute is a node whose own fields come after the ones that all nodes share.
      return try attribute.withMemoryRebound(to: xmlNode.self, capacity: 1, XMLElement.content)
    }
  }

  /// The text in it, without comments.
  func text() throws(XMLFailure) -> String {
    try withExtendedLifetime(tree) { () throws(XMLFailure) in try XMLElement.content(of: node) }
  }

  private static func content(of node: xmlNodePtr) throws(XMLFailure) -> String {
    guard let buffer = xmlBufferCreate() else { throw .callFailed(name: "xmlBufferCreate") }
    defer { xmlBufferFree(buffer) }
    guard xmlNodeBufGetContent(buffer, node) == 0, let bytes = xmlBufferContent(buffer) else {
      throw .callFailed(name: "xmlNodeBufGetContent")
    }
    return String(cString: bytes)
  }
}
