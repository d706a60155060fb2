internal import CivilCalendar
public import Compliance
internal import ComplianceModel

extension Scorecards.Sheet {
  /// The table of indicators for programs: as `columns(through:)`, with a column for each quarter.
  ///
  /// - Parameter year: The year of the scorecard.
  /// - Returns: The columns.
  public static func quarterColumns(of year: Int) -> [Column<Scorecard.Entry>] {
    Quarter.all(of: year).flatMap { quarter -> [Column<Scorecard.Entry>] in
      [
        Column(key: "tw\(quarter.number)", heading: quarter.indonesian) {
          Cell($0.quarters[quarter]?.value)
        },
        Column(key: "sd_tw\(quarter.number)", heading: "s.d. \(quarter.indonesian)") {
          Cell($0.cumulative[quarter]?.value)
        },
      ]
    }
  }
}

extension Scorecards {
  /// The indicators of all registers as one table for programs.
  public var grid: Grid {
    let quarters = Sheet.quarterColumns(of: scope.year)
    return Grid(
      joining: sheets.map { sheet in
        let columns = sheet.columns(through: nil).filter {
          !["sd_triwulan", "triwulan"].contains($0.key)
        }
        return Grid(columns + quarters, sheet.entries)
      })
  }
}
