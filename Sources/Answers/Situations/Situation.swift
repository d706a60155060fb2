public import CivilCalendar
public import Compliance
public import ComplianceModel

/// An obligation as it stands on a day, with what its kecamatan says about it: the one shape in which
/// schedules, reminders and letters look at it.
public struct Situation: Sendable {
  /// The obligation as it was judged.
  public let assessment: Assessment
  /// The kecamatan whose desk judged it.
  public let kecamatan: Kecamatan
  /// The code of the report.
  public let code: String
  /// The code of the role that answers for it.
  public let responsible: String
  /// Days from the day of judging to the due date, negative when past; `nil` without a due date.
  public let daysLeft: Int?
  /// Working days after the day of judging through the due date; `nil` where they cannot be counted.
  public let workingDaysLeft: Int?
  /// The codes of the roles above the responsible one to whom it has come; empty where nobody asked.
  public let escalatedTo: [String]
  /// The document that it waits for; `nil` where it waits for none.
  public let gate: Gate?
  /// The working days of its kecamatan.
  let workingDays: WorkingDayCalendar

  /// Describes an obligation.
  ///
  /// - Parameters:
  ///   - assessment: The obligation as it was judged.
  ///   - definitions: The definitions by which it was judged.
  ///   - day: The day of judging.
  ///   - escalatedTo: The roles above to whom it has come.
  public init(
    _ assessment: Assessment, _ definitions: Definitions, asOf day: CivilDate,
    escalatedTo: [String] = []
  ) {
    self.assessment = assessment
    self.escalatedTo = escalatedTo
    kecamatan = definitions.kecamatan
    let codes = definitions.calendar.codes
    code = codes[assessment.report.code]
    gate = assessment.shutGate.map { Gate(report: codes[$0.report], period: $0.period) }
    responsible = codes[assessment.report.responsible]
    daysLeft = assessment.due.map { day.days(to: $0) }
    workingDaysLeft = assessment.due.flatMap {
      try? definitions.workingDays.workingDays(after: day, through: $0)
    }
    workingDays = definitions.workingDays
  }

  /// The identity of the obligation.
  public var id: Obligation.ID { assessment.obligation.id }

  /// The unit that owes it.
  public var unit: RegionCode { id.unit }

  /// The covered period.
  public var period: Period { id.period }

  /// The due date in force; `nil` where there is none.
  public var due: CivilDate? { assessment.due }

  /// The last working day on or before the due date; `nil` where its year has no holidays.
  ///
  /// It is looked up when it is asked for: most of what is overdue for years is shown without it.
  public var lastWorkingDay: CivilDate? {
    due.flatMap { try? workingDays.workingDay(onOrBefore: $0) }
  }

  /// The rule that gives the due date; `nil` where none holds.
  public var rule: DeadlineRule? { assessment.obligation.rule }

  /// Whether the due date is set by the kabupaten, not by law.
  public var isLocal: Bool { rule?.confidence == .local }

  /// Whether the due date is that of the desa's own regulation, not of handing it in.
  public var isEnacted: Bool { rule?.meaning == .enactment }

  /// Whom the calendar names as the recipient, in the words of the region; `nil` where it names nobody.
  public var recipient: String? {
    assessment.report.recipient.map(kecamatan.words.localized)
  }

  /// The name of the unit with what it is: `Desa Tarungin`.
  public var unitName: String { kecamatan.displayName(of: unit) }

  /// The name of the unit alone, made clear where two have it: `Tarungin`.
  public var unitLabel: String { kecamatan.label(of: unit) }
}

extension Situation: Comparable {
  /// The order of every schedule: the overdue first, then by due date, those without one last; then by
  /// unit, report and period.
  public static func < (lhs: Situation, rhs: Situation) -> Bool {
    lhs.rank < rhs.rank
      || lhs.rank == rhs.rank
        && (lhs.unit, lhs.code, lhs.period) < (rhs.unit, rhs.code, rhs.period)
  }

  /// Whether both are about one obligation.
  public static func == (lhs: Situation, rhs: Situation) -> Bool { lhs.id == rhs.id }

  private var rank: (Int, Int) {
    (assessment.status == .overdue ? 0 : 1, due?.dayNumber ?? .max)
  }
}
