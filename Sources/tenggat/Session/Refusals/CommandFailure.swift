internal import ArgumentParser
internal import ComplianceModel
internal import PlainText

/// A command that could not do what it was asked for: what to say, and the exit code.
struct CommandFailure: Error {
  /// Exit codes, as `sysexits.h` of 4.3BSD numbers them, and 1 for a fault that was found.
  enum Code: Int32 {
    case found = 1
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case cannotCreate = 73
    case io = 74
    case locked = 75
    case configuration = 78
  }

  let code: Code
  /// The lines for standard error; none where all was said.
  let lines: [String]

  init(_ code: Code, lines: [String]) {
    self.code = code
    self.lines = lines
  }

  /// Who speaks, where it is about no place in a file.
  static let program = "tenggat"
  /// What stands before a failure without a place in a file.
  private static let nowhere = "\(program): galat: "

  /// A failure without a place in a file: what, and how to mend it.
  init(_ code: Code, _ what: String, fix: String) {
    self.init(code, lines: ["\(CommandFailure.nowhere)\(what); \(fix)"])
  }

  /// The lines where they are about a place in a file.
  func lines(at place: SourcePlace) -> [String] {
    lines.map { line in
      line.hasPrefix(CommandFailure.nowhere)
        ? "\(place.file):\(place.line):\(place.column): galat: "
          + line.dropFirst(CommandFailure.nowhere.count)
        : line
    }
  }

  static func usage(_ what: String, fix: String) -> CommandFailure {
    CommandFailure(.usage, what, fix: fix)
  }

  /// Something was found that was asked about, and said already.
  static let found = CommandFailure(.found, lines: [])
}
