internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

extension PracticeYear {
  /// A report that a unit owes.
  struct Owed {
    let id: Obligation.ID
    let report: Report
    /// The code of the report.
    let code: String
    let due: CivilDate
    let meaning: DateMeaning

    var period: Period { id.period }
    var unit: String { "\(id.unit)" }
    /// Whether other documents wait for it, or it for others.
    var isGate: Bool { report.level == .recommendation || code == "APBDes" }
    /// Whether its date is that on which it was handed in.
    var isHandedIn: Bool { meaning == .submission }

    /// What is owed in a span, in the order of the due dates.
    ///
    /// - Parameters:
    ///   - desk: The desk of the kecamatan.
    ///   - span: The days that it is about.
    /// - Returns: The obligations.
    /// - Throws: What computing the due dates throws.
    static func all(at desk: Desk, _ span: PracticeSpan) throws -> [Owed] {
      let years = span.first.year...(span.today.year + 1)
      let judge = desk.judge(asOf: span.today)
      return judge.assess(try desk.plan(years, asOf: span.today).dated).compactMap { assessment in
        guard let due = assessment.due, due >= span.first, due <= span.today.adding(days: 30),
          assessment.report.perEvent == nil
        else { return nil }
        return Owed(
          id: assessment.obligation.id, report: assessment.report,
          code: desk.calendar.codes[assessment.report.code], due: due,
          meaning: assessment.obligation.rule?.meaning ?? .submission)
      }.sorted {
        ($0.due, $0.code, $0.id.unit, $0.period.description)
          < ($1.due, $1.code, $1.id.unit, $1.period.description)
      }
    }
  }
}
