import TestSupport
import Testing

struct ProgramRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `both outputs and the exit code come back`() async throws {
    let run = try await shell("echo out; echo err >&2; exit 65")
    #expect(run.outputText == "out\n")
    #expect(run.errorText == "err\n")
    #expect(run.exitCode == 65)
  }

  @Test func `a program starts in the folder that it is given, and reads its input`() async throws {
    let run = try await ProgramRun.run(
      "/bin/sh", ["-c", "pwd; cat"], in: folder.path, input: Array("masukan".utf8))
    #expect(run.outputText == "\(folder.path)\nmasukan")
  }

  @Test func `much output on both sides at once does not stop a program`() async throws {
    let run = try await shell(
      "i=0; while [ $i -lt 20000 ]; do echo 0123456789; echo 9 >&2; i=$((i+1)); done")
    #expect(run.output.count == 220_000)
    #expect(run.errors.count == 40_000)
    #expect(run.exitCode == 0)
  }

  @Test func `the environment is clean but for what a test adds`() async throws {
    let run = try await ProgramRun.run(
      "/usr/bin/env", [], in: folder.path, environment: ["TZ": "Asia/Makassar", "NO_COLOR": "1"])
    let names = run.outputText.split(separator: "\n").sorted()
    #expect(
      names.filter { !$0.hasPrefix("PATH=") && !$0.hasPrefix("PWD=") }
        == ["LC_ALL=C", "NO_COLOR=1", "TZ=Asia/Makassar"])
  }

  @Test func `a program that does not end is killed`() async throws {
    await #expect(throws: ProgramRun.TookTooLong.self) {
      try await ProgramRun.run(
        "/bin/sh", ["-c", "exec sleep 900"], in: folder.path, limit: .milliseconds(200))
    }
  }

  @Test func `a signal shows as a shell shows it`() async throws {
    let run = try await shell("kill -TERM $$; echo survived")
    #expect(run.exitCode == 128 + 15)
    #expect(run.outputText == "")
  }

  private func shell(_ script: String) async throws -> ProgramRun {
    try await ProgramRun.run("/bin/sh", ["-c", script], in: folder.path)
  }
}
