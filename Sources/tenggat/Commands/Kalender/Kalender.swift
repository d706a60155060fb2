internal import ArgumentParser

struct Kalender: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kalender",
    abstract: "Aturan yang berlaku, hari libur, dan apa yang bergeser karenanya.",
    discussion: """
      Tanpa subperintah: setiap aturan yang berlaku dengan dasar dan keyakinannya. Berkas baru, dari SKB \
      atau surat kabupaten, diperiksa dan dibandingkan dahulu, lalu ditaruh di folder kalender/ ruang kerja.
      """,
    subcommands: [
      KalenderDaftar.self, KalenderPeriksa.self, KalenderBandingkan.self, KalenderLibur.self,
    ],
    defaultSubcommand: KalenderDaftar.self, aliases: ["calendar"])
}
