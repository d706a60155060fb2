@testable import Exchange
import Testing

struct PatternMachineTests {
  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    let machine = try #require(PatternMachine(pattern))
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      machine.rows.withUnsafeBufferPointer { rows in
        rows.baseAddress.map { PatternMachine.matches(bytes, $0) } ?? false
      }
    }
  }

  @Test(arguments: [
    ("[1-9][0-9]\\.[0-9]{2}", "63.05", "63.5"), ("a|bc", "bc", "b"), ("a|bc", "a", "abc"),
    ("(ab)+c?", "ababc", "c"), ("x*", "", "y"), ("x*y", "xxy", "xx"), ("[^.]+", "a-b", "a.b"),
    ("[+\\-]", "-", "\\"), ("[A-Za-z0-9]([A-Za-z0-9._\\-]*[A-Za-z0-9])?", "Renja-P", "Renja-"),
    ("(0|[1-9][0-9]*)(\\.[0-9]{2})?", "87.50", "087.50"), ("a{3}", "aaa", "aaaa"),
    ("[0-9a-f]{64}", String(repeating: "0a", count: 32), String(repeating: "0a", count: 33)),
    ("(-S[12]|-0[1-9]|-1[0-2])?", "-12", "-13"), ("[^.]", "é".isEmpty ? "" : "e", "é"),
    ("[^a]", "b", "<"), ("[^a]", "b", "&"), ("[^a]", "b", "\n"),
  ])
  func `a pattern takes what is of it and nothing else`(
    _ pattern: String, _ good: String, _ bad: String
  ) throws {
    #expect(try matches(pattern, good))
    #expect(try !matches(pattern, bad))
  }

  @Test(arguments: [
    ".", "\\d", "a{2,3}", "a{0}", "[a-z-[b]]", "(a", "a)", "[a", "*", "\\p{L}", "é", "a{99999}", "",
  ])
  func `a pattern that is written with more is left alone`(_ pattern: String) {
    #expect((PatternMachine(pattern) == nil) == !pattern.isEmpty)
  }
}
