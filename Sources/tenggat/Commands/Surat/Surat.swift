internal import ArgumentParser

struct Surat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surat", abstract: "Menyiapkan konsep surat camat.",
    subcommands: [SuratTeguran.self], aliases: ["letter"])
}
