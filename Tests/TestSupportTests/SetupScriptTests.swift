import Foundation
import TestSupport
import Testing

/// `Scripts/setup` on machines that lack something: the folder is all of the PATH.
struct SetupScriptTests {
  private let machine: TemporaryFolder

  init() throws { machine = try TemporaryFolder() }

  @Test func `without Swift one line says what to install`() async throws {
    let run = try await setUp()
    #expect(run.exitCode == 69)
    #expect(
      run.errorText.hasPrefix("Scripts/setup: galat: Swift tidak ditemukan; pasang Swift 6.3"))
    #expect(run.errorText.count { $0 == "\n" } == 1)
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["Swift version 5.9", "Swift version 6.2.4", "Apple Swift version 5.10.1"])
  func `a Swift that is too old is refused with its version`(version: String) async throws {
    try provide("swift", "echo '\(version) (swift-RELEASE)'")
    let run = try await setUp()
    #expect(run.exitCode == 69)
    #expect(run.errorText.contains("terlalu lama; perlu 6.3 atau lebih baru"))
    #expect(run.errorText.count { $0 == "\n" } == 1)
  }

  @Test(arguments: ["Swift version 6.3 ", "Swift version 6.10.1", "Swift version 7.0"])
  func `6 dot 3 and whatever follows it will do`(version: String) async throws {
    try provide("swift", "echo '\(version)'")
    try provide("git", "")
    try provide("pkg-config", "[ $1 = --exists ] || echo 2.9.14")
    let run = try await setUp()
    #expect(run.errorText.isEmpty)
    #expect(run.exitCode == 0)
    #expect(run.outputText.hasSuffix("libxml2 2.9.14\n"))
  }

  @Test func `a Swift that does not run, or says no version, is refused`() async throws {
    try provide("swift", "exit 127")
    let broken = try await setUp()
    #expect(broken.exitCode == 69)
    #expect(broken.errorText.contains("tidak dapat dijalankan"))
    try provide("swift", "echo apa")
    let silent = try await setUp()
    #expect(silent.exitCode == 69)
    #expect(silent.errorText.contains("versi Swift tidak terbaca"))
  }

  @Test func `without a package manager the missing packages are named`() async throws {
    try provide("swift", "echo 'Swift version 6.3.1'")
    try provide("pkg-config", "exit 1")
    let run = try await setUp()
    #expect(run.exitCode == 69)
    #expect(
      run.errorText == """
        Scripts/setup: galat: paket sistem belum ada: git libxml2-dev libyaml-dev \
        nettle-dev libcrypt-dev libxlsxwriter-dev libxslt1-dev libminizip-dev; \
        pasang dengan pengelola paket sistem ini, lalu jalankan lagi

        """)
  }

  @Test func `pkg-config itself may be missing`() async throws {
    try provide("swift", "echo 'Swift version 6.3.1'")
    try provide("git", "")
    let run = try await setUp()
    #expect(run.exitCode == 69)
    #expect(run.errorText.contains("paket sistem belum ada: pkg-config"))
  }

  @Test func `missing packages are installed, with fresh lists where the old ones do not do`()
    async throws
  {
    try provideSystem()
    try provide(
      "apt-get",
      """
      echo "apt-get $*" >> \(machine.path)/log
      case "$1" in
        update) : > \(machine.path)/lists ;;
        install) [ -e \(machine.path)/lists ] && : > \(machine.path)/libraries ;;
      esac
      """)
    let run = try await setUp()
    #expect(run.errorText.isEmpty)
    #expect(run.exitCode == 0)
    #expect(run.outputText.hasSuffix("libxml2 2.9.14\n"))
    #expect(
      try machine.text(of: "log") == """
        apt-get install -y --no-install-recommends libxml2-dev libyaml-dev nettle-dev libcrypt-dev libxlsxwriter-dev libxslt1-dev libminizip-dev
        apt-get update
        apt-get install -y --no-install-recommends libxml2-dev libyaml-dev nettle-dev libcrypt-dev libxlsxwriter-dev libxslt1-dev libminizip-dev

        """)
  }

  @Test func `an installation that fails says what to install by hand`() async throws {
    try provideSystem()
    try provide("apt-get", "[ $1 = update ]")
    let run = try await setUp()
    #expect(run.exitCode == 69)
    #expect(
      run.errorText == """
        Scripts/setup: galat: pemasangan gagal; pasang sendiri: apt-get install libxml2-dev \
        libyaml-dev nettle-dev libcrypt-dev libxlsxwriter-dev libxslt1-dev libminizip-dev

        """)
  }

  /// A machine that has all but the libraries, and on which anybody may become root.
  private func provideSystem() throws {
    try provide("swift", "echo 'Swift version 6.3.1'")
    try provide("git", "")
    try provide("sudo", "exec \"$@\"")
    try provide("env", "exec /usr/bin/env \"$@\"")
    try provide(
      "pkg-config",
      "if [ $1 = --exists ]; then [ -e \(machine.path)/libraries ]; else echo 2.9.14; fi")
  }

  private func provide(_ program: String, _ body: String) throws {
    try machine.write("#!/bin/sh\n\(body)\n", to: program, permissions: 0o755)
  }

  private func setUp() async throws -> ProgramRun {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try await ProgramRun.run(
      "/bin/bash", ["Scripts/setup"], in: root.path, environment: ["PATH": machine.path])
  }
}
