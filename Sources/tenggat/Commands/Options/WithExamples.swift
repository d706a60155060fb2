/// A command whose help shows how it is called.
protocol WithExamples {
  /// Two calls at least, without the name of the program.
  static var examples: [String] { get }
}
