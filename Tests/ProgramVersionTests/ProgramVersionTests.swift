import Foundation
import TestSupport
import Testing

@testable import ProgramVersion

/// The version, and the commit that is named beside it.
struct ProgramVersionTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: [
    ("", "tenggat \(ProgramVersion.number)"),
    ("0123abc", "tenggat \(ProgramVersion.number) (commit 0123abc)"),
    ("0123abc+perubahan", "tenggat \(ProgramVersion.number) (commit 0123abc+perubahan)"),
  ])
  func `a commit is named where there is one`(_ commit: String, _ text: String) {
    #expect(ProgramVersion.text(commit: commit) == text)
  }

  @Test func `the program prints it in every way that it is asked`() async throws {
    let folder = try TemporaryFolder()
    for arguments in [["--version"], ["jadwal", "--version"]] {
      let run = try await ProgramRun.tenggat(arguments, in: folder.path)
      #expect(run.exitCode == 0 && run.errorText == "")
      let commit = #/( \(commit [0-9a-f]{7,}(\+perubahan)?\))?\n/#
      #expect(
        try #/tenggat [0-9]+\.[0-9]+\.[0-9]+/#.prefixMatch(in: run.outputText)?.output
          == "tenggat \(ProgramVersion.number)")
      #expect(
        run.outputText.dropFirst("tenggat \(ProgramVersion.number)".count).wholeMatch(of: commit)
          != nil, "\(run.outputText)")
    }
  }

  @Test func `the changelog opens with it`() throws {
    let changes = try String(
      contentsOf: Self.repository.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let first = try #require(
      changes.split(separator: "\n").first { $0.hasPrefix("## ") })
    #expect(first.hasPrefix("## \(ProgramVersion.number) ("))
  }

  @Test func `the changelog says of each version when it came, and what breaks, is new, was fixed`()
    throws
  {
    let changes = try String(
      contentsOf: Self.repository.appending(path: "CHANGELOG.md"), encoding: .utf8)
    #expect(changes.hasPrefix("# Changelog\n"))
    for (place, version) in changes.components(separatedBy: "\n## ").dropFirst().enumerated() {
      let lines = version.split(separator: "\n").map(String.init)
      let heading = lines[0]
      // Only the next version has no tag yet; there is no heading that is none, as `Unreleased`.
      let released = #/[0-9]+\.[0-9]+\.[0-9]+ \([0-9]{4}-[0-9]{2}-[0-9]{2}\)/#
      let prepared = #/[0-9]+\.[0-9]+\.[0-9]+ \(prepared, without a tag\)/#
      #expect(
        heading.wholeMatch(of: released) != nil
          || place == 0 && heading.wholeMatch(of: prepared) != nil, "\(heading)")
      let parts = lines.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
      let order = ["Breaking", "New", "Fixed"]
      #expect(!parts.isEmpty && parts == order.filter(parts.contains), "\(heading): \(parts)")
    }
  }

  // MARK: - What the build writes down

  /// A package, and the folder that the build gives its plugin.
  private struct Package {
    let folder: TemporaryFolder
    /// Where in the folder the package lies.
    let place: String

    init(at place: String = "paket") throws {
      folder = try TemporaryFolder()
      self.place = place
      try folder.write("let a = 1\n", to: "\(place)/a.swift")
      try folder.write("", to: "hasil/kosong")
    }

    @discardableResult
    func git(_ arguments: String..., in place: String? = nil) async throws -> String {
      let run = try await ProgramRun.run(
        "/usr/bin/env",
        [
          "git", "-C", folder.path(of: place ?? self.place), "-c", "user.name=uji",
          "-c", "user.email=uji@contoh.invalid",
        ] + arguments, in: folder.path)
      try #require(run.exitCode == 0, "\(run.errorText)")
      return run.outputText.replacing("\n", with: "")
    }

    func commit(in place: String? = nil) async throws -> String {
      try await git("init", "-q", in: place)
      try await git("add", "-A", in: place)
      try await git("commit", "-q", "-m", "x", in: place)
      return try await git("rev-parse", "--short=7", "HEAD", in: place)
    }

    /// What is written before a build.
    func written(_ environment: [String: String] = [:]) async throws -> String {
      let run = try await ProgramRun.run(
        ProgramVersionTests.repository.appending(path: "Sources/BuildCommit/write").path,
        [folder.path(of: place), folder.path(of: "hasil")], in: folder.path,
        environment: environment)
      try #require(run.exitCode == 0, "\(run.errorText)")
      #expect(run.output == [] && run.errors == [])
      return try folder.text(of: "hasil/BuildCommit.swift")
    }
  }

  private static func source(_ commit: String) -> String {
    "enum BuildCommit { static let name = \"\(commit)\" }\n"
  }

  @Test func `a build names its commit, and whether its sources were changed since`() async throws {
    let package = try Package()
    let commit = try await package.commit()
    #expect(try await package.written() == Self.source(commit))
    // Also where git was told of another repository.
    #expect(
      try await package.written(["GIT_DIR": "/tidak-ada", "GIT_WORK_TREE": "/"])
        == Self.source(commit))
    try package.folder.write("let a = 2\n", to: "paket/a.swift")
    #expect(try await package.written() == Self.source("\(commit)+perubahan"))
    try package.folder.write("let a = 1\n", to: "paket/a.swift")
    try package.folder.write("let b = 1\n", to: "paket/b.swift")
    #expect(try await package.written() == Self.source("\(commit)+perubahan"))
  }

  @Test func `what is no repository of its own has no commit`() async throws {
    let package = try Package(at: "lain/paket")
    #expect(try await package.written() == Self.source(""))
    // Nor has what was unpacked within the repository of somebody else.
    _ = try await package.commit(in: "lain")
    #expect(try await package.written() == Self.source(""))
    // Nor a repository without a commit.
    let empty = try Package()
    try await empty.git("init", "-q")
    #expect(try await empty.written() == Self.source(""))
  }

  @Test func `a system without git builds what has no commit`() async throws {
    let package = try Package()
    _ = try await package.commit()
    try package.folder.write("#!/bin/sh\nexit 127\n", to: "papan/git", permissions: 0o755)
    let path = "\(package.folder.path(of: "papan")):/usr/bin:/bin"
    #expect(try await package.written(["PATH": path]) == Self.source(""))
  }

  @Test func `what has not changed is not written again`() async throws {
    let package = try Package()
    _ = try await package.commit()
    _ = try await package.written()
    let file = package.folder.path(of: "hasil/BuildCommit.swift")
    let old = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
    _ = try await package.written()
    let now = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
    #expect(now == old)
  }
}
