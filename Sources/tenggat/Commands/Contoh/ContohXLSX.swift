internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import Spreadsheets
internal import Workspace

/// Writes an empty workbook to fill in with submissions.
struct ContohXLSX: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "xlsx", abstract: "Buku kerja Excel kosong untuk 'impor', dengan daftar pilihan.",
    discussion: """
      Lembar Isian memuat judul kolom yang dikenal impor, dengan daftar unit, laporan, dan periode kantor \
      ini menurut satu tahun atau triwulan kewajiban (bawaan: tahun ini). Daftarnya memperingatkan, tidak melarang. \
      Sesudah diisi: tenggat impor BERKAS --coba.
      """)

  static let examples = [
    "contoh xlsx",
    "contoh xlsx --tahun 2026 --keluaran isian.xlsx",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var export: ExportOptions
  @Option(help: ArgumentHelp("Kecamatan, bila ruang kerja memantau beberapa.", valueName: "unit"))
  var unit: String?

  var namedUnits: [String] { [unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    let duty = try export.duty(or: session.today.year)
    for kecamatan in try export.offices(of: unit, session) {
      let question = Obligations.Question(
        duty, of: UnitScope([kecamatan.code], session.workspace.kecamatan),
        asOf: session.today)
      let template = SubmissionTemplate(
        try Obligations(question, in: session.workspace), of: kecamatan,
        made: export.made(session))
      let (workbook, program) = (template.workbook, Environment.executable)
      let bytes = try waiting { try await SpreadsheetProgram.file(of: workbook, beside: program) }
      let counts = template.counts
      try export.write(
        bytes, as: "isian-\(kecamatan.code)-\(duty.name).xlsx",
        for: .workbook(ending: Workbook.mark),
        saying: "\(counts.units) unit, \(counts.reports) laporan, \(counts.periods) periode",
        &session)
    }
  }
}
