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
  /// The places in files that the lines are about, by the numbers of the lines.
  private let places: [Int: SourcePlace]

  init(_ code: Code, lines: [String], at places: [Int: SourcePlace] = [:]) {
    self.code = code
    self.lines = lines
    self.places = places
  }

  /// Several failures as one: the lines of all, each once, with a code.
  init(_ code: Code, all failures: [CommandFailure]) {
    var lines: [String] = []
    var places: [Int: SourcePlace] = [:]
    for failure in failures {
      for (number, line) in failure.lines.enumerated() where !lines.contains(line) {
        places[lines.count] = failure.places[number]
        lines.append(line)
      }
    }
    self.init(code, lines: lines, at: places)
  }

  /// The failure with the lines at fault below its own.
  ///
  /// - Parameter teller: Who looks them up.
  /// - Returns: The failure; it is shown once.
  func showing(with teller: inout FaultTeller) -> CommandFailure {
    guard !places.isEmpty else { return self }
    var shown: [String] = []
    for (number, line) in lines.enumerated() {
      shown.append(line)
      if let place = places[number] { shown += teller.excerpt(at: place) }
    }
    return CommandFailure(code, lines: shown)
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
    said(with: "\(place.file):\(place.line):\(place.column): galat: ")
  }

  /// The lines as they are said to a person who is asked: without the program in front.
  var sentences: [String] { said(with: "") }

  /// The lines, with something else in front of those that are about no place in a file.
  private func said(with front: String) -> [String] {
    lines.map { line in
      line.hasPrefix(CommandFailure.nowhere)
        ? front + line.dropFirst(CommandFailure.nowhere.count) : line
    }
  }

  static func usage(_ what: String, fix: String) -> CommandFailure {
    CommandFailure(.usage, what, fix: fix)
  }

  /// Something was found that was asked about, and said already.
  static let found = CommandFailure(.found, lines: [])
}
