internal import ComplianceModel
internal import SystemPackage
internal import Wording
internal import Workspace
internal import Glibc

/// What the process was given: its variables, its own file, its working folder.
enum Environment {
  /// The value of an environment variable; `nil` where it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// All environment variables.
  static var variables: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let parts = String(cString: entry).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      next += 1
    }
    return variables
  }

  /// The program's own file, links resolved.
  static var executable: FilePath {
    resolved("/proc/self/exe") ?? FilePath(CommandLine.arguments.first ?? "tenggat")
  }

  /// The working folder.
  static var workingFolder: FilePath { resolved(".") ?? "." }

  /// The path of something that is there, links resolved; `nil` where nothing is.
  static func resolved(_ path: FilePath) -> FilePath? {
    guard let resolved = realpath(path.string, nil) else { return nil }
    defer { free(resolved) }
    return FilePath(String(cString: resolved))
  }

  /// Who may be recording.
  static var recorders: RecorderNames { RecorderNames(environment: value) }

  /// The name of the user who owns a file or folder, its number where it has no name.
  static func owner(of path: FilePath) -> String {
    var state = stat()
    guard stat(path.string, &state) == 0 else { return recorders.login ?? "\(getuid())" }
    return userName(state.st_uid)
  }

  /// The name of a user, the number where it has no name.
  static func userName(_ number: UInt32) -> String {
    guard let user = getpwuid(number), let name = user.pointee.pw_name else { return "\(number)" }
    return String(cString: name)
  }

  /// An IPv4 or IPv6 address in the form that the system itself prints; `nil` for anything else.
  static func address(_ text: String) -> String? {
    for family in [AF_INET, AF_INET6] {
      var bytes = in6_addr()
      guard inet_pton(family, text, &bytes) == 1 else { continue }
      var printed = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      return inet_ntop(family, &bytes, &printed, socklen_t(printed.count)).map {
        String(cString: $0)
      }
    }
    return nil
  }

  /// Lets a write into a pipe that nobody reads any more fail, instead of ending the program.
  static func surviveBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// How many seconds the server's clock is ahead of UTC at the moment.
  static var secondsFromUTC: Int {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return local.tm_gmtoff
  }

  /// Whether a person is there to be asked: standard input and output are a terminal.
  static var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 }

  /// Whether messages go to a terminal, where a line can be written again.
  static var hasTerminalForMessages: Bool { isatty(2) == 1 }

  /// How many processors there are, at least 1.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Seconds since 1970-01-01T00:00:00Z.
  static var unixSeconds: Int { Int(unixTime.components.seconds) }

  /// The time since 1970-01-01T00:00:00Z.
  static var unixTime: Duration {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return .seconds(now.tv_sec) + .nanoseconds(now.tv_nsec)
  }

  /// Becomes another program, which has this one's descriptors, variables and number.
  ///
  /// - Parameters:
  ///   - places: Where it may lie; the first that is there is taken.
  ///   - arguments: Its arguments.
  /// - Throws: A `ServingRefusal` where it cannot be started; nothing has then changed.
  static func become(_ places: [FilePath], _ arguments: [String]) throws -> Never {
    for place in places {
      let words = ([place.string] + arguments).map { strdup($0) }
      defer { for word in words { free(word) } }
      execv(place.string, words + [nil])
    }
    throw ServingRefusal.noProgram(places, Errno(rawValue: errno))
  }
}
