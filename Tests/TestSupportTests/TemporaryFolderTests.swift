import TestSupport
import Testing

struct TemporaryFolderTests {
  @Test func `a folder goes with its last reference, and takes its files along`() throws {
    let outer = try TemporaryFolder()
    var folder: TemporaryFolder? = try TemporaryFolder()
    let path = try #require(folder?.path)
    try folder?.write("isi", to: "buku/2026.csv")
    let look = "../" + String(try #require(path.split(separator: "/").last))
    #expect(outer.holds(look))
    folder = nil
    #expect(!outer.holds(look))
  }

  @Test func `files are listed by their relative paths, in order`() throws {
    let folder = try TemporaryFolder()
    try folder.write("b", to: "z/b.txt")
    try folder.write([0xFF, 0x0A], to: "a.bin")
    #expect(folder.files == ["a.bin", "z/b.txt"])
    #expect(try folder.bytes(of: "a.bin") == [0xFF, 0x0A])
  }
}
