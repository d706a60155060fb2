internal import ArgumentParser
internal import Backups
internal import DailyRuns
internal import PlainText
internal import SystemPackage
internal import Wording
internal import Workspace

/// Says how a server makes a backup every day, and puts the line into the crontab where asked.
struct CadangkanPasang: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "pasang", abstract: "Mencadangkan setiap hari: cron atau systemd.",
    discussion: """
      Tanpa pilihan hanya menampilkan baris crontab dan unit systemd untuk disalin. --cron memasang \
      barisnya pada crontab pengguna ini; diulang, barisnya diganti, bukan ditambah. Yang gagal atau tidak \
      terbukti disebut 'tenggat status'. Komputer yang mati pada jam itu: pakai systemd, yang \
      menjalankannya begitu menyala.
      """,
    aliases: ["install"])

  static let examples = [
    "cadangkan pasang /media/usb",
    "cadangkan pasang /var/backups/tenggat --simpan 30 --jam 16.30",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Folder yang sudah ada, di luar ruang kerja; tidak perlu bersama --hapus.")
  var tujuan: String?
  @Option(help: ArgumentHelp("Sisakan sekian cadangan terbaru.", valueName: "n"))
  var simpan = PlainNumber(14)
  @OptionGroup var installation: InstallationOptions
  @Option(help: ArgumentHelp("Jam menurut zona kantor.", valueName: "jam"))
  var jam = TimeOfDay(minute: 12 * 60)

  func run(_ session: inout Session) throws {
    try installation.check()
    try CadangkanBuat.check(simpan)
    let target = try target(session)
    let run = try session.dailyRun(
      .backup, [target.string, "--simpan", "\(simpan.value)"], at: jam)
    let page = InstallationPage(
      run: run, serverSecondsFromUTC: Environment.secondsFromUTC,
      words: .backup(into: target.string, keeping: simpan.value),
      command: "tenggat cadangkan pasang \(target.string.shellWord) --simpan \(simpan.value)")
    guard try !installation.changeCrontab(page, in: &session) else { return }
    guard let office = session.installedOffice else { return }
    page.print(
      SystemdUnits(run, of: office, owner: Environment.owner(of: run.workspace), into: target),
      to: &session)
  }

  /// The folder for backups, absolute; a line that is taken out is found without it.
  private func target(_ session: Session) throws -> FilePath {
    guard !installation.hapus else { return "/" }
    guard let tujuan else {
      throw CommandFailure.usage(
        "TUJUAN belum disebut", fix: "tulis misalnya: tenggat cadangkan pasang /media/usb")
    }
    let target = FilePath(tujuan)
    try BackupRun.check(target, of: session.workspace.folder)
    return Environment.resolved(target) ?? target
  }
}
