internal import Glibc
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
  ///   - variables: What it inherits of the environment.
  /// - Returns: How it ended; ``ProgramCall/Ending/notFound`` where it is in none of its places.
  package func run(
    beside executable: FilePath, _ arguments: [String], input: [UInt8], withinSeconds seconds: Int,
    keeping limit: Int, inheriting variables: Inheritance
  ) async -> ProgramCall.Ending {
    await ProgramCall(
      program: place(beside: executable), arguments: arguments, input: input,
      timeoutSeconds: seconds, workspace: executable.removingLastComponent(),
      inheriting: variables, outputLimit: limit
    ).run()
  }

  /// Starts it without a shell and hands it bytes on standard input, or is going to; whoever asks goes on, and waits
  /// for its end later.
  ///
  /// - Parameters:
  ///   - executable: The file of the running program.
  ///   - arguments: What it is called with.
  ///   - input: What it may read; `nil` where it is fed (``RunningCall/feed(_:)``).
  ///   - seconds: The time that it has, in seconds, before it is killed.
  ///   - limit: The bytes of its standard output that are kept, one more where there are more.
  ///   - variables: The names of the variables that it inherits.
  /// - Returns: The running program; it ends as ``ProgramCall/Ending/notFound`` where it is in none of its places.
  package func start(
    beside executable: FilePath, _ arguments: [String] = [], input: [UInt8]?,
    withinSeconds seconds: Int, keeping limit: Int, inheriting variables: [String] = []
  ) -> RunningCall {
    let call = ProgramCall(
      program: place(beside: executable), arguments: arguments, input: input ?? [],
      timeoutSeconds: seconds, workspace: executable.removingLastComponent(),
      inheriting: .only(variables), outputLimit: limit)
    return RunningCall(call, isFed: input == nil)
  }

  /// The first of its places where it may be run; the likeliest where there is none.
  private func place(beside executable: FilePath) -> String {
    let places = places(beside: executable).map(\.string)
    return places.first { access($0, X_OK) == 0 } ?? places[0]
  }
}
