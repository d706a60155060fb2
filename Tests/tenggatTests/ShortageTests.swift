import Glibc
import TestSupport
import Testing

/// A machine that gives too few descriptors or processes.
@Suite struct `Where the machine gives too little` {
  /// Runs the program under a limit of the shell.
  private func run(_ limit: String, _ office: Office) async throws -> ProgramRun {
    let line = """
      \(limit) && exec '\(ProgramRun.builtProgram)' ingatkan --ruang '\(office.path)' \
      --hari-ini 2026-02-26
      """
    let shell = ["/bin/bash", "-c", line]
    // Root has as many processes as it likes.
    let command =
      limit.contains("-u") && geteuid() == 0
      ? ["/usr/bin/env", "setpriv", "--reuid=65534", "--clear-groups"] + shell : shell
    return try await ProgramRun.run(command[0], Array(command.dropFirst()), in: "/")
  }

  @Test(arguments: [8, 9, 12, 14, 15, 16, 17, 20, 30])
  func `of files, nothing is sent and that is said`(_ count: Int) async throws {
    let office = try await Office.founded()
    expectRefusal(
      try await run("ulimit -n \(count)", office), 75,
      "terlalu sedikit berkas yang boleh dibuka sekaligus (ulimit -n); tidak ada yang dikirim; naikkan"
    )
    #expect(!office.folder.holds("kantor/pengingat"))
    #expect(try await office.do("ingatkan", on: "2026-02-26").contains("Kepada: "))
  }

  @Test(arguments: [4, 8])
  func `of processes, nothing is sent and that is said`(_ count: Int) async throws {
    let office = try await Office.founded()
    chmod(office.folder.path, 0o755)
    let run = try await run("ulimit -u \(count)", office)
    expectRefusal(
      run, 75,
      "terlalu sedikit proses dan utas yang boleh berjalan sekaligus (ulimit -u); tidak ada yang")
    #expect(!office.folder.holds("kantor/pengingat"))
  }

  @Test func `enough is enough`() async throws {
    let office = try await Office.founded()
    let run = try await run("ulimit -n 64", office)
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText.contains("Kepada: "))
  }
}
