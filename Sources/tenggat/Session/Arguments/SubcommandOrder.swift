internal import ArgumentParser

/// Puts the word of a subcommand in front of the options of every command, which people may write
/// anywhere after the command: `iku --ruang X ukur` is read as `iku ukur --ruang X`.
enum SubcommandOrder {
  /// The options of every command that take a value.
  private static let withValue: Set<String> = ["--ruang", "--hari-ini", "--warna"]

  /// The options of every command that take none.
  private static let flags: Set<String> = ["--json"]

  /// The arguments in the order that the parser reads.
  static func applied(to arguments: [String]) -> [String] {
    var arguments = arguments
    var command: any ParsableCommand.Type = Tenggat.self
    // The place behind the words of the commands; the first word stands in front of all options.
    var place = 0
    while !command.configuration.subcommands.isEmpty {
      var index = place
      while place > 0, index < arguments.count, let count = length(of: arguments[index]) {
        index += count
      }
      guard index < arguments.count, let next = command.subcommand(named: arguments[index]) else {
        return arguments
      }
      arguments.insert(arguments.remove(at: index), at: place)
      command = next
      place += 1
    }
    return arguments
  }

  /// How many arguments an option of every command takes with its value; `nil` for anything else, whose
  /// value may read like a subcommand: `iku --indikator ikm`.
  private static func length(of argument: String) -> Int? {
    if withValue.contains(argument) { return 2 }
    let name = argument.prefix { $0 != "=" }
    return flags.contains(argument) || withValue.contains(String(name)) ? 1 : nil
  }
}
