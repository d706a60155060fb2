internal import ArgumentParser
internal import ComplianceModel
internal import DailyRuns
internal import SystemPackage
internal import Wording
internal import Workspace

/// Whether the line of a daily run is put into the crontab, or taken out of it.
struct InstallationOptions: ParsableArguments {
  @Flag(help: "Pasang pada crontab pengguna ini.")
  var cron = false
  @Flag(help: "Cabut dari crontab pengguna ini.")
  var hapus = false

  /// Refuses both at once.
  func check() throws {
    guard !(cron && hapus) else { throw OptionRefusal.exclusive(["--cron", "--hapus"]) }
  }

  /// Changes the crontab where one of them is given, and says what was done.
  ///
  /// - Returns: Whether one was given.
  func changeCrontab(_ page: InstallationPage, in session: inout Session) throws -> Bool {
    guard cron || hapus else { return false }
    let run = page.run
    let serverOffset = page.serverSecondsFromUTC
    let isRemoval = hapus
    let change = try waiting {
      let crontab = Crontab(for: run.work)
      var text = CrontabText(try await crontab.read())
      let change =
        isRemoval
        ? try text.remove(run) : try text.install(run, serverSecondsFromUTC: serverOffset)
      if change != .unchanged { try await crontab.write(text) }
      return change
    }
    session.console.line(page.sentence(change, removing: isRemoval))
    if cron, let warning = page.warning { Console.message("tenggat: peringatan: \(warning)") }
    return true
  }
}

extension Session {
  /// The run of a command in this workspace that a server starts every day.
  ///
  /// - Parameters:
  ///   - work: What is run.
  ///   - words: The words behind the command, without the workspace.
  ///   - time: The time by the office's clock.
  ///   - hoursLater: How many hours after it cron starts the run again.
  /// - Returns: The run.
  /// - Throws: A refusal of a path that neither a crontab nor a unit of systemd can hold.
  func dailyRun(
    _ work: DailyWork, _ words: [String] = [], at time: TimeOfDay, again hoursLater: [Int] = []
  ) throws -> DailyRun {
    let folder = workspace.folder
    let data = Environment.value("TENGGAT_DATA").map { FilePath($0) }
    do {
      return try DailyRun(
        of: work, words, minute: time.minute, again: hoursLater, zone: workspace.office.zone,
        program: Environment.executable, workspace: Environment.resolved(folder) ?? folder,
        data: data.map { Environment.resolved($0) ?? $0 })
    } catch {
      throw InstallationRefusal.unwritable(error.path)
    }
  }

  /// The office after which units of systemd are called.
  var installedOffice: (code: RegionCode, name: String)? {
    workspace.kecamatan.first.map { ($0.code, $0.displayName(of: $0.code)) }
  }
}
