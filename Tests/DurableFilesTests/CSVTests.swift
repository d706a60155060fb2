import DurableFiles
import Testing

struct CSVTests {
  /// All rows of a text, faults as their kind with line and column.
  private func rows(_ text: String, separator: Character = ",") -> [[String]] {
    var reader = CSVReader(Array(text.utf8), separator: separator.asciiValue ?? 0)
    var fields: [CSVReader.Field] = []
    var rows: [[String]] = []
    while true {
      do {
        guard try reader.next(&fields) != nil else { return rows }
        rows.append(fields.map(reader.text))
      } catch {
        rows.append(["\(error.kind) \(error.line):\(error.column)"])
      }
    }
  }

  @Test(
    arguments: [
      ("", []), ("a", [["a"]]), ("a,b\n", [["a", "b"]]), ("a,\n,b", [["a", ""], ["", "b"]]),
      ("\n\nx\n", [[""], [""], ["x"]]), ("a\r\nb\r\n", [["a"], ["b"]]),
      ("\"a,b\",c\n", [["a,b", "c"]]), ("\"a\"\"b\"\n", [["a\"b"]]), ("\"\",\"\"", [["", ""]]),
      ("\"a\nb\",c\nd\n", [["a\nb", "c"], ["d"]]), ("\"a\"\r\nb", [["a"], ["b"]]),
      ("a,\"b\"", [["a", "b"]]), ("\"a\",", [["a", ""]]),
    ] as [(String, [[String]])])
  func `rows are split by the rules of RFC 4180`(text: String, expected: [[String]]) {
    #expect(rows(text) == expected)
  }

  @Test func `any byte can stand between fields`() {
    #expect(rows("a;b,c\n\"x;y\";z", separator: ";") == [["a", "b,c"], ["x;y", "z"]])
    #expect(rows("a\tb", separator: "\t") == [["a", "b"]])
  }

  @Test(
    arguments: [
      ("a\"b\nc", [["quoteInsideField 1:2"], ["c"]]),
      ("x\nä,\"b\"c\nd", [["x"], ["textAfterQuote 2:6"], ["d"]]),
      ("a,\"b\nc\nd", [["unclosedQuote 1:3"], ["c"], ["d"]]),
      ("\"a\nb\"c\nd", [["textAfterQuote 2:3"], ["d"]]),
      ("\"a\"\rb\n", [["textAfterQuote 1:4"]]),
      ("\"", [["unclosedQuote 1:1"]]),
    ] as [(String, [[String]])])
  func `a malformed row is reported with line and column and the next line is read`(
    text: String, expected: [[String]]
  ) {
    #expect(rows(text) == expected)
  }

  @Test func `a row knows where it lies and how it ends`() throws {
    var reader = CSVReader(Array("a,\"b\nc\"\r\nd\ne".utf8))
    var fields: [CSVReader.Field] = []
    var rows: [CSVReader.Row] = []
    while let row = try reader.next(&fields) { rows.append(row) }
    #expect(rows.map(\.range) == [0..<7, 9..<10, 11..<12])
    #expect(rows.map(\.line) == [1, 3, 4])
    #expect(rows.map(\.ending) == [.crlf, .lf, .none])
  }

  @Test func `fields are quoted only where it is needed`() {
    var writer = CSVWriter()
    writer.row(["a b", "", "x,y", "q\"", "l\nf", "c\rr", "é;"])
    #expect(writer.bytes == Array("a b,,\"x,y\",\"q\"\"\",\"l\nf\",\"c\rr\",é;\n".utf8))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `what is written is read back`(seed: UInt64) {
    var generator = SplitMix(state: seed)
    let alphabet = Array("ab,;\"\n\r\té 9")
    for _ in 0..<500 {
      let separator: Character = Bool.random(using: &generator) ? "," : ";"
      let table = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in
          String(
            (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
              alphabet.randomElement(using: &generator)
            })
        }
      }
      var writer = CSVWriter(separator: separator.asciiValue ?? 0)
      for row in table { writer.row(row) }
      #expect(rows(String(decoding: writer.bytes, as: UTF8.self), separator: separator) == table)
    }
  }

  @Test(arguments: [
    ("a;b,c;d", ";"), ("a,b;c", ","), ("a\tb", "\t"), ("a", ","), ("", ","), ("a\tb,c\td;e", "\t"),
  ])
  func `the separator that makes most of a header is taken, of equals the first`(
    _ header: String, _ separator: Character
  ) {
    let taken = CSVReader.bestReading({ $0 }) { separator in
      header.utf8.count { $0 == separator }
    }
    #expect(taken == separator.asciiValue)
  }

  @Test(arguments: [("", ""), ("  ", ""), (" a b ", "a b"), ("a", "a"), ("\t a", "\t a")])
  func `blanks around bytes are left out`(_ text: String, _ expected: String) {
    #expect(Array(Array("x\(text)".utf8).dropFirst().trimmed) == Array(expected.utf8))
  }

  @Test func `random bytes never stop the reader before the end`() {
    var generator = SplitMix(state: 7)
    let alphabet = Array(",\"\n\rax".utf8) + [0xFF]
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      var reader = CSVReader(bytes)
      var fields: [CSVReader.Field] = []
      var turns = 0
      while turns <= bytes.count {
        turns += 1
        if let row = try? reader.next(&fields) {
          #expect(
            fields.allSatisfy { bytes.indices.contains($0.range.lowerBound) || $0.range.isEmpty })
          #expect(row.range.upperBound <= bytes.count)
        }
      }
      #expect((try? reader.next(&fields)) == .some(nil))
    }
  }

  @Test(arguments: [0, 1])
  func `a quoted field ends within the longest row, or its quote is told`(_ surplus: Int) {
    // Two quotes and the field between them.
    let field = String(repeating: "x", count: Limits.row - 2 + surplus)
    let read = rows("\"\(field)\"\nb\n")
    #expect(read == (surplus == 0 ? [[field], ["b"]] : [["unclosedQuote 1:1"], ["b"]]))
  }

  @Test(arguments: [
    ("=1+1", true), ("+62", true), ("-cmd", true), ("@SUM(A1)", true), ("\tx", true), ("\rx", true),
    ("'x", false), ("x=1", false), ("-", false), ("", false),
  ])
  func `what a spreadsheet takes for a formula is known by its first letter`(
    text: String, isFormula: Bool
  ) {
    #expect(CSVWriter.isFormula(text) == isFormula)
  }

  @Test func `a field of a file of ours stays as it is`() {
    var writer = CSVWriter()
    writer.field("=1+1")
    #expect(writer.bytes == Array("=1+1".utf8))
  }
}

/// A seeded generator (SplitMix64), so that a failing case can be run again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
