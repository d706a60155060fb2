import CLibXML2

/// The start tag of an element that passes by; valid only where it is shown.
struct XMLPassingElement {
  private let parser: xmlParserCtxtPtr
  private let name: UnsafePointer<xmlChar>
  private let namespace: UnsafePointer<xmlChar>?
  /// Five pointers an attribute: its local name, its prefix, its namespace, and its value from the first byte to
  /// the one after the last.
  private let attributes: UnsafeBufferPointer<UnsafePointer<xmlChar>?>
  /// How many elements it lies in.
  let depth: Int

  init(
    _ parser: xmlParserCtxtPtr, _ name: UnsafePointer<xmlChar>,
    _ namespace: UnsafePointer<xmlChar>?, depth: Int, attributeCount: CInt,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    self.parser = parser
    self.name = name
    self.namespace = namespace
    self.depth = depth
    self.attributes = UnsafeBufferPointer(start: attributes, count: Int(attributeCount) * 5)
  }

  /// Whether it has a local name, whatever its namespace.
  func isNamed(_ other: StaticString) -> Bool { xmlStrEqual(name, other.utf8Start) == 1 }

  /// Whether it has a local name and a namespace.
  func isNamed(_ other: SchemaKey.Name, in uri: SchemaKey.Name) -> Bool {
    xmlStrEqual(name, other) == 1 && xmlStrEqual(namespace, uri) == 1
  }

  /// Whether it has a local name and a namespace.
  func isNamed(_ other: String, in uri: String) -> Bool {
    other.withCString(encodedAs: UTF8.self) { other in
      uri.withCString(encodedAs: UTF8.self) { isNamed(other, in: $0) }
    }
  }

  /// The value of an attribute without a namespace; `nil` where there is no such attribute.
  func bytes(of attribute: SchemaKey.Name) -> UnsafeRawBufferPointer? {
    for start in stride(from: 0, to: attributes.count, by: 5)
    where attributes[start + 2] == nil && xmlStrEqual(attributes[start], attribute) == 1 {
      guard let value = attributes[start + 3], let end = attributes[start + 4] else { return nil }
      return UnsafeRawBufferPointer(start: value, count: end - value)
    }
    return nil
  }
}

extension XMLPassingElement: KepatuhanAttributes {
  var line: Int { Int(xmlSAX2GetLineNumber(parser)) }

  func attribute(_ name: String) -> String? {
    name.withCString(encodedAs: UTF8.self, bytes(of:)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
