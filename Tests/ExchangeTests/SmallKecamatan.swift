import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import Exchange
import TestSupport
import Testing

/// A made-up kecamatan of two desa on 20 March 2026, with an obligation in every state.
///
/// The calendar lists the reports in another order than that of their codes.
struct SmallKecamatan {
  /// The day of judging.
  let asOf: CivilDate
  /// The camats; one more takes over after the day.
  var officials: [Official]

  private let kecamatan: RegionCode
  private let first: RegionCode
  private let second: RegionCode
  private var codes = CodeTable()
  private var reports: [Report] = []
  private var rows: [LedgerEvent] = []

  init() throws {
    asOf = try day("2026-03-20")
    kecamatan = try region("63.05.12")
    first = try region("63.05.12.2001")
    second = try region("63.05.12.2002")
    officials = try [
      Official(
        role: "camat", name: "Plt. Nama Camat", employeeNumber: "000000000000000000",
        since: day("2025-01-01"), contacts: [:]),
      Official(
        role: "camat", name: "Nama Camat Baru", employeeNumber: nil,
        since: day("2026-03-21"), contacts: [:]),
    ]
    addReports()
    try addOfficeRows()
    try addVillageRows()
  }

  // MARK: - The calendar

  private mutating func addReports() {
    let lateFebruary = annual(.february, 27, yearOffset: 1)
    let lateMarch = annual(.march, 31, yearOffset: 1)
    let inauguration = codes.intern("pelantikan-kades")
    add("Renja", "Rencana Kerja Perangkat Daerah", [rule(annual(.february, 27, yearOffset: -1))])
    add("LPPD", "Laporan Penyelenggaraan Pemerintahan Daerah", [rule(lateFebruary)])
    add("LKPJ", "Laporan Keterangan Pertanggungjawaban", [rule(lateMarch)])
    add("LKIP", "Laporan Kinerja Instansi Pemerintah", [rule(lateFebruary)])
    add("LKAT", "Laporan Keuangan Akhir Tahun", [rule(lateFebruary)])
    add(
      "RFK", "Laporan Realisasi Fisik dan Keuangan", length: .quarter,
      [rule(.dayOfFollowingMonth(10))])
    add(
      "RPJMDes", "Rencana Pembangunan Jangka Menengah Desa", level: .village,
      [
        rule(
          .offset(count: 3, unit: .months, direction: .after, anchor: .event(inauguration)),
          meaning: .enactment)
      ], perEvent: inauguration, term: TermInForce(years: 8, longer: nil))
    add(
      "RealisasiDes", "Laporan Realisasi APB Desa", level: .village, length: .semester,
      [
        rule(annual(.january, 20, yearOffset: 1), ordinals: [2]),
        rule(annual(.july, 14, yearOffset: 0), ordinals: [1]),
      ])
    add(
      "LPPDesa", "Laporan Penyelenggaraan Pemerintahan Desa", level: .village, [rule(lateMarch)])
    add(
      "APBDes", "Peraturan Desa tentang APB Desa", level: .village,
      [rule(annual(.december, 31, yearOffset: -1), meaning: .enactment)])
    add(
      "RekADD", "Rekomendasi Pencairan ADD", level: .recommendation, length: .quarter,
      [
        rule(.offset(count: 0, unit: .days, direction: .after, anchor: .periodEnd), meaning: .issue)
      ],
      gates: [
        Gate(ordinals: [1], report: codes.intern("APBDes"), relation: .sameYear),
        Gate(ordinals: [2, 3, 4], report: codes.intern("RekADD"), relation: .previous),
      ])
  }

  private mutating func add(
    _ code: String, _ name: String, level: Report.Level = .office, length: Period.Length = .year,
    _ rules: [DeadlineRule], gates: [Gate] = [], perEvent: Code? = nil, term: TermInForce? = nil
  ) {
    reports.append(
      Report(
        code: codes.intern(code), name: name, aliases: [], level: level, nature: .account,
        length: length, yearOffset: 0, responsible: codes.intern("sekcam"), recipient: nil,
        note: nil, isOwed: true, units: nil, layers: [rules], background: [], gates: gates,
        perEvent: perEvent, term: term, deciding: nil, leadDays: nil))
  }

  private func annual(_ month: Month, _ day: Int, yearOffset: Int) -> DueShape {
    .annualDay(AnnualDay(month: month, day: day, yearOffset: yearOffset))
  }

  private func rule(
    _ shape: DueShape, ordinals: Set<Int>? = nil, meaning: DateMeaning = .submission
  ) -> DeadlineRule {
    DeadlineRule(
      shape: shape, ordinals: ordinals, unitDates: [:], roll: .stay, meaning: meaning,
      validity: .always, source: LegalSource(title: "Surat contoh"), confidence: .local,
      place: SourcePlace(file: "contoh.yaml"))
  }

