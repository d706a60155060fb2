internal import ArgumentParser
internal import CivilCalendar
internal import Deeds
internal import PlainText
internal import Workspace

struct Tetapkan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "tetapkan",
    abstract: "Menulis tenggat tahun ini menurut surat Sekda, Bupati, atau Camat.",
    discussion: """
      Tanpa --unit berlaku bagi semua yang wajib, dan untuk satu periode: periode lain tetap menurut \
      aturannya. Ditulis di folder kalender/ ruang kerja; keterangan dan isi lain di sana tidak \
      berubah. Yang ditunjukkan: tenggat dan keadaan \
      mana yang bergeser pada hari ini. Tanggal yang lebih dari enam bulan dari aturannya perlu --alasan. \
      Triwulan yang sudah dibekukan tidak diubah. Untuk memundurkan tenggat satu unit yang meminta waktu, \
      pakai 'tenggat perpanjang'.
      """, aliases: ["set-date"])

  static let examples = [
    "tetapkan LPPD 2025 --tanggal 2026-01-30 --surat 'Sekda 100/1/Pem, 5 Januari 2026'",
    "tetapkan LPPDesa 2025 --semua-desa --tanggal 2026-03-20 --surat 'Camat 7' --coba",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Kode laporan, misalnya LPPD, atau namanya.")
  var laporan: String
  @Argument(help: "Periode yang dilaporkan: 2025, 2026-S1, 2026-TW3, 2026-09.")
  var periode: Period
  @Option(help: ArgumentHelp("Tenggat menurut surat itu.", valueName: "tanggal"))
  var tanggal: CivilDate
  @Option(help: ArgumentHelp("Surat yang menetapkannya: siapa, nomor, tanggal.", valueName: "teks"))
  var surat: String
  @OptionGroup var units: UnitOptions
  @Option(
    help: ArgumentHelp("Sebab tanggal yang janggal tetap ditulis.", valueName: "teks"))
  var alasan: String?
  @Flag(help: "Tunjukkan saja yang akan bergeser; tidak ada yang ditulis.")
  var coba = false

  var namedUnits: [String] { units.unit }

  func run(_ session: inout Session) throws {
    let request = SetDueDate(
      report: laporan, period: periode, date: tanggal, letter: surat, units: try units.named,
      reason: try CommandFailure.reason(alasan))
    let outcome =
      try coba
      ? request.preview(in: session.workspace, asOf: session.today)
      : request.record(in: session.workspace, at: session.clock.now)
    let page = SetDueDatePage(
      outcome: outcome, isPreview: coba, kecamatan: session.workspace.kecamatan)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session.console)
    }
    for remark in page.remarks { Console.message(remark) }
  }
}
