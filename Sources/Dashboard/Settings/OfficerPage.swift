internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Hummingbird
internal import Wording
internal import Workspace

/// A line of the list of officers, to be filled in or changed.
struct OfficerPage: Page {
  static let path = "/pengaturan/pejabat/{nomor}"
  static let name: String? = nil
  static let template = "pejabat"
  static let help: GuidePlace? = GuidePlace("Halaman", "Pengaturan")
  static let readers = Audience.managers
  static let keys: Set<String> = []

  /// A field.
  struct Field: Sendable {
    let name: String
    let label: String
    let hint: String?
    let value: String
    /// What the file says, which is sent back unseen.
    let seen: String
    let seenName: String
    let isRequired: Bool
  }

  let title: String
  let fields: [Field]
  /// The roles that are known here, to be chosen from.
  let roles: [SettingField.Choice]
  /// The role that the file says, which is sent back unseen; `nil` for a new line.
  let seenRole: String?
  /// Whether the line is there already and can be removed.
  let isKnown: Bool
  let action: String
  let back: String
  let problems: [String]
  /// Whether something is wrong; a template sees only what is stored.
  let isFaulty: Bool

  /// The address of the form of a line; `nil` for a new one.
  static func address(of place: Int?) -> String {
    "/pengaturan/pejabat/\(place.map { "\($0 + 1)" } ?? new)"
  }

  /// What stands in the address of a line that is new.
  private static let new = "baru"

  /// The place in the list that an address names; `nil` for a new line.
  ///
  /// - Throws: ``ShownTrouble`` for what is neither.
  static func place(of visit: Visit) throws -> Int? {
    let word = visit.parameters.get("nomor") ?? ""
    if word == new { return nil }
    guard let number = Int(plain: word), number > 0 else {
      throw ShownTrouble(trouble: .noSuchPage)
    }
    return number - 1
  }

  init(_ visit: Visit) throws {
    let place = try OfficerPage.place(of: visit)
    let officers = try SettingsSheet(of: visit.workspace).officers
    guard place.map(officers.indices.contains) ?? true else {
      throw ShownTrouble(trouble: .noSuchPage)
    }
    self.init(visit, place, seen: place.map { officers[$0] }, problems: [])
  }

  /// Shows a line, with what was filled in.
  ///
  /// - Parameters:
  ///   - visit: The look at it.
  ///   - place: Its place in the list; `nil` for a new one.
  ///   - seen: What the file says; `nil` for a new one.
  ///   - sent: What was filled in; what the file says where it is `nil`.
  ///   - problems: What is wrong with it.
  init(
    _ visit: Visit, _ place: Int?, seen: OfficerLine?, sent: OfficerLine? = nil,
    problems: [String]
  ) {
    title = place == nil ? "Pejabat baru" : "Pejabat"
    let (old, new) = (seen.map(OfficerFields.texts) ?? [:], (sent ?? seen).map(OfficerFields.texts))
    let known = visit.workspace.knownRoles
    let words = visit.workspace.kecamatan.first?.words ?? .national
    let role = new?[OfficerFields.role] ?? ""
    roles = (known + (role.isEmpty || known.contains(role) ? [] : [role])).map {
      SettingField.Choice(value: $0, label: Words.role($0, words), isSelected: $0 == role)
    }
    fields = OfficerFields.shown(of: sent ?? seen, in: visit.workspace.office).map { field in
      Field(
        name: field.name, label: field.label, hint: field.hint, value: new?[field.name] ?? "",
        seen: old[field.name] ?? "", seenName: SettingField.seenPrefix + field.name,
        isRequired: field.isRequired)
    }
    seenRole = seen?.role
    isKnown = place != nil
    action = visit.paths.page(OfficerPage.address(of: place))
    back = visit.paths.page(SettingsPage.path)
    self.problems = problems
    isFaulty = !problems.isEmpty
  }
}
