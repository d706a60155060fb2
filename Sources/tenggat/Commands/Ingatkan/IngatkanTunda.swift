internal import ArgumentParser
internal import CivilCalendar
internal import Reminders
internal import Workspace

/// Puts off the reminders of one obligation until a day.
struct IngatkanTunda: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "tunda", abstract: "Menunda pengingat satu kewajiban sampai suatu tanggal.",
    discussion: """
      Pada tanggal itu pengingatnya berjalan lagi; tanggal hari ini mengakhiri penundaan. Tenggatnya \
      tidak berubah; untuk itu ada perpanjang.
      """,
    aliases: ["snooze"])

  static let examples = [
    "ingatkan tunda LKAT 2025 --sampai 2026-03-10 --catatan 'menunggu BPKAD'",
    "ingatkan tunda LPPDesa 2025 --unit Bagak --sampai 2026-03-28 --catatan 'kades sakit'",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Hari pertama diingatkan lagi.", valueName: "tanggal"))
  var sampai: CivilDate

  var namedUnits: [String] { row.units.unit }

  func run(_ session: inout Session) throws {
    let snooze = Snooze(
      report: row.laporan, period: row.periode, units: try row.units.named, until: sampai,
      reason: row.note,
      by: try session.recorder(row.recorder.petugas))
    let outcome = try snooze.record(
      in: session.workspace, Outbox(workspace: session.workspace.folder), at: session.clock.now)
    for row in outcome.rows {
      let what = "\(row.selection.code) \(row.period.indonesian) \(row.selection.unitName)"
      session.console.line(
        outcome.isEnded
          ? "Pengingat \(what) berjalan lagi mulai hari ini"
          : "Pengingat \(what) ditunda sampai \(sampai.indonesian)")
    }
  }
}
