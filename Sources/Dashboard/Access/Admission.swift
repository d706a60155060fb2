internal import Workspace

/// As whom a request comes in.
struct Admission: Sendable {
  /// The user; `nil` for the owner of this computer, for whom the pages are while there are no users.
  let user: User?
  /// What forms send back.
  let token: FormToken

  /// Whether they are among those who may.
  func isAmong(_ audience: Audience) -> Bool { audience.contains(user?.role) }
}
