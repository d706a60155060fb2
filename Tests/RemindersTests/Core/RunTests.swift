import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import Foundation
import Reminders
import TestSupport
import Testing

@Suite struct `a run` {
  func scene(_ codes: String...) throws -> ReminderScene {
    var scene = try ReminderScene()
    scene.office.daysOff = []
    for code in codes { try scene.office.owe(code, due: "2025-05-14") }
    return scene
  }

  @Test func `tells a stage once, and the next one when its day comes`() async throws {
    let scene = try scene("LPPD")
    #expect(try await scene.texts("2025-05-13").count == 1)
    #expect(try await scene.texts("2025-05-13", at: "09:00").isEmpty)
    #expect(try await scene.texts("2025-05-14").count == 1)
    #expect(try await scene.texts("2025-05-15").count == 2)
    #expect(try await scene.texts("2025-05-16").isEmpty)
  }

  @Test func `on a quiet day counts as a run and says nothing`() async throws {
    let scene = try scene("LPPD")
    #expect(try await scene.run("2025-05-17").outcome == .quiet)
    #expect(scene.post.letters.isEmpty)
    #expect(try scene.state.lastGoodRun?.date == day("2025-05-17"))
    #expect(try scene.state.lastLook == nil)
  }

  @Test func `with nothing to say is good, and is written down once a day`() async throws {
    let scene = try scene()
    for time in ["08:00", "09:00", "10:00"] {
      #expect(try await scene.run("2025-05-14", at: time).outcome == .good)
    }
    #expect(try scene.outbox.read().rows.count == 1)
  }

  @Test func `holds a second digest of a day back until the next`() async throws {
    var scene = try scene("LPPD")
    _ = try await scene.texts("2025-05-14")
    try scene.office.row(.submitted, "LPPD", "2025-05-14")
    try scene.office.row(.returned, "LPPD", "2025-05-14")
    #expect(try await scene.texts("2025-05-14", at: "15:00").isEmpty)
    #expect(try await scene.texts("2025-05-15").count == 2)
  }

  @Test func `after a clock that went back sends no third digest`() async throws {
    var scene = try scene("LPPD")
    _ = try await scene.texts("2025-05-14")
    _ = try await scene.texts("2025-05-13")
    try scene.office.row(.returned, "LPPD", "2025-05-13")
    #expect(try await scene.texts("2025-05-14", at: "15:00").isEmpty)
  }

  // MARK: - Failures

  @Test func `tries a failed message again after its pause, not before`() async throws {
    let scene = try scene("LPPD")
    scene.post.answer(.refused, .refused)
    #expect(try await scene.run("2025-05-14").outcome == .failed)
    #expect(try await scene.run("2025-05-14", at: "08:14").outcome == .failed)
    #expect(scene.post.letters.count == 1)
    #expect(try await scene.run("2025-05-14", at: "08:15").outcome == .failed)
    #expect(scene.post.letters.count == 2)
    // The second pause is twice as long.
    #expect(try await scene.run("2025-05-14", at: "08:44").outcome == .failed)
    #expect(scene.post.letters.count == 2)
    #expect(try await scene.run("2025-05-14", at: "08:45").outcome == .good)
    let letters = scene.post.take()
    #expect(Set(letters.map(\.message.id)).count == 1)
    #expect(letters.allSatisfy { !$0.message.isMaybeRepeated })
    // Nothing had arrived, so that it is still the first one.
    #expect(letters.allSatisfy { $0.message.text.contains("yang pertama") })
  }

  @Test func `waits six hours at most`() throws {
    var state = OutboxState()
    let route = OutboxState.Route(person: "a", channel: "b")
    for _ in 0..<40 {
      state.apply(
        OutboxRow(
          at: try instant("2025-05-14", at: "01:00"),
          .failed(message: "m", person: "a", channel: "b", reason: "x")))
    }
    #expect(state.pause(route, at: try instant("2025-05-14", at: "06:59"))?.attempts == 40)
    #expect(state.pause(route, at: try instant("2025-05-14", at: "07:00")) == nil)
    // A clock that went back is no reason to wait.
    #expect(state.pause(route, at: try instant("2025-05-14", at: "00:59")) == nil)
  }

