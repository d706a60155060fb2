public import CivilCalendar
public import Compliance
internal import ComplianceModel
public import Workspace

/// How the value of one indicator came about, with every obligation and every row that was counted or
/// left out: the answer behind `jelaskan iku`.
public struct IndicatorExplanation: Sendable {
  /// The register and the kecamatan; it holds the one indicator.
  public let sheet: Scorecards.Sheet
  /// The indicator.
  public let entry: Scorecard.Entry
  /// The rows that measure it; empty for what is counted from evidence.
  public let rows: [MeasuredRow]
  /// The last day of recording that is used; `nil` for all.
  public let knownThrough: CivilDate?

  /// Explains an indicator, once for each register that has it.
  ///
  /// - Parameters:
  ///   - indicator: The code of the indicator, in any case.
  ///   - scope: The year, the offices and the day.
  ///   - workspace: The workspace, with the units of the scope's day.
  /// - Returns: The explanations, at least one.
  /// - Throws: ``AnswerFailure``; a `WorkspaceFailure` for calendars, registers, holidays or ledgers that
  ///   cannot be read.
  public static func all(
    of indicator: String, _ scope: ScorecardScope, in workspace: Workspace
  ) throws -> [IndicatorExplanation] {
    var known: [Indicator] = []
    var explanations: [IndicatorExplanation] = []
    for year in try ScoredYear.all(scope, in: workspace) {
      let desk = year.desk
      for scorecard in try year.scorecards() {
        known += scorecard.entries.map(\.indicator)
        let sheet = Scorecards.Sheet(scorecard, desk).keeping(indicator: indicator, role: nil)
        explanations += sheet.entries.map { IndicatorExplanation($0, sheet, desk) }
      }
    }
    guard !explanations.isEmpty else {
      throw AnswerFailure.unknownIndicator(
        indicator, year: scope.year, nearest: known.nearest(to: indicator))
    }
    return explanations
  }

  private init(_ entry: Scorecard.Entry, _ sheet: Scorecards.Sheet, _ desk: Desk) {
    self.entry = entry
    self.sheet = sheet
    rows = entry.rows.map { MeasuredRow($0, desk) }
    knownThrough = desk.knownThrough
  }

  /// All that a reading looked at, each once, in the order of the formula.
  public func lines(of count: ReadingCount) -> [CountedLine] {
    CountedLine.lines(of: count, sheet.calendar, sheet.kecamatan)
  }

  /// What is told of the indicator as a table of indicators tells it.
  public var columns: [Column<Scorecard.Entry>] {
    let told: Set = [
      "kode", "nama", "register", "unit", "realisasi", "pembilang", "penyebut", "persen_rumus",
      "target", "capaian", "predikat", "sd_triwulan", "tertinggi", "sama_dengan",
    ]
    return sheet.columns(through: nil).filter { told.contains($0.key) }
  }

  /// What is told of another reading of it.
  public static let alternativeColumns = Scorecards.Sheet.alternativeColumns.filter {
    $0.key != "tertinggi"
  }
}
