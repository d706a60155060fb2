import ComplianceModel
import DurableFiles
import LedgerStore
import TestSupport
import Testing

/// Runs of one command that are killed at random moments, and what must hold after each.
struct KillTrial {
  /// How much of what a killed run was to write is in the ledger.
  enum Trace: Hashable {
    case nothing, part, everything
  }

  /// The command, for messages.
  let name: String
  /// How many runs share a workspace.
  let runsPerOffice: Int
  /// The day that counts as today.
  var today = TestOffice.today
  /// Lays out what a run takes in, and gives its arguments.
  let prepare: (_ office: TestOffice, _ run: Int) throws -> [String]
  /// Holds the ledger against a run, and says how much of the run is in it.
  let check: (_ office: TestOffice, _ ledger: LedgerFile?, _ run: Int) throws -> Trace
  /// What else must hold once no run is killed any more.
  var finish: (TestOffice) async throws -> Void = { _ in }

  /// What was seen.
  private struct Tally {
    var before = 0
    var within = 0
    var after = 0
    var acknowledged = 0
    var tornTails = 0
    var leftovers = 0
  }

  /// Kills a number of runs.
  func kill(_ count: Int) async throws {
    var random = Torture.generator(name)
    var tally = Tally()
    var span: Duration?
    var run = 0
    while run < count {
      let office = try await TestOffice.founded()
      let time = try unharmed(office, run: -1)
      var life = span ?? time
      var acknowledged: [Int] = [-1]
      for _ in 0..<min(runsPerOffice, count - run) {
        try one(office, run, &life, &acknowledged, &tally, &random)
        run += 1
      }
      span = life
      try expectAll(acknowledged, office)
      _ = try unharmed(office, run: run)
      try expectAll(acknowledged + [run], office)
      let check = try await office.run("periksa", on: today)
      #expect(check.exitCode == 0, "\(name), benih \(Torture.seed): \(check.errorText)")
      try await finish(office)
      tally.leftovers += office.files(in: "dokumen").count {
        $0.contains(FileSystem.temporaryPrefix)
      }
    }
    // The delays are spread over the whole run: some must die on each side of the write.
    #expect(tally.before > 0, "\(name), benih \(Torture.seed): \(tally)")
    #expect(
      tally.within + tally.after + tally.acknowledged > 0,
      "\(name), benih \(Torture.seed): \(tally)")
    Torture.report(
      "\(name): \(count) kali kill -9; \(tally.before) mati sebelum menulis, "
        + "\(tally.within) di tengah, \(tally.after) sesudah menulis, "
        + "\(tally.acknowledged) selesai lebih dahulu; \(tally.tornTails) ekor terputus, "
        + "\(tally.leftovers) berkas sementara tertinggal")
  }

  /// Lets a run end by itself, and tells how long it took.
  private func unharmed(_ office: TestOffice, run: Int) throws -> Duration {
    let line = [Torture.program] + (try prepare(office, run))
    let begin = ContinuousClock.now
    let ending = try Victim.run(
      line, environment: office.environment(on: today), killedAfter: nil)
    #expect(ending == .exited(0), "\(name), run \(run), benih \(Torture.seed)")
    return begin.duration(to: .now)
  }

  private func one(
    _ office: TestOffice, _ run: Int, _ life: inout Duration, _ acknowledged: inout [Int],
    _ tally: inout Tally, _ random: inout SplitMix64
  ) throws {
    let line = [Torture.program] + (try prepare(office, run))
    // Half of the delays lie anywhere in the run, half in its last part, where the writing is.
    let start = Bool.random(using: &random) ? 0.0 : 0.6
    let delay = life * Double.random(in: start...1.1, using: &random)
    let ending = try Victim.run(
      line, environment: office.environment(on: today), killedAfter: delay)
    let ledger = try soundLedger(office, run)
    if ledger?.tornTail != nil { tally.tornTails += 1 }
    let trace = try check(office, ledger, run)
    switch ending {
    case .exited(let code):
      #expect(code == 0, "\(name), run \(run), benih \(Torture.seed)")
      #expect(trace == .everything, "\(name), run \(run), benih \(Torture.seed)")
      acknowledged.append(run)
      tally.acknowledged += 1
      // The machine has become faster: the delays follow.
      life = min(life, delay / 0.9)
    case .killed:
      switch trace {
      case .nothing:
        tally.before += 1
        if delay >= life * 0.9 { life = life * 1.2 }
      case .part: tally.within += 1
      case .everything: tally.after += 1
      }
    }
  }

  /// The ledger after a kill: nothing but remarks may be found in it.
  private func soundLedger(_ office: TestOffice, _ run: Int) throws -> LedgerFile? {
    let ledger = try office.ledger(Int(today.prefix(4)) ?? 0)
    let faults = ledger?.findings.filter { $0.severity == .fault } ?? []
    #expect(faults.isEmpty, "\(name), run \(run), benih \(Torture.seed): \(faults)")
    #expect(ledger?.firstBrokenRow == nil)
    return ledger
  }

  private func expectAll(_ runs: [Int], _ office: TestOffice) throws {
    let ledger = try soundLedger(office, runs.last ?? 0)
    for run in runs {
      let trace = try check(office, ledger, run)
      #expect(trace == .everything, "\(name), run \(run), benih \(Torture.seed)")
    }
    try expectEvidence(of: ledger, in: office)
  }

  /// Every file that a row names is there with the hash that the row states.
  private func expectEvidence(of ledger: LedgerFile?, in office: TestOffice) throws {
    guard let ledger else { return }
    for event in ledger.events {
      guard let entry = ledger.row(event.row.number)?.entry, !entry.file.isEmpty else { continue }
      let bytes = try #require(try office.bytes(of: entry.file), "\(entry.file)")
      #expect(sha256(bytes) == entry.sha256)
    }
  }
}
