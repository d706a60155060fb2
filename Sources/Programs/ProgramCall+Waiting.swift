internal import CLinux
internal import Glibc
internal import SystemPackage

extension ProgramCall {
  /// Runs the program to its end on the thread that asks, which does nothing else until then.
  ///
  /// For what is asked within something that is not asynchronous, such as a check of `periksa`: there a thread
  /// of Swift's own pool may be waiting, of which there are no more than processors, and whoever needs one of
  /// them to go on would wait for ever. No thread and no task is needed here. The program must be a path, and
  /// inherits no variable.
  ///
  /// - Returns: How it ended.
  package func runWaiting() -> Ending {
    do {
      let files = try CallFiles(input: input)
      defer { files.close() }
      var number = pid_t()
      var code: CInt
      var tries = 0
      repeat {
        code = withArguments { path, arguments in
          ProgramCall.spawn(&number, path, arguments, files)
        }
        tries += 1
        // Somebody writes the program at this moment, as an installation does.
      } while code == ETXTBSY && tries < ProgramCall.mostTries
        && usleep(ProgramCall.pauseMicroseconds) == 0
      switch code {
      case 0: break
      case ENOENT, EACCES, ENOTDIR: return .notFound
      default: return .notStarted
      }
      guard let status = try ProgramCall.wait(for: number, seconds: timeoutSeconds) else {
        return .tookTooLong
      }
      // Source: wait(2): the low seven bits are the signal, the next eight the code.
      guard status & 0x7F == 0 else { return .killed(signal: Int(status & 0x7F)) }
      return .exited(
        code: Int(status >> 8 & 0xFF),
        complaint: ProgramCall.firstLine(
          try ProgramCall.kept(of: files.errors, atMost: ProgramCall.complaintLimit)),
        output: try ProgramCall.kept(of: files.output, atMost: outputLimit))
    } catch {
      return .notStarted
    }
  }

  /// How often a program is started that is being written, and how long is waited in between.
  private static let mostTries = 40
  private static let pauseMicroseconds: useconds_t = 50_000

  /// The files in memory that a program reads from and writes to; none has a name.
  private struct CallFiles {
    let input: FileDescriptor
    let output: FileDescriptor
    let errors: FileDescriptor

    init(input bytes: [UInt8]) throws {
      input = try ProgramCall.memoryFile(bytes)
      do {
        output = try ProgramCall.memoryFile([])
      } catch {
        try? input.close()
        throw error
      }
      do {
        errors = try ProgramCall.memoryFile([])
      } catch {
        try? input.close()
        try? output.close()
        throw error
      }
    }

    func close() { for file in [input, output, errors] { try? file.close() } }
  }

  private typealias Words = UnsafePointer<UnsafeMutablePointer<CChar>?>

  /// The path and the words of the call as the system wants them.
  private func withArguments(_ body: (UnsafePointer<CChar>, Words) -> CInt) -> CInt {
    let path = workspace.pushing(FilePath(program)).string
    var words = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    return path.withCString { path in
      words.withUnsafeBufferPointer { words in
        words.baseAddress.map { body(path, $0) } ?? EINVAL
      }
    }
  }

  /// Starts the program, in a group of its own with whatever it starts.
  private static func spawn(
    _ number: inout pid_t, _ path: UnsafePointer<CChar>, _ words: Words, _ files: CallFiles
  ) -> CInt {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return ENOMEM }
    defer { posix_spawn_file_actions_destroy(&actions) }
    guard posix_spawnattr_init(&attributes) == 0 else { return ENOMEM }
    defer { posix_spawnattr_destroy(&attributes) }
    for (target, file) in [files.input, files.output, files.errors].enumerated() {
      let code = posix_spawn_file_actions_adddup2(&actions, file.rawValue, CInt(target))
      guard code == 0 else { return code }
    }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))
    var environment: UnsafeMutablePointer<CChar>?
    return posix_spawn(&number, path, &actions, &attributes, words, &environment)
  }

  /// Waits for the end of a program, which is killed with all that it started where it takes too long.
  ///
  /// - Returns: How it ended; `nil` where it took too long.
  /// - Throws: An `Errno` where nobody could wait for it; it is killed then, too.
  private static func wait(for number: pid_t, seconds: Int) throws(Errno) -> CInt? {
    let handle = tenggat_pidfd_open(number)
    var trouble = handle < 0 ? Errno(rawValue: errno) : nil
    defer { if handle >= 0 { Glibc.close(handle) } }
    var hasEnded = false
    if handle >= 0 {
      let end = ContinuousClock.now + .seconds(seconds)
      var waited = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
      while true {
        let left = end - ContinuousClock.now
        guard left > .zero else { break }
        let milliseconds =
          left.components.seconds * 1_000
          + left.components.attoseconds / 1_000_000_000_000_000
        let count = poll(&waited, 1, CInt(clamping: milliseconds + 1))
        if count > 0 {
          hasEnded = true
          break
        }
        if count < 0, errno != EINTR {
          trouble = Errno(rawValue: errno)
          break
        }
      }
    }
    if !hasEnded { kill(-number, SIGKILL) }
    var status: CInt = 0
    while waitpid(number, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    if let trouble { throw trouble }
    return hasEnded ? status : nil
  }
}
