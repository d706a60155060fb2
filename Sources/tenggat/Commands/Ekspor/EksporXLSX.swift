internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Spreadsheets
internal import Workspace

struct EksporXLSX: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "xlsx",
    abstract: "Buku kerja Excel: jadwal, desa, kepatuhan, IKU, riwayat, kewajiban.",
    discussion: """
      Satu berkas satu kecamatan. Empat lembar pertama siap dicetak, dengan kop dan tempat tanda tangan; \
      Riwayat dan Kewajiban tabel polos untuk disaring dan dipivot. Tanggal, bilangan, dan persentase \
      sungguhan; teks tidak pernah menjadi rumus.
      """)

  static let examples = [
    "ekspor xlsx --tahun 2026",
    "ekspor xlsx --triwulan 2026-TW1 --kertas a4 --keluaran laporan.xlsx",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: OverviewOptions

  var namedUnits: [String] { [options.unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    let (made, paper) = (options.export.made(session), options.kertas.sheet)
    var queue = WorkbookQueue(
      beside: Environment.executable, programs: Environment.processorCount)
    let places = try options.overviews(&session) { overview in
      let sheets = try queue.add(OfficeWorkbook(overview, on: paper, made: made))
      return (name: overview.fileName(ending: "xlsx"), sheets: sheets)
    }
    for (place, bytes) in zip(places, try queue.files()) {
      try options.export.write(
        bytes, as: place.name, for: .workbook(ending: Workbook.mark),
        saying: "\(place.sheets) lembar", &session)
    }
  }
}

extension PaperSize {
  /// The paper of a sheet.
  var sheet: Sheet.Paper {
    switch self {
    case .f4: .f4
    case .a4: .a4
    }
  }
}
