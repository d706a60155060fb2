import DurableFiles
import Foundation
import Reminders
import TestSupport
import Testing

/// What shows without a lock: that a run has nothing to do.
extension `a run` {
  /// Whether that shows.
  private func isDone(
    _ scene: ReminderScene, _ date: String, at time: String = "09:00", waiting: [String] = []
  ) throws -> Bool {
    try scene.office.run(date, at: time, waiting: waiting).reportWhenDone(scene.outbox) != nil
  }

  @Test func `is done after all was told that day, until there is more`() async throws {
    var scene = try scene("LPPD")
    #expect(try !isDone(scene, "2025-05-14"))
    try await scene.run("2025-05-14")
    #expect(try isDone(scene, "2025-05-14"))
    #expect(try !isDone(scene, "2025-05-14", waiting: ["- surat.pdf"]))
    #expect(try !isDone(scene, "2025-05-15"))
    try scene.office.owe("LKPJ", due: "2025-05-14")
    #expect(try !isDone(scene, "2025-05-14"))
  }

  @Test func `is done on a quiet day that was written down`() async throws {
    let scene = try scene("LPPD")
    #expect(try !isDone(scene, "2025-05-17"))
    try await scene.run("2025-05-17")
    #expect(try isDone(scene, "2025-05-17"))
  }

  @Test func `is not done where something failed or was cut off`() async throws {
    let scene = try scene("LPPD")
    scene.post.answer(.refused)
    try await scene.run("2025-05-14")
    #expect(try !isDone(scene, "2025-05-14"))
    scene.post.answer(.unknown)
    try await scene.run("2025-05-14", at: "08:30")
    #expect(try !isDone(scene, "2025-05-14"))
    try await scene.run("2025-05-14", at: "12:00")
    #expect(try isDone(scene, "2025-05-14", at: "13:00"))
  }

  @Test func `is not done where a last line has no end`() async throws {
    let scene = try scene("LPPD")
    try await scene.run("2025-05-14")
    let text = try scene.folder.text(of: "pengingat/2025.csv")
    try scene.folder.write(String(text.dropLast()), to: "pengingat/2025.csv")
    #expect(try !isDone(scene, "2025-05-14"))
  }

  @Test func `looks without making or changing anything`() async throws {
    let scene = try scene("LPPD")
    try await scene.run("2025-05-14")
    var calls = SystemCalls.live
    calls.lock = { _ in Issue.record("locked") }
    calls.write = { _, _ in
      Issue.record("written")
      return 0
    }
    let outbox = Outbox(workspace: scene.folder.filePath, files: FileSystem(calls: calls))
    #expect(try scene.office.run("2025-05-14", at: "09:00").reportWhenDone(outbox) != nil)
  }
}
