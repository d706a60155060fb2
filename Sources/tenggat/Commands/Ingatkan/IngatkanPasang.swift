internal import ArgumentParser
internal import ComplianceModel
internal import DailyRuns
internal import Wording
internal import Workspace

/// Says how a server runs the reminders every day, and puts the line into the crontab where asked.
struct IngatkanPasang: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "pasang", abstract: "Menjalankan pengingat setiap hari: cron atau systemd.",
    discussion: """
      Tanpa pilihan hanya menampilkan baris crontab dan unit systemd untuk disalin. --cron memasang \
      barisnya pada crontab pengguna ini; diulang, barisnya diganti, bukan ditambah. Pada hari yang sama \
      cron menjalankannya lagi tiap dua jam, untuk yang gagal dan untuk komputer yang baru menyala.
      """,
    aliases: ["install"])

  static let examples = [
    "ingatkan pasang",
    "ingatkan pasang --jam 07.30",
  ]

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("Jam menurut zona kantor.", valueName: "jam"))
  var jam = TimeOfDay(minute: 8 * 60)
  @OptionGroup var installation: InstallationOptions

  func run(_ session: inout Session) throws {
    try installation.check()
    let settings = session.workspace.office.reminders
    let run = try dailyRun(session, settings)
    let page = InstallationPage(
      run: run, serverSecondsFromUTC: Environment.secondsFromUTC,
      words: .reminders(needing: settings.secretVariables), command: "tenggat ingatkan pasang")
    guard try !installation.changeCrontab(page, in: &session) else { return }
    guard let office = session.installedOffice else { return }
    page.print(
      SystemdUnits(run, of: office, owner: Environment.owner(of: run.workspace), settings),
      to: &session)
  }

  /// The hours after the first run of a day at which cron starts another.
  private static let hoursLater = [2, 4, 6]

  private func dailyRun(_ session: Session, _ settings: ReminderSettings) throws -> DailyRun {
    func isQuiet(_ minute: Int) -> Bool { settings.quietHours?.contains(minute: minute) ?? false }
    guard installation.hapus || !isQuiet(jam.minute) else {
      throw InstallationRefusal.quietHour(jam, option: "--jam")
    }
    let later = IngatkanPasang.hoursLater.filter { hours in
      let minute = jam.minute + hours * 60
      return minute < 24 * 60 && !isQuiet(minute)
    }
    return try session.dailyRun(.reminders, at: jam, again: later)
  }
}
