internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Reminders
internal import Workspace

/// Puts off the reminders of one obligation until a day.
struct IngatkanTunda: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "tunda", abstract: "Menunda pengingat satu kewajiban sampai suatu tanggal.",
    discussion: """
      Pada tanggal itu pengingatnya berjalan lagi. Tenggatnya tidak berubah; untuk itu ada perpanjang.
      """,
    aliases: ["snooze"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode laporan, misalnya LKIP, atau namanya.")
  var laporan: String
  @Argument(help: "Periode yang dilaporkan.")
  var periode: Period?
  @Option(help: ArgumentHelp("Kode atau nama desa; baku: kecamatan.", valueName: "unit"))
  var unit: String?
  @Option(help: ArgumentHelp("Hari pertama diingatkan lagi.", valueName: "tanggal"))
  var sampai: CivilDate
  @Option(help: ArgumentHelp("Sebabnya.", valueName: "teks"))
  var alasan: String
  @Option(help: ArgumentHelp("Siapa yang menunda; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  func run(_ session: inout Session) throws {
    guard alasan.nonEmpty != nil else {
      throw CommandFailure.usage("--alasan kosong", fix: "tulis sebab penundaannya")
    }
    guard sampai > session.today else {
      throw CommandFailure.usage(
        "\(sampai.indonesian) tidak sesudah hari ini", fix: "sebut tanggal yang akan datang")
    }
    var selection = try Selection(session, report: laporan, unit: unit)
    let obligation =
      if let periode {
        try selection.obligation(periode, asOf: session.today)
      } else {
        try selection.onlyObligation(session, "terbuka") {
          $0.status == .overdue || $0.status == .dueSoon
        }
      }
    let period = obligation.id.period
    var file = try Outbox(workspace: session.workspace.folder).lock(year: session.today.year)
    try file.append([
      OutboxRow(
        at: session.clock.now,
        .snoozed(
          OutboxRow.Snooze(
            unit: selection.unit, report: selection.code, period: period, until: sampai,
            person: try session.recorder(petugas), reason: alasan)))
    ])
    session.console.line(
      "Pengingat \(selection.code) \(period.indonesian) \(selection.unitName) ditunda sampai "
        + sampai.indonesian)
  }
}
