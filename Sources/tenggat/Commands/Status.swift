internal import Answers
internal import ArgumentParser
internal import Backups
internal import PlainText
internal import Reminders
internal import Workspace

struct Status: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Satu layar: apa yang dimuat, sejak kapan, dan apakah semuanya baik.",
    discussion: """
      Ruang kerja, kalender dan keputusan hari libur, buku dengan rantainya, pengingat terakhir, \
      cadangan terakhir, dan pengguna halaman. Kode keluar 1 bila rantai buku putus, berkasnya bergalat, \
      atau cadangan terakhir gagal atau tidak terbukti; selain itu 0.
      """)

  static let examples = [
    "status",
    "status --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run(_ session: inout Session) throws {
    let workspace = session.workspace
    let (reminders, unreadRows) = ReminderSummary.read(workspace, asOf: session.today)
    let (backups, unreadBackups) = try BackupLog(workspace: workspace.folder).read()
    let status = try WorkspaceStatus(
      of: workspace, asOf: session.today, reminders: reminders, backups: BackupSummary(backups),
      findings: unreadRows + unreadBackups)
    let page = StatusPage(
      status: status, folder: Environment.resolved(workspace.folder) ?? workspace.folder)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session)
    }
    if status.isFaulty {
      try session.console.flush()
      throw CommandFailure.found
    }
  }
}
