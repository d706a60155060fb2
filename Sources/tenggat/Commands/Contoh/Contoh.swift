internal import ArgumentParser

struct Contoh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contoh", abstract: "Tabel kosong untuk diisi.",
    subcommands: [ContohXLSX.self], aliases: ["sample"])
}
