import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import Reminders
import Synchronization
import TestSupport
import Testing

/// One kecamatan with three desa in the year of Lebaran 2025, built in code.
struct ReminderOffice {
  static let code = "63.05.12"
  static let villages = ["63.05.12.2001", "63.05.12.2002", "63.05.12.2003"]
  /// The days off around Lebaran 2025, weekends left out.
  static let daysOff = [
    "2025-03-28", "2025-03-31", "2025-04-01", "2025-04-02", "2025-04-03", "2025-04-04",
    "2025-04-07",
  ]

  var code = ReminderOffice.code
  var name = "Hatungun"
  var villages = ReminderOffice.villages
  var codes = CodeTable()
  var reports: [Report] = []
  var obligations: [Obligation] = []
  var rows: [LedgerEvent] = []
  var officials: [Official] = []
  var watch = Watch.everything
  /// As usual, but without the summary of the week, which has tests of its own.
  var settings = ReminderSettings(isWeekly: false)
  var daysOff = ReminderOffice.daysOff
  var coveredYears: [Int] = [2024, 2025, 2026]

  /// Adds a report that the office, or with desa each of these, owes once.
  mutating func owe(
    _ code: String, _ period: String = "2024", due: String?, by role: String = "kasi-pem",
    of units: [String] = [ReminderOffice.code], after gate: String? = nil
  ) throws {
    let isVillage = units != [self.code]
    let report = codes.intern(code)
    reports.append(
      Report(
        code: report, name: code, aliases: [], level: isVillage ? .village : .office,
        nature: .account, length: .year, yearOffset: 0, responsible: codes.intern(role),
        recipient: nil, note: nil, isOwed: true, units: nil, layers: [], background: [],
        gates: gate.map {
          [Gate(ordinals: nil, report: codes.intern($0), relation: .sameYear)]
        } ?? [], perEvent: nil, term: nil, deciding: nil, leadDays: nil))
    for unit in units {
      obligations.append(
        Obligation(
          id: Obligation.ID(
            report: report, unit: try region(unit), period: try TestSupport.period(period)),
          due: try due.map { try day($0) }, rule: nil))
    }
  }

  /// Appends a row of the ledger; received on its day unless given.
  mutating func row(
    _ kind: LedgerEvent.Kind, _ code: String, _ date: String, received: String? = nil,
    _ period: String = "2024", of unit: String = ReminderOffice.code
  ) throws {
    rows.append(
      LedgerEvent(
        row: LedgerEvent.RowID(year: 2025, number: rows.count + 1), kind: kind,
        unit: try region(unit), subject: codes.intern(code),
        period: try TestSupport.period(period), date: try day(date),
        received: try day(received ?? date), recorded: try day(received ?? date)))
  }

  /// Adds an officer.
  mutating func appoint(
    _ role: String, _ name: String, since: String = "2020-01-01", _ contacts: [String: String] = [:]
  ) throws {
    officials.append(
      Official(
        role: role, name: name, employeeNumber: nil, since: try day(since), contacts: contacts))
  }

  func definitions() throws -> Definitions {
    let names = ["Tarungin", "Matang Batas", "Burakai"]
    let members = try zip(villages, names).map {
      Unit(code: try region($0), name: $1)
    }
    return Definitions(
      kecamatan: Kecamatan(
        province: nil, regency: nil,
        unit: Unit(code: try region(code), name: name), members: members),
      office: Office(
        zone: .wita, calendars: [], weeks: [], officials: officials, watch: watch,
        deciding: .first, leadDays: 14, reminders: settings),
      calendar: ReportCalendar(codes: codes, reports: reports, events: []),
      workingDays: WorkingDayCalendar(
        coveredYears: coveredYears,
        holidays: try daysOff.map {
          Holiday(date: try day($0), name: "libur", kind: .national, decree: "SKB")
        }, weeks: []))
  }

  func assessments(on date: String) throws -> [Assessment] {
    Judge(try definitions(), History(rows), asOf: try day(date)).assess(obligations)
  }

