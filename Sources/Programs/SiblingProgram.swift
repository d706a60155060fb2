public import SystemPackage

/// A program that is installed with the running one, and started by it.
public struct SiblingProgram: Hashable, Sendable {
  /// Its name.
  public let name: String

  /// Names a program.
  public init(_ name: String) { self.name = name }

  /// Where it may lie, the likeliest place first.
  ///
  /// - Parameter executable: The file of the running program: the other one lies beside it, or in
  ///   `../libexec/tenggat`.
  /// - Returns: The paths of the program.
  public func places(beside executable: FilePath) -> [FilePath] {
    let folder = executable.removingLastComponent()
    return [
      folder, folder.removingLastComponent().appending("libexec").appending("tenggat"),
    ].map { $0.appending(name) }
  }

  /// Starts it without a shell, hands it bytes on standard input, and waits for its end.
  ///
  /// - Parameters:
  ///   - executable: The file of the running program.
  ///   - arguments: What it is called with.
  ///   - input: What it may read.
  ///   - seconds: The time that it has, in seconds, before it is killed.
  ///   - limit: The bytes of its standard output that are kept, one more where there are more.
  ///   - withheld: The variables that it does not inherit.
  /// - Returns: How it ended; ``ProgramCall/Ending/notFound`` where it is in none of its places.
  package func run(
    beside executable: FilePath, _ arguments: [String], input: [UInt8], withinSeconds seconds: Int,
    keeping limit: Int, withholding withheld: [String] = []
  ) async -> ProgramCall.Ending {
    let folder = executable.removingLastComponent()
    for place in places(beside: executable) {
      let call = ProgramCall(
        program: place.string, arguments: arguments, input: input, timeoutSeconds: seconds,
        workspace: folder, withheld: withheld, outputLimit: limit)
      let ending = await call.run()
      if case .notFound = ending { continue }
      return ending
    }
    return .notFound
  }

  /// Starts it without a shell and without a variable, hands it bytes on standard input, and waits for its end
  /// on the thread that asks.
  ///
  /// - Parameters:
  ///   - executable: The file of the running program.
  ///   - input: What it may read.
  ///   - seconds: The time that it has, in seconds, before it is killed.
  ///   - limit: The bytes of its standard output that are kept, one more where there are more.
  /// - Returns: How it ended; ``ProgramCall/Ending/notFound`` where it is in none of its places.
  package func runWaiting(
    beside executable: FilePath, input: [UInt8], withinSeconds seconds: Int, keeping limit: Int
  ) -> ProgramCall.Ending {
    let folder = executable.removingLastComponent()
    for place in places(beside: executable) {
      let call = ProgramCall(
        program: place.string, arguments: [], input: input, timeoutSeconds: seconds,
        workspace: folder, withheld: [], outputLimit: limit)
      let ending = call.runWaiting()
      if case .notFound = ending { continue }
      return ending
    }
    return .notFound
  }
}
