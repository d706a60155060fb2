internal import ComplianceModel
internal import Hashing
public import Workspace

/// Lets someone open the pages.
public struct AddUser: Sendable {
  private let account: String
  private let name: String
  private let role: String
  private let jabatan: String?
  private let villages: [String]

  /// Names the user.
  ///
  /// - Parameters:
  ///   - account: The name that they give at the door.
  ///   - name: Their name as it goes into the ledger.
  ///   - role: What they are to the office, as a person wrote it.
  ///   - jabatan: The jabatan of a kasi, as a person wrote it; `nil` for other roles.
  ///   - villages: The desa of an operator, as a person wrote them; none for other roles.
  public init(
    _ account: String, name: String, role: String, jabatan: String?, villages: [String]
  ) {
    self.account = account
    self.name = name
    self.role = role
    self.jabatan = jabatan
    self.villages = villages
  }

  /// Sees that they can be added, before anybody is asked for a password.
  ///
  /// - Throws: `UserRefusal`, a `UnitRefusal`, or a `WorkspaceFailure`.
  public func check(in workspace: Workspace) throws {
    let isTaken = try Users(in: workspace.folder, files: workspace.files)[account] != nil
    let taken: [UserFault] = isTaken ? [.taken(account)] : []
    do {
      _ = try user(in: workspace, password: "")
    } catch let refusal as UserRefusal {
      throw UserRefusal(taken + refusal.faults)
    }
    guard taken.isEmpty else { throw UserRefusal(taken) }
  }

  /// Adds them.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - password: The password; only its hash is kept.
  /// - Returns: The user.
  /// - Throws: `UserRefusal`, a `UnitRefusal`, or a `WorkspaceFailure`; nothing is then written.
  @discardableResult
  public func add(in workspace: Workspace, password: String) throws -> User {
    // What is wrong with them is told before the password, which costs a while.
    let draft = try user(in: workspace, password: "")
    let hash = try PasswordHash.checked(password, of: draft, in: workspace)
    let user = try user(in: workspace, password: hash)
    try Users.change(in: workspace.folder, files: workspace.files) { users in
      guard !users.contains(where: { $0.account == user.account }) else {
        throw UserRefusal(.taken(account))
      }
      return users + [user]
    }
    return user
  }

  private func user(in workspace: Workspace, password: String) throws -> User {
    var faults: [UserFault] = []
    var known = jabatan
    if let jabatan {
      known = Office.role(written: jabatan, among: workspace.knownRoles)
      if known == nil { faults.append(.jabatan(jabatan, known: workspace.knownRoles)) }
    }
    let codes = try villages.map { try workspace.village($0).village.code }
    do throws(UserRefusal) {
      let user = try User(
        account: account, name: name, role: role, jabatan: known ?? jabatan, villages: codes,
        password: password)
      guard faults.isEmpty else { throw UserRefusal(faults) }
      return user
    } catch {
      throw UserRefusal(error.faults + faults.filter { !error.faults.contains($0) })
    }
  }
}
