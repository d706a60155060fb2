internal import CXSLT
internal import Layouts

/// A file of a profile, parsed: nothing is fetched for it, and a DTD is refused before anything is parsed.
enum ParsedFile {
  /// The error for a file that cannot be used.
  struct Faulty: Error {
    let faults: [LayoutFault]
  }

  private static let encodings = ["utf-8", "utf8", "us-ascii", "ascii"]

  /// Parses a stylesheet, a schema, or a document of ours.
  ///
  /// - Parameters:
  ///   - bytes: The file, in UTF-8.
  ///   - part: What it is.
  ///   - log: Who hears what the library says.
  /// - Returns: The document, which whoever called has to free.
  /// - Throws: ``Faulty``.
  static func read(
    _ bytes: [UInt8], as part: LayoutFault.Part, _ log: FaultLog
  ) throws(Faulty) -> xmlDocPtr {
    if let fault = fault(in: bytes, part) { throw Faulty(faults: [fault]) }
    return try parse(bytes, encoding: "UTF-8", as: part, log)
  }

  /// Parses what came out of a layout, in the encoding that it says itself.
  static func readResult(_ bytes: [UInt8], _ log: FaultLog) throws(Faulty) -> xmlDocPtr {
    try parse(bytes, encoding: nil, as: .result, log)
  }

  private static func parse(
    _ bytes: [UInt8], encoding: String?, as part: LayoutFault.Part, _ log: FaultLog
  ) throws(Faulty) -> xmlDocPtr {
    // Sections of characters become text, as XSLT has no others. libxslt tells a line where the document has a
    // name; nothing can be read by it.
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue | XML_PARSE_NOCDATA.rawValue
    let document = bytes.withUnsafeBytes {
      xmlReadMemory(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(clamping: bytes.count),
        part.rawValue, encoding, CInt(options))
    }
    let faults = log.take(part)
    guard let document, faults.isEmpty else {
      xmlFreeDoc(document)
      throw Faulty(
        faults: faults.isEmpty
          ? [LayoutFault(bytes.isEmpty ? .empty : .library, in: part)] : faults)
    }
    guard document.pointee.intSubset == nil else {
      xmlFreeDoc(document)
      throw Faulty(faults: [LayoutFault(.doctype, in: part)])
    }
    return document
  }

  /// What stands against a file before it is parsed.
  private static func fault(in bytes: [UInt8], _ part: LayoutFault.Part) -> LayoutFault? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = 1 + bytes.prefix { $0 < 0x80 }.count { $0 == UInt8(ascii: "\n") }
      return LayoutFault(.notUTF8, in: part, line: line)
    }
    var prolog = Prolog(text)
    if let declared = prolog.encoding, !encodings.contains(declared.lowercased()) {
      return LayoutFault(.notUTF8, in: part, line: 1)
    }
    return prolog.lineOfDoctype.map { LayoutFault(.doctype, in: part, line: $0) }
  }
}

/// What stands in front of the first element of a document.
private struct Prolog {
  private let text: Substring.UTF8View
  private let start: Substring.UTF8View

  init(_ text: String) {
    let mark = text.unicodeScalars.first == "\u{FEFF}"
    start = mark ? text.utf8.dropFirst(3) : text.utf8[...]
    self.text = start
  }

  /// The encoding that the declaration names; `nil` where it names none.
  var encoding: String? {
    guard text.starts(with: "<?xml".utf8), let end = text.firstIndex(of: UInt8(ascii: ">")),
      let declaration = String(text[..<end])
    else { return nil }
    let parts = declaration.split(separator: "encoding", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let value = parts[1].drop { $0 == " " || $0 == "=" || $0.isNewline || $0 == "\t" }
    guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
    return String(value.dropFirst().prefix { $0 != quote })
  }

  /// The line of a DOCTYPE, which may stand nowhere else; `nil` where there is none.
  var lineOfDoctype: Int? {
    mutating get {
      var rest = text
      while true {
        rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if rest.starts(with: "<!--".utf8) {
          guard let end = Prolog.end(of: rest, "-->") else { return nil }
          rest = rest[end...]
        } else if rest.starts(with: "<?".utf8) {
          guard let end = Prolog.end(of: rest, "?>") else { return nil }
          rest = rest[end...]
        } else if rest.starts(with: "<!".utf8) {
          return 1 + text[..<rest.startIndex].count { $0 == UInt8(ascii: "\n") }
        } else {
          return nil
        }
      }
    }
  }

  /// Where a text ends that closes with a mark; `nil` where the mark does not come.
  private static func end(of text: Substring.UTF8View, _ mark: String) -> String.Index? {
    let mark = Array(mark.utf8)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].starts(with: mark) { return text.index(index, offsetBy: mark.count) }
      index = text.index(after: index)
    }
    return nil
  }
}
