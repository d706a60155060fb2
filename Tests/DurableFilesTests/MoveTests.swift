import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Files that are moved away: nothing is replaced, nothing is lost.
struct MoveTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var source: FilePath { folder.filePath.appending("surat.pdf") }
  private var target: FilePath { folder.filePath.appending("selesai/2026") }
  private let note = CompanionText(suffix: ".sebab.txt") { _ in Array("sebab".utf8) }

  /// Files other than those that a killed process leaves, by content.
  private func contents() throws -> [String: String] {
    let names = folder.files.filter { !$0.contains(FileSystem.temporaryPrefix) }
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try folder.text(of: $0)) })
  }

  private func move(
    _ files: FileSystem = .live, with companion: CompanionText? = nil
  ) throws -> FilePath? {
    try move(source, files, with: companion)
  }

  private func move(
    _ source: FilePath, _ files: FileSystem = .live, in state: FileState? = nil,
    with companion: CompanionText? = nil
  ) throws -> FilePath? {
    let state = try state ?? #require(try FileSystem.live.state(of: source))
    let name = try #require(source.lastComponent)
    let home = try files.folder(folder.filePath)
    let moved = try home.move(
      name, in: state, to: try home.makeFolder(below: "selesai/2026"), with: companion)
    return moved.map { target.appending($0) }
  }

  @Test func `a file is moved with its text beside it, and the folders are made`() throws {
    try folder.write("a", to: "surat.pdf")
    #expect(try move(with: note) == target.appending("surat.pdf"))
    #expect(
      try contents() == [
        "selesai/2026/surat.pdf": "a", "selesai/2026/surat.pdf.sebab.txt": "sebab",
      ])
  }

  @Test func `a name that is taken gets a number`() throws {
    for text in ["a", "b", "c"] {
      try folder.write(text, to: "surat.pdf")
      _ = try move()
    }
    #expect(
      try contents() == [
        "selesai/2026/surat.pdf": "a", "selesai/2026/surat (2).pdf": "b",
        "selesai/2026/surat (3).pdf": "c",
      ])
  }

  @Test func `a name of 255 bytes is moved, numbered and explained`() throws {
    let name = String(repeating: "é", count: 125) + "x.pdf"
    #expect(name.utf8.count == 255)
    let long = folder.filePath.appending(name)
    for text in ["a", "b"] {
      try folder.write(text, to: name)
      let moved = try move(long, with: note)
      #expect(moved?.lastComponent?.string.hasSuffix(text == "a" ? "x.pdf" : " (2).pdf") == true)
    }
    #expect(try contents().values.sorted() == ["a", "b", "sebab"])
  }

  @Test func `bytes that are not UTF-8 stay in the name`() throws {
    let name: [CChar] = [0x61, -1, 0x2E, 0x70, 0]
    let component = try #require(FilePath.Component(platformString: name))
    let odd = folder.filePath.appending(component)
    let file = try FileDescriptor.open(
      odd, .writeOnly, options: [.create], permissions: .ownerReadWrite)
    try file.close()
    #expect(try move(odd, with: note) == target.appending(component))
  }

  @Test func `a file that was written to or is gone stays out of it`() throws {
    try folder.write("a", to: "surat.pdf")
    let state = try #require(try FileSystem.live.state(of: source))
    try folder.write("ab", to: "surat.pdf")
    #expect(try move(source, in: state, with: note) == nil)
    #expect(try contents() == ["surat.pdf": "ab"])
    try FileManager.default.removeItem(atPath: source.string)
    #expect(try move(source, in: state, with: note) == nil)
    #expect(try contents() == [:])
  }

  @Test func `a file that takes the name at the last moment goes back unjudged`() throws {
    try folder.write("lama", to: "surat.pdf")
    try folder.write("baru sekali", to: "baru.pdf")
    var calls = SystemCalls.live
    let (source, fresh) = (source, folder.filePath.appending("baru.pdf"))
    let rename = calls.rename
    calls.rename = { (old, new, replaces) throws(Errno) in
      // The other file is put there just before the first rename of the source.
      if old.path == source, (try? Stat(fresh)) != nil {
        _ = Foundation.rename(fresh.string, source.string)
      }
      try rename(old, new, replaces)
    }
    #expect(try move(FileSystem(calls: calls)) == nil)
    #expect(try contents() == ["surat.pdf": "baru sekali"])
  }

  @Test func `a link is moved as it is and never followed`() throws {
    try folder.write("rahasia", to: "lain/isi")
    try FileManager.default.createSymbolicLink(
      atPath: source.string, withDestinationPath: "lain/isi")
    let state = try #require(try FileSystem.live.state(of: source))
    #expect(state.kind == .symbolicLink)
    let moved = try #require(try move())
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: moved.string) == "lain/isi")
  }

  // MARK: - Across file systems

  /// A file system in which nothing can be renamed out of its folder.
  private func divided(_ gate: Sabotage? = nil) -> FileSystem {
    var calls = SystemCalls.live
    if let gate {
      calls = calls.asking { (operation) throws(Errno) in try gate.gate(operation) }
    }
    let rename = calls.rename
    calls.rename = { (old, new, replaces) throws(Errno) in
      guard old.path.removingLastComponent() == new.path.removingLastComponent() else {
        throw .improperLink
      }
      try rename(old, new, replaces)
    }
    return FileSystem(calls: calls)
  }

  @Test func `across file systems the file is copied, then removed`() throws {
    try folder.write("a", to: "surat.pdf")
    #expect(try move(divided(), with: note) == target.appending("surat.pdf"))
    #expect(
      try contents() == [
        "selesai/2026/surat.pdf": "a", "selesai/2026/surat.pdf.sebab.txt": "sebab",
      ])
  }

  @Test func `a copy that a killed run left is not made again`() throws {
    try folder.write("a", to: "surat.pdf")
    try folder.write("lain", to: "selesai/2026/surat.pdf")
    try folder.write("a", to: "selesai/2026/surat (2).pdf")
    #expect(try move(divided()) == target.appending("surat (2).pdf"))
    #expect(
      try contents() == [
        "selesai/2026/surat.pdf": "lain", "selesai/2026/surat (2).pdf": "a",
      ])
  }

  @Test(arguments: [false, true])
  func `whichever call fails, the file is there once or twice, and the next run ends it`(
    isDivided: Bool
  ) throws {
    var number = 1
    while true {
      let sabotage = Sabotage(number)
      try folder.write("a", to: "surat.pdf")
      _ = try? move(isDivided ? divided(sabotage) : sabotage.files, with: note)
      #expect(try contents().filter { $0.key.hasSuffix(".pdf") }.values.contains("a"))
      if try FileSystem.live.state(of: source) != nil {
        _ = try move(isDivided ? divided() : .live, with: note)
      }
      #expect(
        try contents() == [
          "selesai/2026/surat.pdf": "a", "selesai/2026/surat.pdf.sebab.txt": "sebab",
        ], "call \(number)")
      guard sabotage.happened else { break }
      for name in try folder.names("selesai/2026") {
        try FileManager.default.removeItem(atPath: folder.path(of: "selesai/2026/\(name)"))
      }
      number += 1
    }
    #expect(number > 10)
  }
}
