import TestSupport
import Testing

struct GoldenFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `equal bytes are no difference`() throws {
    let golden = GoldenFile(path: try folder.write("satu\ndua\n", to: "kept.txt"))
    #expect(golden.difference(from: Array("satu\ndua\n".utf8)) == nil)
  }

  @Test(arguments: [
    ("satu\nTiga\n", 2, #""dua\n""#, #""Tiga\n""#),
    ("satu\ndua", 2, #""dua\n""#, #""dua""#),
    ("satu\n", 2, #""dua\n""#, "the end of the file"),
    ("satu\ndua\ntiga\n", 3, "the end of the file", #""tiga\n""#),
    ("satu\r\ndua\n", 1, #""satu\n""#, #""satu\r\n""#),
  ]) func `the first line that differs is shown`(
    made: String, line: Int, expected: String, shown: String
  ) throws {
    let golden = GoldenFile(path: try folder.write("satu\ndua\n", to: "kept.txt"))
    let difference = try #require(golden.difference(from: Array(made.utf8)))
    #expect(
      difference == """
        \(golden.path):\(line): the first line that differs
        expected: \(expected)
        made:     \(shown)
        """)
  }

  @Test func `a missing file is a difference`() throws {
    let golden = GoldenFile(path: folder.path(of: "none.txt"))
    #expect(try #require(golden.difference(from: [])).contains("no such file"))
  }

  @Test func `recording writes the file, makes its folder, and fails the test`() throws {
    let golden = GoldenFile(path: folder.path(of: "Golden/new.txt"))
    #expect(golden.record(Array("baru\n".utf8)).contains("a new baseline was recorded"))
    #expect(try folder.text(of: "Golden/new.txt") == "baru\n")
    #expect(golden.difference(from: Array("baru\n".utf8)) == nil)
  }
}
