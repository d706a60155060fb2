internal import ArgumentParser

struct Ingatkan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingatkan", abstract: "Mengirim pengingat; dijalankan cron, boleh berkali-kali.",
    discussion: """
      Tanpa subperintah: mengirim yang perlu dan belum terkirim. Setiap tahap setiap kewajiban dikirim \
      sekali kepada setiap orang; yang terlewat selama cron mati disusulkan, tahap terakhirnya saja. \
      'ingatkan --coba --hari 14' menunjukkan siapa akan menerima apa, tanpa mengirim.
      """,
    subcommands: [
      IngatkanKirim.self, IngatkanRiwayat.self, IngatkanTunda.self, IngatkanPasang.self,
    ],
    defaultSubcommand: IngatkanKirim.self, aliases: ["remind"])
}
