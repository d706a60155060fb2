public import CivilCalendar
public import Compliance
public import ComplianceModel

/// The work that an obligation asks for before it is due.
public struct PlannedWork: Sendable {
  /// The obligation.
  public let situation: Situation
  /// Its steps with their days.
  public let plan: WorkPlan

  /// Plans the work for an obligation; `nil` where there is none to plan.
  ///
  /// Nothing is left to do for what is in, exempt or past its due date; nothing can be done yet while a gate
  /// is shut; and without a due date, or the holidays before it, no day can be counted.
  ///
  /// - Parameters:
  ///   - situation: The obligation.
  ///   - steps: The steps of the office.
  ///   - day: The day of judging.
  public init?(_ situation: Situation, _ steps: WorkSteps, asOf day: CivilDate) {
    let assessment = situation.assessment
    guard assessment.isOpen, !assessment.isGated, let due = situation.due, due >= day,
      let plan = try? WorkPlan(steps, dueOn: due, in: situation.workingDays, asOf: day)
    else { return nil }
    self.situation = situation
    self.plan = plan
  }

  /// The table of planned work: the obligation, its steps and its due date.
  public static func columns(_ steps: WorkSteps) -> [Column<PlannedWork>] {
    [
      Column(key: "laporan", heading: "Laporan") { .text($0.situation.code) },
      Column(key: "periode", heading: "Periode") { .period($0.situation.period) },
      Column(key: "nama_unit", heading: "Unit") { .text($0.situation.unitName) },
      Column(key: "penanggung_jawab", heading: "Penanggung jawab") {
        .role($0.situation.responsible, $0.situation.kecamatan.words)
      },
    ]
      + steps.steps.enumerated().map { place, step in
        Column(
          key: stepKey(place), heading: step.name.prefix(1).uppercased() + step.name.dropFirst()
        ) { work in
          let own = work.plan.steps[place]
          return .step(own.day, isPast: own.isPast)
        }
      }
      + [
        Column(key: "tenggat", heading: "Tenggat") {
          .due($0.situation.due, isLocal: $0.situation.isLocal)
        }
      ]
  }

  /// The key of the column of a step, by its place among the steps.
  public static func stepKey(_ place: Int) -> String { "langkah.\(place + 1)" }
}