  /// A run at a time of a day, eight o'clock unless told otherwise.
  func run(
    _ date: String, at time: String = "08:00", waiting: [String] = [], impatient: Bool = false
  ) throws -> ReminderRun {
    ReminderRun(
      [ReminderRun.Office(try definitions(), try assessments(on: date), today: try day(date))],
      settings,
      at: try instant(date, at: time), waiting: waiting, impatient: impatient
    ) { "Jabatan \($0)" }
  }

  /// The digests of a day where nothing was told before.
  func digests(_ date: String) throws -> [Digest] {
    try ReminderForecast(run(date), days: 1, after: []).days.flatMap(\.digests)
  }

  /// Who is told of which stage: `kasi-pem LPPD H-1`.
  func told(_ date: String) throws -> [String] {
    try digests(date).flatMap { digest in
      digest.keys.compactMap { key in
        guard case .stage(let stage) = key.subject else { return nil }
        let text = ReminderSettings.text(of: stage.stage)
        return "\(key.person) \(stage.report) \(text)"
      }
    }
  }
}

/// A time of a day in WITA.
func instant(_ date: String, at time: String = "08:00") throws -> ClockReading {
  try #require(ClockReading("\(date)T\(time):00+08:00"))
}

/// A channel that answers as it is told, and keeps what it got.
final class Post: Sendable {
  struct Letter: Sendable {
    let channel: String
    let message: ReminderMessage
  }

  private let state = Mutex<(letters: [Letter], failures: [DeliveryFailure?])>(([], []))

  /// All that it got, whatever it answered.
  var letters: [Letter] { state.withLock { $0.letters } }

  /// The texts since the last call.
  func take() -> [Letter] {
    state.withLock { state in
      defer { state.letters = [] }
      return state.letters
    }
  }

  /// Answers the next messages; after them all goes well.
  func answer(_ failures: DeliveryFailure?...) { state.withLock { $0.failures = failures } }

  func send(_ channel: ChannelSettings, _ message: ReminderMessage) -> DeliveryFailure? {
    state.withLock { state in
      state.letters.append(Letter(channel: channel.name, message: message))
      return state.failures.isEmpty ? nil : state.failures.removeFirst()
    }
  }
}

extension FileSystem {
  /// The kernel's files without the waits for the disk, for tests that write thousands of them.
  static let unsynced: FileSystem = {
    var calls = SystemCalls.live
    calls.sync = { _ in }
    calls.syncData = { _ in }
    return FileSystem(calls: calls)
  }()
}

extension DeliveryFailure {
  static let refused = DeliveryFailure(reason: "ditolak")
  static let forPerson = DeliveryFailure(reason: "bot diblokir", needsPerson: true)
  static let unknown = DeliveryFailure(reason: "waktu habis", isOutcomeUnknown: true)
}

/// An office with an outbox in a folder.
struct ReminderScene {
  var office = ReminderOffice()
  let folder: TemporaryFolder
  let post = Post()

  init() throws { folder = try TemporaryFolder() }

  var outbox: Outbox { Outbox(workspace: folder.filePath) }

  var state: OutboxState { get throws { OutboxState(try outbox.read().rows) } }

  /// Runs; where the outbox shows beforehand that there is nothing to do, the run must find that too.
  @discardableResult
  func run(
    _ date: String, at time: String = "08:00", files: FileSystem = .unsynced,
    waiting: [String] = [], impatient: Bool = false, patience: Duration = .seconds(10)
  ) async throws -> ReminderRun.Report {
    let run = try office.run(date, at: time, waiting: waiting, impatient: impatient)
    let outbox = Outbox(workspace: folder.filePath, files: files)
    let done = try run.reportWhenDone(outbox).map { ($0, try outbox.read().rows) }
    let sent = post.letters.count
    let report = try await run.run(outbox, waiting: patience) { post.send($0, $1) }
    if let (expected, rows) = done {
      #expect(report.outcome == expected.outcome && report.isCounted == expected.isCounted)
      #expect(report.failures + report.doubts + report.refusals == [])
      #expect(post.letters.count == sent)
      #expect(try outbox.read().rows == rows)
    }
    return report
  }

  /// Runs and gives the texts that went out.
  func texts(_ date: String, at time: String = "08:00") async throws -> [String] {
    try await run(date, at: time)
    return post.take().map(\.message.text)
  }
}
