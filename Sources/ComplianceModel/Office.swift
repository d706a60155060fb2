public import CivilCalendar

/// What an office has decided for itself: its zone, its working week, its people.
public struct Office: Sendable {
  /// The zone of its clocks.
  public let zone: IndonesianZone
  /// The names of the calendars that it uses, in the order of their layers.
  public let calendars: [String]
  /// The names of the registers of indicators (IKU) that it uses.
  public let registers: [String]
  /// Its working weeks.
  public let weeks: [WorkingWeek]
  /// Its officers.
  public let officials: [Official]
  /// The first duty year that it watches; `nil` where its oldest ledger tells.
  public let watchedSince: Int?
  /// Which submission decides on-time.
  public let deciding: DecidingSubmission
  /// Days before a due date from which a report is `segera`.
  public let leadDays: Int

  /// Whether a submission counts for the office only as handed in until it is accepted (`terima`).
  ///
  /// It changes what is shown beside the counts, never whether a report is in.
  public let isAcceptanceRequired: Bool

  /// How it reminds its people.
  public let reminders: ReminderSettings

  /// The lead time of an office that sets none, in days.
  public static let defaultLeadDays = 14

  /// Creates the settings of an office.
  public init(
    zone: IndonesianZone, calendars: [String], registers: [String] = [], weeks: [WorkingWeek],
    officials: [Official], watchedSince: Int?, deciding: DecidingSubmission, leadDays: Int,
    isAcceptanceRequired: Bool = false, reminders: ReminderSettings = ReminderSettings()
  ) {
    self.zone = zone
    self.calendars = calendars
    self.registers = registers
    self.weeks = weeks
    self.officials = officials
    self.watchedSince = watchedSince
    self.deciding = deciding
    self.leadDays = leadDays
    self.isAcceptanceRequired = isAcceptanceRequired
    self.reminders = reminders
  }

  /// Who holds a role on a day: of those who began by then, the last.
  public func official(_ role: String, on date: CivilDate) -> Official? {
    officials.filter { $0.role == role && $0.since <= date }.max { $0.since < $1.since }
  }
}

/// Somebody who holds a role from a day on.
public struct Official: Hashable, Sendable {
  /// The role (jabatan).
  public let role: String
  /// The name, with `Plt.` in front where the officer stands in.
  public let name: String
  /// The civil service number; `nil` where none is given.
  public let employeeNumber: String?
  /// The first day in the role.
  public let since: CivilDate
  /// Addresses for reminders, by channel.
  public let contacts: [String: String]

  /// Creates an officer.
  public init(
    role: String, name: String, employeeNumber: String?, since: CivilDate,
    contacts: [String: String]
  ) {
    self.role = role
    self.name = name
    self.employeeNumber = employeeNumber
    self.since = since
    self.contacts = contacts
  }
}
