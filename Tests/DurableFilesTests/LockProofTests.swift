import DurableFiles
import SystemPackage
import TestSupport
import Testing

@Suite struct `Whether a folder keeps locks` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func prove(_ change: (inout SystemCalls) -> Void) -> LockProof {
    var calls = SystemCalls.live
    // That of a disk, whatever the tests run on.
    calls.fileSystemType = { _ in 0xef53 }
    change(&calls)
    return FileSystem(calls: calls).proveLocks(in: folder.filePath)
  }

  @Test func `a disk refuses the second lock, and nothing is left of the trial`() throws {
    let proof = prove { _ in }
    #expect(proof.keepsLocks == true)
    #expect(proof.network == nil)
    #expect(try folder.names().isEmpty)
  }

  @Test func `a folder that grants both, or none, keeps none`() throws {
    #expect(prove { $0.lock = { _ in } }.keepsLocks == false)
    #expect(
      prove { $0.lock = { (_) throws(Errno) in throw .noLocks } }.keepsLocks == false)
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: [Errno.permissionDenied, .readOnlyFileSystem, .noSpace])
  func `where nothing can be written nothing is known`(_ errno: Errno) {
    let proof = prove { calls in
      let live = calls.open
      calls.open = { (path, access, options, permissions) throws(Errno) in
        if options.contains(.create) { throw errno }
        return try live(path, access, options, permissions)
      }
    }
    #expect(proof.keepsLocks == nil)
  }

  @Test(
    arguments: [
      (0x6969, "NFS"), (0xff53_4d42, "SMB"), (0xfe53_4d42, "SMB"), (0x6573_5546, "FUSE"),
      (0x0102_1994, nil), (0xef53, nil),
    ] as [(UInt32, String?)])
  func `a folder of a network is named`(_ type: UInt32, _ name: String?) {
    #expect(prove { $0.fileSystemType = { _ in type } }.network == name)
  }
}
