internal import CivilCalendar
public import Compliance
public import ComplianceModel

extension DutyStatement {
  /// States how a kecamatan stands, out of what was judged.
  ///
  /// - Parameters:
  ///   - duty: The duty year or quarter.
  ///   - judge: The definitions, the ledger and the day.
  ///   - assessments: The dated obligations of that year or quarter, in any order.
  ///   - matrix: The desa documents of the whole duty year, counted by the same judge; its desa are
  ///     listed, also those that owe nothing in the quarter.
  ///   - scorecards: The scorecards of the year, by the same judge; an indicator that two registers
  ///     print with one code is told once, from the one in force on the day.
  ///   - codes: The codes of the scorecards.
  ///   - evidence: The SHA-256 of a row's evidence file; `nil` or empty where it has none.
  public init(
    duty: Duty, judge: Judge, assessments: [Assessment], matrix: VillageMatrix,
    scorecards: [Scorecard], codes: CodeTable,
    evidence: (LedgerEvent.RowID) -> String?
  ) {
    let calendar = judge.definitions.calendar
    let places = Dictionary(
      calendar.reports.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    // A statement reads the same whatever order the plan had.
    let entries = assessments.map {
      Entry(
        assessment: $0, code: calendar.codes[$0.report.code],
        place: places[$0.report.code] ?? places.count,
        standing: Standing($0, evidence: evidence))
    }
    let byLevel = Dictionary(grouping: entries, by: \.assessment.report.level)
    let byVillage = Dictionary(grouping: byLevel[.village] ?? [], by: \.unit)
    func start(_ unit: RegionCode) -> CivilDate? { judge.definitions.watchStart(of: unit)?.day }
    let watchedSince = start(judge.definitions.kecamatan.code)
    self.init(
      duty: duty, asOf: judge.day, watchedSince: watchedSince,
      reports: (byLevel[.office] ?? [])
        .sorted { ($0.code, $0.standing.period) < ($1.code, $1.standing.period) }
        .map {
          OfficeReport(code: $0.code, name: $0.assessment.report.name, standing: $0.standing)
        },
      villages: DutyStatement.villages(
        judge.definitions.kecamatan, matrix, owing: Set(entries.map(\.unit))
      ).map { village, presence in
        Village(
          code: village.code, name: village.name,
          watchedSince: start(village.code).flatMap { $0 == watchedSince ? nil : $0 },
          present: presence.present, required: presence.required,
          documents: (byVillage[village.code] ?? [])
            .sorted { ($0.place, $0.standing.period) < ($1.place, $1.standing.period) }
            .map { VillageDocument(code: $0.code, standing: $0.standing) })
      },
      recommendations: (byLevel[.recommendation] ?? [])
        .sorted {
          ($0.unit, $0.standing.period, $0.place) < ($1.unit, $1.standing.period, $1.place)
        }
        .map { Recommendation(village: $0.unit, standing: $0.standing) },
      indicators: DutyStatement.indicators(of: scorecards, codes),
      summary: Rates(assessments, judge.definitions).total)
  }

  /// The desa of the matrix, and those that left meanwhile and owed something before.
  private static func villages(
    _ kecamatan: Kecamatan, _ matrix: VillageMatrix, owing: Set<RegionCode>
  ) -> [(Unit, VillageMatrix.Presence)] {
    let presences = Dictionary(
      matrix.rows.map { ($0.village.code, $0.presence) }, uniquingKeysWith: { first, _ in first })
    return kecamatan.villages.compactMap { village in
      guard let presence = presences[village.code] else {
        return owing.contains(village.code) ? (village, VillageMatrix.Presence()) : nil
      }
      return (village, presence)
    }
  }

  /// The indicators of scorecards, each code once.
  private static func indicators(of scorecards: [Scorecard], _ codes: CodeTable) -> [Indicator] {
    let inForce = scorecards.filter { $0.validity.contains($0.day) }
    let outOfForce = scorecards.filter { !$0.validity.contains($0.day) }
    var seen: Set<Code> = []
    return (inForce + outOfForce).flatMap { scorecard in
      scorecard.entries.filter { seen.insert($0.indicator.code).inserted }
        .map { Indicator($0, codes) }
    }
  }

  /// An assessment with what the statement orders it by.
  private struct Entry {
    let assessment: Assessment
    let code: String
    /// Where the report stands in the calendar.
    let place: Int
    let standing: Standing

    var unit: RegionCode { assessment.obligation.id.unit }
  }
}

extension DutyStatement.Indicator {
  fileprivate init(_ entry: Scorecard.Entry, _ codes: CodeTable) {
    self.init(
      code: entry.indicator.label, role: entry.indicator.role.map { codes[$0] },
      name: entry.indicator.wording.name, numerator: entry.figure?.numerator,
      denominator: entry.figure?.denominator, value: entry.figure?.value,
      achievement: entry.achievement)
  }
}

extension DutyStatement.Standing {
  fileprivate init(_ assessment: Assessment, evidence: (LedgerEvent.RowID) -> String?) {
    self.init(
      period: assessment.obligation.id.period, quarter: assessment.dutyQuarter,
      due: assessment.due, status: assessment.status, date: assessment.deciding?.date,
      evidence: (assessment.deciding.flatMap { evidence($0.row) })?.nonEmpty)
  }
}

extension String {
  /// The text, as the schema wants it: an attribute without a value is not written.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
