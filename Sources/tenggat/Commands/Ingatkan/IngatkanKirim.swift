internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import Reminders
internal import SystemPackage
internal import Workspace
internal import Wording

/// Sends what has to be told and was not: what `ingatkan` does without a subcommand.
struct IngatkanKirim: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "kirim", abstract: "Mengirim yang perlu dan belum terkirim.",
    discussion: """
      Keluar dengan 0 juga bila tidak ada yang perlu; 75 bila ada yang gagal dan akan dicoba lagi: yang \
      hanya dapat diperbaiki orang, sekali sehari. \
      --coba menunjukkan siapa akan menerima apa, tanpa mengirim dan tanpa mencatat.
      """,
    aliases: ["send"])

  static let examples = [
    "ingatkan",
    "ingatkan --coba --hari 14",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Tunjukkan saja: siapa akan menerima apa, dan kapan.")
  var coba = false
  @Flag(help: "Coba sekarang juga yang gagal, tanpa menunggu gilirannya.")
  var ulangi = false
  @Option(help: ArgumentHelp("Dengan --coba: berapa hari ke depan.", valueName: "hari"))
  var hari = PlainNumber(7)

  func run(_ session: inout Session) throws {
    guard coba || hari.value == 7, (1...366).contains(hari.value) else {
      throw coba
        ? OptionRefusal.outOfBounds("--hari", "1-366", .write("--hari 14"))
        : .onlyWith("--hari", "--coba", .add("--coba"))
    }
    guard !(coba && ulangi) else {
      throw OptionRefusal.exclusive(["--coba", "--ulangi"])
    }
    guard coba || !output.json else {
      throw OptionRefusal.onlyWith(
        "--json", "--coba", .sentBefore("tenggat ingatkan riwayat --json"))
    }
    guard coba else { return try IngatkanKirim.send(&session, again: ulangi) }
    let desk = try ReminderDesk(session, ahead: hari.value)
    let page = ReminderForecastPage(
      forecast: ReminderForecast(
        desk.reminders, days: hari.value, after: try desk.outbox.read().rows))
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
    }
  }

  /// Sends what is due and tells what went wrong; what is damaged is told by `periksa`, since cron
  /// would mail it every day.
  ///
  /// - Throws: `CommandFailure` where a message failed and will be tried again; what ``ReminderDesk``
  ///   throws.
  static func send(_ session: inout Session, again isImpatient: Bool) throws {
    let desk = try ReminderDesk(session, ahead: 1, impatient: isImpatient)
    // What is sent goes out at once and not when the command ends.
    try session.console.flush()
    let (report, heartbeat) = try desk.run()
    for trouble in heartbeat {
      Console.message(
        "tenggat: peringatan: \(trouble); periksa 'detak' dalam kantor.yaml")
    }
    for doubt in report.doubts {
      Console.message(
        "tenggat: peringatan: \(doubt); mungkin terkirim, tidak dikirim lagi")
    }
    for refusal in report.refusals {
      Console.message(
        "tenggat: peringatan: \(refusal); tidak dicoba lagi hari ini, sesudah diperbaiki: "
          + "tenggat ingatkan --ulangi")
    }
    guard report.outcome == .failed else { return }
    for failure in report.failures {
      Console.message(
        "tenggat: peringatan: \(failure); dicoba lagi pada jalan berikutnya")
    }
    throw CommandFailure(.locked, lines: [])
  }
}
