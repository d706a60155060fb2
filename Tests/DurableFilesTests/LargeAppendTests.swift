import DurableFiles
import SystemPackage
import TestSupport
import Testing

/// More is appended than is kept to be compared byte for byte.
struct LargeAppendTests {
  let folder: TemporaryFolder
  let file: FilePath

  init() throws {
    folder = try TemporaryFolder()
    file = folder.filePath.appending("isi")
    try folder.write("satu\n", to: "isi")
  }

  /// Bytes that differ from place to place.
  private func piece(_ number: Int, count: Int = 1 << 20) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 31 &+ number) >> 3) }
  }

  private func append(_ count: Int, to locked: inout LockedFile) throws {
    for number in 0..<count { try locked.append(piece(number)[...]) }
  }

  private func changeElsewhere(_ body: (FileDescriptor) throws -> Void) throws {
    let other = try FileDescriptor.open(file, .writeOnly, options: [.closeOnExec])
    try other.closeAfter { try body(other) }
  }

  private func lock() throws -> LockedFile {
    try FileSystem.live.lockForAppending(file, waiting: .seconds(10))
  }

  @Test(arguments: [1, 4, 5, 9, 10])
  func `what is committed stands there whole`(_ count: Int) throws {
    var locked = try lock()
    try append(count, to: &locked)
    try locked.append([1, 2, 3])
    try locked.commit()
    let expected = Array("satu\n".utf8) + (0..<count).flatMap { piece($0) } + [1, 2, 3]
    #expect(try FileSystem.live.read(file) == expected)
  }

  @Test(arguments: [1, 5, 10])
  func `what is not committed is undone`(_ count: Int) throws {
    do {
      var locked = try lock()
      try append(count, to: &locked)
    }
    #expect(try folder.text(of: "isi") == "satu\n")
  }

  @Test(arguments: [5, 5 + 1 << 20, 5 + 9 << 20])
  func `a byte that another writer changed within keeps it from being committed`(
    _ place: Int
  ) throws {
    var locked = try lock()
    try append(10, to: &locked)
    let old = try #require(try FileSystem.live.read(file))[place]
    try changeElsewhere { _ = try $0.writeAll(toAbsoluteOffset: Int64(place), [old ^ 1]) }
    #expect(throws: FileFailure.self) { try locked.commit() }
  }

  @Test func `what another writer put behind it stays when ours cannot be undone`() throws {
    let size: Int
    do {
      var locked = try lock()
      try append(6, to: &locked)
      try changeElsewhere { _ = try $0.writeAll(toAbsoluteOffset: Int64(5 + 6 << 20), [7]) }
      size = 5 + 6 << 20 + 1
    }
    #expect(try FileSystem.live.read(file)?.count == size)
  }

  @Test func `what another writer put before it stays, and ours goes`() throws {
    do {
      var locked = try lock()
      try changeElsewhere { _ = try $0.writeAll(toAbsoluteOffset: 5, Array("lain\n".utf8)) }
      try append(6, to: &locked)
    }
    #expect(try folder.text(of: "isi") == "satu\nlain\n")
  }
}
