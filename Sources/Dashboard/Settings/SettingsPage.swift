internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Wording
internal import Workspace

/// The office's settings: what `kantor.yaml` says, value by value, to be changed without losing its comments.
struct SettingsPage: Page {
  static let path = "/pengaturan"
  static let name: String? = "Pengaturan"
  static let template = "pengaturan"
  static let help: GuidePlace? = GuidePlace("Halaman", "Pengaturan")
  static let readers = Audience.managers
  static let keys: Set = [saved]

  /// The key that says that something was written a moment ago.
  static let saved = "tersimpan"

  /// An officer in the list.
  struct Officer: Sendable {
    let role: String
    let name: String
    /// The first day in the role, in words where it can be read.
    let since: String
    /// The addresses in one line; `nil` where there are none.
    let contacts: String?
    /// Where the line is changed.
    let change: String
  }

  let title = "Pengaturan"
  /// The values of the office itself.
  let office: [SettingField]
  /// The values of the head of letters.
  let letterhead: [SettingField]
  let officers: [Officer]
  /// Where an officer is added.
  let newOfficer: String
  /// The working weeks in words.
  let weeks: [String]
  /// The calendars and registers that are in use, which a text editor changes.
  let calendars: String
  let registers: String?
  /// Where the form is sent.
  let action: String
  /// Where a working week is added.
  let weekAction: String
  /// Where the addresses of calendars are.
  let subscriptions: String
  /// Whether something was written a moment ago.
  let isSaved: Bool
  /// What is wrong with what was sent.
  let problems: [String]
  /// Whether something is wrong; a template sees only what is stored.
  let isFaulty: Bool

  init(_ visit: Visit) throws { try self.init(visit, problems: []) }

  /// Shows the settings, with what was filled in.
  ///
  /// - Parameters:
  ///   - visit: The look at the page.
  ///   - sent: What was filled in, an empty text for a field that was cleared.
  ///   - problems: What is wrong with it.
  /// - Throws: What reading the settings throws; a ``QueryFault``.
  init(
    _ visit: Visit, sent: [OfficeSetting: String] = [:], problems: [String]
  ) throws {
    let sheet = try SettingsSheet(of: visit.workspace)
    let fields = OfficeSetting.allCases.map { setting in
      (setting, SettingField(setting, seen: sheet.values[setting], value: sent[setting]))
    }
    office = fields.filter { !$0.0.isOfLetterhead }.map(\.1)
    letterhead = fields.filter { $0.0.isOfLetterhead }.map(\.1)
    let words = visit.workspace.kecamatan.first?.words ?? .national
    officers = sheet.officers.enumerated().map { place, officer in
      let contacts = officer.contacts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      return Officer(
        role: Words.role(Office.canonical(officer.role), words), name: officer.name,
        since: CivilDate(written: officer.since)?.indonesian ?? officer.since,
        contacts: contacts.isEmpty ? nil : contacts.joined(separator: ", "),
        change: visit.paths.page(OfficerPage.address(of: place)))
    }
    newOfficer = visit.paths.page(OfficerPage.address(of: nil))
    weeks = sheet.weeks.map { week in
      "\(week.days) hari kerja sejak \(CivilDate(written: week.since)?.indonesian ?? week.since)"
    }
    calendars = visit.workspace.office.calendars.joined(separator: ", ")
    let named = visit.workspace.office.registers
    registers = named.isEmpty ? nil : named.joined(separator: ", ")
    action = visit.paths.page(SettingsForm.path)
    subscriptions = visit.paths.page(SubscriptionsPage.path)
    weekAction = visit.paths.page(WeekForm.path)
    isSaved = try visit.query.flag(SettingsPage.saved)
    self.problems = problems
    isFaulty = !problems.isEmpty
  }
}
