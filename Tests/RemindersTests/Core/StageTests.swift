import CivilCalendar
import Compliance
import ComplianceModel
import Reminders
import Synchronization
import TestSupport
import Testing

@Suite struct `the days of stages` {
  private static func calendar(
    _ daysOff: [String] = ReminderOffice.daysOff, weeks: [WorkingWeek] = [],
    covered: [Int] = [2024, 2025, 2026]
  ) throws -> WorkingDayCalendar {
    WorkingDayCalendar(
      coveredYears: covered,
      holidays: try daysOff.map {
        Holiday(date: try day($0), name: "libur", kind: .national, decree: "SKB")
      }, weeks: weeks)
  }

  @Test(arguments: [
    (-30, "2025-02-25"), (-7, "2025-03-20"), (-3, "2025-03-24"), (-1, "2025-03-26"),
    (0, "2025-03-27"), (1, "2025-04-08"), (7, "2025-04-08"), (14, "2025-04-14"),
  ])
  func `what is due within Lebaran 2025 is told of before it, and called late after it`(
    _ stage: Int, _ expected: String
  ) throws {
    let days = StageDays(try Self.calendar(), countsWorkingDays: false)
    #expect(try days.day(of: stage, due: try day("2025-03-31")) == day(expected))
  }

  @Test(arguments: [(-1, "2025-03-26"), (-5, "2025-03-20"), (1, "2025-04-08"), (2, "2025-04-09")])
  func `counted in working days, days off do not count`(
    _ stage: Int, _ expected: String
  ) throws {
    let days = StageDays(try Self.calendar(), countsWorkingDays: true)
    #expect(try days.day(of: stage, due: try day("2025-03-31")) == day(expected))
  }

  @Test func `a stage that falls on a day off gives way to the working day before`() throws {
    let days = StageDays(try Self.calendar([]), countsWorkingDays: false)
    // Monday less one day is Sunday.
    #expect(try days.day(of: -1, due: try day("2025-05-19")) == day("2025-05-16"))
    #expect(try days.day(of: -1, due: try day("2025-05-20")) == day("2025-05-19"))
    // Friday and one day is Saturday.
    #expect(try days.day(of: 1, due: try day("2025-05-16")) == day("2025-05-19"))
    #expect(try days.day(of: 1, due: try day("2025-05-15")) == day("2025-05-16"))
  }

  @Test func `without a list of holidays the plain day is taken`() throws {
    let days = StageDays(try Self.calendar([], covered: []), countsWorkingDays: true)
    #expect(try days.day(of: -1, due: try day("2025-05-19")) == day("2025-05-18"))
    #expect(try days.day(of: 1, due: try day("2025-05-16")) == day("2025-05-17"))
  }

  @Test func `the latest stage is the last one whose day has come`() throws {
    let days = StageDays(try Self.calendar(), countsWorkingDays: false)
    let due = try day("2025-03-31")
    func latest(_ date: String) throws -> Int? {
      days.latest(of: ReminderSettings.usualStages, due: due, on: try day(date))
    }
    #expect(try latest("2025-02-24") == nil)
    #expect(try latest("2025-02-25") == -30)
    #expect(try latest("2025-03-26") == -1)
    #expect(try latest("2025-03-27") == 0)
    #expect(try latest("2025-04-07") == 0)
    // H+1 and H+7 fall on one day: only the later one is told.
    #expect(try latest("2025-04-08") == 7)
    #expect(try latest("2025-04-11") == 7)
    #expect(try latest("2025-04-14") == 14)
    #expect(days.latest(of: [], due: due, on: try day("2025-04-14")) == nil)
  }

  @Test func `a stage is past without a count once a year of days off would not move it further`()
    throws
  {
    let due = try day("2024-01-31")
    for (stage, days) in [(1, 369), (7, 387), (0, 0), (-7, -7)] {
      #expect(!StageDays.isPast(stage, of: due, on: due.adding(days: days - 1)), "\(stage)")
      #expect(StageDays.isPast(stage, of: due, on: due.adding(days: days)), "\(stage)")
    }
  }

