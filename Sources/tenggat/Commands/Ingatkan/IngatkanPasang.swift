internal import ArgumentParser
internal import ComplianceModel
internal import Reminders
internal import SystemPackage
internal import Workspace

/// Says how a server runs the reminders every day, and puts the line into the crontab where asked.
struct IngatkanPasang: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "pasang", abstract: "Menjalankan pengingat setiap hari: cron atau systemd.",
    discussion: """
      Tanpa pilihan hanya menampilkan baris crontab dan unit systemd untuk disalin. --cron memasang \
      barisnya pada crontab pengguna ini; diulang, barisnya diganti, bukan ditambah.
      """,
    aliases: ["install"])

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("Jam menurut zona kantor.", valueName: "jam"))
  var jam = TimeOfDay(minute: 8 * 60)
  @Flag(help: "Pasang pada crontab pengguna ini.")
  var cron = false
  @Flag(help: "Cabut dari crontab pengguna ini.")
  var hapus = false

  func run(_ session: inout Session) throws {
    guard !(cron && hapus) else {
      throw CommandFailure.usage(
        "--cron dan --hapus tidak dapat bersama", fix: "pakai salah satu")
    }
    let run = try dailyRun(session)
    let serverOffset = Environment.secondsFromUTC
    let page = InstallationPage(run: run, serverSecondsFromUTC: serverOffset)
    if cron || hapus {
      session.console.line(try changeCrontab(run, page, serverOffset))
      return
    }
    let workspace = session.workspace
    guard let first = workspace.kecamatan.first else { return }
    page.print(
      SystemdUnits(
        run, of: (first.code, first.displayName(of: first.code)),
        owner: Environment.owner(of: run.workspace), workspace.office.reminders),
      to: &session)
  }

  private func dailyRun(_ session: Session) throws -> DailyRun {
    let folder = session.workspace.folder
    let data = Environment.value("TENGGAT_DATA").map { FilePath($0) }
    do {
      return try DailyRun(
        minute: jam.minute, zone: session.workspace.office.zone, program: Environment.executable,
        workspace: Environment.resolved(folder) ?? folder,
        data: data.map { Environment.resolved($0) ?? $0 })
    } catch {
      throw CommandFailure.usage(
        "\(error.path) tidak dapat ditulis dalam crontab atau unit systemd",
        fix: "pakai nama folder tanpa garis miring terbalik")
    }
  }

  /// Changes the crontab; the sentence that says what was done.
  private func changeCrontab(
    _ run: DailyRun, _ page: InstallationPage, _ serverOffset: Int
  ) throws -> String {
    let isRemoval = hapus
    do {
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
    } catch let failure as Crontab.Failure {
      throw InstallationPage.failure(failure)
    } catch let block as CrontabText.OpenBlock {
      throw InstallationPage.failure(block)
    }
  }
}
