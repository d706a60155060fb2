internal import ArgumentParser
internal import ComplianceModel
internal import Reminders
internal import SystemPackage
internal import Workspace
internal import Wording

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
  @Flag(help: "Pasang pada crontab pengguna ini.")
  var cron = false
  @Flag(help: "Cabut dari crontab pengguna ini.")
  var hapus = false

  func run(_ session: inout Session) throws {
    guard !(cron && hapus) else {
      throw OptionRefusal.exclusive(["--cron", "--hapus"])
    }
    let settings = session.workspace.office.reminders
    let run = try dailyRun(session, settings)
    let serverOffset = Environment.secondsFromUTC
    let page = InstallationPage(
      run: run, serverSecondsFromUTC: serverOffset, secretVariables: settings.secretVariables)
    if cron || hapus {
      session.console.line(try changeCrontab(run, page, serverOffset))
      if cron, let warning = page.warning { Console.message("tenggat: peringatan: \(warning)") }
      return
    }
    let workspace = session.workspace
    guard let first = workspace.kecamatan.first else { return }
    page.print(
      SystemdUnits(
        run, of: (first.code, first.displayName(of: first.code)),
        owner: Environment.owner(of: run.workspace), settings),
      to: &session)
  }

  /// The hours after the first run of a day at which cron starts another.
  private static let hoursLater = [2, 4, 6]

  private func dailyRun(_ session: Session, _ settings: ReminderSettings) throws -> DailyRun {
    func isQuiet(_ minute: Int) -> Bool { settings.quietHours?.contains(minute: minute) ?? false }
    guard hapus || !isQuiet(jam.minute) else {
      throw InstallationRefusal.quietHour(jam, option: "--jam")
    }
    let later = IngatkanPasang.hoursLater.filter { hours in
      let minute = jam.minute + hours * 60
      return minute < 24 * 60 && !isQuiet(minute)
    }
    let folder = session.workspace.folder
    let data = Environment.value("TENGGAT_DATA").map { FilePath($0) }
    do {
      return try DailyRun(
        minute: jam.minute, again: later, zone: session.workspace.office.zone,
        program: Environment.executable,
        workspace: Environment.resolved(folder) ?? folder,
        data: data.map { Environment.resolved($0) ?? $0 })
    } catch {
      throw InstallationRefusal.unwritable(error.path)
    }
  }

  /// Changes the crontab; the sentence that says what was done.
  private func changeCrontab(
    _ run: DailyRun, _ page: InstallationPage, _ serverOffset: Int
  ) throws -> String {
    let isRemoval = hapus
    let change = try waiting {
      let crontab = Crontab()
      var text = CrontabText(try await crontab.read())
      let change =
        isRemoval
        ? try text.remove(run) : try text.install(run, serverSecondsFromUTC: serverOffset)
      if change != .unchanged { try await crontab.write(text) }
      return change
    }
    return page.sentence(change, removing: isRemoval)
  }
}
