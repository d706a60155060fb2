import Foundation
import TestSupport
import Testing

/// A copy of the program without the others beside it.
struct LoneProgram {
  /// The folder that it lies in, where a test may put another one beside it.
  let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    let copy = try await ProgramRun.run(
      "/bin/cp", [ProgramRun.builtProgram, folder.path(of: "tenggat")], in: folder.path)
    #expect(copy.exitCode == 0)
  }

  /// Runs it in a workspace.
  func run(_ words: [String], in office: Office) async throws -> ProgramRun {
    let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return try await ProgramRun.run(
      folder.path(of: "tenggat"), words, in: office.path,
      environment: ["TENGGAT_HARI_INI": "2026-01-05", "TENGGAT_DATA": data])
  }
}
