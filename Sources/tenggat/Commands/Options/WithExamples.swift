/// A command whose help shows how it is called.
protocol WithExamples {
  /// Two calls at least, without the name of the program.
  static var examples: [String] { get }
}

/// A default subcommand that takes a word of its own, as a folder, which is then no command that is misspelt.
protocol WithWord {}
