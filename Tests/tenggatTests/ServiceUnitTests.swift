import Foundation
import TestSupport
import Testing

/// The units of systemd and the lines for cron that are given out: what they start, and how narrowly.
struct ServiceUnitTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let analyze = "/usr/bin/systemd-analyze"
  private static let canAnalyze = FileManager.default.isExecutableFile(atPath: analyze)

  /// A service as it is installed for the workspace of an office.
  private static func unit(_ name: String, for office: Office) throws -> String {
    try String(
      contentsOf: repository.appending(path: "Scripts/data/\(name)"), encoding: .utf8
    ).replacing("@PREFIX@/bin/tenggat", with: ProgramRun.builtProgram)
      .replacing("%S/tenggat/%i", with: office.path)
  }

  /// The words of a service's command, with the variables that it sets.
  private static func command(_ unit: String) throws -> [String] {
    var variables: [(name: Substring, value: Substring)] = []
    for line in unit.split(separator: "\n") where line.hasPrefix("Environment=") {
      for word in line.dropFirst("Environment=".count).split(separator: " ") {
        let parts = word.split(separator: "=", maxSplits: 1)
        variables.append((parts[0], parts[1]))
      }
    }
    let line = try #require(unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
    return line.dropFirst("ExecStart=".count).split(separator: " ").map { word in
      variables.reduce(String(word)) { $0.replacing("${\($1.name)}", with: $1.value) }
    }
  }

  @Test func `the service of backups makes one, and keeps as many as it says`() async throws {
    let office = try await Office.founded()
    try office.folder.write("", to: "tujuan/lain")
    let unit = try Self.unit("tenggat-cadangkan@.service", for: office)
      .replacing("/var/backups/tenggat", with: office.folder.path(of: "tujuan"))
    let command = try Self.command(unit)
    for _ in 1...2 {
      let run = try await ProgramRun.run(command[0], Array(command.dropFirst()), in: "/")
      #expect(run.exitCode == 0, "\(run.errorText)")
      #expect(run.outputText.contains("Terbukti sama dengan ruang kerja"))
    }
    #expect(command.contains("14"))
  }

  @Test func `the service of pages ends for good where there is no workspace`() async throws {
    let office = try await Office.founded()
    let unit = try Self.unit("tenggat-layani@.service", for: office)
      .replacing(office.path, with: office.folder.path(of: "tiada"))
    let command = try Self.command(unit)
    let run = try await ProgramRun.run(command[0], Array(command.dropFirst()), in: "/")
    expectRefusal(run, 66, "tidak ada ruang kerja")
    let prevented = try #require(
      unit.split(separator: "\n").first { $0.hasPrefix("RestartPreventExitStatus=") })
    #expect(prevented.split { "= ".contains($0) }.contains("66"))
  }

  @Test(
    .enabled(if: canAnalyze, "systemd-analyze is not there"),
    arguments: [
      ("tenggat-layani@.service", 20), ("tenggat-cadangkan@.service", 12),
    ])
  func `systemd finds no fault with a service, and little that it could do to others`(
    _ name: String, _ exposure: Int
  ) async throws {
    let office = try await Office.founded()
    let file = "units/\(name.replacing("@", with: "@hatungun"))"
    try office.folder.write(try Self.unit(name, for: office), to: file)
    let path = office.folder.path(of: file)
    let verified = try await ProgramRun.run(
      Self.analyze, ["verify", "--man=no", path], in: office.folder.path)
    #expect(verified.exitCode == 0 && verified.errorText == "", "\(verified.errorText)")
    // Tenths: 10.0 is a service without any bounds.
    let judged = try await ProgramRun.run(
      Self.analyze, ["security", "--offline=true", "--threshold=\(exposure)", path],
      in: office.folder.path)
    #expect(judged.exitCode == 0, "\(judged.outputText.suffix(200))")
  }

  @Test func `the line of the guide for cron makes a backup in an empty environment`()
    async throws
  {
    let office = try await Office.founded()
    try office.folder.write("", to: "usb/lain")
    let guide = try String(
      contentsOf: Self.repository.appending(path: "Sources/tenggat/Panduan.docc/Operator.md"),
      encoding: .utf8)
    let line = try #require(
      guide.split(separator: "\n").first { $0.hasPrefix("0 4 * * * ") })
    let command = String(line.dropFirst("0 4 * * * ".count))
      .replacing("/usr/local/bin/tenggat", with: ProgramRun.builtProgram)
      .replacing("/media/usb", with: office.folder.path(of: "usb"))
      .replacing("/srv/tenggat/hatungun", with: office.path)
    let run = try await ProgramRun.run(
      "/usr/bin/env", ["-i", "/bin/sh", "-c", command], in: "/")
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(run.outputText.contains("Terbukti sama dengan ruang kerja"))
  }
}