  @Test func `marks what may have arrived, and keeps its name until it is known to have`()
    async throws
  {
    let scene = try scene("LPPD")
    scene.post.answer(.unknown, .refused)
    try await scene.run("2025-05-14", at: "08:00")
    try await scene.run("2025-05-14", at: "09:00")
    try await scene.run("2025-05-14", at: "10:00")
    let letters = scene.post.take().map(\.message)
    #expect(letters.map(\.isMaybeRepeated) == [false, true, true])
    #expect(Set(letters.map(\.id)).count == 1)
    #expect(letters[2].text.hasPrefix("(mungkin terkirim ulang)\n"))
    #expect(try scene.state.openClaims.isEmpty)
    #expect(try await scene.texts("2025-05-14", at: "11:00").isEmpty)
  }

  @Test func `does not doubt what is new because a message about failures is in doubt`()
    async throws
  {
    var scene = try cared()
    scene.office.settings = ReminderSettings(
      stages: [0, 1], escalations: [], isWeekly: false,
      channels: scene.office.settings.channels)
    scene.post.answer(.refused, .unknown, .refused)
    try await scene.run("2025-05-14")
    try await scene.run("2025-05-15")
    let letters = scene.post.take().filter { $0.channel == "stdout" }.map(\.message)
    #expect(letters.map { $0.text.contains("CATATAN MESIN") } == [true, true])
    #expect(letters.map(\.isMaybeRepeated) == [false, false])
    #expect(Set(letters.map(\.id)).count == 2)
  }

  @Test func `gives another message of the same day another name`() async throws {
    var scene = try scene("A")
    scene.post.answer(.unknown)
    try await scene.run("2025-05-14")
    try scene.office.row(.submitted, "A", "2025-05-14")
    try scene.office.owe("B", due: "2025-05-14")
    try await scene.run("2025-05-14", at: "09:00")
    let letters = scene.post.take().map(\.message)
    #expect(Set(letters.map(\.id)).count == 2)
    #expect(letters.last?.isMaybeRepeated == false)
  }

  @Test func `counts as told what the last attempt told, not what an earlier one would have`()
    async throws
  {
    var scene = try scene("A", "B")
    scene.post.answer(.refused)
    try await scene.run("2025-05-14")
    try snooze("A", until: "2025-05-15", in: scene)
    try await scene.run("2025-05-14", at: "09:00")
    #expect(scene.post.take().last?.message.text.contains("- A 2024") == false)
    scene.office.settings = ReminderSettings(stages: [0])
    let texts = try await scene.texts("2025-05-15")
    #expect(texts.count == 1)
    #expect(texts.first?.contains("- A 2024") == true)
    #expect(texts.first?.contains("- B 2024") == false)
  }

  @Test func `where nothing may come twice lists what may have arrived and does not repeat it`()
    async throws
  {
    var scene = try scene("A")
    scene.office.settings = ReminderSettings(stages: [0], isWeekly: false, isAtMostOnce: true)
    scene.post.answer(.unknown)
    try await scene.run("2025-05-14")
    try scene.office.owe("B", due: "2025-05-15")
    // Another message over the same route does not make the first one forgotten.
    for date in ["2025-05-15", "2025-05-16", "2025-05-19"] { try await scene.run(date) }
    let letters = scene.post.take().map(\.message)
    #expect(letters.count == 2)
    #expect(!letters[1].text.contains("- A 2024"))
    #expect(letters.allSatisfy { !$0.isMaybeRepeated })
    #expect(try scene.state.openClaims.map(\.message) == [letters[0].id])
  }

  @Test func `where nothing may come twice still tries again what was refused`() async throws {
    var scene = try scene("A")
    scene.office.settings = ReminderSettings(stages: [0], isAtMostOnce: true)
    scene.post.answer(.refused)
    try await scene.run("2025-05-14")
    #expect(try await scene.texts("2025-05-14", at: "09:00").count == 2)
  }

  @Test func `over a dead channel does not keep the others waiting`() async throws {
    var scene = try scene("A")
    try scene.office.owe("B", due: "2025-05-14", by: "kasi-pmd")
    scene.post.answer(.refused)
    let report = try await scene.run("2025-05-14")
    #expect((report.sent, report.failures.count) == (1, 1))
    #expect(report.failures == ["stdout untuk kasi-pem gagal 14 Mei 2025: ditolak"])
  }

