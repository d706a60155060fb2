internal import DurableFiles
internal import SystemPackage
internal import Workspace
internal import Glibc

/// The folders whose `kantor.yaml` the user has chosen to obey, whoever owns them: one absolute path a
/// line in `tenggat/ruang-tepercaya` of the user's settings.
///
/// As with Git's `safe.directory`, a workspace that lies somewhere above the working folder is not obeyed
/// only because it is there. Who works with `sudo` is still the user of the workspace, who may do as root
/// whatever it names.
enum TrustedFolders {
  /// Whom the program obeys where it finds a workspace by itself.
  static var trust: WorkspaceTrust {
    let user = geteuid()
    var users: Set<UInt32> = [0, user]
    if user == 0, let caller = Environment.value("SUDO_UID").flatMap({ UInt32($0) }) {
      users.insert(caller)
    }
    return WorkspaceTrust(users: users, list: list, name: Environment.userName) {
      (folder) throws(WorkspaceFailure) in
      try isListed(folder, of: user)
    }
  }

  /// Where the list is; `nil` where the user has no folder for settings.
  static var list: FilePath? {
    let settings =
      Environment.value("XDG_CONFIG_HOME").map { FilePath($0) }
      ?? Environment.value("HOME").map { FilePath($0).appending(".config") }
    guard let settings, settings.isAbsolute else { return nil }
    return settings.appending("tenggat").appending("ruang-tepercaya")
  }

  private static func isListed(
    _ folder: FilePath, of user: UInt32
  ) throws(WorkspaceFailure) -> Bool {
    guard let list,
      let (bytes, state) = try FileSystem.live.bytesWithState(of: list, atMost: Limits.list)
    else { return false }
    guard [0, user].contains(state.owner), !state.isWritableByOthers else {
      throw .openTrustList(list)
    }
    let wanted = Environment.resolved(folder) ?? folder
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
      let path = FilePath(String($0))
      return path.isAbsolute && (Environment.resolved(path) ?? path) == wanted
    }
  }
}
