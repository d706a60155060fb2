internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// One line of a schedule: an obligation with what its kecamatan says of it.
struct ScheduleLine: Comparable {
  let assessment: Assessment
  let calendar: ReportCalendar
  let kecamatan: Kecamatan
  let zone: IndonesianZone
  /// The roles above the one who answers for it to whom it has come.
  let escalatedTo: [String]
  /// Working days after the day of judging through the due date; `nil` where they cannot be counted.
  let workingDaysLeft: Int?
  /// Days from the day of judging to the due date, negative when past; `nil` without a due date.
  let daysLeft: Int?
  /// The last working day on or before the due date; `nil` where it cannot be told.
  let lastWorkingDay: CivilDate?

  init(_ assessment: Assessment, _ schedule: Schedule, escalatedTo: [String] = []) {
    let judge = schedule.judge
    let workingDays = judge.definitions.workingDays
    self.assessment = assessment
    self.escalatedTo = escalatedTo
    calendar = judge.definitions.calendar
    kecamatan = judge.definitions.kecamatan
    zone = judge.definitions.office.zone
    daysLeft = assessment.due.map { judge.day.days(to: $0) }
    workingDaysLeft = assessment.due.flatMap {
      try? workingDays.workingDays(after: judge.day, through: $0)
    }
    lastWorkingDay = assessment.due.flatMap { try? workingDays.workingDay(onOrBefore: $0) }
  }

  private var id: Obligation.ID { assessment.obligation.id }

  /// The code of the report.
  var code: String { calendar.codes[id.report] }

  /// The covered period.
  var period: Period { id.period }

  /// The unit's name.
  var unitName: String { kecamatan.displayName(of: id.unit) }

  /// The unit's name without what it is.
  var villageName: String { kecamatan.label(of: id.unit) }

  /// Orders the overdue first, then by due date, those without one last; then unit, report, period.
  static func < (lhs: ScheduleLine, rhs: ScheduleLine) -> Bool {
    lhs.rank < rhs.rank
      || lhs.rank == rhs.rank
        && (lhs.id.unit, lhs.code, lhs.period) < (rhs.id.unit, rhs.code, rhs.period)
  }

  static func == (lhs: ScheduleLine, rhs: ScheduleLine) -> Bool { lhs.id == rhs.id }

  private var rank: (Int, Int) {
    (assessment.status == .overdue ? 0 : 1, assessment.due?.dayNumber ?? .max)
  }

  private var json: JSONValue {
    let obligation = assessment.obligation
    return [
      "unit": .string(id.unit.description),
      "nama_unit": .string(kecamatan.name(of: id.unit) ?? ""),
      "laporan": .string(code),
      "nama": .string(assessment.report.name),
      "periode": .string(period.description),
      "triwulan": JSONValue(assessment.dutyQuarter),
      "tenggat": JSONValue(assessment.due),
      "tenggat_aturan": JSONValue(obligation.due),
      "sisa_hari": JSONValue(daysLeft),
      "sisa_hari_kerja": JSONValue(workingDaysLeft),
      "hari_kerja_terakhir": JSONValue(lastWorkingDay),
      "status": .string(assessment.status.rawValue),
      "tanggal": JSONValue(assessment.deciding?.date),
      "dikembalikan": JSONValue(assessment.pendingReturn?.date),
      "hari_terlambat": .integer(assessment.daysLate),
      "penanggung_jawab": .string(calendar.codes[assessment.report.responsible]),
      "dieskalasi": .array(escalatedTo.map { .string($0) }),
      "dasar_hukum": JSONValue(obligation.rule?.source.title),
      "keyakinan": JSONValue(obligation.rule?.confidence.rawValue),
    ]
  }

  static func json(
    _ lines: [ScheduleLine], asOf day: CivilDate, _ filter: ViewFilter, _ session: Session
  ) -> JSONValue {
    [
      "hari_ini": .string(session.today.description),
      "per": .string(day.description),
      "zona": .string(session.workspace.office.zone.rawValue),
      "saringan": filter.json(),
      "kewajiban": .array(lines.map(\.json)),
    ]
  }
}
