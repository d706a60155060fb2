extension JSONValue: CustomStringConvertible {
  /// The value on one line without blanks between its parts, with the keys of objects in order.
  public var description: String {
    var writer = JSONWriter(isForPeople: false)
    writer.write(self)
    return writer.text
  }

  /// The value on lines of its own, indented by two blanks, with the keys of objects in order and a line
  /// feed at the end.
  ///
  /// Characters that drive a terminal are written as `\uXXXX`, which every reader takes for the same.
  public func text() -> String {
    var writer = JSONWriter(isForPeople: true)
    writer.write(self)
    return writer.text + "\n"
  }

  /// An object on one line with its members in a given order, for readers to whom it matters.
  public static func line(_ members: [(key: String, value: JSONValue)]) -> String {
    let written = members.map { "\(JSONValue.string($0.key)):\($0.value)" }
    return "{\(written.joined(separator: ","))}"
  }
}

/// Writes JSON.
///
/// The form for people has a blank on both sides of a colon and an empty line in what is empty: that of
/// Foundation's encoder, on which scripts may have come to rely.
private struct JSONWriter {
  let isForPeople: Bool
  private(set) var text = ""
  private var depth = 0

  init(isForPeople: Bool) { self.isForPeople = isForPeople }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .boolean(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += "\(number)"
    case .number(let number): text += "\(number)"
    case .string(let string): write(string)
    case .array(let values):
      write(values, between: "[", "]") { writer, value in writer.write(value) }
    case .object(let members):
      write(members.inOrder, between: "{", "}") { writer, member in
        writer.write(member.key)
        writer.text += writer.isForPeople ? " : " : ":"
        writer.write(member.value)
      }
    }
  }

  private mutating func write<Part>(
    _ parts: [Part], between open: String, _ close: String,
    _ part: (inout JSONWriter, Part) -> Void
  ) {
    text += open
    depth += 1
    for (index, value) in parts.enumerated() {
      if index > 0 { text += "," }
      breakLine()
      part(&self, value)
    }
    if parts.isEmpty, isForPeople { text += "\n" }
    depth -= 1
    breakLine()
    text += close
  }

  private mutating func breakLine() {
    guard isForPeople else { return }
    text += "\n" + String(repeating: "  ", count: depth)
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{8}": text += "\\b"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\r": text += "\\r"
      case _ where scalar.value < 0x20 || (isForPeople && scalar.drivesTerminal): escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
