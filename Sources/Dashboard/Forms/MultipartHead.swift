/// The head of one part of a form (RFC 7578, section 4).
enum MultipartHead {
  /// Reads the lines of a head, without the empty one that ends it.
  ///
  /// - Returns: What the part is called; `nil` where the head is not understood.
  static func read(_ bytes: ArraySlice<UInt8>) -> MultipartParser.Head? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var head: MultipartParser.Head?
    for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
      guard !line.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
        let colon = line.firstIndex(of: ":")
      else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      switch line[..<colon].lowercased() {
      case "content-disposition":
        guard head == nil, let read = disposition(value) else { return nil }
        head = read
      // What a file is tells its content; what its sender says of it is not believed.
      case "content-type": continue
      default: return nil
      }
    }
    return head
  }

  /// Reads `form-data; name="…"; filename="…"`.
  private static func disposition(_ text: Substring) -> MultipartParser.Head? {
    var rest = text
    guard rest.prefix(9).lowercased() == "form-data" else { return nil }
    rest = rest.dropFirst(9)
    var values: [String: String] = [:]
    while !rest.isEmpty {
      guard rest.first == ";" else { return nil }
      rest = rest.dropFirst().drop { $0 == " " }
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      let key = rest[..<equals].lowercased()
      rest = rest[rest.index(after: equals)...]
      // RFC 7578 forbids the other spelling of a name, which some senders add; the plain one is beside it.
      guard ["name", "filename", "filename*"].contains(key), values[key] == nil else { return nil }
      values[key] = rest.first == "\"" ? quoted(&rest) : bare(&rest)
      guard values[key] != nil else { return nil }
    }
    guard let field = values["name"], !field.isEmpty else { return nil }
    return MultipartParser.Head(field: field, fileName: values["filename"])
  }

  /// A value in quotes.
  ///
  /// Browsers write a quote in it as `%22`, other senders with a backslash before it.
  private static func quoted(_ rest: inout Substring) -> String? {
    var value = ""
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      switch character {
      case "\"": return value.replacing("%22", with: "\"")
      case "\\" where rest.first == "\"" || rest.first == "\\":
        if let escaped = rest.popFirst() { value.append(escaped) }
      default: value.append(character)
      }
    }
    return nil
  }

  private static func bare(_ rest: inout Substring) -> String? {
    let value = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(value.count)
    return value.isEmpty || value.contains(" ") ? nil : String(value)
  }
}
