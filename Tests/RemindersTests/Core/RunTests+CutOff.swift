import CivilCalendar
import ComplianceModel
import DurableFiles
import Reminders
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// Messages whose run ended before they were answered.
extension `a run` {
  /// Three officers, each reached over a channel of their own.
  private func officers() throws -> ReminderScene {
    var scene = try scene()
    for (code, name) in [("A", "satu"), ("B", "dua"), ("C", "tiga")] {
      try scene.office.owe(code, due: "2025-05-14", by: "kasi-\(name)")
      try scene.office.appoint("kasi-\(name)", "Pejabat \(name)", [name: "\(name)@contoh.invalid"])
    }
    scene.office.settings = ReminderSettings(
      stages: [0], escalations: [], isWeekly: false,
      channels: ["satu", "dua", "tiga"].map {
        ChannelSettings(name: $0, kind: .sendmail(from: "a@contoh.invalid"))
      })
    return scene
  }

  /// Runs until a message comes that ends the run, as a crash does: nothing is written down after it.
  private func runUntilCrash(
    _ scene: ReminderScene, over channel: String, at time: String
  ) async throws -> [String] {
    let kept = Mutex<[UInt8]?>(nil)
    let path = scene.folder.filePath.appending("pengingat/2025.csv")
    _ = try await scene.office.run("2025-05-14", at: time).run(scene.outbox) {
      // What the run writes after the crash is taken back below, and it sends nothing more.
      guard kept.withLock({ $0 == nil }) else { return nil }
      if $0.name == channel {
        kept.withLock { $0 = (try? FileSystem.live.read(path)).flatMap(\.self) }
      }
      return scene.post.send($0, $1)
    }
    if let bytes = kept.withLock({ $0 }) {
      try FileSystem.live.replaceAtomically(path, with: bytes)
    }
    return scene.post.take().map(\.channel)
  }

  @Test func `brings what ended an earlier run after everything else`() async throws {
    let scene = try officers()
    #expect(try await runUntilCrash(scene, over: "satu", at: "08:00") == ["satu"])
    #expect(
      try await runUntilCrash(scene, over: "satu", at: "08:05") == ["dua", "tiga", "satu"])
    // From the third on only the one that ends them is left.
    #expect(try await runUntilCrash(scene, over: "satu", at: "08:10") == ["satu"])
    #expect(try await scene.run("2025-05-14", at: "08:15").outcome == .good)
    let last = scene.post.take()
    #expect(last.map(\.channel) == ["satu"])
    #expect(last.allSatisfy { $0.message.isMaybeRepeated })
    #expect(try await scene.texts("2025-05-14", at: "08:20").isEmpty)
  }

  @Test func `tells of what ended an earlier run before it comes, and once it came no more`()
    async throws
  {
    let scene = try officers()
    let sentence = "satu untuk kasi-satu belum pasti terkirim 14 Mei 2025: terputus sebelum dijawab"
    func cutOff() throws -> [String] {
      try scene.outbox.lastRuns(asOf: day("2025-05-14")).cutOff.map(\.sentence)
    }
    _ = try await runUntilCrash(scene, over: "satu", at: "08:00")
    #expect(try cutOff() == [sentence])
    #expect(try findings(scene, on: "2025-05-14") == [sentence])
    let told = Mutex<[String]>([])
    _ = try await scene.office.run("2025-05-14", at: "08:05").run(
      scene.outbox, telling: { sentence in told.withLock { $0.append(sentence) } }
    ) { channel, _ in
      told.withLock { $0.append(channel.name) }
      return nil
    }
    #expect(told.withLock { $0 } == ["dua", "tiga", sentence, "satu"])
    #expect(try cutOff().isEmpty)
    #expect(try findings(scene, on: "2025-05-14").isEmpty)
  }

  @Test func `of what ended a run and is not owed any more nothing is told after a good run`()
    async throws
  {
    var scene = try officers()
    _ = try await runUntilCrash(scene, over: "satu", at: "08:00")
    try scene.office.row(.submitted, "A", "2025-05-14")
    try await scene.run("2025-05-14", at: "08:05")
    #expect(scene.post.take().map(\.channel) == ["dua", "tiga"])
    #expect(try scene.outbox.lastRuns(asOf: day("2025-05-14")).cutOff.isEmpty)
    #expect(try findings(scene, on: "2025-05-14").isEmpty)
  }

  // MARK: - While a channel takes long

  @Test func `keeps the outbox open for others while a message is on its way`() async throws {
    let scene = try officers()
    let report = try await scene.office.run("2025-05-14").run(scene.outbox) { channel, message in
      do throws(FileFailure) {
        _ = try scene.outbox.lock(year: 2025, waiting: .zero)
      } catch {
        Issue.record("the outbox is locked: \(error)")
      }
      return scene.post.send(channel, message)
    }
    #expect(report.sent == 3)
  }

  @Test func `another run leaves what is on its way, and brings the rest`() async throws {
    let scene = try officers()
    let inner = Mutex<ReminderRun.Report?>(nil)
    let report = try await scene.office.run("2025-05-14").run(scene.outbox) { channel, message in
      if channel.name == "satu" {
        // What looks at the outbox meanwhile takes nothing for cut off.
        #expect((try? scene.outbox.lastRuns(asOf: day("2025-05-14")).cutOff.isEmpty) == true)
        let report = try? await scene.run("2025-05-14", at: "08:01", patience: .zero)
        inner.withLock { $0 = report }
      }
      return scene.post.send(channel, message)
    }
    let other = try #require(inner.withLock { $0 })
    #expect(other.sent == 2)
    #expect(!other.isCounted)
    #expect(report.sent == 1)
    #expect(report.isCounted && report.outcome == .good)
    let letters = scene.post.take()
    #expect(letters.map(\.channel).sorted() == ["dua", "satu", "tiga"])
    #expect(letters.allSatisfy { !$0.message.isMaybeRepeated })
    #expect(try scene.state.openClaims.isEmpty)
  }

  @Test func `the run that ends last tells that the other failed`() async throws {
    let scene = try officers()
    let report = try await scene.office.run("2025-05-14").run(scene.outbox) { channel, message in
      if channel.name == "satu" {
        scene.post.answer(.refused)
        _ = try? await scene.run("2025-05-14", patience: .zero)
      }
      return scene.post.send(channel, message)
    }
    #expect(report.outcome == .failed)
    #expect(try scene.state.lastOutcome == .failed)
  }

  @Test func `more runs at once than there are places is one too many`() async throws {
    let scene = try officers()
    let folder = scene.folder.filePath.appending("pengingat")
    try await holding(15, in: folder) { try await scene.run("2025-05-14", patience: .zero) }
    #expect(scene.post.take().count == 3)
    let next = try officers()
    let full = next.folder.filePath.appending("pengingat")
    await #expect(throws: FileFailure.self) {
      try await holding(16, in: full) { try await next.run("2025-05-14", patience: .zero) }
    }
    #expect(next.post.take().isEmpty)
  }

  /// Does something while places are held, as if by other runs.
  private func holding(
    _ count: Int, in folder: FilePath, number: Int = 1, _ body: () async throws -> Void
  ) async throws {
    guard number <= count else { return try await body() }
    let held = try FileSystem.live.lockForAppending(
      folder.appending(".kirim-\(number)"), waiting: .zero)
    try await holding(count, in: folder, number: number + 1, body)
    _ = consume held
  }
}
