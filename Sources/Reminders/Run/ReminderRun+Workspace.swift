public import CivilCalendar
internal import ComplianceModel
public import Workspace

extension ReminderRun {
  /// The run of the reminders of a workspace.
  ///
  /// - Parameters:
  ///   - workspace: The workspace, with the units of the run's day.
  ///   - days: How many days, today among them, are looked at.
  ///   - today: Today by the clocks of a zone: each kecamatan goes by its own.
  ///   - now: When it runs.
  ///   - waiting: What waits for whoever looks after the machine.
  ///   - isImpatient: Whether what failed is tried at once.
  ///   - role: The words for a role.
  /// - Throws: What opening the calendars and the ledgers throws; a `WorkspaceFailure` for roles that nobody
  ///   can hold: what is sent to nobody would be taken for sent.
  public init(
    _ workspace: Workspace, ahead days: Int, asOf today: (IndonesianZone) -> CivilDate,
    at now: ClockReading,
    waiting: [String] = [], impatient isImpatient: Bool = false,
    role: @escaping @Sendable (String) -> String
  ) throws {
    let unknown = workspace.unknownRoles
    guard unknown.isEmpty else { throw WorkspaceFailure.configuration(unknown) }
    let offices = try workspace.kecamatan.map {
      try Office(
        workspace.desk(of: $0), ahead: days, asOf: today(workspace.office.zone(of: $0.code)))
    }
    self.init(
      offices, workspace.office.reminders, at: now, waiting: waiting, impatient: isImpatient,
      roleName: role)
  }
}
