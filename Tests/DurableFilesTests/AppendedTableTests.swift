import DurableFiles
import SystemPackage
import TestSupport
import Testing

struct AppendedTableTests {
  private let folder: TemporaryFolder
  private var path: FilePath { folder.filePath.appending("2026.csv") }

  init() throws { folder = try TemporaryFolder() }

  private func table() throws -> AppendedTable {
    let files = FileSystem.live
    return AppendedTable(
      try files.lockForAppending(path, waiting: .seconds(60)), header: Array("a,b\n".utf8),
      in: files)
  }

  /// Appends a row to what a file holds.
  private func append(to text: String?, isTailWhole: Bool = false) throws -> String {
    if let text { try folder.write(text, to: "2026.csv") }
    var table = try table()
    if isTailWhole { table.keepTail() }
    try table.append(Array("3,4\n".utf8)[...])
    try table.append(Array("5,6\n".utf8)[...])
    try table.commit()
    return try folder.text(of: "2026.csv")
  }

  @Test(arguments: [nil, ""])
  func `a new file begins with the header, once`(_ text: String?) throws {
    #expect(try append(to: text) == "a,b\n3,4\n5,6\n")
    #expect(folder.fragments == [])
  }

  @Test func `rows follow those that are there`() throws {
    #expect(try append(to: "a,b\n1,2\n") == "a,b\n1,2\n3,4\n5,6\n")
    #expect(folder.fragments == [])
  }

  @Test func `a whole last line gets its line end`() throws {
    #expect(try append(to: "a,b\n1,2", isTailWhole: true) == "a,b\n1,2\n3,4\n5,6\n")
    #expect(folder.fragments == [])
  }

  @Test func `a torn last line is kept beside the table`() throws {
    #expect(try append(to: "a,b\n1,") == "a,b\n3,4\n5,6\n")
    #expect(folder.fragments == ["2026.csv.sisa-1"])
    #expect(try folder.text(of: "2026.csv.sisa-1") == "1,")
  }

  @Test func `a torn header is set aside and written again`() throws {
    #expect(try append(to: "a,") == "a,b\n3,4\n5,6\n")
    #expect(try folder.text(of: "2026.csv.sisa-1") == "a,")
  }

  @Test func `a header that lacks only its line end is completed`() throws {
    #expect(try append(to: "a,b", isTailWhole: true) == "a,b\n3,4\n5,6\n")
    #expect(folder.fragments == [])
  }

  @Test func `the last line can be mended without a row`() throws {
    try folder.write("a,b\n1,", to: "2026.csv")
    var table = try table()
    #expect(Array(table.tailBytes) == Array("1,".utf8))
    try table.mendTail()
    try table.commit()
    #expect(table.setAsideName == "2026.csv.sisa-1")
    #expect(try folder.text(of: "2026.csv") == "a,b\n")
  }

  @Test func `without a commit nothing is there`() throws {
    do {
      var table = try table()
      try table.append(Array("3,4\n".utf8)[...])
    }
    #expect(!folder.holds("2026.csv"))
  }
}
