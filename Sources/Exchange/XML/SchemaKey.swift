import CLibXML2

/// A key of a schema whose fields are texts of attributes: what may stand only once in an element.
///
/// Its names lie in the dictionary that it was made with, so that comparing them makes no text.
struct SchemaKey {
  /// A text of libxml2.
  typealias Name = UnsafePointer<xmlChar>

  /// The local name of the element in which it may stand only once.
  let scope: Name
  /// The local name of the elements directly in it that are told apart.
  let child: Name
  /// The namespace of both.
  let namespace: Name
  /// The attributes by which they are told apart, without a namespace.
  let fields: [Name]
}

extension XMLTree {
  private static let schemaNamespace = "http://www.w3.org/2001/XMLSchema"

  /// Takes out of a schema the keys that can be watched while a document passes by, and leaves the others in it.
  ///
  /// libxml2 keeps every key of a document until its end and looks each element up in a path: for the exports
  /// of a country that was half of the time that judging took, and some 300 bytes an element.
  ///
  /// A key is taken where it means the same as the comparison of a few texts: on the only element of its name,
  /// over its children by name, by attributes that must be there and whose type is a text.
  ///
  /// - Parameter names: Where the names of the keys are kept; it must outlive them.
  /// - Returns: The keys that are no longer in the schema.
  /// - Throws: ``XMLFailure/callFailed(name:)``.
  func takeKeys(_ names: xmlDictPtr) throws(XMLFailure) -> [SchemaKey] {
    guard let root = xmlDocGetRootElement(document),
      XMLTree.value("elementFormDefault", of: root) == "qualified",
      let namespace = XMLTree.value("targetNamespace", of: root)
    else { return [] }
    let nodes = XMLTree.elements(below: root)
    // A reference to a key needs it where libxml2 looks for it.
    guard !nodes.contains(where: { XMLTree.isSchema($0, "keyref") }) else { return [] }
    let texts = Set(
      nodes.filter(XMLTree.isText).compactMap { type in
        type.pointee.parent.flatMap { XMLTree.value("name", of: $0) }
      })
    var keys: [SchemaKey] = []
    var taken: [xmlNodePtr] = []
    for node in nodes where XMLTree.isSchema(node, "key") {
      guard let element = node.pointee.parent, let scope = XMLTree.value("name", of: element),
        nodes.count(where: {
          XMLTree.isSchema($0, "element") && XMLTree.value("name", of: $0) == scope
        }) == 1
      else { continue }
      let parts = XMLTree.elements(below: node)
      let children = parts.filter { XMLTree.isSchema($0, "selector") }.map {
        XMLTree.name(XMLTree.value("xpath", of: $0) ?? "", at: $0, in: namespace)
      }
      let paths = parts.filter { XMLTree.isSchema($0, "field") }
        .map { XMLTree.value("xpath", of: $0) ?? "" }
      let fields = paths.map { String($0.dropFirst()) }
      guard children.count == 1, let child = children[0], !fields.isEmpty,
        paths.allSatisfy({ $0.hasPrefix("@") }),
        fields.allSatisfy({ XMLTree.isText(attribute: $0, nodes, texts, namespace) })
      else { continue }
      let kept = ([scope, child, namespace] + fields).compactMap { xmlDictLookup(names, $0, -1) }
      guard kept.count == fields.count + 3 else { throw .callFailed(name: "xmlDictLookup") }
      keys.append(
        SchemaKey(
          scope: kept[0], child: kept[1], namespace: kept[2], fields: Array(kept.dropFirst(3))))
      taken.append(node)
    }
    // Only now: what is in them was looked at for each key.
    for node in taken {
      xmlUnlinkNode(node)
      xmlFreeNode(node)
    }
    return keys
  }

  /// Whether all attributes of a name must be there and are texts.
  private static func isText(
    attribute name: String, _ nodes: [xmlNodePtr], _ texts: Set<String>, _ namespace: String
  ) -> Bool {
    let declarations = nodes.filter {
      isSchema($0, "attribute") && value("name", of: $0) == name
    }
    return !declarations.isEmpty
      && declarations.allSatisfy { declaration in
        value("use", of: declaration) == "required"
          && value("type", of: declaration)
            .flatMap { XMLTree.name($0, at: declaration, in: namespace) }
            .map(texts.contains) ?? false
      }
  }

  /// Whether something restricts texts without changing their white space.
  private static func isText(_ node: xmlNodePtr) -> Bool {
    isSchema(node, "restriction")
      && name(value("base", of: node) ?? "", at: node, in: schemaNamespace) == "string"
      && !elements(below: node).contains { isSchema($0, "whiteSpace") }
  }

  /// The local part of a name whose prefix is that of a namespace; `nil` where it is another's.
  private static func name(
    _ qualified: String, at node: xmlNodePtr, in namespace: String
  ) -> String? {
    let parts = qualified.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }),
      let found = xmlSearchNs(node.pointee.doc, node, String(parts[0])),
      let uri = found.pointee.href, String(cString: uri) == namespace
    else { return nil }
    return String(parts[1])
  }

  private static func isSchema(_ node: xmlNodePtr, _ name: String) -> Bool {
    xmlStrEqual(node.pointee.name, name) == 1
      && xmlStrEqual(node.pointee.ns?.pointee.href, schemaNamespace) == 1
  }

  private static func value(_ attribute: String, of node: xmlNodePtr) -> String? {
    guard let value = xmlGetNoNsProp(node, attribute) else { return nil }
    defer { tenggat_xml_free(value) }
    return String(cString: value)
  }

  /// The elements in an element, with those in them, in the order of the file.
  private static func elements(below node: xmlNodePtr) -> [xmlNodePtr] {
    var found: [xmlNodePtr] = []
    var next = xmlFirstElementChild(node)
    while let child = next {
      found.append(child)
      found += elements(below: child)
      next = xmlNextElementSibling(child)
    }
    return found
  }
}
