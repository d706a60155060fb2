import ComplianceModel
import DurableFiles
import Inspection
import SystemPackage
import TestSupport
import Testing

@Suite struct `The check of locks` {
  private let founded: FoundedWorkspace

  init() throws { founded = try FoundedWorkspace() }

  private func found(_ change: (inout SystemCalls) -> Void = { _ in }) throws -> [String] {
    var calls = SystemCalls.live
    calls.fileSystemType = { _ in 0xef53 }
    change(&calls)
    let found = try founded.inspect(["kunci"], files: FileSystem(calls: calls))["kunci"] ?? []
    return found.map { "\($0.place.file) \($0.severity) \($0.code)" }
  }

  @Test func `says nothing of a disk, and leaves nothing in the workspace`() throws {
    let before = founded.folder.files
    #expect(try found() == [])
    #expect(founded.folder.files == before)
  }

  @Test func `finds fault with a folder that keeps none`() throws {
    #expect(try found { $0.lock = { _ in } } == [". fault ruang.tanpa-kunci"])
    try founded.folder.write("x", to: "buku/aneh.txt")
    #expect(try found { $0.lock = { _ in } } == ["buku fault ruang.tanpa-kunci"])
  }

  @Test func `remarks on a folder of a network whose locks hold here`() throws {
    #expect(
      try found { $0.fileSystemType = { _ in 0x6969 } } == [". remark ruang.folder-jaringan"])
  }
}
