import ComplianceModel
import Foundation
import LedgerStore
import Synchronization
import TestSupport
import Testing

/// What readers and writers know of each other.
private final class Course: Sendable {
  private let state = Mutex((isOver: false, readings: 0))

  /// Whether the last writer is done.
  var isOver: Bool { state.withLock { $0.isOver } }

  /// How often the ledger was read.
  var readings: Int { state.withLock { $0.readings } }

  func end() { state.withLock { $0.isOver = true } }

  func countReading() { state.withLock { $0.readings += 1 } }
}

/// Many programs write to one ledger while others read it.
struct ManyWritersTests {
  /// What the writers did.
  private struct Work: Sendable {
    /// The notes of rows that were acknowledged.
    var notes: [String] = []
    /// How often a writer was told that it waited too long.
    var refusals = 0
  }

  private static let writers = 16
  private static let readers = [
    "jadwal", "kepatuhan --tahun 2026", "periksa buku", "jadwal --json",
  ]

  @Test func `sixteen writers lose no row and four readers see no fault`()
    async throws
  {
    let rows = Torture.count(5, long: 500)
    let office = try await TestOffice.founded()
    try await office.do("catat LKIP 2025 --catatan awal")
    let course = Course()
    let work = try await withThrowingTaskGroup(of: Work?.self, returning: Work.self) { group in
      for reader in ManyWritersTests.readers {
        group.addTask {
          while !course.isOver {
            let run = try await office.run(reader)
            #expect(run.exitCode == 0, "\(reader): \(run.errorText)")
            #expect(run.errorText.isEmpty, "\(reader): \(run.errorText)")
            course.countReading()
          }
          return nil
        }
      }
      for writer in 1...ManyWritersTests.writers {
        group.addTask { try await ManyWritersTests.write(rows, as: writer, in: office) }
      }
      var work = Work()
      var ended = 0
      for try await part in group {
        guard let part else { continue }
        work.notes += part.notes
        work.refusals += part.refusals
        ended += 1
        if ended == ManyWritersTests.writers { course.end() }
      }
      return work
    }
    let total = ManyWritersTests.writers * rows
    #expect(work.notes.count == total)
    let ledger = try #require(try office.ledger())
    #expect(ledger.findings.allSatisfy { $0.severity == .remark }, "\(ledger.findings)")
    #expect(ledger.firstBrokenRow == nil && ledger.tornTail == nil)
    #expect(ledger.rowCount == total + 1)
    let notes = ledger.events.compactMap { ledger.row($0.row.number)?.entry.note }
    #expect(Set(notes) == Set(work.notes + ["awal"]))
    #expect(notes.count == total + 1)
    Torture.report(
      "\(ManyWritersTests.writers) penulis x \(rows) baris: \(ledger.rowCount - 1) baris, rantai utuh; "
        + "\(course.readings) pembacaan tanpa galat; \(work.refusals) kali diminta mencoba lagi")
  }

  /// One writer: it repeats what was refused because it waited too long.
  private static func write(
    _ rows: Int, as writer: Int, in office: TestOffice
  ) async throws -> Work {
    var work = Work()
    for turn in 1...rows {
      let note = "\(writer)-\(turn)"
      while true {
        let run = try await office.run(["catat", "LKIP", "2025", "--catatan", note])
        if run.exitCode == 75 {
          work.refusals += 1
          continue
        }
        try #require(run.exitCode == 0, "\(run.errorText)")
        work.notes.append(note)
        break
      }
    }
    return work
  }

  private static let canHold = FileManager.default.isExecutableFile(atPath: "/usr/bin/flock")

  /// Starts a process that holds the lock of the ledger, and waits until it does.
  private func holder(of office: TestOffice) throws -> pid_t {
    let process = try Victim.start(
      ["/usr/bin/flock", "--no-fork", office.ledgerPath(), "/bin/sleep", "60"],
      environment: [:])
    let file = open(office.ledgerPath(), O_RDONLY | O_CLOEXEC)
    defer { close(file) }
    while flock(file, LOCK_EX | LOCK_NB) == 0 {
      flock(file, LOCK_UN)
      usleep(5_000)
    }
    return process
  }

  @Test(.enabled(if: canHold)) func `the lock of a writer that is killed does not stay`()
    async throws
  {
    let office = try await TestOffice.founded()
    try await office.do("catat LKIP 2025")
    let process = try holder(of: office)
    async let waiting = office.run("catat LKAT 2025")
    // Long enough for most runs of the program to come to the lock; none may fail in either case.
    try await Task.sleep(for: .milliseconds(300))
    kill(process, SIGKILL)
    #expect(Victim.wait(for: process) == .killed)
    let run = try await waiting
    #expect(run.exitCode == 0, "\(run.errorText)")
    #expect(try office.ledger()?.rowCount == 2)
  }

  // The short form of it is a command's own test: it takes the ten seconds of a writer's patience.
  @Test(.enabled(if: canHold && Torture.isLong)) func `waiting for the lock is bounded`()
    async throws
  {
    let office = try await TestOffice.founded()
    try await office.do("catat LKIP 2025")
    let before = try office.records()
    let process = try holder(of: office)
    let begin = ContinuousClock.now
    let runs = try await withThrowingTaskGroup(of: ProgramRun.self) { group in
      for _ in 1...8 { group.addTask { try await office.run("catat LKAT 2025") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let time = begin.duration(to: .now)
    kill(process, SIGKILL)
    #expect(Victim.wait(for: process) == .killed)
    #expect(runs.map(\.exitCode) == Array(repeating: 75, count: 8))
    // They give up; how soon is theirs to say, not a busy machine's.
    #expect(time < .seconds(600))
    #expect(try office.records() == before)
    Torture.report("8 penulis menunggu kunci yang ditahan: kode 75 sesudah \(time)")
  }
}
