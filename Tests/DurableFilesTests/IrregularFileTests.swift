import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Something else that has the name of a file of ours: it is told, and never waited on.
@Suite struct `What is no file` {
  enum Kind: String, CaseIterable {
    case folder, pipe, socket, device, danglingLink, link

    fileprivate func make(_ path: String) throws {
      switch self {
      case .folder: try #require(mkdir(path, 0o700) == 0)
      case .pipe: try #require(mkfifo(path, 0o600) == 0)
      case .device: try #require(mknod(path, S_IFCHR | 0o600, 0x103) == 0)
      case .danglingLink: try #require(symlink("tidak-ada", path) == 0)
      case .link:
        #expect(
          FileManager.default.createFile(atPath: path + "-lain", contents: Data("isi\n".utf8)))
        try #require(symlink(path + "-lain", path) == 0)
      // As bind(2) makes it, whose addresses are shorter than this path.
      case .socket: try #require(mknod(path, S_IFSOCK | 0o600, 0) == 0)
      }
    }

    fileprivate func reason(_ path: FilePath) -> FileFailure.Reason {
      switch self {
      case .folder: .notRegular(.folder)
      case .pipe: .notRegular(.pipe)
      case .socket: .notRegular(.socket)
      case .device: .notRegular(.device)
      case .danglingLink: .link(to: "tidak-ada")
      case .link: .link(to: FilePath(path.string + "-lain"))
      }
    }

    fileprivate var canBeMade: Bool { self != .device || getuid() == 0 }
  }

  private let folder: TemporaryFolder
  private let path: FilePath

  init() throws {
    folder = try TemporaryFolder()
    path = folder.filePath.appending("isi")
  }

  @Test(.timeLimit(.minutes(15)), arguments: Kind.allCases.filter(\.canBeMade))
  fileprivate func `no writer opens`(_ kind: Kind) throws {
    try kind.make(path.string)
    #expect(throws: FileFailure(.create, path, kind.reason(path))) {
      _ = try FileSystem.live.lockForAppending(path, waiting: .seconds(60)).contents
    }
    let turn = folder.filePath.appending(".tenggat-kunci-berkas")
    try kind.make(turn.string)
    #expect(throws: FileFailure(.create, turn, kind.reason(turn))) {
      _ = try FileSystem.live.lockForAppending(
        folder.filePath.appending("berkas"), waiting: .seconds(60)
      ).contents
    }
    #expect(!folder.holds("berkas") && !folder.holds("tidak-ada"))
  }

  @Test(
    .timeLimit(.minutes(15)), arguments: Kind.allCases.filter { $0.canBeMade && $0 != .link })
  fileprivate func `no reader takes it for a file that is not there`(_ kind: Kind) throws {
    try kind.make(path.string)
    let failure =
      kind == .danglingLink
      ? FileFailure(.open, path, .danglingLink) : FileFailure(.read, path, kind.reason(path))
    #expect(throws: failure) {
      _ = try FileSystem.live.read(path)
    }
  }

  @Test func `a reader follows a link that leads to a file`() throws {
    try Kind.link.make(path.string)
    #expect(try FileSystem.live.read(path) == Array("isi\n".utf8))
  }

  @Test func `a link that leads to no folder is not an empty folder`() throws {
    try Kind.danglingLink.make(path.string)
    #expect(throws: FileFailure(.open, path, .danglingLink)) {
      _ = try FileSystem.live.names(in: path)
    }
    #expect(try FileSystem.live.names(in: folder.filePath.appending("lain")).isEmpty)
  }

  @Test func `a folder cannot be made in the place of a link that leads nowhere`() throws {
    try Kind.danglingLink.make(path.string)
    #expect(throws: FileFailure(.makeFolder, path, .link(to: "tidak-ada"))) {
      try FileSystem.live.createFolder(path.appending("bawah"))
    }
    #expect(throws: FileFailure(.makeFolder, path, .link(to: "tidak-ada"))) {
      try FileSystem.live.createFolder(path)
    }
  }

  @Test func `a folder of ours may be a link`() throws {
    try #require(mkdir(folder.path(of: "jauh"), 0o700) == 0)
    try #require(symlink("jauh", folder.path(of: "buku")) == 0)
    var locked = try FileSystem.live.lockForAppending(
      folder.filePath.appending("buku/isi"), waiting: .zero)
    try locked.append(Array("satu\n".utf8)[...])
    try locked.commit()
    #expect(try folder.text(of: "jauh/isi") == "satu\n")
  }
}
