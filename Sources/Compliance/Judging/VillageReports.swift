internal import CivilCalendar
internal import ComplianceModel

/// Which documents a desa is asked for in a duty year, whatever became of them.
struct VillageReports {
  /// The reports that desa owe, with their places in the calendar.
  let reports: [(place: Int, report: Report)]
  private let judge: Judge
  private let documentsInForce: [Code: TermDocuments]
  private let unwatched: Set<Owed>

  /// A document of a desa, whatever its parts.
  private struct Owed: Hashable {
    let village: RegionCode
    let report: Code
  }

  init(_ judge: Judge, _ plan: Plan, year: Int) {
    let yearEnd = Month.december.lastDay(of: year)
    let termJudge = Judge(judge.definitions, judge.history, asOf: min(judge.day, yearEnd))
    reports = judge.definitions.calendar.reports.enumerated()
      .filter { $1.isOwed && $1.level == .village }.map { (place: $0, report: $1) }
    documentsInForce = Dictionary(
      reports.map(\.report).filter { $0.term != nil }.map {
        ($0.code, TermDocuments($0, termJudge))
      }, uniquingKeysWith: { first, _ in first })
    unwatched = Set(plan.unwatched.map { Owed(village: $0.id.unit, report: $0.id.report) })
    self.judge = termJudge
  }

  /// The day on which the desa and what is in force are looked at: at the latest the end of the year.
  var day: CivilDate { judge.day }

  /// The document of a report that stays in force; `nil` for other reports.
  func termDocument(_ report: Report, _ village: RegionCode) -> VillageMatrix.Document? {
    documentsInForce[report.code].map {
      VillageMatrix.termDocument(report, village, $0, judge)
    }
  }

  /// Whether a desa is asked for a report that does not stay in force.
  ///
  /// A desa that was founded in the year does not owe what was asked for before, and what was asked for before it
  /// was watched leaves the counts.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - village: The desa.
  ///   - isListed: Whether an obligation of it is listed.
  /// - Returns: Whether it counts, recorded or not.
  func asks(_ report: Report, of village: Unit, isListed: Bool) -> Bool {
    isListed
      || village.since == nil
        && !unwatched.contains(Owed(village: village.code, report: report.code))
  }
}
