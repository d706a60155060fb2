internal import CivilCalendar
public import Compliance
public import ComplianceModel

extension DutyStatement {
  /// States how a kecamatan stands, out of what was judged.
  ///
  /// - Parameters:
  ///   - duty: The duty year or quarter.
  ///   - judge: The definitions, the ledger and the day.
  ///   - duties: What is owed in that year or quarter, judged by the same judge; its desa are listed, also
  ///     those that owe nothing in the quarter.
  ///   - scorecards: The scorecards of the year, by the same judge; an indicator that two registers
  ///     print with one code is told once, from the one in force on the day.
  ///   - codes: The codes of the scorecards.
  ///   - evidence: The SHA-256 of a row's evidence file; `nil` or empty where it has none.
  public init(
    duty: Duty, judge: Judge, duties: DutyLines, scorecards: [Scorecard], codes: CodeTable,
    evidence: (LedgerEvent.RowID) -> String?
  ) {
    let calendar = judge.definitions.calendar
    func start(_ unit: RegionCode) -> CivilDate? { judge.definitions.watchStart(of: unit)?.day }
    let watchedSince = start(judge.definitions.kecamatan.code)
    // A statement reads the same whatever order the plan had: most lines are in it already.
    var office: [DutyLines.Line] = []
    var recommended: [DutyLines.Line] = []
    var owed: [RegionCode: [DutyLines.Line]] = [:]
    for line in duties.lines {
      switch calendar.reports[line.report].level {
      case .office: office.append(line)
      case .village: owed[line.id.unit, default: []].append(line)
      case .recommendation: recommended.append(line)
      }
    }
    let labels = calendar.reports.map { calendar.codes[$0.code] }
    office.sort { (labels[$0.report], $0.id.period) < (labels[$1.report], $1.id.period) }
    recommended.sort {
      ($0.id.unit, $0.id.period, $0.report) < ($1.id.unit, $1.id.period, $1.report)
    }
    let owing = Set(owed.keys).union(recommended.map(\.id.unit))
    self.init(
      duty: duty, asOf: judge.day, watchedSince: watchedSince,
      reports: office.map {
        OfficeReport(
          code: labels[$0.report], name: calendar.reports[$0.report].name,
          standing: Standing($0, evidence: evidence))
      },
      villages: DutyStatement.villages(judge.definitions.kecamatan, duties, owing: owing).map {
        village, presence in
        Village(
          code: village.code, name: village.name,
          watchedSince: start(village.code).flatMap { $0 == watchedSince ? nil : $0 },
          present: presence.present, required: presence.required,
          documents: (owed[village.code] ?? [])
            .sorted { ($0.report, $0.id.period) < ($1.report, $1.id.period) }
            .map {
              VillageDocument(
                code: labels[$0.report], standing: Standing($0, evidence: evidence))
            })
      },
      recommendations: recommended.map {
        Recommendation(village: $0.id.unit, standing: Standing($0, evidence: evidence))
      },
      indicators: DutyStatement.indicators(of: scorecards, codes), summary: duties.total)
  }

  /// The desa of the matrix, and those that left meanwhile and owed something before.
  private static func villages(
    _ kecamatan: Kecamatan, _ duties: DutyLines, owing: Set<RegionCode>
  ) -> [(Unit, VillageMatrix.Presence)] {
    kecamatan.villages.compactMap { village in
      guard let presence = duties.presences[village.code] else {
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
  fileprivate init(_ line: DutyLines.Line, evidence: (LedgerEvent.RowID) -> String?) {
    self.init(
      period: line.id.period, quarter: line.ruleDue?.quarter, due: line.due, status: line.status,
      date: line.date, evidence: (line.decidingRow.flatMap(evidence))?.nonEmpty)
  }
}

extension String {
  /// The text, as the schema wants it: an attribute without a value is not written.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
