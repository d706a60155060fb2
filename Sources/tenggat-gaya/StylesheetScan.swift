internal import CXSLT
internal import Layouts

/// What a stylesheet may not have, seen before it is compiled: other files, and elements that are none of
/// XSLT 1.0.
struct StylesheetScan {
  /// What was found, in the order of the file.
  private(set) var faults: [LayoutFault] = []

  // Source: XSLT 1.0 (W3C, 16 November 1999), sections 2.1, 2.6 and 14.1.
  private static let namespace = "http://www.w3.org/1999/XSL/Transform"
  private static let extensions = "extension-element-prefixes"

  /// Looks at a parsed stylesheet.
  init(_ document: xmlDocPtr) {
    guard let root = xmlDocGetRootElement(document) else { return }
    var node: xmlNodePtr? = root
    while let element = node {
      look(at: element)
      node = StylesheetScan.following(element, in: root)
    }
  }

  /// The element after another one in the order of the file.
  private static func following(_ element: xmlNodePtr, in root: xmlNodePtr) -> xmlNodePtr? {
    if let child = xmlFirstElementChild(element) { return child }
    var node = element
    while node != root {
      if let next = xmlNextElementSibling(node) { return next }
      guard let parent = node.pointee.parent else { return nil }
      node = parent
    }
    return nil
  }

  private mutating func look(at element: xmlNodePtr) {
    let line = Int(xmlGetLineNo(element))
    let namespace = element.pointee.ns?.pointee.href.map { String(cString: $0) }
    let isOfXSLT = namespace == StylesheetScan.namespace
    let name = String(cString: element.pointee.name)
    if isOfXSLT, ["include", "import"].contains(name) {
      faults.append(LayoutFault(.include, in: .layout, line: line, detail: name))
    }
    // XSLT 1.1, which was never finished, had it; libxslt knows it.
    let isExtended =
      isOfXSLT
      ? name == "document" || xmlHasProp(element, StylesheetScan.extensions) != nil
      : xmlHasNsProp(element, StylesheetScan.extensions, StylesheetScan.namespace) != nil
    if isExtended { faults.append(LayoutFault(.extended, in: .layout, line: line)) }
  }
}