  @Test(arguments: [("2024-02-02", [2024]), ("2026-11-20", [])])
  func `what has been overdue for years asks for no holidays of its year`(
    _ today: String, _ asked: [Int]
  ) throws {
    let years = Mutex<[Int]>([])
    let calendar = WorkingDayCalendar(weeks: []) { year in
      years.withLock { $0.append(year) }
      return []
    }
    let days = StageDays(calendar, countsWorkingDays: true)
    let latest = days.latest(of: [-7, 1], due: try day("2024-01-31"), on: try day(today))
    #expect(latest == 1)
    #expect(years.withLock { $0 } == asked)
  }

  // MARK: - Against a count day by day

  /// Steps day by day, with a plain set of days off.
  private struct Naive {
    let daysOff: Set<CivilDate>
    let week: Int

    func isWorked(_ date: CivilDate) -> Bool {
      date.weekday.rawValue <= week && !daysOff.contains(date)
    }

    func day(of stage: Int, due: CivilDate, working: Bool) -> CivilDate {
      var date = due
      let step = stage > 0 ? 1 : -1
      if stage <= 0 { while !isWorked(date) { date = date.adding(days: -1) } }
      var left = abs(stage)
      while left > 0 {
        date = date.adding(days: step)
        if !working || isWorked(date) { left -= 1 }
      }
      while !isWorked(date) { date = date.adding(days: step) }
      return date
    }
  }

  @Test(arguments: [5, 6], [false, true])
  func `agree with a count day by day`(_ week: Int, _ working: Bool) throws {
    var random = SplitMix64(seed: UInt64(week * 2 + (working ? 1 : 0)))
    let start = try day("2025-01-01")
    for _ in 0..<20 {
      var daysOff: [CivilDate] = []
      while daysOff.count < 30 {
        let first = start.adding(days: Int.random(in: 0..<365, using: &random))
        daysOff += (0..<Int.random(in: 1...8, using: &random)).map { first.adding(days: $0) }
      }
      let calendar = WorkingDayCalendar(
        coveredYears: 2023...2027,
        holidays: daysOff.map {
          Holiday(date: $0, name: "libur", kind: .national, decree: "SKB")
        },
        weeks: [
          WorkingWeek(days: week == 5 ? .five : .six, since: try day("2019-01-01"))
        ])
      let days = StageDays(calendar, countsWorkingDays: working)
      let naive = Naive(daysOff: Set(daysOff), week: week)
      for _ in 0..<10 {
        let due = start.adding(days: Int.random(in: 0..<365, using: &random))
        let stages = Set((0..<6).map { _ in Int.random(in: -40...20, using: &random) }).sorted()
        for stage in stages {
          let expected = naive.day(of: stage, due: due, working: working)
          #expect(days.day(of: stage, due: due) == expected, "\(stage) of \(due)")
          #expect(stage <= 0 || expected > due)
        }
        for _ in 0..<10 {
          let today = due.adding(days: Int.random(in: -60...30, using: &random))
          let expected = stages.last { naive.day(of: $0, due: due, working: working) <= today }
          #expect(days.latest(of: stages, due: due, on: today) == expected)
        }
      }
    }
  }
}

@Suite struct `how stages are written` {
  @Test(arguments: [
    ("H", 0), ("h", 0), ("H-7", -7), ("H+1", 1), ("h+14", 14), ("H-366", -366), ("H+366", 366),
  ])
  func `H with a number of days`(_ text: String, _ stage: Int) {
    #expect(ReminderSettings.stage(text) == stage)
    #expect(ReminderSettings.text(of: stage) == text.uppercased())
  }

