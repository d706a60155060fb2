import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import Foundation
import Reminders
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// A year of the shipped kecamatan, day by day, with everything going wrong that can.
struct YearTests {
  /// One simulated year.
  struct Trial: CustomTestStringConvertible {
    let kecamatan: String
    let year: Int
    let seed: UInt64

    var testDescription: String { "\(kecamatan) \(year) seed \(seed)" }
  }

  /// A year of each kecamatan; `TENGGAT_REMINDER_SEEDS` asks for both years with more seeds.
  static var trials: [Trial] {
    let codes = ["35.08.09", "63.04.17", "63.05.05", "63.05.12"]
    let asked = ProcessInfo.processInfo.environment["TENGGAT_REMINDER_SEEDS"].flatMap { UInt64($0) }
    guard let asked else {
      return zip(codes, [2025, 2026, 2026, 2025]).map { Trial(kecamatan: $0, year: $1, seed: 1) }
    }
    return codes.flatMap { code in
      [2025, 2026].flatMap { year in
        (1...max(1, asked)).map { Trial(kecamatan: code, year: year, seed: $0) }
      }
    }
  }

  /// A message that a channel got.
  private struct Letter {
    let channel: String
    let message: ReminderMessage
    /// How long the outbox was then: all but the answer was written down.
    let length: Int
    let answer: YearOracle.Answer
    let hasArrived: Bool
  }

  @Test(arguments: trials)
  func `nothing is lost, doubled, or wrong on the day it is sent`(_ trial: Trial) async throws {
    var random = SplitMix64(seed: trial.seed &+ UInt64(trial.year))
    let world = try YearWorld(trial.kecamatan, trial.year, &random)
    var year = SimulatedYear(world, random)
    var today = try day("\(trial.year)-01-02")
    // Over New Year, when another file begins.
    let end = try day("\(trial.year + 1)-01-31")
    while today <= end {
      try await year.live(through: &today)
      today = today.adding(days: 1)
    }
    // The year was not an idle one.
    #expect(year.oracle.arrived.count > 300)
    #expect(year.count.kills > 5 && year.count.marked > 3 && year.count.refused > 10)
  }

  /// The world, the oracle, and what happens to them.
  private struct SimulatedYear {
    struct Count {
      var kills = 0
      var marked = 0
      var refused = 0
    }

    let world: YearWorld
    var oracle: YearOracle
    var random: SplitMix64
    var count = Count()
    private var outageDays = 0
    private var deadDays = 0
    private var backup: (year: Int, bytes: [UInt8], books: YearOracle.Books)?

    init(_ world: YearWorld, _ random: SplitMix64) {
      self.world = world
      self.random = random
      oracle = YearOracle(world)
    }

    private mutating func chance(_ percent: Int) -> Bool {
      Int.random(in: 0..<100, using: &random) < percent
    }

    /// One day: none, one or more runs.
    mutating func live(through today: inout CivilDate) async throws {
      if outageDays > 0 {
        outageDays -= 1
        return
      }
      if chance(4) { outageDays = Int.random(in: 1...9, using: &random) }
      deadDays = deadDays > 0 ? deadDays - 1 : chance(4) ? Int.random(in: 1...6, using: &random) : 0
      if !world.isWorked(today), !chance(25) { return }
      if chance(2), today.parts.month > 1 || today.parts.day > 3 {
        // The clock is a day behind.
        try await run(at: time(today.adding(days: -1), 12 * 3600))
      }
      var second = Int.random(in: 0..<12, using: &random) * 3600
      for _ in 0..<(chance(12) ? 3 : 1) {
        let now = time(today, second)
        try await run(at: now)
        if chance(8) { try await run(at: time(today, second + 1)) }
        second += Int.random(in: 300...14_000, using: &random)
      }
      try turnBack(today)
    }

    /// Keeps a copy of the outbox, or puts the last one back.
    private mutating func turnBack(_ today: CivilDate) throws {
      let name = "pengingat/\(today.year).csv"
      if chance(5) { backup = (today.year, try bytes(today.year), oracle.books) }
      if chance(1), let backup, backup.year == today.year {
        try world.folder.write(backup.bytes, to: name)
        oracle.books = backup.books
        oracle.forgetSince()
      }
    }

    private func time(_ date: CivilDate, _ second: Int) -> ClockReading {
      ClockReading(date: date, secondOfDay: second, secondsFromUTC: 25_200)
    }

    private func bytes(_ year: Int) throws -> [UInt8] {
      try FileSystem.live.read(world.folder.filePath.appending("pengingat/\(year).csv")) ?? []
    }

    /// Mends a file that was cut, and clears away what was put aside.
    private func mend(_ outbox: Outbox, _ year: Int) throws {
      do { _ = try outbox.lock(year: year) }
      for name in try world.folder.names("pengingat") where name.contains("sisa") {
        try FileManager.default.removeItem(atPath: world.folder.path(of: "pengingat/\(name)"))
      }
    }

