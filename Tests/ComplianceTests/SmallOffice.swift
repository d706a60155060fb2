import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing

/// A small calendar and a ledger, built in code: one kecamatan with three desa and a kelurahan.
struct SmallOffice {
  static let code = "63.05.12"
  static let villages = ["63.05.12.2001", "63.05.12.2002", "63.05.12.2003"]

  var codes = CodeTable()
  var reports: [Report] = []
  var rows: [LedgerEvent] = []
  var deciding = DecidingSubmission.first
  var watch = Watch.everything
  var events: [EventKind] = []
  var coveredYears: [Int] = []
  var holidays: [Holiday] = []

  /// Adds a report that is owed, with one layer of rules unless more are given.
  mutating func add(
    _ code: String, level: Report.Level = .office, nature: Report.Nature = .account,
    length: Period.Length = .year, yearOffset: Int = 0, isOwed: Bool = true,
    units: Set<RegionCode>? = nil, _ rules: DeadlineRule..., lowerLayer: [DeadlineRule] = [],
    background: [BackgroundDate] = [], gates: [Gate] = [], perEvent: String? = nil,
    term: TermInForce? = nil, deciding: DecidingSubmission? = nil, leadDays: Int? = nil
  ) {
    reports.append(
      Report(
        code: codes.intern(code), name: code, aliases: [], level: level, nature: nature,
        length: length, yearOffset: yearOffset, responsible: codes.intern("camat"), recipient: nil,
        note: nil, isOwed: isOwed, units: units,
        layers: [rules, lowerLayer].filter { !$0.isEmpty }, background: background, gates: gates,
        perEvent: perEvent.map { codes.intern($0) }, term: term, deciding: deciding,
        leadDays: leadDays))
  }

  /// Appends a row; the days of receipt and of recording are that of the date unless given.
  @discardableResult
  mutating func row(
    _ kind: LedgerEvent.Kind, _ code: String, _ period: String? = nil,
    of unit: String = SmallOffice.code, _ date: String, received: String? = nil,
    recorded: String? = nil, file: Int = 2026
  ) throws -> LedgerEvent.RowID {
    let receivedDay = try day(received ?? date)
    let id = LedgerEvent.RowID(year: file, number: rows.count + 1)
    rows.append(
      LedgerEvent(
        row: id, kind: kind, unit: try region(unit), subject: codes.intern(code),
        period: try period.map { try TestSupport.period($0) }, date: try day(date),
        received: receivedDay, recorded: try day(recorded ?? received ?? date)))
    return id
  }

  /// Appends a row that voids another.
  @discardableResult
  mutating func void(_ voided: LedgerEvent.RowID, on date: String) throws -> LedgerEvent.RowID {
    let id = LedgerEvent.RowID(year: 2026, number: rows.count + 1)
    rows.append(
      LedgerEvent(
        row: id, kind: .voided, unit: try region(SmallOffice.code), subject: nil, period: nil,
        date: try day(date), received: try day(date), recorded: try day(date), voids: voided))
    return id
  }

  /// Sets the first watched day of the office, and those of units.
  mutating func watch(since date: String?, _ units: [String: String] = [:]) throws {
    let place = SourcePlace(file: "kantor.yaml", line: 7, column: 17)
    let own = try units.map { (try region($0), Watch.Start(try day($1), at: place)) }
    watch = Watch(
      office: try date.map { Watch.Start(try day($0), at: place) },
      units: Dictionary(own, uniquingKeysWith: { first, _ in first }))
  }

  func definitions() throws -> Definitions {
    let members = try (SmallOffice.villages + ["63.05.12.1004"]).map {
      Unit(code: try region($0), name: $0)
    }
    return Definitions(
      kecamatan: Kecamatan(
        province: nil, regency: nil, unit: Unit(code: try region(SmallOffice.code), name: "Contoh"),
        members: members),
      office: Office(
        zone: .wita, calendars: [], weeks: [], officials: [], watch: watch,
        deciding: deciding, leadDays: Office.defaultLeadDays),
      calendar: ReportCalendar(codes: codes, reports: reports, events: events),
      workingDays: WorkingDayCalendar(coveredYears: coveredYears, holidays: holidays, weeks: []))
  }

  func judge(on date: String) throws -> Judge {
    Judge(try definitions(), History(rows), asOf: try day(date))
  }

  func plan(_ years: ClosedRange<Int>, on date: String) throws -> Plan {
    Planner(try definitions(), History(rows), asOf: try day(date), years: years).plan()
  }

  func plan(_ year: Int, on date: String) throws -> Plan { try plan(year...year, on: date) }

  func obligation(
    _ code: String, _ period: String, of unit: String = SmallOffice.code, on date: String
  ) throws -> Obligation? {
    let report = try #require(codes.code(code))
    let id = Obligation.ID(
      report: report, unit: try region(unit), period: try TestSupport.period(period))
    return try Planner.obligation(id, definitions(), History(rows), asOf: day(date))
  }

  func assess(
    _ code: String, _ period: String, of unit: String = SmallOffice.code, on date: String
  ) throws -> Assessment {
    let obligation = try #require(try obligation(code, period, of: unit, on: date))
    return try #require(try judge(on: date).assess(obligation))
  }

  func status(
    _ code: String, _ period: String, of unit: String = SmallOffice.code, on date: String
  ) throws -> Status {
    try assess(code, period, of: unit, on: date).status
  }

  func matrix(_ year: Int, on date: String) throws -> VillageMatrix {
    VillageMatrix(try judge(on: date), try plan(year, on: date), year: year)
  }

  /// The obligations of a plan in words: `LPPD 2025 63.05.12 2026-02-27`.
  func words(_ obligations: [Obligation]) -> [String] {
    obligations.map { obligation in
      "\(codes[obligation.id.report]) \(obligation.id.period) \(obligation.id.unit) "
        + (obligation.due?.description ?? "-")
    }
  }
}

/// A version of a rule.
func rule(
  _ shape: DueShape, ordinals: Set<Int>? = nil, unitDates: [RegionCode: AnnualDay] = [:],
  roll: Roll = .stay, meaning: DateMeaning = .submission, since: String? = nil,
  through: String? = nil, line: Int = 1
) throws -> DeadlineRule {
  DeadlineRule(
    shape: shape, ordinals: ordinals, unitDates: unitDates, roll: roll, meaning: meaning,
    validity: Validity(
      since: try since.map { try day($0) }, through: try through.map { try day($0) }),
    source: LegalSource(title: "Perbup contoh"), confidence: .local,
    place: SourcePlace(file: "contoh.yaml", line: line))
}

extension DueShape {
  /// A fixed date.
  static func fixed(_ day: Int, _ month: Month, _ yearOffset: Int = 0) -> DueShape {
    .annualDay(AnnualDay(month: month, day: day, yearOffset: yearOffset))
  }

  /// Working days after the end of the period.
  static func workingDays(_ count: Int) -> DueShape {
    .offset(count: count, unit: .workingDays, direction: .after, anchor: .periodEnd)
  }
}
