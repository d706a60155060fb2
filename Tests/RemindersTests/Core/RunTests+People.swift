import ComplianceModel
import Reminders
import TestSupport
import Testing

/// What a run leaves to people: what only they can mend, and what waits for them.
extension `a run` {
  @Test func `tries what only a person can mend once a day, and at once where it is asked to`()
    async throws
  {
    var scene = try scene("LPPD")
    scene.office.settings = ReminderSettings(escalations: [])
    scene.post.answer(.forPerson, .forPerson, .forPerson)
    let first = try await scene.run("2025-05-14")
    #expect(first.outcome == .failed)
    #expect(first.failures.isEmpty)
    #expect(first.refusals == ["stdout untuk kasi-pem gagal 14 Mei 2025: bot diblokir"])
    for time in ["08:20", "14:00", "23:59"] {
      let later = try await scene.run("2025-05-14", at: time)
      #expect(later.outcome == .failed)
      #expect(later.refusals == first.refusals)
    }
    #expect(scene.post.letters.count == 1)
    try await scene.run("2025-05-15", at: "00:05")
    #expect(scene.post.letters.count == 2)
    try await scene.run("2025-05-15", at: "00:06", impatient: true)
    #expect(scene.post.letters.count == 3)
    // It is mended.
    let mended = try await scene.run("2025-05-15", at: "00:07", impatient: true)
    #expect(mended.outcome == .good)
    #expect(scene.post.letters.count == 4)
    #expect(try await scene.run("2025-05-15", at: "00:08").refusals.isEmpty)
  }

  @Test func `asked to, tries at once what would have to wait`() async throws {
    let scene = try scene("LPPD")
    scene.post.answer(.refused)
    try await scene.run("2025-05-14")
    #expect(try await scene.run("2025-05-14", at: "08:01").outcome == .failed)
    #expect(try await scene.run("2025-05-14", at: "08:02", impatient: true).outcome == .good)
  }

  @Test func `of what may have arrived and needs a person sends no copy on the same day`()
    async throws
  {
    var scene = try scene("LPPD")
    scene.office.settings = ReminderSettings(stages: [0], escalations: [])
    scene.post.answer(
      DeliveryFailure(reason: "tanpa isi", isOutcomeUnknown: true, needsPerson: true))
    try await scene.run("2025-05-14")
    try await scene.run("2025-05-14", at: "16:00")
    #expect(scene.post.letters.count == 1)
    try await scene.run("2025-05-15")
    #expect(scene.post.letters.map(\.message.isMaybeRepeated) == [false, true])
  }

  @Test func `tells once a day what waits in the drop folder, also when there is nothing else`()
    async throws
  {
    var scene = try scene()
    scene.office.settings = ReminderSettings(caretaker: "kasubbag")
    let waiting = ["- 2 berkas menunggu alasan"]
    for (time, count) in [("08:00", 1), ("10:00", 1)] {
      #expect(try await scene.run("2025-05-14", at: time, waiting: waiting).outcome == .good)
      #expect(scene.post.letters.count == count)
    }
    let message = try #require(scene.post.take().first?.message)
    #expect(message.subject.hasSuffix("kotak-masuk menunggu"))
    #expect(message.text.hasSuffix("\n\nKOTAK MASUK\n- 2 berkas menunggu alasan\n"))
    #expect(message.summary.hasSuffix("kotak-masuk menunggu. 2 berkas menunggu alasan"))
    try await scene.run("2025-05-15", waiting: waiting)
    #expect(scene.post.take().count == 1)
    try await scene.run("2025-05-16")
    #expect(scene.post.take().isEmpty)
    // On a day off nothing is told.
    try await scene.run("2025-05-17", waiting: waiting)
    #expect(scene.post.take().isEmpty)
  }

  @Test func `tells the caretaker with the rest, and nobody else`() async throws {
    var scene = try scene("LPPD")
    scene.office.settings = ReminderSettings(
      escalations: [ReminderSettings.Escalation(role: "kasubbag", from: 1)], caretaker: "kasubbag")
    try await scene.run("2025-05-15", waiting: ["- satu berkas"])
    let letters = scene.post.take().map(\.message)
    #expect(letters.map { $0.text.contains("satu berkas") } == [false, true])
    #expect(letters.map { $0.text.contains("LPPD") } == [true, true])
  }

  @Test func `where nobody is named, tells whoever reads standard output`() async throws {
    let scene = try scene("LPPD")
    try await scene.run("2025-05-14", waiting: ["- satu berkas"])
    let letters = scene.post.take()
    #expect(letters.map(\.channel) == ["stdout", "stdout"])
    #expect(letters.map { $0.message.text.contains("satu berkas") } == [false, true])
    try await scene.run("2025-05-14", at: "09:00", waiting: ["- satu berkas"])
    #expect(scene.post.take().isEmpty)
  }

  @Test func `says a message in one line that every template takes`() async throws {
    var scene = try scene("LPPD", "LKPJ")
    for index in 0..<60 { try scene.office.owe("L\(index)", due: "2025-05-13") }
    try await scene.run("2025-05-14")
    let summary = try #require(scene.post.take().first?.message.summary)
    #expect(summary.count <= ReminderMessage.longestSummary)
    #expect(!summary.contains { $0.isNewline || $0 == "\t" })
    #expect(!summary.contains("  "))
    #expect(summary.contains(". lewat tenggat: "))
    #expect(summary.wholeMatch(of: #/.*; dan \d+ butir lain/#) != nil)
    try await scene.run("2025-05-15")
    let next = try #require(scene.post.take().first?.message.summary)
    #expect(next.contains("LPPD 2024 (14 Mei 2025, lewat 1 hari)"), "\(next)")
  }

  @Test func `a summary of several lines or of too many letters is cut`() throws {
    let long = try ReminderMessage.sample(
      summary: "a\n\tb    c" + String(repeating: "x", count: 900))
    #expect(long.summary.hasPrefix("a b cxxx"))
    #expect(long.summary.count == ReminderMessage.longestSummary)
    #expect(long.summary.hasSuffix("…"))
  }
}
