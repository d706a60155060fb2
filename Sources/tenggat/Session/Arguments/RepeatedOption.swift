internal import ArgumentParser
internal import Wording

/// An option that takes one value and stands several times in the arguments.
///
/// The argument parser keeps the last value in silence. What an option takes is read from its own
/// declaration, so that a new option of any command is covered as it is written.
struct RepeatedOption: Error, Hashable {
  /// The option as it is typed: `--tanggal`.
  let name: String

  /// Finds the first one; `nil` where there is none, or another fault for the parser to tell.
  init?(in arguments: [String], of root: any ParsableCommand.Type) {
    var seen: Set<String> = []
    var repeated: [String] = []
    // A value never opens with a dash, unless it is joined to its option by an equals sign.
    for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
      let name = String(argument.prefix { $0 != "=" })
      if !seen.insert(name).inserted { repeated.append(name) }
    }
    guard !repeated.isEmpty else { return nil }
    let single = RepeatedOption.singleValued(
      in: root.called(by: SubcommandOrder.applied(to: arguments)))
    guard let name = repeated.first(where: single.contains) else { return nil }
    self.name = name
  }

  /// The failure that tells it.
  var failure: CommandFailure { CommandFailure(OptionRefusal.repeated(name)) }

  /// The options of a command that take one value each, as they are typed.
  static func singleValued(in command: any ParsableArguments.Type) -> Set<String> {
    var names: Set<String> = []
    for child in Mirror(reflecting: command.init()).children {
      if let group = child.value as? any DeclaredGroup {
        names.formUnion(singleValued(in: type(of: group).arguments))
      } else if let option = child.value as? any DeclaredOption,
        !type(of: option).takesSeveral, let label = child.label
      {
        names.insert(typed(label))
      }
    }
    return names
  }

  /// `--hari-ini` for the property `_hariIni`.
  private static func typed(_ label: String) -> String {
    label.drop { $0 == "_" }.reduce(into: "--") { name, letter in
      name += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
    }
  }
}

extension ParsableCommand {
  /// The command below this one that arguments call, with the one that is meant where no subcommand is
  /// named.
  static func called(by arguments: [String]) -> any ParsableCommand.Type {
    var command: any ParsableCommand.Type = self
    for word in arguments {
      guard let next = command.subcommand(named: word) else { break }
      command = next
    }
    while let usual = command.configuration.defaultSubcommand { command = usual }
    return command
  }

  /// The subcommand that is called by a name or an alias.
  static func subcommand(named name: String) -> (any ParsableCommand.Type)? {
    configuration.subcommands.first {
      $0.configuration.commandName == name || $0.configuration.aliases.contains(name)
    }
  }
}

/// An option as a command declares it.
private protocol DeclaredOption {
  /// Whether each mention adds a value.
  static var takesSeveral: Bool { get }
}

extension Option: DeclaredOption {
  fileprivate static var takesSeveral: Bool { Value.self is any Several.Type }
}

/// Options that several commands have.
private protocol DeclaredGroup {
  static var arguments: any ParsableArguments.Type { get }
}

extension OptionGroup: DeclaredGroup {
  fileprivate static var arguments: any ParsableArguments.Type { Value.self }
}

private protocol Several {}

extension Array: Several {}
