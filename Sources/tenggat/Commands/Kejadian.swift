internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Wording

struct Kejadian: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "kejadian", abstract: "Mencatat kejadian bertanggal yang dipakai aturan tenggat.",
    discussion: """
      Yang dikenal di mana pun, tiap desa: pelantikan-kades; penunjukan-pj-kades (tidak memulai masa jabatan); \
      perpanjangan-jabatan-kades (hari keputusan bupati/wali kota yang memperpanjang masa jabatan yang \
      berakhir Februari sampai 24 April 2024 menjadi delapan tahun); akhir-masa-jabatan-kades. Bagi \
      kecamatan: rkpd-ditetapkan. Kalender kabupaten dapat menambah yang lain.
      """, aliases: ["event"])

  static let examples = [
    "kejadian pelantikan-kades --unit Tarungin --tanggal 2026-01-15",
    "kejadian rkpd-ditetapkan 2027 --tanggal 2026-06-30",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode kejadian, misalnya pelantikan-kades.")
  var kode: String
  @Argument(help: "Periode yang dituju kejadian itu, bila ada.")
  var periode: Period?
  @Option(help: ArgumentHelp("Tanggal kejadian.", valueName: "tanggal"))
  var tanggal: CivilDate
  @OptionGroup var units: UnitOptions
  @Option(help: ArgumentHelp("Catatan bebas.", valueName: "teks"))
  var catatan: String?
  @Option(
    help: ArgumentHelp("Sebab kejadian yang janggal tetap dicatat.", valueName: "teks"))
  var alasan: String?
  @OptionGroup var recorder: RecorderOptions

  var namedUnits: [String] { units.unit }

  func run(_ session: inout Session) throws {
    let event = RecordEvent(
      kode, period: periode, on: tanggal, units: try units.named, note: catatan,
      reason: try CommandFailure.reason(alasan), recorder: try session.recorder(recorder.petugas))
    let outcome = try event.record(in: session.workspace, at: session.clock.now)
    for remark in outcome.remarks { Console.message(remark.message) }
    for row in outcome.rows {
      session.console.line(
        "Tercatat (baris \(row.row.text)): \(row.event.name), \(row.unitName), "
          + row.date.indonesian)
    }
  }
}
