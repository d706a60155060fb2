internal import ArgumentParser

/// A command that works in a workspace: opens it, runs, and says what the run found.
protocol TenggatCommand: ParsableCommand, WithExamples {
  var global: GlobalOptions { get }
  func run(_ session: inout Session) throws
}

extension TenggatCommand {
  func run() throws { try Session.run(global.choices, run) }
}

extension Session {
  /// Opens the workspace, answers a question in it, and says what was found.
  ///
  /// - Parameters:
  ///   - choices: What the options of every command say.
  ///   - answer: Answers the question; what it says is shown also where it throws.
  /// - Throws: What opening or answering throws.
  static func run(_ choices: GlobalChoices, _ answer: (inout Session) throws -> Void) throws {
    var session = try Session(choices)
    do {
      try answer(&session)
    } catch {
      // What was found is shown before the fault is told.
      try session.console.flush()
      throw error
    }
    try session.console.flush()
  }
}
