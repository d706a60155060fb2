internal import ArgumentParser

struct Contoh: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contoh", abstract: "Ruang kerja latihan, dan tabel kosong untuk diisi.",
    subcommands: [ContohKerja.self, ContohXLSX.self], defaultSubcommand: ContohKerja.self,
    aliases: ["sample"])
}
