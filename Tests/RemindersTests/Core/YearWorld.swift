import CivilCalendar
import Compliance
import ComplianceModel
import DurableFiles
import Foundation
import Reminders
import SystemPackage
import TestSupport
import Testing
import Workspace

/// One of the shipped kecamatan with a year of submissions, returns, exemptions and extensions.
struct YearWorld {
  /// What becomes of an obligation on a day.
  enum Fact {
    case submitted, returned, exempted
    case extended(to: CivilDate)
  }

  /// One obligation with all that becomes of it.
  struct Duty {
    let obligation: Obligation
    let due: CivilDate
    let code: String
    let role: String
    let isOfVillage: Bool
    var facts: [(date: CivilDate, what: Fact)] = []

    /// Where it stands on a day, from its facts alone.
    func standing(on day: CivilDate) -> (isSettled: Bool, due: CivilDate, round: Int) {
      var (isIn, isExempt, due, round) = (false, false, due, 0)
      for fact in facts where fact.date <= day {
        switch fact.what {
        case .submitted: isIn = true
        case .returned:
          isIn = false
          round += 1
        case .exempted: isExempt = true
        case .extended(let later): due = later
        }
      }
      return (isIn || isExempt, due, round)
    }

    /// The day of the last return by a day.
    func lastReturn(by day: CivilDate) -> CivilDate? {
      facts.last { fact in
        if case .returned = fact.what { fact.date <= day } else { false }
      }?.date
    }
  }

  let folder: TemporaryFolder
  let definitions: Definitions
  let settings: ReminderSettings
  private(set) var duties: [Duty]
  private let history: History
  /// The days off of all years that are looked at, so that the oracle counts by itself.
  private let daysOff: Set<CivilDate>

