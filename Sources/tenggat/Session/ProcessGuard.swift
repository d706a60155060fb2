internal import Glibc

/// What a process needs so that a failure is told, and not the end of it.
enum ProcessGuard {
  /// Lets a closed pipe and a file that reached its limit be errors of the call, and keeps the numbers of the three
  /// standard files from other files.
  static func prepare() {
    // A handler that does nothing, since a program that we start would inherit that a signal is ignored.
    for number in [SIGPIPE, SIGXFSZ] { signal(number) { _ in } }
    // The next file to be opened would be the output of a command whose output is closed. Nothing can be written to
    // one that is opened for reading, so that it is told.
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Does something wholly or not at all: what would end the program meanwhile, as Ctrl-C does, ends it afterwards.
  static func withoutInterruption<Result>(_ body: () throws -> Result) rethrows -> Result {
    var interruptions = sigset_t()
    var usual = sigset_t()
    sigemptyset(&interruptions)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&interruptions, number) }
    pthread_sigmask(SIG_BLOCK, &interruptions, &usual)
    defer { pthread_sigmask(SIG_SETMASK, &usual, nil) }
    return try body()
  }

  /// The failure of a process that was not told what to do.
  static let noArguments = CommandFailure(
    .io, "perintahnya tidak dapat dibaca: berkas yang boleh terbuka terlalu sedikit",
    fix:
      "tidak ada yang dikerjakan; naikkan batasnya (ulimit -n) dan pastikan /proc ada, lalu ulangi")
}
