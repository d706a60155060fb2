/// Writes the lines of an iCalendar stream (RFC 5545).
struct ICSWriter {
  /// The most bytes of a line without its end (RFC 5545, 3.1).
  static let longestLine = 75

  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes a property whose value is written as it stands, folded where it is long.
  ///
  /// - Parameters:
  ///   - name: The property, with its parameters: `DTSTART;VALUE=DATE`.
  ///   - value: The value.
  mutating func property(_ name: String, _ value: String) {
    var room = ICSWriter.longestLine
    for scalar in "\(name):\(value)".unicodeScalars {
      let encoded = UTF8.encode(scalar).map(Array.init) ?? []
      // A character is never cut in two, so that every line is UTF-8 by itself.
      if encoded.count > room {
        bytes += "\r\n ".utf8
        room = ICSWriter.longestLine - 1
      }
      bytes += encoded
      room -= encoded.count
    }
    bytes += "\r\n".utf8
  }

  /// Writes a property whose value is text.
  mutating func text(_ name: String, _ value: String) {
    property(name, ICSWriter.escaped(value))
  }

  /// A text as a value (RFC 5545, 3.3.11); control characters, which a value cannot have, are left out.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += ["\\", scalar]
      case "\n": result += ["\\", "n"]
      case "\t": result.append(scalar)
      case _ where scalar.properties.generalCategory == .control: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
