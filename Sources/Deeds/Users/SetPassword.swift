internal import ComplianceModel
internal import Hashing
public import Workspace

/// Gives a user another password; whoever is logged in with the old one has to log in again.
public struct SetPassword: Sendable {
  private let account: String

  /// Names the user.
  public init(of account: String) { self.account = account }

  /// Sees that there is such a user, before anybody is asked for a password.
  ///
  /// - Throws: `UserRefusal`, or a `WorkspaceFailure`.
  public func check(in workspace: Workspace) throws {
    _ = try workspace.user(account, among: Users(in: workspace.folder, files: workspace.files).list)
  }

  /// Sets the password.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - password: The password; only its hash is kept.
  /// - Throws: `UserRefusal`, or a `WorkspaceFailure`; nothing is then written.
  public func set(in workspace: Workspace, to password: String) throws {
    let users = try Users(in: workspace.folder, files: workspace.files).list
    let hash = try PasswordHash.checked(
      password, of: workspace.user(account, among: users), in: workspace)
    try Users.change(in: workspace.folder, files: workspace.files) { users in
      let user = try workspace.user(account, among: users)
      return users.map { $0 == user ? user.with(password: hash) : $0 }
    }
  }
}

/// Takes the right to open the pages from a user.
public struct RemoveUser: Sendable {
  private let account: String

  /// Names the user.
  public init(_ account: String) { self.account = account }

  /// Removes them.
  ///
  /// - Throws: `UserRefusal`, or a `WorkspaceFailure`; nothing is then written.
  public func remove(in workspace: Workspace) throws {
    try Users.change(in: workspace.folder, files: workspace.files) { users in
      let user = try workspace.user(account, among: users)
      return users.filter { $0 != user }
    }
  }
}

extension Workspace {
  /// The user with an account.
  fileprivate func user(_ account: String, among users: [User]) throws(UserRefusal) -> User {
    guard let user = users.first(where: { $0.account == account.lowercased() }) else {
      throw UserRefusal(.unknown(account, known: users.map(\.account)))
    }
    return user
  }
}

extension PasswordHash {
  /// The hash of a password that is fit for a user.
  ///
  /// - Throws: `UserRefusal` for a password that anybody would guess; ``PasswordHash/Unavailable``.
  static func checked(
    _ password: String, of user: User, in workspace: Workspace
  ) throws -> String {
    let places = workspace.kecamatan.flatMap { kecamatan in
      [kecamatan.province, kecamatan.regency, kecamatan.unit].compactMap { $0?.name }
        + kecamatan.villages.map(\.name)
    }
    do {
      try PasswordRule.check(password, words: [user.account, user.name] + places)
    } catch {
      throw UserRefusal(.password(error))
    }
    return try make(Array(password.utf8))
  }
}
