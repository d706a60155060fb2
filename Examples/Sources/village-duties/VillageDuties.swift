import CivilCalendar
import Compliance
import ComplianceModel

/// What the desa of a kecamatan owe on a day, and their rate, from values in memory: `village-duties [DAY]`.
///
/// No file is read and no clock is asked: reports, units, rows and the day are arguments of pure functions.
@main
struct VillageDuties {
  static func main() throws {
    let today = try CivilDate(CommandLine.arguments.dropFirst().first ?? "2026-04-02")
    var codes = CodeTable()
    let calendar = try reports(&codes)
    let definitions = try definitions(calendar)
    let history = History(try rows(codes))

    let plan = Planner(definitions, history, asOf: today, years: 2026...2026).plan()
    let assessments = Judge(definitions, history, asOf: today).assess(plan.dated)
    for found in assessments {
      let id = found.obligation.id
      let due = found.due.map(\.indonesian) ?? "-"
      let unit = definitions.kecamatan.name(of: id.unit) ?? "\(id.unit)"
      print("\(unit): \(codes[id.report]) \(id.period), tenggat \(due): \(found.status.rawValue)")
    }

    let tally = Tally(assessments)
    let rate = tally.currentRate
    print(
      "Tepat waktu, berjalan: \(rate.percent(separator: ",") ?? "-")% "
        + "(\(rate.numerator) dari \(rate.denominator))")
  }

  /// Two documents a desa: one two months after the year that it covers, one by the end of March.
  private static func reports(_ codes: inout CodeTable) throws -> ReportCalendar {
    let shapes: [(String, DueShape)] = [
      ("LKPJDes", .offset(count: 2, unit: .months, direction: .after, anchor: .periodEnd)),
      ("LPPDesa", .endOfMonth(month: .march, yearOffset: 1)),
    ]
    var reports: [Report] = []
    for (name, shape) in shapes {
      let rule = DeadlineRule(
        shape: shape, ordinals: nil, unitDates: [:], roll: .stay, meaning: .submission,
        validity: .always, source: LegalSource(title: "Peraturan contoh"), confidence: .local,
        place: SourcePlace(file: "VillageDuties.swift", line: 1))
      reports.append(
        Report(
          code: codes.intern(name), name: name, aliases: [], level: .village, nature: .account,
          length: .year, yearOffset: -1, responsible: codes.intern("kasi-pemerintahan"),
          recipient: nil, note: nil, isOwed: true, units: nil, layers: [[rule]], background: [],
          gates: [], perEvent: nil, term: nil, deciding: nil, leadDays: nil))
    }
    return ReportCalendar(codes: codes, reports: reports, events: [])
  }

  private static func definitions(_ calendar: ReportCalendar) throws -> Definitions {
    let villages = [("63.05.12.2001", "Contoh Hulu"), ("63.05.12.2002", "Contoh Hilir")]
    return Definitions(
      kecamatan: Kecamatan(
        province: nil, regency: nil, unit: Unit(code: try region("63.05.12"), name: "Contoh"),
        members: try villages.map { Unit(code: try region($0), name: $1) }),
      office: Office(
        zone: .wita, calendars: [], weeks: [], officials: [], deciding: .first,
        leadDays: Office.defaultLeadDays),
      calendar: calendar,
      workingDays: WorkingDayCalendar(coveredYears: [], holidays: [], weeks: []))
  }

  /// One document on time, one late; the other desa submitted nothing.
  private static func rows(_ codes: CodeTable) throws -> [LedgerEvent] {
    let submitted = [("LKPJDes", "2026-02-20"), ("LPPDesa", "2026-04-01")]
    return try submitted.enumerated().map { number, row in
      let day = try CivilDate(row.1)
      return LedgerEvent(
        row: LedgerEvent.RowID(year: 2026, number: number + 1), kind: .submitted,
        unit: try region("63.05.12.2001"), subject: codes.code(row.0), period: Period("2025"),
        date: day, received: day, recorded: day)
    }
  }

  private static func region(_ text: String) throws -> RegionCode {
    guard let code = RegionCode(text) else { throw NoRegion(text: text) }
    return code
  }

  /// The error for a text that is no kode wilayah.
  private struct NoRegion: Error { let text: String }
}
