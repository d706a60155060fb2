/// Makes the tables of a schema out of its document.
struct SchemaFormReader {
  /// The schema is written with something that is not known here.
  private struct Unknown: Error {}

  private var form = SchemaForm()
  /// The parts of the schema that have a name, by what they are and the name.
  private var parts: [String: XMLElement] = [:]
  private var machines: [String: Int] = [:]

  /// The elements in each other that are followed at the most: types may hold themselves.
  private static let mostDepth = 16

  /// The tables of a schema; `nil` where it is written with something that is not known here.
  static func form(of schema: XMLTree) -> SchemaForm? {
    var reader = SchemaFormReader()
    return try? reader.read(schema)
  }

  private mutating func read(_ schema: XMLTree) throws -> SchemaForm {
    guard let top = XMLElement(rootOf: schema), top.name == "schema",
      let namespace = try top.attribute("targetNamespace"),
      try top.attribute("elementFormDefault") == "qualified"
    else { throw Unknown() }
    var roots: [XMLElement] = []
    for part in try meaningful(top) {
      if part.name == "element" {
        roots.append(part)
      } else {
        parts["\(part.name) \(try name(of: part))"] = part
      }
    }
    guard roots.count == 1 else { throw Unknown() }
    form.root = word(try name(of: roots[0]))
    form.namespace = word(namespace)
    // The root is the first, whatever is in it.
    form.elements = [SchemaForm.Element(attributes: 0..<0, required: 0, content: .nothing)]
    form.elements[0] = try element(roots[0], depth: 0).element
    return form
  }

  private mutating func word(_ text: String) -> SchemaForm.Words {
    let start = form.text.count
    form.text += text.utf8
    return start..<form.text.count
  }

  /// The elements in a part but for what is said to people.
  private func meaningful(_ part: XMLElement) throws -> [XMLElement] {
    part.children.filter { $0.name != "annotation" }
  }

  private func name(of part: XMLElement) throws -> String {
    guard let name = try part.attribute("name") else { throw Unknown() }
    return name
  }

  /// The name behind the prefix of a reference to a part of the schema.
  private func local(_ reference: String?) throws -> String {
    guard let reference, let colon = reference.firstIndex(of: ":") else { throw Unknown() }
    return String(reference[reference.index(after: colon)...])
  }

  // MARK: - Values

  private mutating func value(_ reference: String?) throws -> SchemaForm.Value {
    let name = try local(reference)
    guard let reference, !reference.hasPrefix("xs:") else {
      switch name {
      case "string": return SchemaForm.Value(meaning: .text(isRequired: false))
      case "date": return SchemaForm.Value(meaning: .date)
      case "dateTime": return SchemaForm.Value(meaning: .moment)
      case "integer":
        return SchemaForm.Value(meaning: .number(least: Int.min, takesPoint: false))
      case "nonNegativeInteger":
        return SchemaForm.Value(meaning: .number(least: 0, takesPoint: false))
      case "decimal":
        return SchemaForm.Value(meaning: .number(least: Int.min, takesPoint: true))
      default: throw Unknown()
      }
    }
    guard let type = parts["simpleType \(name)"] else { throw Unknown() }
    let restrictions = try meaningful(type)
    guard restrictions.count == 1, restrictions[0].name == "restriction" else { throw Unknown() }
    var value = try value(restrictions[0].attribute("base"))
    for facet in try meaningful(restrictions[0]) {
      try restrict(&value, facet.name, facet.attribute("value") ?? "")
    }
    return value
  }

  private mutating func restrict(
    _ value: inout SchemaForm.Value, _ facet: String, _ text: String
  ) throws {
    switch (facet, value.meaning) {
    case ("pattern", _) where value.machine == nil: value.machine = try machine(text)
    case ("enumeration", .text):
      let start = value.choices.isEmpty ? form.choices.count : value.choices.lowerBound
      form.choices.append(word(text))
      value.choices = start..<form.choices.count
    case ("minLength", .text) where text == "1": value.meaning = .text(isRequired: true)
    case ("minInclusive", .number(_, takesPoint: false)):
      guard let least = Int(text) else { throw Unknown() }
      value.meaning = .number(least: least, takesPoint: false)
    default: throw Unknown()
    }
  }

  private mutating func machine(_ pattern: String) throws -> Int {
    if let known = machines[pattern] { return known }
    guard let machine = PatternMachine(pattern) else { throw Unknown() }
    let start = form.machines.count
    form.machines += machine.rows
    machines[pattern] = start
    return start
  }

  // MARK: - Elements

