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
      Pada tanggal itu pengingatnya berjalan lagi; tanggal hari ini mengakhiri penundaan. Tenggatnya \
      tidak berubah; untuk itu ada perpanjang.
      """,
    aliases: ["snooze"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Hari pertama diingatkan lagi.", valueName: "tanggal"))
  var sampai: CivilDate

  func run(_ session: inout Session) throws {
    let note = try row.requiredNote("penundaan")
    guard sampai <= session.today.adding(days: IngatkanTunda.longestDays) else {
      throw CommandFailure.usage(
        "\(sampai.indonesian) lebih dari setahun lagi",
        fix: "sebut tanggal dalam setahun; yang tidak wajib dibebaskan dengan 'tenggat bebaskan'")
    }
    let today = session.today
    let chosen = try row.chosen(
      session, "terbuka", within: session.workspace.office.reminders.longestLead, where: \.isOpen
    ) { assessment, desk in
      ReminderStages(desk.definitions).isReminded(assessment, on: today)
    }
    let outbox = Outbox(workspace: session.workspace.folder)
    let state = OutboxState(try outbox.read().rows)
    let recorder = try session.recorder(row.petugas)
    let rows = try CommandFailure.forEach(chosen) { selection, obligation in
      let period = obligation.id.period
      let active = state.snooze(
        unit: selection.unit, report: selection.code, period: period, on: session.today)
      guard sampai > session.today || (sampai == session.today && active != nil) else {
        throw CommandFailure.usage(
          "\(sampai.indonesian) tidak sesudah hari ini", fix: "sebut tanggal yang akan datang")
      }
      if sampai > session.today { try requireOpen(obligation, selection, session) }
      return OutboxRow(
        at: session.clock.now,
        .snoozed(
          OutboxRow.Snooze(
            unit: selection.unit, report: selection.code, period: period, until: sampai,
            person: recorder, reason: note)))
    }
    var file = try outbox.lock(year: session.today.year)
    try file.append(rows)
    for (selection, obligation) in chosen {
      let what = "\(selection.code) \(obligation.id.period.indonesian) \(selection.unitName)"
      session.console.line(
        sampai > session.today
          ? "Pengingat \(what) ditunda sampai \(sampai.indonesian)"
          : "Pengingat \(what) berjalan lagi mulai hari ini")
    }
  }

  private static let longestDays = 366

  /// Refuses what nobody would be reminded of anyway.
  private func requireOpen(
    _ obligation: Obligation, _ selection: Selection, _ session: Session
  ) throws {
    if let due = obligation.due {
      try session.workspace.requireHolidays(of: (due.year - 1)...(due.year + 1))
    }
    let judge = selection.desk.judge(asOf: session.today)
    guard let assessment = judge.assess(obligation), !assessment.isOpen else {
      return
    }
    throw CommandFailure.usage(
      "\(selection.code) \(obligation.id.period) \(selection.unitName) tidak diingatkan "
        + "(\(Words.status(assessment.status)))",
      fix: "tidak ada yang perlu ditunda")
  }
}
