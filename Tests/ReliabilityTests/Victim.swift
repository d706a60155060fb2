import Foundation
import TestSupport

/// A process that is killed some time after its start, unless it has ended by then.
enum Victim {
  /// How it ended.
  enum Ending: Equatable {
    case exited(Int)
    case killed
  }

  /// The error for a process that could not be started.
  struct NotStarted: Error {
    let errno: CInt
  }

  /// Starts a program, kills it after a delay with SIGKILL, and waits for its end.
  ///
  /// - Parameters:
  ///   - line: The program's absolute path and its arguments.
  ///   - environment: The whole environment, but for `PATH`, `LC_ALL` and `TZ` where it lacks them.
  ///   - delay: How long it may live; for ever where it is `nil`.
  /// - Returns: How it ended.
  /// - Throws: ``NotStarted``.
  static func run(
    _ line: [String], environment: [String: String], killedAfter delay: Duration?
  ) throws -> Ending {
    let process = try start(line, environment: environment)
    if let delay {
      sleep(delay)
      kill(process, SIGKILL)
    }
    return wait(for: process)
  }

  /// Starts a program with its three streams on `/dev/null`.
  static func start(_ line: [String], environment: [String: String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: CInt in 0...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    let variables = environment.merging(["PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"]) {
      own, _ in own
    }
    var arguments = line.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, line[0], &actions, nil, &arguments, &settings)
    guard error == 0 else { throw NotStarted(errno: error) }
    return process
  }

  /// Waits for the end of a process that ``start(_:environment:)`` began.
  static func wait(for process: pid_t) -> Ending {
    var status: CInt = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? .exited(Int(status >> 8 & 0xFF)) : .killed
  }

  private static func sleep(_ delay: Duration) {
    let (seconds, attoseconds) = delay.components
    var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
    var rest = time
    while nanosleep(&time, &rest) != 0, errno == EINTR { time = rest }
  }
}
