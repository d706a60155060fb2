internal import Glibc

extension Console {
  /// Writes what is pending to standard output, on a terminal through the program by which the user pages.
  ///
  /// - Parameter pager: What the user set for it; `less` where nothing is, and no program where it is empty or `cat`.
  /// - Throws: `Errno`, as ``flush()``.
  mutating func page(with pager: String?) throws {
    let command = pager ?? "less -FRX"
    guard isTerminal, !command.isEmpty, command != "cat" else { return try flush() }
    // A shell starts it, as the user wrote it.
    guard let stream = popen(command, "w") else { return try flush() }
    // An interrupt is for the pager, which must not be left on the terminal alone.
    let (interrupt, quit) = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    let bytes = takePending()
    let written = fwrite(bytes, 1, bytes.count, stream)
    let status = pclose(stream)
    // Where there is no such program nothing was shown; one that is left early has shown enough.
    if status >> 8 == 127 || written == 0 {
      raw(bytes)
      try flush()
    }
  }
}