    /// One run, which may be killed at any byte that it writes.
    private mutating func run(at now: ClockReading) async throws {
      let outbox = Outbox(workspace: world.folder.filePath, files: .unsynced)
      // What an earlier kill left is mended first, so that it is known where this run begins.
      let isTorn = try bytes(now.date.year).last.map { $0 != UInt8(ascii: "\n") } ?? false
      if isTorn { try mend(outbox, now.date.year) }
      let start = try bytes(now.date.year).count
      let active = world.active(on: now.date)
      let (run, assessments) = world.run(active, at: now)
      let keys = oracle.keys(active, assessments, on: now.date)
      let expected = oracle.expected(keys, at: now)
      let letters = Mutex<[Letter]>([])
      var answers = answers(expected.count + 4)
      let isDead = deadDays > 0
      let folder = world.folder
      let report = try await run.run(outbox) { channel, message in
        let length =
          (try? FileSystem.live.read(
            folder.filePath.appending("pengingat/\(now.date.year).csv")))??.count ?? 0
        let answer = answers.popLast() ?? (.sent, true)
        let (said, arrives) = isDead && channel.name == "surel" ? (.refused, false) : answer
        letters.withLock {
          $0.append(
            Letter(
              channel: channel.name, message: message, length: length, answer: said,
              hasArrived: arrives))
        }
        switch said {
        case .sent: return nil
        case .refused: return DeliveryFailure(reason: "ditolak")
        case .unsure: return DeliveryFailure(reason: "waktu habis", isOutcomeUnknown: true)
        }
      }
      #expect(try outbox.read().findings.isEmpty)
      if !world.isWorked(now.date) { #expect(report.outcome == .quiet) }
      let written = try bytes(now.date.year)
      var end = written.count
      if chance(6), start < end {
        end = Int.random(in: start..<end, using: &random)
        try world.folder.write(written[..<end], to: "pengingat/\(now.date.year).csv")
        count.kills += 1
      }
      try check(letters.withLock { $0 }, expected, at: now, killedAt: end, of: written)
      if end >= written.count - 1 { oracle.books.lastRun = now.date }
      if report.outcome == .good, end == written.count {
        let told = Set(expected.flatMap(\.keys)).union(oracle.books.delivered)
        let held = keys.filter { oracle.books.told[$0.person]?.contains(now.date) == true }
        #expect(keys.subtracting(held).isSubset(of: told), "lost on \(now)")
        #expect(Set(expected.flatMap(\.keys)).isSubset(of: oracle.arrived), "lost on \(now)")
      }
    }

    private mutating func answers(_ count: Int) -> [(YearOracle.Answer, Bool)] {
      (0..<count).map { _ in
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<5: (.refused, false)
        case 5..<7: (.unsure, true)
        case 7..<9: (.unsure, false)
        default: (.sent, true)
        }
      }
    }

    /// Compares what went out with what had to, and takes down what the outbox knows of it.
    private mutating func check(
      _ letters: [Letter], _ expected: [YearOracle.Expected], at now: ClockReading,
      killedAt end: Int, of written: [UInt8]
    ) throws {
      #expect(
        letters.map(\.message.person).sorted() == expected.map { oracle.name($0.person) }.sorted(),
        "on \(now)")
      for letter in letters {
        let message = letter.message
        guard let own = expected.first(where: { oracle.name($0.person) == message.person })
        else { continue }
        let text = message.text.split(separator: "\nCATATAN MESIN\n")[0]
        #expect(text == own.text, "on \(now)")
        #expect(message.isMaybeRepeated == (own.repeated != nil), "on \(now)")
        if let repeated = own.repeated {
          #expect(message.id == repeated)
          count.marked += 1
        } else {
          #expect(!oracle.books.sentIDs.contains(message.id))
          #expect(!oracle.books.open.contains { $0.id == message.id })
        }
        #expect(letter.channel == channel(own.person))
        // The claim ends with a comma and a line end; what lacks only the latter is a whole row.
        guard end >= letter.length - 1 else { break }
        let row = written[letter.length...].prefix { $0 != UInt8(ascii: "\n") }
        let comma = row.lastIndex(of: UInt8(ascii: ",")) ?? row.endIndex
        let isAnswered = end > comma
        let wasHanded = end > letter.length || (end == letter.length && chance(50))
        oracle.note(own, message.id, isAnswered ? letter.answer : nil, at: now)
        if letter.answer == .refused { count.refused += 1 }
        if wasHanded, letter.hasArrived {
          oracle.noteArrival(own, isMarked: message.isMaybeRepeated)
        }
      }
    }

    private func channel(_ person: String) -> String {
      switch person {
      case "camat", "sekcam": "surel"
      case _ where person.contains("."): "kabar"
      default: "stdout"
      }
    }
  }
}
