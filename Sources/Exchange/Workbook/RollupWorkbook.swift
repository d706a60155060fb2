public import Answers
public import CivilCalendar
internal import ComplianceModel
public import Spreadsheets
internal import Wording

/// The sums of many exports as a workbook: the larger regions, the kecamatan with their places, who has not
/// sent, and what was added up.
public struct RollupWorkbook: Sendable {
  private let rollup: Rollup
  private let paper: Sheet.Paper
  private let made: ClockReading

  /// Prepares a workbook.
  ///
  /// - Parameters:
  ///   - rollup: The sums.
  ///   - paper: What its sheets are printed on.
  ///   - made: When it is made.
  public init(_ rollup: Rollup, on paper: Sheet.Paper, made: ClockReading) {
    self.rollup = rollup
    self.paper = paper
    self.made = made
  }

  private var text: RollupText { RollupText(rollup) }

  /// The workbook.
  public var workbook: Workbook {
    Workbook(
      title: text.title, created: made.unixSeconds,
      sheets: [regions, kecamatan] + missing + [sources])
  }

  private static let counts = [
    "wajib", "tepat_waktu", "terlambat", "lewat", "menunggu", "dibebaskan", "susulan",
    "berjalan.persen_tepat_waktu", "persen_tepat_waktu",
  ]
  private static let countWidths = [9, 9, 10, 9, 10, 9, 9, 11, 11]

  private var regions: Sheet {
    var layout = SheetLayout("Rekap", on: paper, widths: [12, 10, 34] + RollupWorkbook.countWidths)
    addHead(to: &layout)
    let levels: [Recap.Level] = [.country, .province, .regency]
    layout.add(
      grid(levels.flatMap { rollup.recap.rankedRows(of: $0) })
        .showing(["tingkat", "kode", "nama"] + RollupWorkbook.counts), fixed: 3)
    layout.add()
    for note in text.notes { layout.add(note, SheetLayout.line(size: 8)) }
    return layout.sheet
  }

  private var kecamatan: Sheet {
    var layout = SheetLayout(
      "Kecamatan", on: paper, widths: [10, 11, 34] + RollupWorkbook.countWidths)
    addHead(to: &layout)
    layout.add(
      grid(rollup.recap.rankedRows(of: .kecamatan))
        .showing(["peringkat", "kode", "nama"] + RollupWorkbook.counts), fixed: 3)
    return layout.sheet
  }

  private func grid(_ rows: [Recap.RankedRow]) -> Grid {
    Grid(Recap.columns(ofQuarter: rollup.duty.quarter != nil), rows)
  }

  private var missing: [Sheet] {
    guard let missing = rollup.missing else { return [] }
    var layout = SheetLayout("Belum mengirim", on: paper, widths: [11, 34, 10, 34])
    layout.add(text.missing ?? "", SheetLayout.line(bold: true, size: 12))
    layout.add()
    layout.add(Grid(Rollup.missingColumns, missing), fixed: 2)
    return [layout.sheet]
  }

  private var sources: Sheet {
    var layout = SheetLayout("Sumber", on: paper, widths: [11, 30, 13, 22, 60])
    layout.add(Grid(Rollup.sourceColumns, rollup.used), fixed: 1)
    return layout.sheet
  }

  private func addHead(to layout: inout SheetLayout) {
    layout.add(text.title, SheetLayout.line(bold: true, size: 12, .center))
    layout.add(text.state, SheetLayout.line(size: 9, .center))
    layout.add()
  }
}
