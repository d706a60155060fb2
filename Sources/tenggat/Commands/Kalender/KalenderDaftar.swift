internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Wording

/// Every rule in force for the office, with its legal source.
struct KalenderDaftar: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "daftar", abstract: "Setiap aturan tenggat yang berlaku, dasar, dan keyakinannya.",
    discussion: """
      Tanggal lokal ditetapkan kabupaten, bukan undang-undang; ganti dengan surat kabupaten Anda \
      ('tenggat tetapkan', atau berkas dalam kalender/).
      """, aliases: ["list"])

  static let examples = [
    "kalender --tahun 2026",
    "kalender daftar --tingkat desa --lokal",
    "kalender daftar --laporan LPPD --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: ArgumentHelp("Tahun kewajiban; bawaan: tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?
  @Option(
    help: ArgumentHelp(
      "Hanya laporan ini, kode atau namanya; boleh diulang.", valueName: "laporan"))
  var laporan: [String] = []
  @Option(help: ArgumentHelp("kecamatan, desa, rekomendasi, atau semua.", valueName: "tingkat"))
  var tingkat: Kepatuhan.Tingkat = .semua
  @Option(help: ArgumentHelp("Hanya kecamatan ini.", valueName: "unit"))
  var unit: String?
  @Flag(help: "Hanya tanggal lokal.")
  var lokal = false

  func run(_ session: inout Session) throws {
    let answer = try RuleListing(
      of: tahun?.year ?? session.today.year, try session.offices(of: unit, having: "aturan"),
      asOf: session.today, in: session.workspace
    ).keeping(reports: laporan, at: tingkat.level, local: lokal)
    let page = RulePage(answer: answer)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session.console)
      if let line = answer.uncomputed.line { session.console.line(line, .soon) }
    }
  }
}
