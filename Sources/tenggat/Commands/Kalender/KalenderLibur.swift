internal import ArgumentParser

struct KalenderLibur: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "libur", abstract: "Hari libur dan cuti bersama, menurut keputusannya.",
    discussion:
      "Tanpa subperintah: hari libur setahun. Menaruh SKB baru atau hari di luarnya: 'libur tambah'.",
    subcommands: [KalenderLiburTampil.self, KalenderLiburTambah.self],
    defaultSubcommand: KalenderLiburTampil.self, aliases: ["holidays"])
}
