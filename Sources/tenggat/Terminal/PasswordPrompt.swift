internal import Glibc

/// Asks for a password: in a terminal twice and without showing it, else from standard input.
///
/// It is never an argument, which every user of the computer could read.
enum PasswordPrompt {
  /// The bytes of a line that are read at most.
  private static let longest = 1024

  /// Reads a password.
  ///
  /// - Throws: ``CommandFailure`` where none is given, or the two differ.
  static func read() throws -> String {
    guard isatty(STDIN_FILENO) == 1 else {
      let password = try line()
      guard try rest().isEmpty else {
        throw CommandFailure.usage(
          "masukan memuat lebih dari satu baris", fix: "beri sandinya dalam satu baris")
      }
      return password
    }
    return try withoutEcho {
      let password = try asked("Sandi baru: ")
      guard try asked("Sekali lagi: ") == password else {
        throw CommandFailure.usage("kedua sandi berbeda", fix: "ulangi")
      }
      return password
    }
  }

  private static func asked(_ question: String) throws -> String {
    Console.prompt(question)
    defer { Console.prompt("\n") }
    return try line()
  }

  /// The next line of standard input, byte by byte, so that nothing behind it is taken.
  private static func line() throws -> String {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while case let count = Glibc.read(STDIN_FILENO, &byte, 1), count != 0, byte != 0x0A {
      guard count > 0, bytes.count < longest else { throw unread }
      bytes.append(byte)
    }
    // A file that was written on Windows ends its lines with one more byte.
    if bytes.last == 0x0D { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self), !text.isEmpty else { throw unread }
    return text
  }

  private static func rest() throws -> [UInt8] {
    var byte: UInt8 = 0
    return Glibc.read(STDIN_FILENO, &byte, 1) > 0 ? [byte] : []
  }

  private static let unread = CommandFailure.usage(
    "sandi tidak terbaca", fix: "ketik sandinya, atau beri dalam satu baris lewat masukan")

  /// Does something while the terminal does not show what is typed.
  private static func withoutEcho(_ body: () throws -> String) throws -> String {
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else { throw unread }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    // Ctrl-C only interrupts the reading, so that the terminal is as before when the program ends by it.
    var quiet = sigaction()
    quiet.__sigaction_handler.sa_handler = { _ in }
    var usual = sigaction()
    sigaction(SIGINT, &quiet, &usual)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    defer {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
      sigaction(SIGINT, &usual, nil)
    }
    return try body()
  }
}
