internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds

struct Kejadian: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "kejadian", abstract: "Mencatat kejadian bertanggal yang dipakai aturan tenggat.",
    discussion: """
      Misalnya pelantikan-kades dan perpanjangan-jabatan-kades (per desa), dan rkpd-ditetapkan. \
      perpanjangan-jabatan-kades: hari keputusan bupati/wali kota yang memperpanjang masa jabatan yang \
      berakhir Februari sampai 24 April 2024 menjadi delapan tahun.
      """, aliases: ["event"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode kejadian.")
  var kode: String
  @Argument(help: "Periode yang dituju kejadian itu, bila ada.")
  var periode: Period?
  @Option(help: ArgumentHelp("Tanggal kejadian.", valueName: "tanggal"))
  var tanggal: CivilDate
  @Option(
    help: ArgumentHelp(
      "Kode atau nama desa, boleh diulang; baku: kecamatan.", valueName: "unit"))
  var unit: [String] = []
  @Option(help: ArgumentHelp("Catatan bebas.", valueName: "teks"))
  var catatan: String?
  @Option(
    help: ArgumentHelp("Sebab kejadian yang janggal tetap dicatat.", valueName: "teks"))
  var alasan: String?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  func run(_ session: inout Session) throws {
    let event = RecordEvent(
      kode, period: periode, on: tanggal, units: unit, note: catatan,
      reason: try CommandFailure.reason(alasan), recorder: try session.recorder(petugas))
    let outcome = try event.record(in: session.workspace, at: session.clock.now)
    for remark in outcome.remarks { Console.message(remark.message) }
    for row in outcome.rows {
      session.console.line(
        "Tercatat (baris \(row.row.text)): \(row.event.name), \(row.unitName), "
          + row.date.indonesian)
    }
  }
}
