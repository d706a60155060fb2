internal import CLinux
internal import Glibc
internal import Subprocess
internal import PlainText
package import SystemPackage

/// A program that is started without a shell, gets bytes on standard input and is waited for.
package struct ProgramCall: Sendable {
  /// The program: a name to look for in `PATH`, or a path.
  let program: String
  /// What it is called with.
  let arguments: [String]
  /// What it may read from standard input.
  let input: [UInt8]
  /// The time that it has, in seconds.
  let timeoutSeconds: Int
  /// The folder that a relative path to the program starts from.
  let workspace: FilePath
  /// What it inherits of the environment.
  let inherited: Inheritance
  /// Bytes of standard output that are kept, one more where there are more; without any it goes nowhere.
  let outputLimit: Int

  /// Prepares a call; nothing is started yet.
  ///
  /// - Parameters:
  ///   - program: The program: a name to look for in `PATH`, or a path.
  ///   - arguments: What it is called with.
  ///   - input: What it may read from standard input.
  ///   - timeoutSeconds: The time that it has, in seconds.
  ///   - workspace: The folder that a relative path to the program starts from.
  ///   - inherited: What it inherits of the environment.
  ///   - outputLimit: Bytes of standard output that are kept, one more where there are more; without any it
  ///     goes nowhere.
  package init(
    program: String, arguments: [String], input: [UInt8], timeoutSeconds: Int, workspace: FilePath,
    inheriting inherited: Inheritance, outputLimit: Int = 0
  ) {
    self.program = program
    self.arguments = arguments
    self.input = input
    self.timeoutSeconds = timeoutSeconds
    self.workspace = workspace
    self.inherited = inherited
    self.outputLimit = outputLimit
  }

  /// How a program came to its end.
  package enum Ending: Sendable {
    /// It ended by itself; `complaint` is the first line of its standard error, uncut.
    case exited(code: Int, complaint: String, output: [UInt8])
    /// A signal ended it.
    case killed(signal: Int)
    /// It had not ended in its time and was killed, with the programs that it had started.
    case tookTooLong
    /// It never ran: it is not there, or may not be run.
    case notFound
    /// It never ran: the machine could not start it.
    case notStarted
  }

  /// Bytes of standard error that are looked at; the rest is read and left out.
  static let complaintLimit = 4096

  /// How long a program that is told to end may take before it is killed.
  private static let patience: Duration = .seconds(2)

  /// Runs the program to its end.
  package func run() async -> Ending {
    await withTaskGroup(of: Ending.self) { group in
      group.addTask { await start() }
      group.addTask {
        try? await Task.sleep(for: .seconds(timeoutSeconds))
        return .tookTooLong
      }
      let first = await group.next() ?? .notStarted
      // Cancelling the run ends the program, and waiting for it leaves none behind.
      group.cancelAll()
      await group.waitForAll()
      return first
    }
  }

  private func start() async -> Ending {
    let executable: Executable =
      program.contains("/") ? .path(workspace.pushing(FilePath(program))) : .name(program)
    var options = PlatformOptions()
    // A session of its own, so that what the program started can be ended with it.
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: ProgramCall.patience)
    ]
    do {
      let output = try outputLimit > 0 ? ProgramCall.memoryFile([]) : ProgramCall.nowhere()
      defer { try? output.close() }
      // From a file in memory: a program that does not read it breaks no pipe; nor does one that is
      // ended while it writes.
      let file = try ProgramCall.memoryFile(input)
      let ended = try await Subprocess.run(
        executable, arguments: Arguments(arguments), environment: environment,
        platformOptions: options,
        input: .fileDescriptor(file, closeAfterSpawningProcess: true),
        output: .fileDescriptor(output, closeAfterSpawningProcess: false),
        error: .sequence
      ) { execution in
        var complaint: [UInt8] = []
        for try await buffer in execution.standardError {
          let room = ProgramCall.complaintLimit - complaint.count
          complaint += buffer.withUnsafeBytes { $0.prefix(room) }
        }
        return complaint
      }
      switch ended.terminationStatus {
      case .exited(let code):
        return .exited(
          code: Int(code), complaint: ProgramCall.firstLine(ended.closureResult),
          output: (try? ProgramCall.kept(of: output, atMost: outputLimit)) ?? [])
      case .signaled(let signal):
        return .killed(signal: Int(signal))
      }
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .notFound
    } catch {
      return .notStarted
    }
  }

  private var environment: Environment {
    switch inherited {
    case .only(let names):
      return .custom(
        Dictionary(
          ProgramCall.settings(of: names).compactMap { name, value in
            Environment.Key(rawValue: name).map { ($0, value) }
          }
        ) { first, _ in first })
    case .everything(let withheld):
      let none = withheld.compactMap { Environment.Key(rawValue: $0) }.map { ($0, String?.none) }
      return .inherit.updating(Dictionary(none) { first, _ in first })
    }
  }

  /// The variables of some names that are set, with their values.
  static func settings(of names: [String]) -> [(name: String, value: String)] {
    names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
  }

  /// A file without a name that holds bytes, standing at its start.
  static func memoryFile(_ bytes: [UInt8]) throws -> FileDescriptor {
    let closeOnExec: UInt32 = 1
    let number = memfd_create("tenggat", closeOnExec)
    guard number >= 0 else { throw Errno.noMemory }
    let file = FileDescriptor(rawValue: number)
    do {
      try file.writeAll(bytes)
      try file.seek(offset: 0, from: .start)
    } catch {
      try? file.close()
      throw error
    }
    return file
  }

  private static func nowhere() throws -> FileDescriptor {
    try FileDescriptor.open("/dev/null", .writeOnly, options: .closeOnExec)
  }

  /// What a program wrote, as far as it is kept.
  ///
  /// - Parameters:
  ///   - output: The file in memory that it wrote to.
  ///   - limit: The bytes that are kept, one more where there are more.
  /// - Returns: The bytes.
  /// - Throws: An `Errno`.
  static func kept(of output: FileDescriptor, atMost limit: Int) throws -> [UInt8] {
    guard limit > 0 else { return [] }
    let size = Int(try output.seek(offset: 0, from: .end))
    try output.seek(offset: 0, from: .start)
    var bytes = [UInt8](repeating: 0, count: min(size, limit) + 1)
    var count = 0
    try bytes.withUnsafeMutableBytes { buffer in
      while case let more = try output.read(
        into: UnsafeMutableRawBufferPointer(
          rebasing: buffer[count...])), more > 0
      {
        count += more
      }
    }
    return Array(bytes.prefix(count))
  }

  /// The first line that says something; it is cut where no secret is in it any more.
  static func firstLine(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).printableLines.split(separator: "\n")
    return lines.lazy.map(\.trimmingBlanks).first { !$0.isEmpty } ?? ""
  }
}
