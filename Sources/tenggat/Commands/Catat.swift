internal import ArgumentParser
internal import CivilCalendar

struct Catat: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "catat", abstract: "Mencatat penyampaian laporan atau dokumen.",
    discussion: """
      Tanpa PERIODE dipakai satu-satunya periode yang terbuka. Untuk RPJMDes, RKPDes, dan APBDes \
      --tanggal adalah tanggal penetapan dan --diterima tanggal kecamatan menerimanya; untuk RekADD \
      tanggal terbitnya. Pencatatan lebih dari 7 hari sesudahnya adalah susulan dan perlu --alasan; \
      begitu pula tanggal, periode, atau urutan yang janggal. Beberapa --unit dicatat semua atau tidak \
      satu pun; beberapa --berkas menjadi satu kumpulan bukti.
      """,
    aliases: ["record"])

  static let examples = [
    "catat LKIP 2025 --berkas lkip.pdf",
    "catat LPPDesa 2025 --semua-desa --kecuali Bagak --tanggal 2026-03-27",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode laporan, misalnya LKIP, atau namanya.")
  var laporan: String
  @Argument(help: "Periode yang dilaporkan: 2025, 2026-S1, 2026-TW3, 2026-09.")
  var periode: Period?
  @OptionGroup var units: UnitOptions
  @Option(help: ArgumentHelp("Tanggal dokumen; bawaan: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?
  @Option(
    help: ArgumentHelp("Tanggal diterima kecamatan; bawaan: --tanggal.", valueName: "tanggal"))
  var diterima: CivilDate?
  @Option(
    help: ArgumentHelp(
      "Berkas bukti, disalin ke ruang kerja; boleh diulang.", valueName: "berkas"))
  var berkas: [String] = []
  @Option(help: ArgumentHelp("Catatan bebas.", valueName: "teks"))
  var catatan: String?
  @Option(
    help: ArgumentHelp("Sebab susulan, atau sebab yang janggal tetap dicatat.", valueName: "teks"))
  var alasan: String?
  @OptionGroup var recorder: RecorderOptions

  var namedUnits: [String] { units.unit }

  func run(_ session: inout Session) throws {
    let request = SubmissionRequest(
      report: laporan, period: periode, units: try units.named, date: tanggal, received: diterima,
      evidence: berkas, note: catatan, reason: alasan, recorder: recorder.petugas)
    try request.record(&session)
  }
}