  @Test(arguments: [
    "", "7", "-7", "H7", "H 7", "H-", "H+", "H-0", "H+0", "H-367", "H+367", "H--1", "H++1", "H+-1",
    "H-+1", "H-1,5", "HH", "H-satu", "D-7",
  ])
  func `anything else is none`(_ text: String) { #expect(ReminderSettings.stage(text) == nil) }

  @Test func `a report's own stages replace the usual ones, whatever the case of its code`() {
    let settings = ReminderSettings(stages: [0, -7], stagesByReport: ["lppd": [1, -14]])
    #expect(settings.stages(of: "LPPD") == [-14, 1])
    #expect(settings.stages(of: "LKIP") == [-7, 0])
  }

  @Test func `a look ahead reaches every stage, through feasts and through working days`() throws {
    let due = try day("2025-04-07")
    let off = try (ReminderOffice.daysOff + ["2025-02-24", "2025-02-25", "2025-02-26"]).map {
      Holiday(date: try day($0), name: "libur", kind: .national, decree: "SKB")
    }
    let calendar = WorkingDayCalendar(coveredYears: 2024...2026, holidays: off, weeks: [])
    for working in [false, true] {
      let settings = ReminderSettings(countsWorkingDays: working)
      let days = StageDays(calendar, countsWorkingDays: working)
      let first = days.day(of: -30, due: due)
      #expect(first.days(to: due) > 40)
      #expect(first.days(to: due) <= settings.longestLead)
    }
    #expect(ReminderSettings(stages: [1]).longestLead == 0)
  }
}

@Suite struct `quiet hours` {
  @Test func `begin with their first minute and end before their last`() {
    let hours = ReminderSettings.QuietHours(from: 12 * 60, to: 13 * 60)
    #expect(!hours.contains(minute: 12 * 60 - 1))
    #expect(hours.contains(minute: 12 * 60))
    #expect(hours.contains(minute: 13 * 60 - 1))
    #expect(!hours.contains(minute: 13 * 60))
  }

  @Test func `may run over midnight`() {
    let hours = ReminderSettings.QuietHours(from: 20 * 60, to: 6 * 60)
    #expect(!hours.contains(minute: 20 * 60 - 1))
    #expect(hours.contains(minute: 20 * 60))
    #expect(hours.contains(minute: 1439))
    #expect(hours.contains(minute: 0))
    #expect(hours.contains(minute: 6 * 60 - 1))
    #expect(!hours.contains(minute: 6 * 60))
  }

  @Test func `silence a run, and so do days off, unless the office says otherwise`()
    async throws
  {
    var scene = try ReminderScene()
    func outcome(_ date: String, at time: String = "08:00") async throws -> OutboxRow.Outcome {
      try await scene.run(date, at: time).outcome
    }
    #expect(try await outcome("2025-03-27") == .good)
    #expect(try await outcome("2025-03-28") == .quiet)
    #expect(try await outcome("2025-03-29") == .quiet)
    scene.office.settings = ReminderSettings(
      isQuietOnDaysOff: false, quietHours: ReminderSettings.QuietHours(from: 1200, to: 360))
    #expect(try await outcome("2025-03-29") == .good)
    #expect(try await outcome("2025-03-29", at: "20:00") == .quiet)
    #expect(try await outcome("2025-03-27", at: "05:59") == .quiet)
    #expect(try await outcome("2025-03-27", at: "06:00") == .good)
  }

  @Test func `of a day that only had quiet hours nothing counts as a run`() async throws {
    var scene = try ReminderScene()
    scene.office.daysOff = []
    scene.office.settings = ReminderSettings(
      quietHours: ReminderSettings.QuietHours(from: 0, to: 9 * 60))
    try scene.office.owe("LPPD", due: "2025-05-14")
    #expect(try await !scene.run("2025-05-14", at: "08:00").isCounted)
    #expect(try scene.outbox.read().rows.isEmpty)
    #expect(try await scene.run("2025-05-14", at: "09:00").isCounted)
    #expect(scene.post.letters.count == 1)
    // A quiet day has nothing to be done, whatever the hour.
    #expect(try await scene.run("2025-05-17", at: "08:00").isCounted)
  }

  @Test func `where the holidays of a year are not known only weekends are days off`()
    async throws
  {
    var scene = try ReminderScene()
    scene.office.coveredYears = []
    #expect(try await scene.run("2025-03-28").outcome == .good)
    #expect(try await scene.run("2025-03-29").outcome == .quiet)
  }
}
