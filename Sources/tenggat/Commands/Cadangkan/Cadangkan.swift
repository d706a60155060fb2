internal import ArgumentParser

struct Cadangkan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cadangkan", abstract: "Menyalin ruang kerja ke tempat lain, dan membuktikannya.",
    discussion: """
      Tanpa subperintah: membuat satu cadangan dalam TUJUAN, 'cadangkan TUJUAN'. 'cadangkan pasang TUJUAN' \
      menunjukkan bagaimana itu dijalankan setiap hari. Yang dicadangkan dikembalikan dengan 'pulihkan'; \
      folder TUJUAN yang bernama pasang atau buat ditulis ./pasang.
      """,
    subcommands: [CadangkanBuat.self, CadangkanPasang.self],
    defaultSubcommand: CadangkanBuat.self, aliases: ["backup"])
}
