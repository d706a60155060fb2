import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Backups that are killed, that meet each other, and that are made while others write.
@Suite struct `Backups under stress` {
  private func office() async throws -> (office: TestOffice, outside: TemporaryFolder) {
    let office = try await TestOffice.founded()
    let outside = try TemporaryFolder()
    try FileSystem.live.createFolder(FilePath(outside.path(of: "cadangan")))
    try office.write("%PDF-bukti\n".utf8, to: "kiriman/bukti.pdf")
    try await office.do("catat LKIP 2025 --berkas kiriman/bukti.pdf")
    return (office, outside)
  }

  private func names(_ outside: TemporaryFolder) throws -> [String] {
    try FileSystem.live.names(in: FilePath(outside.path(of: "cadangan"))).map(\.string)
  }

  /// Whatever has the name of a backup is a whole one.
  private func expectWhole(_ outside: TemporaryFolder) async throws {
    for name in try names(outside) where !name.hasPrefix(".") {
      let folder = outside.path(of: "cadangan/\(name)")
      let run = try await ProgramRun.run(
        "/usr/bin/sha256sum", ["--check", "--strict", "--quiet", "CADANGAN.sha256"], in: folder)
      #expect(run.exitCode == 0, "\(name): \(run.errorText)")
      #expect(try outside.text(of: "cadangan/\(name)/CADANGAN.json").contains("\"sidik_daftar\""))
    }
  }

  @Test func `one that is killed at any moment is whole or not there, and harms no other`()
    async throws
  {
    let (office, outside) = try await office()
    let target = outside.path(of: "cadangan")
    try await office.do("cadangkan \(target)")
    let first = try #require(try names(outside).first)
    let line = [Torture.program, "cadangkan", target, "--simpan", "2"]
    let begin = ContinuousClock.now
    #expect(
      try Victim.run(line, environment: office.environment(), killedAfter: nil) == .exited(0))
    var life = begin.duration(to: .now)
    var random = Torture.generator("cadangkan")
    var killed = 0
    for _ in 0..<Torture.count(30, long: 500) {
      let delay = life * Double.random(in: 0.1...1.1, using: &random)
      let ending = try Victim.run(
        line, environment: office.environment(), killedAfter: delay)
      if ending == .killed {
        killed += 1
      } else {
        life = min(life, delay / 0.9)
      }
      try await expectWhole(outside)
      #expect(try names(outside).contains { !$0.hasPrefix(".") })
    }
    #expect(killed > 0)
    // The next one takes away what the others left, and is proved; what it keeps can be brought back.
    #expect(
      try await office.do("cadangkan \(target) --simpan 1").contains("Terbukti sama"))
    let left = try names(outside)
    #expect(left.count == 1 && left != [first], "\(left)")
    let restored = try await office.run("pulihkan \(target)/\(left[0]) \(outside.path(of: "lagi"))")
    #expect(restored.exitCode == 0, "\(restored.errorText)")
    #expect(try await office.run("periksa").exitCode == 0)
    #expect(try await office.run("status").exitCode == 0)
    Torture.report("cadangkan: \(killed) kali kill -9")
  }

  @Test func `several at once and with writers are all whole and proved`() async throws {
    let (office, outside) = try await office()
    let target = outside.path(of: "cadangan")
    let rounds = Torture.count(3, long: 60)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 1...3 {
        group.addTask {
          for round in 1...(rounds * 4) {
            let run = try await office.run(
              "catat LKAT 2025 --catatan penulis_\(writer)_kali_\(round) "
                + "--berkas kiriman/bukti.pdf")
            #expect(run.exitCode == 0, "\(run.errorText)")
          }
        }
      }
      for _ in 1...2 {
        group.addTask {
          for _ in 1...rounds {
            let run = try await office.run("cadangkan \(target)")
            #expect(run.exitCode == 0, "\(run.errorText)\(run.outputText)")
          }
        }
      }
      try await group.waitForAll()
    }
    try await expectWhole(outside)
    let made = try names(outside)
    #expect(made.count == 2 * rounds && made.allSatisfy { !$0.hasPrefix(".") }, "\(made)")
    for (number, name) in made.enumerated() {
      let run = try await office.run(
        "pulihkan \(target)/\(name) \(outside.path(of: "lagi-\(number)"))")
      #expect(run.exitCode == 0, "\(run.errorText)")
    }
  }
}
