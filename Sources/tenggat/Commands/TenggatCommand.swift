internal import ArgumentParser

/// A command that works in a workspace: opens it, runs, and says what the run found.
protocol TenggatCommand: ParsableCommand, WithExamples {
  var global: GlobalOptions { get }
  /// The units that it is about, as they are named, by whose clocks it goes; none for all.
  var namedUnits: [String] { get }
  /// Whether it asks about ``namedUnits`` alone, so that of a country no other regions have to be read.
  var readsNamedUnitsAlone: Bool { get }
  func run(_ session: inout Session) throws
}

extension TenggatCommand {
  var namedUnits: [String] { [] }
  var readsNamedUnitsAlone: Bool { false }

  func run() throws {
    try Session.run(global.choices, about: namedUnits, alone: readsNamedUnitsAlone, run)
  }
}

extension Session {
  /// Opens the workspace, answers a question in it, and says what was found.
  ///
  /// - Parameters:
  ///   - choices: What the options of every command say.
  ///   - units: The units that are meant, as they are named, by whose clocks it goes; none for all.
  ///   - isAlone: Whether nothing else is asked about, so that no other regions have to be read.
  ///   - answer: Answers the question; what it says is shown also where it throws.
  /// - Throws: What opening or answering throws.
  static func run(
    _ choices: GlobalChoices, about units: [String] = [], alone isAlone: Bool = false,
    _ answer: (inout Session) throws -> Void
  ) throws {
    let found = try Session.find(choices)
    do {
      var session = try Session(choices, in: found, about: isAlone ? units : [])
      session.goByClocks(of: units)
      do {
        try answer(&session)
      } catch {
        // What was found is shown before the fault is told.
        try session.console.flush()
        throw error
      }
      try session.console.flush()
      KeptSession.keep(session)
    } catch  where !Tenggat.isParserError(error) {
      var teller = FaultTeller(workspace: found.folder)
      throw CommandFailure(error).showing(with: &teller)
    }
  }
}

/// A session that is never freed: it goes with the process, and to free it value by value took 2 % of the instructions of
/// `jadwal` (counted by callgrind).
private final class KeptSession {
  private let session: Session

  private init(_ session: Session) { self.session = session }

  static func keep(_ session: Session) { _ = Unmanaged.passRetained(KeptSession(session)) }
}
