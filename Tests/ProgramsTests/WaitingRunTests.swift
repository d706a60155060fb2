import Glibc
import Programs
import SystemPackage
import TestSupport
import Testing

/// A program that is waited for on the thread that asks.
struct WaitingRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// How a script of the shell ended.
  private func run(
    _ script: String, reading input: [UInt8] = [], seconds: Int = 60, keeping limit: Int = 1 << 20
  ) throws -> ProgramCall.Ending {
    try folder.write("#!/bin/sh\n\(script)\n", to: "program", permissions: 0o755)
    return SiblingProgram("program").start(
      beside: FilePath(folder.path(of: "tenggat")), input: input, withinSeconds: seconds,
      keeping: limit
    ).ending()
  }

  @Test func `what it reads comes out, however much it is`() throws {
    let bytes = [UInt8]((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    guard case .exited(code: 0, "", bytes) = try run("cat", reading: bytes, keeping: 1 << 22) else {
      Issue.record("other bytes")
      return
    }
  }

  @Test func `one that does not read ends as another`() throws {
    let bytes = [UInt8](repeating: 1, count: 1 << 20)
    guard case .exited(code: 3, "kurang", []) = try run("echo kurang >&2; exit 3", reading: bytes)
    else {
      Issue.record("another ending")
      return
    }
  }

  @Test(arguments: [(4, 4), (3, 4), (5, 4), (1, 2)])
  func `of what it writes a limit is kept, and one more that shows it`(
    _ limit: Int, _ kept: Int
  ) throws {
    guard case .exited(code: 0, _, let output) = try run("printf 1234", keeping: limit) else {
      Issue.record("another ending")
      return
    }
    #expect(output.count == kept)
  }

  @Test func `one that a signal ends is known`() throws {
    guard case .killed(signal: 9) = try run("kill -9 $$") else {
      Issue.record("another ending")
      return
    }
  }

  @Test func `one that takes too long is ended, with what it started`() throws {
    let script = "sleep 600 & echo $! > \(folder.path(of: "anak")); wait"
    guard case .tookTooLong = try run(script, seconds: 1) else {
      Issue.record("another ending")
      return
    }
    let child = try folder.text(of: "anak").split(separator: "\n").first.map(String.init) ?? ""
    // It is told to end, and ends when it is its turn; until its new parent collects it, it has no words.
    var words = "?"
    for _ in 0..<100 where !words.isEmpty {
      usleep(100_000)
      words = (try? text(of: "/proc/\(child)/cmdline")) ?? ""
    }
    #expect(words.isEmpty)
  }

  private func text(of path: String) throws -> String {
    let file = try FileDescriptor.open(path, .readOnly)
    return try file.closeAfter {
      var bytes = [UInt8](repeating: 0, count: 256)
      let count = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
      return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
  }

  @Test func `it inherits no variable, and of ours only its three files`() throws {
    let script = "env; readlink /proc/$$/fd/* | grep -c memfd:tenggat"
    guard case .exited(code: 0, _, let output) = try run(script) else {
      Issue.record("another ending")
      return
    }
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    // What the shell itself sets.
    #expect(lines.dropLast().allSatisfy { $0.hasPrefix("PWD=") || $0.hasPrefix("_=") })
    #expect(lines.last == "3")
  }

  @Test func `one that is not there, or may not run, is not found`() throws {
    let missing = SiblingProgram("tidak-ada").start(
      beside: FilePath(folder.path(of: "tenggat")), input: [], withinSeconds: 1, keeping: 1
    ).ending()
    guard case .notFound = missing else {
      Issue.record("another ending")
      return
    }
    try folder.write("#!/bin/sh\n", to: "terkunci", permissions: 0o644)
    let locked = SiblingProgram("terkunci").start(
      beside: FilePath(folder.path(of: "tenggat")), input: [], withinSeconds: 1, keeping: 1
    ).ending()
    guard case .notFound = locked else {
      Issue.record("another ending")
      return
    }
  }

  @Test(arguments: [false, true])
  func `of our variables it inherits those that are named`(_ isAwaited: Bool) async throws {
    try folder.write("#!/bin/sh\nenv\n", to: "program", permissions: 0o755)
    let (program, place) = (SiblingProgram("program"), FilePath(folder.path(of: "tenggat")))
    // Two that every run of the tests has, or has not.
    let names = ["PATH", "TENGGAT_TIDAK_ADA"]
    let ending =
      isAwaited
      ? await program.run(
        beside: place, [], input: [], withinSeconds: 60, keeping: 1 << 16,
        inheriting: .only(names))
      : program.start(
        beside: place, input: [], withinSeconds: 60, keeping: 1 << 16, inheriting: names
      ).ending()
    guard case .exited(code: 0, _, let output) = ending else {
      Issue.record("another ending")
      return
    }
    let inherited = String(decoding: output, as: UTF8.self).split(separator: "\n").map {
      $0.prefix { $0 != "=" }
    }
    #expect(inherited.filter { !["PWD", "_", "SHLVL"].contains($0) } == ["PATH"])
  }

  /// A script of the shell that is fed what it reads.
  private func fed(_ script: String, seconds: Int = 60) throws -> RunningCall {
    try folder.write("#!/bin/sh\n\(script)\n", to: "program", permissions: 0o755)
    return SiblingProgram("program").start(
      beside: FilePath(folder.path(of: "tenggat")), input: nil, withinSeconds: seconds,
      keeping: 1 << 22)
  }

  @Test func `what it is fed comes out in its order, however much it is`() throws {
    let call = try fed("cat")
    let pieces = (1...50).map { number in [UInt8](repeating: UInt8(number), count: 40_000 + number)
    }
    for piece in pieces { call.feed(piece) }
    guard case .exited(code: 0, "", let output) = call.ending() else {
      Issue.record("another ending")
      return
    }
    #expect(output == Array(pieces.joined()))
  }

  @Test func `one that is fed reads to the end of it, and begins before`() throws {
    let call = try fed(
      "read line; echo $line > \(folder.path(of: "awal")); cat > /dev/null; echo habis")
    call.feed(Array("pertama\n".utf8))
    while (try? folder.text(of: "awal")) != "pertama\n" { usleep(10_000) }
    call.endFeeding()
    guard case .exited(code: 0, "", Array("habis\n".utf8)) = call.ending() else {
      Issue.record("another ending")
      return
    }
  }

  @Test func `one that stops reading what it is fed ends as another`() throws {
    let call = try fed("echo cukup >&2; exit 3")
    for _ in 1...100 { call.feed([UInt8](repeating: 1, count: 1 << 16)) }
    guard case .exited(code: 3, "cukup", []) = call.ending() else {
      Issue.record("another ending")
      return
    }
  }

  @Test func `one that does not read what it is fed has no more time than another`() throws {
    let call = try fed("sleep 600", seconds: 1)
    for _ in 1...100 { call.feed([UInt8](repeating: 1, count: 1 << 16)) }
    guard case .tookTooLong = call.ending() else {
      Issue.record("another ending")
      return
    }
  }

  @Test func `one that is not there is fed in vain`() throws {
    let call = SiblingProgram("tidak-ada").start(
      beside: FilePath(folder.path(of: "tenggat")), input: nil, withinSeconds: 1, keeping: 1)
    call.feed([1])
    guard case .notFound = call.ending() else {
      Issue.record("another ending")
      return
    }
  }

  @Test func `whoever starts it goes on until the end is asked for, and may ask again`() throws {
    try folder.write(
      "#!/bin/sh\nread line < \"$1\"; echo \"$line\"\n", to: "program", permissions: 0o755)
    try #require(mkfifo(folder.path(of: "pipa"), 0o600) == 0)
    let call = SiblingProgram("program").start(
      beside: FilePath(folder.path(of: "tenggat")), [folder.path(of: "pipa")], input: [],
      withinSeconds: 60, keeping: 100)
    // It waits for this line, and for nobody's question.
    let pipe = try FileDescriptor.open(folder.path(of: "pipa"), .writeOnly)
    try pipe.closeAfter { _ = try pipe.writeAll("lanjut\n".utf8) }
    for _ in 1...2 {
      guard case .exited(code: 0, "", let output) = call.ending() else {
        Issue.record("another ending")
        return
      }
      #expect(output == Array("lanjut\n".utf8))
    }
  }

  @Test func `one whose end nobody asks for is ended`() throws {
    try folder.write(
      "#!/bin/sh\necho $$ > \"$1\"; sleep 600\n", to: "program", permissions: 0o755)
    let number = folder.path(of: "nomor")
    func start() throws -> pid_t {
      let call = SiblingProgram("program").start(
        beside: FilePath(folder.path(of: "tenggat")), [number], input: [], withinSeconds: 60,
        keeping: 1)
      return try withExtendedLifetime(call) {
        for _ in 0..<6_000 {
          if let text = try? folder.text(of: "nomor"), text.hasSuffix("\n") {
            return try #require(pid_t(text.dropLast()))
          }
          usleep(10_000)
        }
        throw Errno.timedOut
      }
    }
    // Its parent has collected it, so that the number is nobody's.
    #expect(kill(try start(), 0) != 0)
  }

  @Test func `as many at once as there are threads end all the same`() async throws {
    try folder.write("#!/bin/sh\nsleep 0.2\n", to: "program", permissions: 0o755)
    let executable = FilePath(folder.path(of: "tenggat"))
    let count = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<16 {
        group.addTask {
          let ending = SiblingProgram("program").start(
            beside: executable, input: [], withinSeconds: 60, keeping: 1
          ).ending()
          if case .exited(code: 0, _, _) = ending { return true }
          return false
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(count == 16)
  }
}
