import PlainText
import Testing

/// JSON written and read.
@Suite struct `JSON` {
  private func read(_ text: String) throws(JSONFault) -> JSONValue { try JSONValue(parsing: text) }

  private func fault(_ text: String) -> JSONFault? {
    do throws(JSONFault) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  @Test
  func `the form for people has a line a part, keys in order, and empty lines in what is empty`() {
    let value: JSONValue = [
      "b": [1, .boolean(true), .null, "x/y"], "a": [:], "c": [], "A": ["é": .number(2.5)],
    ]
    #expect(
      value.text() == """
        {
          "A" : {
            "é" : 2.5
          },
          "a" : {

          },
          "b" : [
            1,
            true,
            null,
            "x/y"
          ],
          "c" : [

          ]
        }

        """)
    #expect(value.description == #"{"A":{"é":2.5},"a":{},"b":[1,true,null,"x/y"],"c":[]}"#)
  }

  @Test func `what drives a terminal is escaped for people, and only controls on a line`() {
    let value = JSONValue.string("\"\\\n\r\t\u{8}\u{C}\u{1B}\u{7F}\u{202E}\u{E0001}é")
    #expect(
      value.text() == #""\"\\\n\r\t\b\f\u001b\u007f\u202e\udb40\udc01é""# + "\n")
    #expect(value.description == #""\"\\\n\r\t\b\f\u001b"# + "\u{7F}\u{202E}\u{E0001}é\"")
  }

  @Test func `members keep a given order on a line`() {
    #expect(JSONValue.line([("b", 1), ("a\"", "x")]) == #"{"b":1,"a\"":"x"}"#)
  }

  private static let values: [(String, JSONValue)] = [
    ("null", JSONValue.null), (" true ", .boolean(true)), ("-0", 0), ("12", 12),
    ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(9223372036854775808)),
    ("1.5e3", .number(1500)), ("1.0", .number(1)), (#""\u00e9\ud83c\udf3e\/""#, "é🌾/"),
    ("[]", []), ("[1, [2]]", [1, [2]]), ("{ }", [:]),
    (#"{"a":{"b":[null]}}"#, ["a": ["b": [.null]]]),
    (#"{"a":1,"a":2}"#, ["a": 2]),
  ]

  @Test(arguments: values)
  func `every kind of value is read`(_ text: String, _ value: JSONValue) throws {
    #expect(try read(text) == value)
    #expect(try read(value.text()) == value)
    #expect(try read(value.description) == value)
  }

  private static let faults: [(String, JSONFault.Kind, Int)] = [
    ("", .unexpectedEnd, 0), ("[1,]", .unexpectedCharacter, 3),
    ("{a:1}", .unexpectedCharacter, 1), ("01", .unexpectedCharacter, 1),
    ("1 2", .unexpectedCharacter, 2), (".5", .unexpectedCharacter, 0), ("-", .unexpectedEnd, 1),
    ("1.", .unexpectedEnd, 2), ("+1", .unexpectedCharacter, 0), ("1e999", .numberTooLarge, 0),
    ("\"a\nb\"", .unexpectedCharacter, 2), (#""\x""#, .badEscape, 1),
    (#""\ud800x""#, .badEscape, 1),
    (#""\udc00""#, .badEscape, 1), (#""\u12"#, .badEscape, 1), ("tru", .unexpectedEnd, 3),
    ("NaN", .unexpectedCharacter, 0), ("\u{FEFF}1", .unexpectedCharacter, 0),
    ("[1", .unexpectedEnd, 2), (#"{"a" 1}"#, .unexpectedCharacter, 5),
    ("'a'", .unexpectedCharacter, 0),
  ]

  @Test(arguments: faults)
  func `anything else is refused where it stands`(
    _ text: String, _ kind: JSONFault.Kind, _ offset: Int
  ) {
    #expect(fault(text) == JSONFault(kind, at: offset))
  }

  @Test func `nesting has a limit`() throws {
    let depth = JSONValue.deepestNesting
    let whole = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    _ = try read(whole)
    #expect(fault("[\(whole)]")?.kind == .tooDeep)
    #expect(fault(String(repeating: "[", count: 1_000_000))?.kind == .tooDeep)
  }

  @Test func `bytes that are no UTF-8 are refused`() {
    #expect(throws: JSONFault(.notUTF8, at: 0)) { try JSONValue(parsing: [0x22, 0xFF, 0x22]) }
  }
}
