internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import Reminders
internal import Workspace

/// The settings that name roles, reports, channels and desa, the channels, and the outbox.
struct RemindersCheck: Check {
  let name = "pengingat"
  let summary = "setelan pengingat, dan pengingat yang gagal atau tidak berjalan"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace = site.workspace else { return [] }
    let calendars = site.calendarsInForce.map(\.calendar)
    return try workspace.unknownRoles(in: calendars)
      + unknownMentions(workspace, calendars, site.today) + idleEscalations(workspace.office)
      + outbox(workspace, site)
  }

  /// What the settings name and nothing knows, in the order of the file.
  private func unknownMentions(
    _ workspace: Workspace, _ calendars: [ReportCalendar], _ today: CivilDate
  ) -> [Finding] {
    let office = workspace.office
    let reports = calendars.flatMap { calendar in
      calendar.reports.map { calendar.codes[$0.code] }
    }
    let channels = office.reminders.channels.map(\.name)
    let addressed = Set(
      workspace.kecamatan.flatMap { $0.villages(on: today) + $0.wards }.map(\.code))
    return office.places.inOrder.compactMap { mention, _ in
      switch mention {
      case .calendar, .register, .registers, .service, .description, .address, .officialUnit,
        .watchedUnit, .region, .role, .logo, .heartbeatFile:
        nil
      case .channel(let name):
        channels.contains(name) ? nil : InspectionSentence.unknownChannel(name, in: office)
      case .report(let code):
        reports.contains { $0.lowercased() == code.lowercased() }
          ? nil : InspectionSentence.unknownReminded(code, in: office, known: reports)
      case .village(let unit):
        addressed.contains(unit) ? nil : InspectionSentence.unknownContact(unit, in: office)
      }
    }
  }

  /// Escalations that the office wrote and that begin after the last reminder.
  private func idleEscalations(_ office: Office) -> [Finding] {
    let settings = office.reminders
    let last = ([settings.stages] + settings.stagesByReport.values).compactMap(\.last).max() ?? 0
    let written = settings.escalations.filter { office.places[.role($0.role)] != nil }
    return written.filter { $0.from > last }.map {
      InspectionSentence.idleEscalation($0, last: last, in: office)
    }
  }

  /// What a message would fail with, and what the outbox says of the last runs.
  private func outbox(_ workspace: Workspace, _ site: Site) throws(WorkspaceFailure) -> [Finding] {
    let days = try workspace.workingDays(in: (site.today.year - 1)...site.today.year)
    let channels = ChannelCheck(
      workspace.office, workspace: site.folder, environment: site.environment, files: site.files)
    return try site.reading { () throws(FileFailure) in
      try channels.findings
        + ReminderCheck.findings(
          Outbox(workspace: site.folder, files: site.files), workspace.office.reminders,
          asOf: site.today, days)
    }
  }
}
