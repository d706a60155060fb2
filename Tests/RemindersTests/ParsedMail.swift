import Foundation
import Testing

/// A mail as a reader of mails understands it, read independently of how ours are written.
struct ParsedMail {
  /// The fields in their order, unfolded, as they were sent.
  let fields: [(name: String, value: String)]
  /// The text of the body.
  let text: String
  /// The lines as they were sent.
  let lines: [String]

  /// Reads a mail whose lines end in LF.
  init(_ mail: String) throws {
    lines = mail.components(separatedBy: "\n")
    let parts = try #require(mail.range(of: "\n\n"))
    var fields: [(name: String, value: String)] = []
    for line in mail[..<parts.lowerBound].components(separatedBy: "\n") {
      if line.hasPrefix(" ") {
        fields[fields.count - 1].value += line
      } else {
        let colon = try #require(line.firstIndex(of: ":"))
        fields.append(
          (String(line[..<colon]), String(line[line.index(after: colon)...].dropFirst())))
      }
    }
    self.fields = fields
    text = try ParsedMail.quotedPrintable(String(mail[parts.upperBound...]))
  }

  /// The values of a field.
  subscript(name: String) -> [String] {
    fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }

  /// A value with its encoded words read (RFC 2047).
  func decoded(_ name: String) throws -> String {
    let value = try #require(self[name].first)
    // Blanks between two encoded words are not part of the text.
    let joined = value.replacingOccurrences(of: "?= =?", with: "?==?")
    var text = ""
    var rest = joined[...]
    while let start = rest.range(of: "=?utf-8?B?") {
      text += rest[..<start.lowerBound]
      let end = try #require(rest[start.upperBound...].range(of: "?="))
      let bytes = try #require(
        Data(base64Encoded: String(rest[start.upperBound..<end.lowerBound])))
      // Each word must be readable alone.
      text += try #require(String(data: bytes, encoding: .utf8))
      rest = rest[end.upperBound...]
    }
    return text + rest
  }

  private static func quotedPrintable(_ body: String) throws -> String {
    var bytes: [UInt8] = []
    var rest = Array(body.replacingOccurrences(of: "=\n", with: "").utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      bytes.append(try #require(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)))
      rest = rest.dropFirst(2)
    }
    return try #require(String(bytes: bytes, encoding: .utf8))
  }
}