  // MARK: - The ledger

  /// Renja is never handed in.
  private mutating func addOfficeRows() throws {
    // Returned and handed in again: the first date decides.
    try add(.submitted, "LPPD", "2025", kecamatan, "2026-02-20")
    try add(.returned, "LPPD", "2025", kecamatan, "2026-02-25")
    try add(.submitted, "LPPD", "2025", kecamatan, "2026-03-02")
    // Returned, and not handed in again.
    try add(.submitted, "LKPJ", "2025", kecamatan, "2026-03-01")
    try add(.returned, "LKPJ", "2025", kecamatan, "2026-03-10")
    try add(.submitted, "LKIP", "2025", kecamatan, "2026-03-05")
    // On time, but recorded too late to be evidence of its day.
    try add(.submitted, "LKAT", "2025", kecamatan, "2026-02-26", recorded: "2026-03-10")
    // Moved into the next quarter; its duty quarter stays.
    try add(.extended, "RFK", "2025-TW4", kecamatan, "2026-04-15", received: "2026-01-08")
  }

  private mutating func addVillageRows() throws {
    try add(.fact, "pelantikan-kades", nil, first, "2025-12-01")
    try add(.submitted, "RPJMDes", "2025", first, "2026-02-15")
    try add(.submitted, "RealisasiDes", "2025-S2", first, "2026-01-20")
    try add(.submitted, "RealisasiDes", "2025-S2", second, "2026-01-21")
    try add(.submitted, "LPPDesa", "2025", first, "2026-03-20")
    try add(.exempted, "LPPDesa", "2025", second, "2026-02-01")
    try add(.submitted, "APBDes", "2026", first, "2025-12-30", recorded: "2026-01-02")
    try add(.submitted, "RekADD", "2026-TW1", first, "2026-03-16")
  }

  private mutating func add(
    _ kind: LedgerEvent.Kind, _ code: String, _ covered: String?, _ unit: RegionCode,
    _ date: String, received: String? = nil, recorded: String? = nil
  ) throws {
    let date = try day(date)
    let received = try received.map { try day($0) } ?? date
    rows.append(
      LedgerEvent(
        row: LedgerEvent.RowID(year: 2026, number: rows.count + 1), kind: kind, unit: unit,
        subject: codes.intern(code), period: try covered.map { try period($0) }, date: date,
        received: received, recorded: try recorded.map { try day($0) } ?? received))
  }

  // MARK: - What is made of them

  /// A judge of the day.
  func judge() -> Judge {
    let definitions = Definitions(
      kecamatan: Kecamatan(
        province: Unit(code: kecamatan.province, name: "Provinsi Contoh"), regency: nil,
        unit: Unit(code: kecamatan, name: "Kecamatan Contoh"),
        members: [
          Unit(code: second, name: "Desa Dua"), Unit(code: first, name: "Desa Satu & Rawa"),
        ]),
      office: Office(
        zone: .wita, calendars: [], weeks: [], officials: officials,
        deciding: .first, leadDays: Office.defaultLeadDays),
      calendar: ReportCalendar(codes: codes, reports: reports, events: []),
      workingDays: WorkingDayCalendar(coveredYears: [], holidays: [], weeks: []))
    return Judge(definitions, History(rows), asOf: asOf)
  }

  /// Makes the document of a duty year or quarter.
  ///
  /// - Parameters:
  ///   - duty: The year 2026, or a quarter of it.
  ///   - isReversed: Whether the obligations are handed over from the last to the first.
  ///   - endorsement: Who signed; nobody unless told.
  ///   - evidence: The hash of a row's evidence file; odd rows have one unless told.
  /// - Returns: The document, with what is owed and recorded up to ``asOf``.
  func document(
    _ duty: DutyStatement.Duty, isReversed: Bool = false,
    endorsement: KepatuhanDocument.Endorsement? = nil,
    evidence: (LedgerEvent.RowID) -> String? = {
      $0.number % 2 == 1 ? String(repeating: "\(10 + $0.number)", count: 32) : nil
    }
  ) -> KepatuhanDocument {
    let judge = judge()
    var duties = DutyLines(duty.year, duty.quarter, judge)
    if isReversed { duties.lines.reverse() }
    let statement = DutyStatement(
      duty: duty, judge: judge, duties: duties, scorecards: [], codes: CodeTable(),
      evidence: evidence)
    return KepatuhanDocument(
      statement,
      made: ClockReading(date: asOf, secondOfDay: 8 * 3600, secondsFromUTC: 8 * 3600),
      regions: KepatuhanDocument.Regions(judge.definitions.kecamatan), endorsement: endorsement,
      ledgers: [
        LedgerMark(
          kecamatan: kecamatan, year: 2026, rows: rows.count,
          chain: String(repeating: "0a", count: 32))
      ])
  }
}