  private static let two = [
    ChannelSettings(name: "surel", kind: .sendmail(from: "a@contoh.invalid")),
    ChannelSettings(name: "wa", kind: .command(["kirim"], timeoutSeconds: 60)),
  ]

  /// Two people who are reached over two channels each.
  private func connected(isAtMostOnce: Bool = false) throws -> ReminderScene {
    var scene = try scene("A")
    try scene.office.owe("B", due: "2025-05-14", by: "kasi-pmd")
    scene.office.settings = ReminderSettings(
      stages: [0], isAtMostOnce: isAtMostOnce, channels: `a run`.two)
    for (role, name) in [("kasi-pem", "Satu"), ("kasi-pmd", "Dua")] {
      try scene.office.appoint(role, name, ["surel": "x@contoh.invalid", "wa": "081"])
    }
    return scene
  }

  @Test func `leaves a slow server alone for the rest of the run, and the others go on`()
    async throws
  {
    let scene = try connected()
    scene.post.answer(DeliveryFailure(reason: "lambat", isOutcomeUnknown: true, stopsChannel: true))
    let report = try await scene.run("2025-05-14")
    #expect(scene.post.take().map(\.channel) == ["surel", "wa", "wa"])
    #expect(
      report.failures == [
        "surel untuk kasi-pem belum pasti terkirim 14 Mei 2025: lambat",
        "surel untuk kasi-pmd belum pasti terkirim 14 Mei 2025: lambat",
      ])
    // The one that was not tried has no pause to keep.
    try await scene.run("2025-05-14", at: "08:05")
    #expect(scene.post.take().map(\.channel) == ["surel"])
    try await scene.run("2025-05-14", at: "08:20")
    #expect(scene.post.take().map(\.message.isMaybeRepeated) == [true])
  }

  @Test func `waits as long as the other side asks for, for everybody on the channel`()
    async throws
  {
    let scene = try connected()
    scene.post.answer(
      DeliveryFailure(reason: "429", retryAfterSeconds: 3600, stopsChannel: true))
    try await scene.run("2025-05-14")
    #expect(scene.post.take().map(\.channel) == ["surel", "wa", "wa"])
    #expect(try await scene.run("2025-05-14", at: "08:59").outcome == .failed)
    #expect(scene.post.letters.isEmpty)
    #expect(try await scene.run("2025-05-14", at: "09:00").outcome == .good)
    #expect(scene.post.take().map(\.channel) == ["surel", "surel"])
  }

  @Test func `tries channels that work before those that failed`() async throws {
    let scene = try connected()
    scene.post.answer(.refused)
    try await scene.run("2025-05-14")
    _ = scene.post.take()
    var next = scene
    try next.office.owe("C", due: "2025-05-15")
    try await next.run("2025-05-15")
    #expect(scene.post.take().map(\.channel) == ["wa", "surel"])
  }

  @Test func `where nothing may come twice an unknown outcome is told and is no failure`()
    async throws
  {
    let scene = try connected(isAtMostOnce: true)
    scene.post.answer(.unknown)
    let report = try await scene.run("2025-05-14")
    #expect(report.outcome == .good)
    #expect(report.failures.isEmpty)
    // Told once, as what may not have arrived, and not as what will be tried again.
    #expect(
      try findings(scene, on: "2025-05-14") == [
        "surel untuk kasi-pem tanggal 14 Mei 2025 mungkin tidak sampai, dan tidak dikirim lagi"
      ])
    #expect(
      report.doubts == ["surel untuk kasi-pem belum pasti terkirim 14 Mei 2025: waktu habis"])
  }

  @Test func `where nothing may come twice a run that was cut off is told of once`() async throws {
    var scene = try connected(isAtMostOnce: true)
    scene.office.settings = ReminderSettings(
      stages: [0], isWeekly: false, caretaker: "operator", isAtMostOnce: true,
      channels: `a run`.two)
    var file = try scene.outbox.lock(year: 2025)
    try file.append([
      OutboxRow(
        at: try instant("2025-05-14", at: "07:00"),
        .planned(message: "m", try scene.office.digests("2025-05-14")[0].keys[0])),
      OutboxRow(
        at: try instant("2025-05-14", at: "07:00"),
        .claimed(message: "m", person: "kasi-pem", channel: "surel")),
    ])
    _ = consume file
    let report = try await scene.run("2025-05-14")
    #expect(report.doubts.count == 1)
    #expect(report.doubts[0].contains("terputus sebelum dijawab"))
    let letters = scene.post.take()
    #expect(!letters.contains { $0.channel == "surel" && $0.message.person.hasPrefix("Satu") })
    #expect(letters.count { $0.message.text.contains("CATATAN MESIN") } == 1)
    #expect(try await scene.run("2025-05-15").doubts.isEmpty)
    #expect(!scene.post.take().contains { $0.message.text.contains("CATATAN MESIN") })
  }

  // MARK: - The one who looks after the machine

  func cared() throws -> ReminderScene {
    var scene = try scene("A")
    scene.office.settings = ReminderSettings(
      stages: [0], caretaker: "operator",
      channels: [
        ChannelSettings(name: "surel", kind: .sendmail(from: "a@contoh.invalid")), .terminal,
      ])
    try scene.office.appoint("kasi-pem", "Pejabat Satu", ["surel": "satu@contoh.invalid"])
    try scene.office.appoint("kasi-pmd", "Pejabat Dua", ["surel": "dua@contoh.invalid"])
    return scene
  }

  @Test func `tells the caretaker of a failure at once, and once`() async throws {
    let scene = try cared()
    scene.post.answer(.refused)
    let report = try await scene.run("2025-05-14")
    #expect(report.outcome == .failed)
    let letters = scene.post.take()
    #expect(letters.map(\.channel) == ["surel", "stdout", "stdout"])
    let own = try #require(letters.last?.message)
    #expect(own.person == "Jabatan operator")
    #expect(own.text.contains("CATATAN MESIN\n- surel untuk kasi-pem gagal 14 Mei 2025: ditolak\n"))
    #expect(own.subject.contains("bermasalah"))
    // The retry works; nothing is left to say.
    _ = try await scene.run("2025-05-14", at: "09:00")
    #expect(scene.post.take().map(\.channel) == ["surel"])
    for date in ["2025-05-15", "2025-05-16"] { #expect(try await scene.texts(date).isEmpty) }
  }

  @Test func `holds failures back for a caretaker who was told today`() async throws {
    let scene = try cared()
    scene.post.answer(.refused, nil, nil, .refused)
    _ = try await scene.run("2025-05-14")
    _ = try await scene.run("2025-05-14", at: "09:00")
    #expect(scene.post.take().count == 4)
    let next = try await scene.texts("2025-05-15")
    #expect(next.count == 2)
    #expect(next.count { $0.contains("CATATAN MESIN") } == 1)
  }

  @Test func `tells the caretaker over a channel that works`() async throws {
    var scene = try cared()
    try scene.office.appoint("operator", "Penjaga", ["surel": "jaga@contoh.invalid"])
    scene.post.answer(.refused, nil, .refused)
    _ = try await scene.run("2025-05-14")
    // The mail to the caretaker failed as well.
    #expect(scene.post.take().map(\.channel) == ["surel", "stdout", "surel"])
    _ = try await scene.run("2025-05-14", at: "08:05")
    let letter = try #require(scene.post.take().first)
    #expect(letter.channel == "stdout")
    #expect(letter.message.text.contains("surel untuk kasi-pem"))
    #expect(letter.message.text.contains("surel untuk operator"))
  }

  @Test func `without a caretaker tells whoever reads standard output`() async throws {
    var scene = try cared()
    scene.office.settings = ReminderSettings(
      stages: [0, 1], channels: scene.office.settings.channels)
    try scene.office.owe("B", due: "2025-05-14", by: "operator")
    scene.post.answer(.refused)
    _ = try await scene.run("2025-05-14")
    let letters = scene.post.take()
    #expect(letters.count { $0.message.text.contains("CATATAN MESIN") } == 1)
    let next = try await scene.texts("2025-05-15")
    #expect(!next.isEmpty)
    #expect(!next.contains { $0.contains("CATATAN MESIN") })
  }

  // MARK: - Snoozes and summaries

  func snooze(_ code: String, until date: String, in scene: ReminderScene) throws {
    var file = try scene.outbox.lock(year: 2025)
    try file.append([
      OutboxRow(
        at: try instant("2025-05-14", at: "08:30"),
        .snoozed(
          OutboxRow.Snooze(
            unit: try region(ReminderOffice.code), report: code, period: try period("2024"),
            until: try day(date), person: "operator", reason: "menunggu data")))
    ])
  }

  @Test func `is silent about what is put off until its day, and the last word counts`()
    async throws
  {
    let scene = try scene("A")
    try snooze("A", until: "2025-05-30", in: scene)
    try snooze("A", until: "2025-05-16", in: scene)
    #expect(try await scene.texts("2025-05-15").isEmpty)
    #expect(try await scene.texts("2025-05-16").count == 2)
  }

  private func weekly() throws -> ReminderScene {
    var scene = try scene("A")
    scene.office.settings = ReminderSettings(stages: [0], isWeekly: true)
    return scene
  }

  @Test func `brings the summary of the week on Monday`() async throws {
    let scene = try weekly()
    #expect(try await scene.texts("2025-05-09").count == 1)
    let texts = try await scene.texts("2025-05-12")
    #expect(texts.count == 1)
    #expect(texts.first?.contains("RINGKASAN MINGGU INI\n- A 2024: 14 Mei 2025, sisa 2") == true)
    #expect(texts.first?.contains("SEGERA") == false)
    #expect(try await scene.texts("2025-05-13").isEmpty)
    let due = try await scene.texts("2025-05-14")
    #expect(due.first?.contains("RINGKASAN") == false)
  }

  @Test func `brings the summary on the first working day of the week`() async throws {
    var scene = try weekly()
    scene.office.daysOff = ["2025-05-12", "2025-05-13"]
    try scene.office.owe("B", due: "2025-05-20")
    _ = try await scene.texts("2025-05-09")
    #expect(try await scene.texts("2025-05-12").isEmpty)
    #expect(try await scene.texts("2025-05-14").first?.contains("RINGKASAN") == true)
  }

  @Test func `brings the summary later where no run looked on its day, or it did not get through`()
    async throws
  {
    let missed = try weekly()
    _ = try await missed.texts("2025-05-09")
    #expect(try await missed.texts("2025-05-13").first?.contains("RINGKASAN") == true)
    #expect(try await missed.texts("2025-05-14").first?.contains("RINGKASAN") == false)
    let refused = try weekly()
    _ = try await refused.texts("2025-05-09")
    refused.post.answer(.refused)
    _ = try await refused.texts("2025-05-12")
    #expect(try await refused.texts("2025-05-13").first?.contains("RINGKASAN") == true)
  }

  @Test func `does not say in the summary what it says above it`() async throws {
    var scene = try weekly()
    try scene.office.owe("B", due: "2025-05-12")
    try scene.office.row(.submitted, "B", "2025-05-09")
    try scene.office.row(.returned, "B", "2025-05-09")
    try scene.office.owe("C", due: "2025-05-22")
    try scene.office.row(.submitted, "C", "2025-05-09")
    try scene.office.row(.returned, "C", "2025-05-09")
    let text = try #require(try await scene.texts("2025-05-12").first)
    #expect(text.components(separatedBy: "- B 2024").count == 2)
    let rest = text.components(separatedBy: "RINGKASAN MINGGU INI, SELAIN YANG DI ATAS\n").last
    #expect(
      rest == """
        - A 2024: 14 Mei 2025, sisa 2 hari kerja
        - C 2024: 22 Mei 2025, sisa 8 hari kerja, dikembalikan 9 Mei, perbaikan belum disampaikan

        """)
  }

  @Test func `tells those above in the summary from the stage on that is theirs`() async throws {
    var scene = try ReminderScene()
    scene.office.daysOff = []
    try scene.office.owe("A", due: "2025-05-09")
    scene.office.settings = ReminderSettings(countsWorkingDays: true, isWeekly: true)
    // H+7 in working days is 20 May; ten calendar days have gone by on the 19th.
    let monday = try await scene.texts("2025-05-19")
    #expect(!monday.contains { $0.contains("Jabatan camat") })
    #expect(try await scene.texts("2025-05-20").contains { $0.contains("Jabatan camat") })
  }

  @Test func `leaves what is put off out of the summary`() async throws {
    let scene = try weekly()
    try snooze("A", until: "2025-05-14", in: scene)
    #expect(try await scene.texts("2025-05-12").isEmpty)
  }
}
