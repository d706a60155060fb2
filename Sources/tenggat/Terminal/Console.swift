internal import PlainText
internal import SystemPackage
internal import Wording
internal import Glibc

/// What a command says: results on standard output, messages on standard error.
struct Console {
  /// Whether colour is wanted.
  enum Color: String, CaseIterable {
    case automatic = "auto"
    case always = "selalu"
    case never = "tidak"
  }

  /// Whether styles are shown.
  let isColored: Bool
  /// The columns of the terminal; `nil` where output does not go to one.
  let width: Int?
  private var pending: [UInt8] = []

  /// Whether a person sees the output as it comes.
  var isTerminal: Bool { width != nil }

  /// Looks at where standard output goes.
  ///
  /// - Parameters:
  ///   - color: What the user asked for; `auto` is colour on a terminal, unless `NO_COLOR` is set.
  ///   - environment: Looks up an environment variable.
  init(color: Color, environment: (String) -> String?) {
    let isTerminal = isatty(1) == 1
    isColored =
      switch color {
      case .always: true
      case .never: false
      case .automatic:
        isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
      }
    width = isTerminal ? environment("COLUMNS").flatMap(Int.init) ?? Console.terminalColumns : nil
  }

  private static var terminalColumns: Int { columns(of: 1) ?? 80 }

  /// The columns of the terminal that standard error goes to; `nil` where it goes to none.
  static var errorWidth: Int? { isatty(2) == 1 ? columns(of: 2) ?? 80 : nil }

  /// The columns of the terminal behind a descriptor; `nil` where it is none, or does not say.
  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Below so many columns, as on a phone, lines are broken between words.
  private static let phone = 80

  /// Adds a line to standard output, which is written at ``flush()``.
  mutating func line(_ text: String = "", _ style: Style = .plain) {
    let text = text.printable
    guard let width, width < Console.phone, text.terminalWidth > width else {
      raw(style.applied(to: text, isColored: isColored) + "\n")
      return
    }
    let inset = String(text.prefix { $0 == " " })
    let longest = text.split(separator: " ").map(\.terminalWidth).max() ?? 0
    for piece in text.wrapped(to: max(width - inset.count, longest)) {
      raw(inset + style.applied(to: piece, isColored: isColored) + "\n")
    }
  }

  /// Adds the lines of a table.
  mutating func table(_ table: Table, indent: Int = 2) {
    for line in table.lines(width: width, isColored: isColored, indent: indent) {
      raw(line + "\n")
    }
  }

  /// Adds text as it is: JSON, XML, a table or a page for another program, each with escapes of its own.
  mutating func raw(_ text: String) { pending += text.utf8 }

  /// Adds the bytes of a file that goes to standard output.
  mutating func raw(_ bytes: [UInt8]) { pending += bytes }

  /// What is pending, which is pending no more.
  mutating func takePending() -> [UInt8] {
    defer { pending = [] }
    return pending
  }

  /// Writes what is pending to standard output.
  ///
  /// - Throws: `Errno` where it cannot be written, so that a full disk is not taken for success; a
  ///   closed pipe is a reader that has seen enough.
  mutating func flush() throws { _ = try pass([]) }

  /// Writes what is pending to standard output, and bytes behind it.
  ///
  /// - Returns: Whether somebody still reads.
  /// - Throws: `Errno`, as ``flush()``.
  mutating func pass(_ bytes: [UInt8]) throws -> Bool {
    do {
      for bytes in [takePending(), bytes] where !bytes.isEmpty {
        try bytes.withUnsafeBytes(Console.write)
      }
    } catch Errno.brokenPipe {
      return false
    }
    return true
  }

  /// Writes bytes to standard output, all of them.
  private static func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = try FileDescriptor.standardOutput.write(rest)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Adds lines that may repeat what somebody typed.
  mutating func lines(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      raw(String(line).printable + "\n")
    }
  }

  /// Writes a line to standard error at once; whatever it repeats of arguments, names and files is made
  /// printable here.
  static func message(_ text: String) { prompt(text.printable + "\n") }

  /// Says something on standard error as it is, without ending the line.
  static func prompt(_ text: String) {
    // Where standard error is closed there is nobody left to tell.
    _ = try? FileDescriptor.standardError.writeAll(text.utf8)
  }
}
