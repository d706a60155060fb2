import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import Foundation
import Reminders
import TestSupport
import Testing

/// Runs whose clock is wrong, and what is said of runs that are missing or fail.
extension `a run` {
  // MARK: - Clocks

  @Test func `what a clock far ahead told is told again on its day, marked`() async throws {
    let scene = try scene("LPPD")
    _ = try await scene.texts("2025-05-13")
    // H+14 and everything before it seem to have come.
    _ = try await scene.texts("2026-01-05")
    let due = try await scene.texts("2025-05-14")
    #expect(due.count == 1)
    #expect(due[0].contains("HARI INI") && !due[0].contains("mungkin terkirim ulang"))
    let late = try await scene.texts("2025-05-28")
    #expect(late.count == 3)
    #expect(late.allSatisfy { $0.hasPrefix("(mungkin terkirim ulang)\n") })
    #expect(late.allSatisfy { $0.contains("terakhir berhasil dijalankan 14 Mei 2025") })
    #expect(try await scene.texts("2025-05-30").isEmpty)
    let runs = try scene.outbox.lastRuns(asOf: day("2025-06-01"))
    #expect(try runs.good == day("2025-05-30"))
    let found = try ReminderCheck.findings(
      scene.outbox, ReminderSettings(), asOf: day("2025-05-30"),
      scene.office.definitions().workingDays)
    #expect(
      found.map(\.what) == ["ada catatan pengingat bertanggal 5 Januari 2026, sesudah hari ini"])
  }

  @Test func `a clock that was a day ahead is believed, one of two days is not`() async throws {
    for (ahead, count) in [("2025-05-16", 0), ("2025-05-17", 2)] {
      var scene = try scene("LPPD")
      scene.office.settings = ReminderSettings(isQuietOnDaysOff: false)
      _ = try await scene.texts("2025-05-13")
      #expect(try await scene.texts(ahead).count == 2)
      _ = try await scene.texts("2025-05-14")
      #expect(try await scene.texts("2025-05-15").count == count)
    }
  }

  @Test func `two runs on either side of New Year do not run together`() async throws {
    let scene = try scene("LPPD")
    let first = try scene.outbox.lock(year: 2025)
    #expect(throws: FileFailure.self) {
      _ = try scene.outbox.lock(year: 2026, waiting: .milliseconds(20))
    }
    _ = consume first
    _ = try scene.outbox.lock(year: 2026, waiting: .milliseconds(20))
  }

  @Test func `a row of last year that only lacks its line end counts`() async throws {
    let scene = try scene("LPPD")
    _ = try await scene.texts("2025-05-14")
    let text = try scene.folder.text(of: "pengingat/2025.csv")
    let rows = text.split(separator: "\n")
    let sent = try #require(rows.firstIndex { $0.contains(",kirim,") })
    try scene.folder.write(
      rows[...sent].joined(separator: "\n"), to: "pengingat/2025.csv")
    let file = try scene.outbox.lock(year: 2026)
    let read = try scene.outbox.read(with: file)
    #expect(OutboxState(read).openClaims.isEmpty)
    #expect(read.count == sent)
  }

  @Test func `of plans only those for open due dates are read, and everything else`() async throws {
    var scene = try scene("A")
    try scene.office.owe("B", due: "2025-05-15")
    _ = try await scene.texts("2025-05-14")
    try snooze("A", until: "2025-06-30", in: scene)
    let all = try scene.outbox.read().rows
    func isPlan(_ row: OutboxRow) -> Bool { if case .planned = row.event { true } else { false } }
    for (year, due, plans) in [
      (2025, ["2025-05-14", "2025-05-15"], 2), (2025, ["2025-05-14"], 1), (2025, [], 0),
      (2026, ["2025-05-15"], 1), (2026, ["2025-05-16"], 0),
    ] {
      let file = try scene.outbox.lock(year: year, for: Set(due.map { try day($0) }))
      let read = try scene.outbox.read(with: file)
      #expect(read.count(where: isPlan) == plans)
      #expect(read.filter { !isPlan($0) } == all.filter { !isPlan($0) })
    }
  }

  @Test func `what is overdue for years is not told anew, nor is the reader new`() async throws {
    var scene = try ReminderScene()
    scene.office.daysOff = []
    scene.office.coveredYears = Array(2020...2027)
    try scene.office.owe("TUA", due: "2021-05-14")
    #expect(try await scene.texts("2021-05-28").count == 3)
    #expect(try await scene.texts("2024-05-28").isEmpty)
    try scene.office.row(.submitted, "TUA", "2024-05-29")
    try scene.office.owe("BARU", due: "2026-05-14")
    let texts = try await scene.texts("2026-05-14")
    #expect(texts.count == 1)
    #expect(texts.first?.contains("yang pertama") == false)
  }

  // MARK: - What is said of runs

  func findings(_ scene: ReminderScene, on date: String) throws -> [String] {
    try ReminderCheck.findings(
      scene.outbox, scene.office.settings, asOf: day(date), scene.office.definitions().workingDays
    ).map(\.what)
  }

  @Test func `days without a run are told from days on which something failed`() async throws {
    let scene = try scene("LPPD")
    scene.post.answer(.refused, .refused, .refused, .refused, .refused)
    for date in ["2025-05-14", "2025-05-15", "2025-05-16"] { try await scene.run(date) }
    let failing = try findings(scene, on: "2025-05-16")
    #expect(failing.first == "pengingat berjalan, tetapi belum pernah tanpa kegagalan")
    #expect(failing.count { $0.contains("gagal") && $0.hasPrefix("stdout untuk") } == 2)
    let runs = try scene.outbox.lastRuns(asOf: day("2025-05-16"))
    #expect(try runs.any == day("2025-05-16"))
    #expect(runs.good == nil)
    try await scene.run("2025-05-19")
    #expect(try findings(scene, on: "2025-05-20").isEmpty)
    #expect(try findings(scene, on: "2025-05-21").isEmpty)
    #expect(
      try findings(scene, on: "2025-05-22")
        == ["pengingat terakhir berhasil dijalankan 19 Mei 2025, 2 hari kerja terlewat"])
  }

  @Test func `a route that failed is forgotten after a good run`() async throws {
    let scene = try cared()
    scene.post.answer(nil, .refused)
    try await scene.run("2025-05-14")
    var without = scene
    without.office.settings = ReminderSettings(stages: [0], channels: [.terminal])
    try await without.run("2025-05-15")
    #expect(try findings(without, on: "2025-05-15").isEmpty)
  }
}
