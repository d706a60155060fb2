internal import Workspace

/// Who may open a page, or send a form.
///
/// The owner of the computer, for whom the pages are while there are no users, may do everything.
struct Audience: Hashable, Sendable {
  /// The roles that may.
  let roles: Set<UserRole>

  /// Names the roles that may.
  init(_ roles: Set<UserRole>) { self.roles = roles }

  /// Whether a role may; `nil` is the owner of the computer.
  func contains(_ role: UserRole?) -> Bool { role.map(roles.contains) ?? true }

  /// Whoever is a user.
  static let everyone = Audience(Set(UserRole.allCases))
  /// The office: all but who hands in the documents of a desa.
  static let office = Audience(everyone.roles.subtracting([.villageOperator]))
  /// Those who write all of an office, or what their own jabatan answers for.
  static let recorders = Audience([.secretary, .planner, .section, .manager])
  /// Those who hand in: the recorders, and the operator of a desa.
  static let submitters = Audience(recorders.roles.union([.villageOperator]))
  /// Those who write for the whole office.
  static let planners = Audience([.secretary, .planner, .manager])
  /// Who signs: the camat.
  static let signatories = Audience([.head])
  /// Those who freeze a quarter: who signs, and those who write for the whole office, without a signature.
  static let freezers = Audience(signatories.roles.union(planners.roles))
  /// Who has the settings.
  static let managers = Audience([.manager])
}
