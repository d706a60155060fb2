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
    let (made, paper) = (options.export.made(session), options.kertas)
    let pages = try options.overviews(&session) { overview in
      (
        html: OverviewPage(overview: overview, paper: paper, made: made).html,
        name: overview.fileName(ending: "html"), count: overview.obligations.facts.count
      )
    }
    for page in pages {
      try options.export.write(
        Array(page.html.utf8), as: page.name, for: .page,
        saying: "\(page.count.indonesian) kewajiban", &session)
    }
  }
}
