import DurableFiles
import SystemPackage
import TestSupport
import Testing

/// Files that are written piece by piece.
struct FileDraftTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func draft(replacing replaces: Bool = true) throws -> FileDraft {
    try FileSystem.live.folder(folder.filePath).draft("isi", replacing: replaces)
  }

  @Test func `a file has its name only when all its pieces are there`() throws {
    _ = try folder.writeFile("lama", to: "isi")
    var draft = try draft()
    for piece in ["baru ", "", "sekali"] {
      try draft.append(Array(piece.utf8))
      #expect(try folder.text(of: "isi") == "lama")
    }
    try draft.finish()
    #expect(try folder.text(of: "isi") == "baru sekali")
    #expect(try folder.names() == ["isi"])
  }

  @Test func `a draft that is let go leaves nothing behind`() throws {
    _ = try folder.writeFile("lama", to: "isi")
    do {
      let draft = try draft()
      try draft.append([1, 2, 3])
      #expect(try folder.names().count == 2)
    }
    #expect(try folder.names() == ["isi"])
    #expect(try folder.text(of: "isi") == "lama")
  }

  @Test func `a draft that may replace nothing leaves what came meanwhile`() throws {
    var draft = try draft(replacing: false)
    try draft.append([1])
    _ = try folder.writeFile("lain", to: "isi")
    let failure = #expect(throws: FileFailure.self) { try draft.finish() }
    #expect(failure?.errno == .fileExists)
    #expect(try folder.text(of: "isi") == "lain")
  }
}