  init(_ code: String, _ year: Int, _ random: inout SplitMix64) throws {
    folder = try TemporaryFolder()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let data = try ProgramData(override: root.path, executable: "/none/tenggat")
    try WorkspaceFounding(code, data: data).found(in: folder.filePath)
    let office = try folder.text(of: Workspace.officeFile)
    try folder.write(
      office.replacing("pejabat: []", with: YearWorld.officials)
        + YearWorld.reminders(code, countsWorkingDays: Bool.random(using: &random)),
      to: Workspace.officeFile)
    let workspace = try Workspace(folder.filePath, data: data)
    settings = workspace.office.reminders
    let desk = try workspace.desk(of: try #require(workspace.kecamatan.first))
    let start = try day("\(year)-01-01")
    let plan = try desk.plan((year - 1)...(year + 1), asOf: start)
    definitions = desk.definitions
    let calendar = desk.calendar
    var duties: [Duty] = []
    for obligation in plan.dated {
      guard let due = obligation.due, let report = calendar.report(obligation.id.report),
        due > start.adding(days: -45), due < start.adding(days: 430)
      else { continue }
      duties.append(
        Duty(
          obligation: obligation, due: due, code: calendar.codes[report.code],
          role: calendar.codes[report.responsible], isOfVillage: report.level == .village,
          facts: YearWorld.facts(due, &random)))
    }
    self.duties = duties
    history = History(YearWorld.events(duties))
    let working = definitions.workingDays
    daysOff = Set(
      (-400..<800).map { start.adding(days: $0) }.filter {
        (try? working.isWorkingDay($0)) == false
      })
  }

  private static let officials = """
    pejabat:
      - { jabatan: camat, nama: Camat Contoh, sejak: 2019-01-01, kontak: { surel: c@contoh.invalid } }
      - { jabatan: sekcam, nama: Plt. Contoh, sejak: 2019-01-01, kontak: { surel: s@contoh.invalid } }
    """

  private static func reminders(_ code: String, countsWorkingDays: Bool) -> String {
    """

    pengingat:
      ringkasan_mingguan: tidak
      hitungan: \(countsWorkingDays ? "kerja" : "kalender")
      saluran:
        - { nama: surel, jenis: sendmail, dari: kantor@contoh.invalid }
        - { nama: kabar, jenis: perintah, perintah: [kirim] }
      kontak_desa:
        \(code).2001: { kabar: "1" }
        \(code).2003: { kabar: "3" }

    """
  }

  /// What becomes of an obligation: most are handed in, before or after the due date; some are
  /// returned, exempted or given more time.
  private static func facts(
    _ due: CivilDate, _ random: inout SplitMix64
  ) -> [(date: CivilDate, what: Fact)] {
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    var facts: [(date: CivilDate, what: Fact)] = []
    if chance(4) {
      facts.append((due.adding(days: Int.random(in: -40...10, using: &random)), .exempted))
    }
    if chance(10) {
      let letter = due.adding(days: Int.random(in: -12...8, using: &random))
      let later = due.adding(days: Int.random(in: 5...40, using: &random))
      facts.append((letter, .extended(to: later)))
    }
    if !chance(6) {
      var day = due.adding(
        days: Int.random(in: chance(60) ? -60 ... -20 : -20...30, using: &random))
      facts.append((day, .submitted))
      while chance(20) {
        day = day.adding(days: Int.random(in: 1...15, using: &random))
        facts.append((day, .returned))
        guard !chance(10) else { break }
        day = day.adding(days: Int.random(in: 1...20, using: &random))
        facts.append((day, .submitted))
      }
    }
    return facts.sorted { $0.date < $1.date }
  }

  private static func events(_ duties: [Duty]) -> [LedgerEvent] {
    var events: [LedgerEvent] = []
    for duty in duties {
      for fact in duty.facts {
        var date = fact.date
        let kind: LedgerEvent.Kind
        switch fact.what {
        case .submitted: kind = .submitted
        case .returned: kind = .returned
        case .exempted: kind = .exempted
        case .extended(let later):
          kind = .extended
          date = later
        }
        events.append(
          LedgerEvent(
            row: LedgerEvent.RowID(year: fact.date.year, number: events.count + 1), kind: kind,
            unit: duty.obligation.id.unit, subject: duty.obligation.id.report,
            period: duty.obligation.id.period, date: date, received: fact.date,
            recorded: fact.date))
      }
    }
    return events
  }

  // MARK: - What the program is given

  /// What may be told of on a day: what is not settled for good, and not far away.
  func active(on day: CivilDate) -> [Int] {
    duties.indices.filter { index in
      let duty = duties[index]
      guard duty.due <= day.adding(days: settings.longestLead) else { return false }
      return duty.facts.last.map { $0.date > day || !duty.standing(on: day).isSettled } ?? true
    }
  }

  func run(_ active: [Int], at now: ClockReading) -> (ReminderRun, [Assessment]) {
    let assessments = Judge(definitions, history, asOf: now.date).assess(
      active.map { duties[$0].obligation })
    let office = ReminderRun.Office(definitions, assessments, today: now.date)
    return (ReminderRun([office], settings, at: now) { $0 }, assessments)
  }

  // MARK: - Days, one by one

  func isWorked(_ day: CivilDate) -> Bool { !daysOff.contains(day) }

  func lastWorkingDay(_ due: CivilDate) -> CivilDate {
    var day = due
    while !isWorked(day) { day = day.adding(days: -1) }
    return day
  }

  func workingDays(after day: CivilDate, through due: CivilDate) -> Int {
    guard day < due else { return 0 }
    return (1...day.days(to: due)).count { isWorked(day.adding(days: $0)) }
  }

  func stageDay(_ stage: Int, _ due: CivilDate) -> CivilDate {
    var day = stage > 0 ? due : lastWorkingDay(due)
    let step = stage > 0 ? 1 : -1
    var left = abs(stage)
    while left > 0 {
      day = day.adding(days: step)
      if !settings.countsWorkingDays || isWorked(day) { left -= 1 }
    }
    while !isWorked(day) { day = day.adding(days: step) }
    return day
  }
}
