import ComplianceModel
import Testing

/// Places in files, as messages name them.
@Suite struct `Places in files` {
  @Test(arguments: [
    (0, 0, "kantor.yaml"), (12, 0, "kantor.yaml:12"), (12, 3, "kantor.yaml:12:3"),
    (0, 3, "kantor.yaml"),
  ])
  func `a line and a column are named as far as they are meant`(
    line: Int, column: Int, text: String
  ) {
    #expect(SourcePlace(file: "kantor.yaml", line: line, column: column).description == text)
  }

  @Test func `of what is alike the first stays`() {
    #expect([3, 1, 3, 2, 1].unique == [3, 1, 2])
    #expect(["ab", "ba", "ac"].unique { $0.first } == ["ab", "ba"])
    #expect([Int]().unique.isEmpty)
  }
}
