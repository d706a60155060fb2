internal import ComplianceModel
public import Workspace

/// Who may use the pages of a workspace.
public struct PageAccess: Hashable, Sendable {
  /// The users of one role.
  public struct Role: Hashable, Sendable {
    /// The role.
    public let role: UserRole
    /// How many users have it.
    public let users: Int
  }

  /// The roles that anybody has, in the order of the roles.
  public let roles: [Role]
  /// How many secret addresses of calendars there are.
  public let subscriptions: Int

  /// How many users there are.
  public var users: Int { roles.reduce(0) { $0 + $1.users } }

  /// Reads both files; of one with a fault nothing is counted, and the faults are told.
  static func read(
    _ workspace: Workspace
  ) throws(WorkspaceFailure) -> (access: PageAccess, findings: [Finding]) {
    var findings: [Finding] = []
    func sound<Value>(
      _ body: () throws(WorkspaceFailure) -> Value
    ) throws(WorkspaceFailure) -> Value? {
      do throws(WorkspaceFailure) {
        return try body()
      } catch {
        guard case .configuration(let found) = error else { throw error }
        findings += found
        return nil
      }
    }
    let (folder, files) = (workspace.folder, workspace.files)
    let users = try sound { () throws(WorkspaceFailure) in
      try Users(in: folder, files: files).list
    }
    let subscriptions = try sound { () throws(WorkspaceFailure) in
      try Subscriptions(in: folder, files: files).list
    }
    let roles = UserRole.allCases.map { role in
      Role(role: role, users: users?.count { $0.role == role } ?? 0)
    }
    return (
      PageAccess(
        roles: roles.filter { $0.users > 0 }, subscriptions: subscriptions?.count ?? 0), findings
    )
  }
}
