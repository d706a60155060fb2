import PlainText

/// What libxml2 says of one fault: its code, and the names and values that stand in its sentence.
struct XMLComplaint {
  /// Which fault it is, by a number that libxml2 never gives to another one; 0 where there is none.
  let code: Int
  /// The element that it is about, without its namespace.
  let element: String?
  /// The attribute of the element.
  let attribute: String?
  /// The sentence without the names in front of it.
  let rest: String

  /// Bytes that are looked at, at either end: a sentence quotes what the document says, which may be a page.
  private static let (head, tail) = (400, 400)
  /// Characters of a value that are shown.
  private static let longest = 60

  init(code: Int, message: String) {
    self.code = code
    let bytes = message.utf8
    let whole =
      bytes.count > XMLComplaint.head + XMLComplaint.tail
      ? String(decoding: bytes.prefix(XMLComplaint.head), as: UTF8.self) + "…"
        + String(decoding: bytes.suffix(XMLComplaint.tail), as: UTF8.self) : message
    var text = whole.trimmingBlanks
    element =
      XMLComplaint.takeName("Element '", from: &text)
      ?? XMLComplaint.takeName("element decl. '", from: &text)
    attribute = XMLComplaint.takeName(element == nil ? "Attribute '" : ", attribute '", from: &text)
    rest = text.hasPrefix(": ") ? String(text.dropFirst(2)) : text
  }

  /// Takes a name in quotes from the beginning of a sentence.
  private static func takeName(_ opening: String, from text: inout String) -> String? {
    guard text.hasPrefix(opening) else { return nil }
    let after = text.dropFirst(opening.count)
    guard let end = after.firstIndex(of: "'") else { return nil }
    defer { text = String(after[end...].dropFirst()) }
    return local(after[..<end])
  }

  /// A name without its namespace.
  static func local(_ name: some StringProtocol) -> String {
    String(name.split(separator: "}").last ?? "")
  }

  /// What the element is called in a sentence, and what it is called with the attribute.
  func names(orElse unknown: String) -> (element: String, attribute: String) {
    let element = element.map { "elemen \(XMLComplaint.quoted($0))" } ?? unknown
    return (
      element, attribute.map { "\(element), atribut \(XMLComplaint.quoted($0))" } ?? element
    )
  }

  /// What stands between two texts: the first of the one, and the last of the other, as values have quotes too.
  func part(after opening: String, before closing: String) -> String? {
    guard let start = rest.firstRange(of: opening)?.upperBound,
      let end = rest[start...].ranges(of: closing).last?.lowerBound
    else { return nil }
    return String(rest[start..<end])
  }

  /// A text as it is shown: what would not be seen in it is, and a long one is cut.
  static func shown(_ text: String) -> String {
    let start = text.prefix(longest)
    return (start.count < text.count ? start + "…" : String(start)).printable
  }

  /// A name or a value as it is quoted.
  static func quoted(_ value: String) -> String { "'\(shown(value))'" }

  /// The same of what stands between two texts.
  func quoted(after opening: String, before closing: String) -> String? {
    part(after: opening, before: closing).map(XMLComplaint.quoted)
  }
}
