internal import ArgumentParser

/// Puts the word of a subcommand in front of the options of every command, which people may write
/// anywhere after the command: `iku --ruang X ukur` is read as `iku ukur --ruang X`.
enum SubcommandOrder {
  /// The options of every command that take a value.
  private static let withValue: Set<String> = ["--ruang", "--hari-ini", "--warna"]

  /// The arguments in the order that the parser reads.
  static func applied(to arguments: [String]) -> [String] {
    guard let name = arguments.first, let command = command(name, of: Tenggat.self),
      !command.configuration.subcommands.isEmpty
    else { return arguments }
    var index = 1
    while index < arguments.count, arguments[index].hasPrefix("--"), arguments[index] != "--" {
      index += withValue.contains(arguments[index]) ? 2 : 1
    }
    guard index > 1, index < arguments.count, self.command(arguments[index], of: command) != nil
    else { return arguments }
    var reordered = arguments
    reordered.insert(reordered.remove(at: index), at: 1)
    return reordered
  }

  private static func command(
    _ name: String, of parent: any ParsableCommand.Type
  ) -> (any ParsableCommand.Type)? {
    parent.configuration.subcommands.first {
      $0.configuration.commandName == name || $0.configuration.aliases.contains(name)
    }
  }
}
