import DurableFiles
import Glibc
import SystemPackage
import TestSupport
import Testing
import Workspace

extension WorkspaceTrust {
  /// A trust in whoever made the files of a test.
  static var everybody: WorkspaceTrust { WorkspaceTrust(users: [0, geteuid()]) }

  /// A trust of a user with a list in which some folders stand.
  fileprivate init(users: Set<UInt32>, listed folders: [FilePath] = []) {
    self.init(users: users, list: "/settings/list", name: { "user-\($0)" }) { folders.contains($0) }
  }
}

/// Whose workspaces are obeyed where one is found upward.
@Suite struct `Trust in a workspace` {
  private let founded: FoundedWorkspace

  init() throws { founded = try FoundedWorkspace() }

  /// The file system with another owner and mode for what a test names.
  private func files(
    office: (owner: UInt32, mode: UInt32) = (1000, 0o640),
    folder: (owner: UInt32, mode: UInt32) = (1000, 0o750)
  ) -> FileSystem {
    var calls = SystemCalls.live
    @Sendable func shown(_ status: Stat) -> Stat {
      var status = status
      let (owner, mode) = status.type == .directory ? folder : office
      status.rawValue.st_uid = owner
      status.rawValue.st_mode = status.rawValue.st_mode & ~0o777 | mode
      return status
    }
    calls.inspect = { (file) throws(Errno) in shown(try SystemCalls.live.inspect(file)) }
    calls.inspectPath = { (path, follows) throws(Errno) in
      shown(try SystemCalls.live.inspectPath(path, follows))
    }
    return FileSystem(calls: calls)
  }

  private func doubt(
    _ files: FileSystem, users: Set<UInt32> = [0, 1000], listed: [FilePath] = []
  ) throws -> UntrustedWorkspace.Doubt? {
    let trust = WorkspaceTrust(users: users, listed: listed)
    do throws(WorkspaceFailure) {
      _ = try Workspace.find(from: founded.path.appending("buku"), trusting: trust, files: files)
      return nil
    } catch {
      guard case .untrusted(let untrusted) = error else { throw error }
      #expect(untrusted.folder == founded.path)
      #expect(untrusted.list == "/settings/list")
      return untrusted.doubt
    }
  }

  @Test func `one's own and root's are obeyed, another user's are not`() throws {
    #expect(try doubt(files()) == nil)
    #expect(try doubt(files(office: (0, 0o644), folder: (0, 0o755))) == nil)
    #expect(try doubt(files(office: (1001, 0o644))) == .ofUser("user-1001"))
    #expect(try doubt(files(folder: (1001, 0o755))) == .ofUser("user-1001"))
    #expect(try doubt(files(), users: [0]) == .ofUser("user-1000"))
  }

  @Test func `what everybody may write to is not obeyed, what a group may is`() throws {
    #expect(try doubt(files(office: (1000, 0o664), folder: (1000, 0o2775))) == nil)
    #expect(try doubt(files(office: (1000, 0o666))) == .writableByAll)
    #expect(try doubt(files(folder: (0, 0o777))) == .writableByAll)
  }

  @Test func `what is listed is obeyed, whoever owns it`() throws {
    let stranger = files(office: (1001, 0o666), folder: (1001, 0o777))
    #expect(try doubt(stranger, listed: [founded.path]) == nil)
    #expect(try doubt(stranger, listed: [founded.path.removingLastComponent()]) != nil)
  }

  @Test func `it is asked of the very file that is read`() throws {
    let stranger = files(office: (1001, 0o644))
    let trust = WorkspaceTrust(users: [0, 1000])
    #expect {
      _ = try Workspace(
        founded.path, data: founded.data, trusting: trust, files: stranger)
    } throws: { error in
      guard case .untrusted(let untrusted)? = error as? WorkspaceFailure else { return false }
      return untrusted.doubt == .ofUser("user-1001")
    }
    // Who names a folder has chosen it.
    _ = try Workspace(founded.path, data: founded.data, files: stranger)
  }
}