  /// An element, and the attributes of each one in it that tell it from its siblings.
  private mutating func element(
    _ declaration: XMLElement, depth: Int
  ) throws -> (element: SchemaForm.Element, attributes: [String]) {
    let type = try declaration.attribute("type")
    guard depth < SchemaFormReader.mostDepth, let reference = type else { throw Unknown() }
    guard let complex = parts["complexType \(try local(reference))"] else {
      guard try meaningful(declaration).isEmpty else { throw Unknown() }
      let content = SchemaForm.Content.value(try value(reference))
      return (SchemaForm.Element(attributes: 0..<0, required: 0, content: content), [])
    }
    var attributes: [SchemaForm.Attribute] = []
    var names: [String] = []
    var content = SchemaForm.Content.nothing
    for part in try meaningful(complex) {
      switch part.name {
      case "simpleContent":
        let extensions = try meaningful(part)
        guard extensions.count == 1, extensions[0].name == "extension" else { throw Unknown() }
        content = .value(try value(extensions[0].attribute("base")))
        for part in try meaningful(extensions[0]) { try add(part, &attributes, &names) }
      case "sequence":
        content = .elements(try sequence(part, try keys(of: declaration), depth))
      default: try add(part, &attributes, &names)
      }
    }
    guard attributes.count <= SchemaForm.mostAttributes else { throw Unknown() }
    let start = form.attributes.count
    form.attributes += attributes
    let required = attributes.enumerated().reduce(UInt64(0)) {
      $1.element.isRequired ? $0 | 1 << UInt64($1.offset) : $0
    }
    return (
      SchemaForm.Element(
        attributes: start..<form.attributes.count, required: required, content: content), names
    )
  }

  private mutating func add(
    _ part: XMLElement, _ attributes: inout [SchemaForm.Attribute], _ names: inout [String]
  ) throws {
    switch part.name {
    case "attribute":
      let name = try name(of: part)
      names.append(name)
      attributes.append(
        SchemaForm.Attribute(
          name: word(name), value: try value(part.attribute("type")),
          fixed: try part.attribute("fixed").map { word($0) },
          isRequired: try part.attribute("use") == "required"))
    case "attributeGroup":
      guard let group = parts["attributeGroup \(try local(part.attribute("ref")))"] else {
        throw Unknown()
      }
      for part in try meaningful(group) { try add(part, &attributes, &names) }
    default: throw Unknown()
    }
  }

  /// The keys of an element: the attributes that tell its children of some name from each other.
  private func keys(of declaration: XMLElement) throws -> [String: [String]] {
    var keys: [String: [String]] = [:]
    for key in try meaningful(declaration) {
      let parts = try meaningful(key)
      guard key.name == "key", let selector = parts.first, selector.name == "selector" else {
        throw Unknown()
      }
      let child = try local(selector.attribute("xpath"))
      guard keys[child] == nil, !child.contains(where: { "/|.:*".contains($0) }) else {
        throw Unknown()
      }
      keys[child] = try parts.dropFirst().map { field in
        guard field.name == "field", let path = try field.attribute("xpath"), path.first == "@"
        else { throw Unknown() }
        return String(path.dropFirst())
      }
    }
    return keys
  }

  private mutating func sequence(
    _ part: XMLElement, _ keys: [String: [String]], _ depth: Int
  ) throws -> Range<Int> {
    var particles: [SchemaForm.Particle] = []
    var keyed = 0
    for declaration in try meaningful(part) {
      guard declaration.name == "element" else { throw Unknown() }
      let name = try name(of: declaration)
      let (element, attributes) = try element(declaration, depth: depth + 1)
      form.elements.append(element)
      let most = try declaration.attribute("maxOccurs") ?? "1"
      guard let least = Int(try declaration.attribute("minOccurs") ?? "1"),
        let most = most == "unbounded" ? Int.max : Int(most), least <= most
      else { throw Unknown() }
      var particle = SchemaForm.Particle(
        name: word(name), element: form.elements.count - 1, occurrences: least...most)
      if let key = keys[name] {
        keyed += 1
        particle.key = try fields(key, of: element, attributes)
      }
      particles.append(particle)
    }
    guard keyed == keys.count else { throw Unknown() }
    let start = form.particles.count
    form.particles += particles
    return start..<form.particles.count
  }

  /// The places of the attributes of a key, which are texts: those are the same where their bytes are.
  private mutating func fields(
    _ key: [String], of element: SchemaForm.Element, _ attributes: [String]
  ) throws -> Range<Int> {
    let start = form.fields.count
    for name in key {
      guard let place = attributes.firstIndex(of: name) else { throw Unknown() }
      let attribute = form.attributes[element.attributes.lowerBound + place]
      guard attribute.isRequired, case .text = attribute.value.meaning else { throw Unknown() }
      form.fields.append(place)
    }
    return start..<form.fields.count
  }
}
