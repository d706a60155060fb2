public import SystemPackage

/// What a file system does with the locks of writers.
public struct LockProof: Hashable, Sendable {
  /// Whether a second lock is refused while the first is held; `nil` where nothing could be written.
  public let keepsLocks: Bool?
  /// What a file system of a network, or of another program, is called; `nil` for one of this computer.
  ///
  /// There a lock may hold on this computer and mean nothing to another one.
  public let network: String?

  /// What file systems of networks are called, by their number.
  ///
  /// Source: statfs(2), and linux/magic.h for those that it does not name.
  private static let networks: [UInt32: String] = [
    0x6969: "NFS", 0x517b: "SMB", 0xff53_4d42: "SMB", 0xfe53_4d42: "SMB", 0x6573_5546: "FUSE",
    0x5346_414f: "AFS", 0x00c3_6400: "Ceph", 0x0102_1997: "9P", 0x786f_4256: "VirtualBox",
    0x7375_7245: "Coda", 0x564c: "NCP",
  ]

  init(keepsLocks: Bool?, type: UInt32?) {
    self.keepsLocks = keepsLocks
    network = type.flatMap { LockProof.networks[$0] }
  }
}

extension FileSystem {
  /// Tries in a folder whether two writers would keep out of each other's way.
  ///
  /// A file is made there for it, and removed; nothing else is written.
  public func proveLocks(in folder: FilePath) -> LockProof {
    let path = folder.appending(FileSystem.temporaryName("uji-"))
    guard let first = try? make(FilePlace(path), .readWrite, [], for: path, onlyWriters: true)
    else {
      return LockProof(keepsLocks: nil, type: type(of: folder))
    }
    defer {
      calls.dropName(FilePlace(path))
      calls.close(first)
    }
    return LockProof(keepsLocks: keepsLock(of: path, first), type: type(of: folder))
  }

  private func keepsLock(of path: FilePath, _ first: FileDescriptor) -> Bool? {
    guard let second = try? open(FilePlace(path), .readWrite, [.closeOnExec, .noFollow]) else {
      return nil
    }
    defer { calls.close(second) }
    guard (try? call(.lock, path, { () throws(Errno) in try calls.lock(first) })) != nil else {
      return false
    }
    do {
      try call(.lock, path) { () throws(Errno) in try calls.lock(second) }
      return false
    } catch {
      return error.errno == .wouldBlock
    }
  }

  private func type(of folder: FilePath) -> UInt32? {
    guard let opened = try? open(FilePlace(folder), .readOnly, [.closeOnExec, .directory]) else {
      return nil
    }
    defer { calls.close(opened) }
    return try? calls.fileSystemType(opened)
  }
}
