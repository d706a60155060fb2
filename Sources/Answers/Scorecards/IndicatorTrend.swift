public import CivilCalendar
public import Compliance
internal import ComplianceModel
public import Workspace

/// How one indicator of one kecamatan went over the years and their quarters.
///
/// What shares its code or its name in the register of another year is taken for the same indicator, as
/// ``ScorecardComparison`` does.
public struct IndicatorTrend: Sendable {
  /// A quarter that has begun.
  public struct Part: Sendable {
    /// The quarter.
    public let quarter: Quarter
    /// What the quarter alone came to; `nil` where there is no data.
    public let figure: IndicatorFigure?
    /// What the year had come to by its end; `nil` where there is no data.
    public let cumulative: IndicatorFigure?
  }

  /// The years, in order, from the first with a value; the last one in any case.
  public let years: [ScorecardComparison.Value]
  /// The quarters that have begun, in order, from the first with a value.
  public let quarters: [Part]
  /// The comparison that it was taken from.
  public let comparison: ScorecardComparison

  /// Follows an indicator through the years up to one.
  ///
  /// - Parameters:
  ///   - explanation: The indicator, as it stands in the last year.
  ///   - workspace: The workspace, with the units of the day of judging.
  /// - Throws: ``AnswerFailure`` for a rule that does not answer; a `WorkspaceFailure` for calendars,
  ///   registers, holidays or ledgers that cannot be read.
  public init(of explanation: IndicatorExplanation, in workspace: Workspace) throws {
    let scorecard = explanation.sheet.scorecard
    let kecamatan = explanation.sheet.kecamatan
    let label = explanation.entry.indicator.label.lowercased()
    comparison = try ScorecardComparison(
      through: ScorecardScope(
        year: scorecard.year, of: [kecamatan], asOf: scorecard.day,
        knownThrough: explanation.knownThrough),
      indicator: label, in: workspace)
    let lines = comparison.groups.flatMap(\.lines)
    let years = comparison.years.compactMap { year in
      // Of two registers of one year, the one that is explained.
      let values = lines.compactMap { line in line.values[year].map { (line.register, $0) } }
      return (values.first { $0.0 == scorecard.register.name } ?? values.first)?.1
    }
    let begun = years.filter(\.isWatched).flatMap { value in
      Quarter.all(of: value.year).filter { $0.firstDay <= scorecard.day }.map { quarter in
        Part(
          quarter: quarter, figure: value.entry.quarters[quarter],
          cumulative: value.entry.cumulative[quarter])
      }
    }
    let empty = years.prefix { $0.figure?.value == nil }.count
    self.years = Array(years.dropFirst(min(empty, years.count - 1)))
    quarters = Array(begun.drop { $0.figure?.value == nil && $0.cumulative?.value == nil })
  }

  /// The table of the years.
  public static let yearColumns: [Column<ScorecardComparison.Value>] = [
    Column(key: "tahun", heading: "Tahun") { .text("\($0.year)") },
    Column(key: "setahun", heading: "Setahun") { .figure($0.figure) },
    Column(key: "target", heading: "Target") { Cell($0.entry.targetValue) },
    Column(key: "capaian", heading: "Capaian") { Cell($0.achievement) },
  ]

  /// The table of the quarters.
  public static let quarterColumns: [Column<Part>] = [
    Column(key: "triwulan", heading: "Triwulan") { part in
      .text(part.quarter.indonesianWithYear)
    },
    Column(key: "triwulan_itu", heading: "Triwulan itu") { .figure($0.figure) },
    Column(key: "sd_triwulan", heading: "Sampai dengan") { .figure($0.cumulative) },
  ]
}
