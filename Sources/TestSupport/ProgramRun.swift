import Foundation

/// One run of a program: what it printed, and how it ended.
public struct ProgramRun: Sendable {
  /// The bytes of standard output.
  public let output: [UInt8]
  /// The bytes of standard error.
  public let errors: [UInt8]
  /// The exit code; 128 and the signal's number where a signal ended the program, as in a shell.
  public let exitCode: Int

  /// Standard output as UTF-8.
  public var outputText: String { String(decoding: output, as: UTF8.self) }

  /// Standard error as UTF-8.
  public var errorText: String { String(decoding: errors, as: UTF8.self) }

  /// The error for a program that was still running when its time was up; it was killed.
  public struct TookTooLong: Error {
    /// The program and its arguments.
    public let command: [String]
    /// The time that it had.
    public let limit: Duration
  }

  /// The error for a program that the build has not made.
  public struct NotBuilt: Error {
    /// Where it should be.
    public let path: String
  }

  /// Runs the `tenggat` that was built beside the tests.
  ///
  /// - Parameters:
  ///   - arguments: The command line, without the program's name.
  ///   - folder: The working folder.
  ///   - environment: Added to, or replacing parts of, the clean one: `LC_ALL=C`, `TZ=UTC` and the
  ///     system's `PATH`, without `HOME` and without anything of the developer's own.
  ///   - input: The bytes on standard input.
  ///   - limit: The time that it has.
  /// - Returns: What it printed, and how it ended.
  /// - Throws: ``NotBuilt``, ``TookTooLong``, or the system's error where it cannot be started.
  public static func tenggat(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    input: [UInt8] = [], limit: Duration = .seconds(900)
  ) async throws -> ProgramRun {
    let program = builtProgram
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw NotBuilt(path: program)
    }
    return try await run(
      program, arguments, in: folder, environment: environment, input: input, limit: limit)
  }

  /// Runs any program, as ``tenggat(_:in:environment:input:limit:)`` runs ours.
  ///
  /// Only a few programs of all tests run at the same time; the time begins when its turn has come.
  ///
  /// - Parameters:
  ///   - program: The absolute path.
  ///   - arguments: The command line, without the program's name.
  ///   - folder: The working folder.
  ///   - environment: Added to, or replacing parts of, the clean one.
  ///   - input: The bytes on standard input.
  ///   - limit: The time that it has.
  /// - Returns: What it printed, and how it ended.
  /// - Throws: ``TookTooLong``, or the system's error where it cannot be started.
  public static func run(
    _ program: String, _ arguments: [String], in folder: String,
    environment: [String: String] = [:], input: [UInt8] = [], limit: Duration = .seconds(900)
  ) async throws -> ProgramRun {
    try await ProgramGate.shared.pass {
      try await start(
        program, arguments, in: folder, environment: environment, input: input, limit: limit)
    }
  }

  private static func start(
    _ program: String, _ arguments: [String], in folder: String, environment: [String: String],
    input: [UInt8], limit: Duration
  ) async throws -> ProgramRun {
    // Files instead of pipes: a program that prints much never waits for a reader, and a child that
    // outlives it never keeps the reader waiting.
    let files = try TemporaryFolder()
    try files.write(input, to: "input")
    try files.write("", to: "output")
    try files.write("", to: "errors")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder, isDirectory: true)
    process.environment = cleanEnvironment.merging(environment) { $1 }
    let handles = [
      try FileHandle(forReadingFrom: url(of: "input", in: files)),
      try FileHandle(forWritingTo: url(of: "output", in: files)),
      try FileHandle(forWritingTo: url(of: "errors", in: files)),
    ]
    // Foundation keeps a process and its handles for long after its end.
    defer { for handle in handles { try? handle.close() } }
    process.standardInput = handles[0]
    process.standardOutput = handles[1]
    process.standardError = handles[2]
    let ended = try await ended(process, within: limit)
    guard ended else { throw TookTooLong(command: [program] + arguments, limit: limit) }
    let status = Int(process.terminationStatus)
    return ProgramRun(
      output: try files.bytes(of: "output"), errors: try files.bytes(of: "errors"),
      exitCode: process.terminationReason == .uncaughtSignal ? 128 + status : status)
  }

  /// Starts a process and waits for its end; `false` where it had to be killed.
  private static func ended(_ process: Process, within limit: Duration) async throws -> Bool {
    let ends = AsyncStream<Void> { stream in
      process.terminationHandler = { _ in stream.finish() }
    }
    try startWithSignals(process)
    return await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        for await _ in ends {}
        return !Task.isCancelled
      }
      group.addTask {
        try? await Task.sleep(for: limit)
        return false
      }
      let isFirst = await group.next() ?? false
      // On a busy machine both may be ready: a process that has ended was not too slow.
      let inTime = isFirst || !process.isRunning
      if inTime {
        group.cancelAll()
      } else {
        kill(process.processIdentifier, SIGKILL)
      }
      await group.waitForAll()
      return inTime
    }
  }

  /// Starts a process that takes every signal.
  ///
  /// A child inherits the signals that its parent's thread blocks, and the threads on which tests
  /// run block SIGTERM among others.
  private static func startWithSignals(_ process: Process) throws {
    var none = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try process.run()
  }

  private static func url(of name: String, in folder: TemporaryFolder) -> URL {
    URL(fileURLWithPath: folder.path(of: name))
  }

  private static let cleanEnvironment = [
    "LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/local/bin:/usr/bin:/bin",
  ]

  /// The path of the `tenggat` that was built beside the tests.
  public static var builtProgram: String {
    // The runner of the tests is one of the build's products.
    let runner = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return runner.resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("tenggat").path
  }
}
