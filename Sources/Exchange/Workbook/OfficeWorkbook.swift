public import Answers
public import CivilCalendar
internal import Compliance
internal import ComplianceModel
public import Spreadsheets
internal import Wording

/// What one kecamatan shows of a duty year or quarter, as a workbook.
///
/// Four sheets are for people and for paper, with the head of the office and a place for the signature;
/// `Riwayat` and `Kewajiban` are plain tables from the first row on, for filters and pivot tables.
public struct OfficeWorkbook: Sendable {
  private let overview: Overview
  private let paper: Sheet.Paper
  private let made: ClockReading

  /// Prepares a workbook.
  ///
  /// - Parameters:
  ///   - overview: What the kecamatan shows.
  ///   - paper: What its sheets are printed on.
  ///   - made: When it is made.
  public init(_ overview: Overview, on paper: Sheet.Paper, made: ClockReading) {
    self.overview = overview
    self.paper = paper
    self.made = made
  }

  /// The workbook.
  public var workbook: Workbook {
    var sheets: [Sheet] = []
    prepareSheets { sheets.append($0) }
    return Workbook(title: title, created: created, sheets: sheets)
  }

  /// Its title.
  var title: String { OverviewText(overview).title }

  /// When it is made, in seconds since 1970-01-01T00:00:00Z.
  var created: Int { made.unixSeconds }

  /// Prepares its sheets, and hands each on before the next one.
  func prepareSheets(_ take: (Sheet) -> Void) {
    take(schedule)
    take(villages)
    take(rates)
    if let scorecards { take(scorecards) }
    take(history)
    take(obligations)
  }

  // MARK: - Sheets for people

  private var schedule: Sheet {
    var layout = SheetLayout("Jadwal", on: paper, widths: [13, 27, 14, 36, 16, 24, 27, 11])
    addHead(OverviewText(overview).scheduleTitle, to: &layout)
    let grid = Grid(
      overview.schedule.columns, overview.schedule.situations.map { SituationGroup($0) })
    layout.add(
      grid.showing([
        "tenggat", "status", "laporan", "nama", "periode", "nama_unit", "penanggung_jawab",
        "keyakinan",
      ]))
    if grid.rows.isEmpty { layout.add(OverviewText.nothingOpen) }
    addFoot(to: &layout)
    return layout.sheet
  }

  private var villages: Sheet {
    let grid = overview.villages.grid
    let shown = grid.headings.map(\.key).filter {
      !["kode", "rekomendasi_ada", "rekomendasi_wajib"].contains($0)
    }
    let widths = shown.map { $0 == "nama" ? 20 : $0.contains(".") ? 13 : 7 }
    var layout = SheetLayout("Matriks desa", on: paper, widths: widths)
    addHead(OverviewText(overview).villagesTitle, to: &layout)
    layout.add(grid.showing(shown), fixed: 1)
    layout.add(OverviewText(overview).villageTotals, SheetLayout.line(bold: true))
    addFoot(to: &layout)
    return layout.sheet
  }

  private var rates: Sheet {
    var layout = SheetLayout(
      "Kepatuhan", on: paper, widths: [20, 36, 9, 9, 10, 9, 10, 9, 9, 11, 11])
    addHead(OverviewText(overview).ratesTitle, to: &layout)
    layout.add(
      overview.rates.grid.showing([
        "kelompok", "nama", "wajib", "tepat_waktu", "terlambat", "lewat", "menunggu",
        "dibebaskan", "susulan", "berjalan.persen_tepat_waktu", "persen_tepat_waktu",
      ]), fixed: 2)
    for note in OverviewText(overview).rateNotes {
      layout.add(note, SheetLayout.line(size: 8))
    }
    addFoot(to: &layout)
    return layout.sheet
  }

  private var scorecards: Sheet? {
    guard let scorecards = overview.scorecards else { return nil }
    var layout = SheetLayout("IKU", on: paper, widths: [8, 44, 28, 11, 11, 11, 12, 11, 14, 44])
    addHead(OverviewText(overview).scorecardsTitle, to: &layout)
    for (place, sheet) in scorecards.sheets.enumerated() {
      layout.add(
        OverviewText.title(of: sheet.scorecard.register), SheetLayout.line(bold: true))
      layout.add(
        Grid(sheet.columns(through: scorecards.scope.quarter), sheet.entries).showing([
          "kode", "nama", "jabatan", "target", "sd_triwulan", "realisasi", "pembilang", "capaian",
          "predikat", "keterangan",
        ]), main: place == 0, fixed: 2)
    }
    addFoot(to: &layout)
    return layout.sheet
  }

  // MARK: - Plain tables

  private var history: Sheet {
    var layout = SheetLayout(
      "Riwayat", on: paper, widths: [11, 19, 20, 14, 24, 14, 16, 13, 13, 10, 40, 9, 13])
    layout.add(
      Grid(LedgerLine.columns, overview.history).showing([
        "nomor", "dicatat_pada", "petugas", "peristiwa", "nama_unit", "laporan", "periode",
        "tanggal", "diterima", "nilai", "catatan", "susulan", "dibatalkan_oleh",
      ]), fixed: 1)
    return layout.sheet
  }

  private var obligations: Sheet {
    let grid = Grid(overview.obligations.columns, overview.obligations.facts)
    var layout = SheetLayout("Kewajiban", on: paper, widths: grid.headings.map { _ in 15 })
    layout.add(grid, forPrograms: true)
    return layout.sheet
  }

  // MARK: - What stands around a table

  private func addHead(_ title: String, to layout: inout SheetLayout) {
    let text = OverviewText(overview)
    for (place, line) in text.head.enumerated() {
      layout.add(
        line,
        SheetLayout.line(bold: place < 2, size: place == 0 ? 12 : place == 1 ? 14 : 9, .center))
    }
    layout.add()
    layout.add(title, SheetLayout.line(bold: true, size: 12, .center))
    layout.add(text.state, SheetLayout.line(size: 9, .center))
    layout.add()
  }

  private func addFoot(to layout: inout SheetLayout) {
    layout.add()
    for line in OverviewText(overview).signature {
      layout.addAtRight(
        line.text, columns: min(3, layout.sheet.widths.count),
        SheetLayout.line(bold: line.isName, .center))
    }
  }
}
