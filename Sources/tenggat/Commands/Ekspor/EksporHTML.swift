internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

struct EksporHTML: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "html", abstract: "Satu halaman untuk peramban, ponsel, dan kertas.",
    discussion: """
      Satu berkas satu kecamatan, tanpa skrip dan tanpa jaringan: jadwal, dokumen desa, kepatuhan, IKU, \
      riwayat, dan kewajiban. Dicetak mendatar, dengan kop dan tempat tanda tangan.
      """)

  static let examples = [
    "ekspor html --tahun 2026",
    "ekspor html --triwulan 2026-TW1 --kertas a4 --keluaran laporan.html",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var options: OverviewOptions

  var namedUnits: [String] { [options.unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    for overview in try options.overviews(&session) {
      let page = OverviewPage(
        overview: overview, paper: options.kertas, made: options.export.made(session))
      try options.export.write(
        Array(page.html.utf8), as: overview.fileName(ending: "html"), for: .page,
        saying: "\(overview.obligations.facts.count.indonesian) kewajiban", &session)
    }
  }
}
