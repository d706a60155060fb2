public import ComplianceModel
public import DurableFiles
internal import Hashing
public import SystemPackage

/// The users of the pages of a workspace.
public struct Users: Sendable {
  /// The users by account.
  public let list: [User]
  /// What the file was when it was read; `nil` where there is none.
  public let state: FileState?

  /// The name of the file, which only the workspace's owner may read.
  public static let file = "pengguna.csv"
  private init(list: [User], state: FileState?) {
    self.list = list
    self.state = state
  }

  /// Reads the users of a workspace; nobody where it has no file of them.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - files: The file system.
  /// - Throws: ``WorkspaceFailure``, with all faults of the file: nobody is let in by half of one.
  public init(in folder: FilePath, files: FileSystem = .live) throws(WorkspaceFailure) {
    let (table, state) = try Users.read(folder, files)
    if let findings = table?.findings, !findings.isEmpty { throw .configuration(findings) }
    self.init(list: table?.users ?? [], state: state)
  }

  /// What is wrong with the file of users.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - villages: The desa that are watched.
  ///   - files: The file system.
  /// - Returns: The faults and remarks, in the order of the file.
  /// - Throws: ``WorkspaceFailure`` where it cannot be read.
  public static func findings(
    in folder: FilePath, villages: Set<RegionCode>, files: FileSystem = .live
  ) throws(WorkspaceFailure) -> [Finding] {
    guard let table = try read(folder, files).table else { return [] }
    return table.findings
      + zip(table.users, table.lines).flatMap { user, line in
        user.villages.filter { !villages.contains($0) }.map {
          UserSentence.goneVillage(
            $0, of: user.account, at: SourcePlace(file: file, line: line, column: 1))
        }
      }
  }

  private static func read(
    _ folder: FilePath, _ files: FileSystem
  ) throws(WorkspaceFailure) -> (table: UserTable?, state: FileState?) {
    let file = PrivateFile(folder: folder, name: file, files: files)
    guard let read = try file.read() else { return (nil, nil) }
    var table = UserTable(read.bytes, name: file.name)
    if let exposure = file.exposure(read.state) { table.add(exposure) }
    return (table, read.state)
  }

  /// Changes the users of a workspace, while nobody else does.
  ///
  /// - Parameters:
  ///   - folder: The workspace.
  ///   - files: The file system.
  ///   - change: Gives the users that there are then, from those that there are.
  /// - Throws: What changing throws; ``WorkspaceFailure`` where the file has a fault, which is then left
  ///   as it is, or cannot be written.
  package static func change(
    in folder: FilePath, files: FileSystem, _ change: ([User]) throws -> [User]
  ) throws {
    try PrivateFile(folder: folder, name: file, files: files).change {
      UserTable.bytes(of: try change(Users(in: folder, files: files).list))
    }
  }

  /// The user with an account, in any case; `nil` where there is none.
  public subscript(account: String) -> User? {
    let account = account.lowercased()
    return list.first { $0.account == account }
  }
}
