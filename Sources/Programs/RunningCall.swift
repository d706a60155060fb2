internal import CLinux
internal import Glibc
internal import SystemPackage

/// A program that was started, and is waited for on the thread that asks.
///
/// For what is asked within something that is not asynchronous, such as a check of `periksa`: there a thread
/// of Swift's own pool may be waiting, of which there are no more than processors, and whoever needs one of
/// them to go on would wait for ever. No thread and no task is needed here. The program must be a path, and
/// inherits no variable but those that are named. Where nobody waits for it, it is killed.
package final class RunningCall {
  private enum State {
    case running(pid_t, CallFiles)
    case ended(ProgramCall.Ending)
  }

  private let call: ProgramCall
  private let end: ContinuousClock.Instant
  private var state: State
  /// What leads to its standard input; `nil` where it is not fed, or has all.
  private var feeder: FileDescriptor?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - call: The program, and what it is called with.
  ///   - isFed: Whether it reads what it is fed (``feed(_:)``), and not what the call says.
  init(_ call: ProgramCall, isFed: Bool) {
    self.call = call
    end = ContinuousClock.now + .seconds(call.timeoutSeconds)
    guard let input = try? isFed ? CallInput.pair() : CallInput.file(call.input) else {
      state = .ended(.notStarted)
      return
    }
    state = RunningCall.started(call, reading: input.read)
    feeder = input.write
    // Only the program has it now: that it reads no more is known for that.
    try? input.read.close()
  }

  deinit {
    endFeeding()
    guard case .running(let number, let files) = state else { return }
    kill(-number, SIGKILL)
    _ = RunningCall.status(of: number)
    files.close()
  }

  /// Hands it bytes on standard input, behind those before; waits where it does not keep up.
  ///
  /// What it does not read, since it has ended or has no time left, is left out: how it ended tells the rest.
  package func feed(_ bytes: [UInt8]) {
    guard let feeder else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      // That it reads no more is no reason to end with it.
      let count = rest.withUnsafeBytes {
        send(
          feeder.rawValue, $0.baseAddress, $0.count,
          CInt(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waited = pollfd(fd: feeder.rawValue, events: Int16(POLLOUT), revents: 0)
        if poll(&waited, 1, millisecondsLeft) == 0 { return endFeeding() }
      } else if errno != EINTR {
        return endFeeding()
      }
    }
  }

  /// Says that it has all that it may read.
  package func endFeeding() {
    try? feeder?.close()
    feeder = nil
  }

  /// How it ended, as soon as it has; it is fed no more.
  package func ending() -> ProgramCall.Ending {
    endFeeding()
    switch state {
    case .ended(let ending): return ending
    case .running(let number, let files):
      let ending = ending(of: number, files)
      files.close()
      state = .ended(ending)
      return ending
    }
  }

  private func ending(of number: pid_t, _ files: CallFiles) -> ProgramCall.Ending {
    do {
      guard let status = try wait(for: number) else { return .tookTooLong }
      // Source: wait(2): the low seven bits are the signal, the next eight the code.
      guard status & 0x7F == 0 else { return .killed(signal: Int(status & 0x7F)) }
      return .exited(
        code: Int(status >> 8 & 0xFF),
        complaint: ProgramCall.firstLine(
          try ProgramCall.kept(of: files.errors, atMost: ProgramCall.complaintLimit)),
        output: try ProgramCall.kept(of: files.output, atMost: call.outputLimit))
    } catch {
      return .notStarted
    }
  }

  // MARK: - Starting

  /// What a program reads from, and the other end of it where it is fed.
  private struct CallInput {
    let read: FileDescriptor
    let write: FileDescriptor?

    static func file(_ bytes: [UInt8]) throws -> CallInput {
      CallInput(read: try ProgramCall.memoryFile(bytes), write: nil)
    }

    static func pair() throws -> CallInput {
      var ends: [CInt] = [0, 0]
      let kind = CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw Errno(rawValue: errno) }
      return CallInput(
        read: FileDescriptor(rawValue: ends[0]), write: FileDescriptor(rawValue: ends[1]))
    }
  }

  /// The files in memory that a program writes to; none has a name.
  private struct CallFiles {
    let output: FileDescriptor
    let errors: FileDescriptor

    init() throws {
      output = try ProgramCall.memoryFile([])
      do {
        errors = try ProgramCall.memoryFile([])
      } catch {
        try? output.close()
        throw error
      }
    }

    func close() { for file in [output, errors] { try? file.close() } }
  }

  /// How often a program is started that is being written, and how long is waited in between.
  private static let mostTries = 40
  private static let pauseMicroseconds: useconds_t = 50_000

  private static func started(_ call: ProgramCall, reading input: FileDescriptor) -> State {
    guard let files = try? CallFiles() else { return .ended(.notStarted) }
    var number = pid_t()
    var code: CInt
    var tries = 0
    repeat {
      code = withWords(of: call) { path, words, variables in
        spawn(&number, path, words, variables, [input, files.output, files.errors])
      }
      tries += 1
      // Somebody writes the program at this moment, as an installation does.
    } while code == ETXTBSY && tries < mostTries && usleep(pauseMicroseconds) == 0
    guard code != 0 else { return .running(number, files) }
    files.close()
    return .ended([ENOENT, EACCES, ENOTDIR].contains(code) ? .notFound : .notStarted)
  }

  private typealias Words = UnsafePointer<UnsafeMutablePointer<CChar>?>

  /// The path, the words and the variables of a call as the system wants them.
  private static func withWords(
    of call: ProgramCall, _ body: (UnsafePointer<CChar>, Words, Words) -> CInt
  ) -> CInt {
    let path = call.workspace.pushing(FilePath(call.program)).string
    // Whoever starts one names them (``SiblingProgram``).
    let names = if case .only(let names) = call.inherited { names } else { [String]() }
    let settings = ProgramCall.settings(of: names).map { "\($0.name)=\($0.value)" }
    return path.withCString { path in
      withPointers(to: [String(cString: path)] + call.arguments) { words in
        withPointers(to: settings) { body(path, words, $0) }
      }
    }
  }

  private static func withPointers(to texts: [String], _ body: (Words) -> CInt) -> CInt {
    let words = texts.map { strdup($0) }
    defer { for word in words { free(word) } }
    return (words + [nil]).withUnsafeBufferPointer { $0.baseAddress.map(body) ?? EINVAL }
  }

  /// Starts the program, in a group of its own with whatever it starts.
  private static func spawn(
    _ number: inout pid_t, _ path: UnsafePointer<CChar>, _ words: Words, _ variables: Words,
    _ files: [FileDescriptor]
  ) -> CInt {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return ENOMEM }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return ENOMEM }
    defer { posix_spawnattr_destroy(&attributes) }
    for (target, file) in files.enumerated() {
      let code = posix_spawn_file_actions_adddup2(&actions, file.rawValue, CInt(target))
      guard code == 0 else { return code }
    }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))
    return posix_spawn(&number, path, &actions, &attributes, words, variables)
  }

  // MARK: - Waiting

  /// Waits for the end of a program, which is killed with all that it started where it takes too long.
  ///
  /// - Returns: How it ended; `nil` where it took too long.
  /// - Throws: An `Errno` where nobody could wait for it; it is killed then, too.
  private func wait(for number: pid_t) throws(Errno) -> CInt? {
    let handle = tenggat_pidfd_open(number)
    var trouble = handle < 0 ? Errno(rawValue: errno) : nil
    defer { if handle >= 0 { Glibc.close(handle) } }
    var hasEnded = false
    if handle >= 0 {
      var waited = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
      while true {
        // One that has ended is known as such, also where its time is over by now.
        let left = millisecondsLeft
        let count = poll(&waited, 1, left)
        if count > 0 {
          hasEnded = true
          break
        }
        if count < 0, errno != EINTR {
          trouble = Errno(rawValue: errno)
          break
        }
        if left == 0 { break }
      }
    }
    if !hasEnded { kill(-number, SIGKILL) }
    guard let status = RunningCall.status(of: number) else { return nil }
    if let trouble { throw trouble }
    return hasEnded ? status : nil
  }

  /// The milliseconds that it still has; 0 where its time is over.
  private var millisecondsLeft: CInt {
    let left = max(end - ContinuousClock.now, .zero)
    guard left > .zero else { return 0 }
    let whole = left.components.seconds * 1_000
    return CInt(clamping: whole + left.components.attoseconds / 1_000_000_000_000_000 + 1)
  }

  /// The status with which a program ends; waits for it.
  private static func status(of number: pid_t) -> CInt? {
    var status: CInt = 0
    while waitpid(number, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status
  }
}
