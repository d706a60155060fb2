internal import ArgumentParser

struct Iku: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "iku", abstract: "Kartu skor indikator kinerja (IKU) kantor.",
    discussion: """
      Tanpa subperintah: kartu skor setahun, per jabatan. Indikator yang bersumber dokumen dihitung dari \
      buku; yang lain diukur dan dicatat dengan 'iku ukur' atau 'iku ikm'. Belum punya register? Lihat 'iku contoh'.
      """,
    subcommands: [IkuTampil.self, IkuUkur.self, IkuIkm.self, IkuContoh.self],
    defaultSubcommand: IkuTampil.self, aliases: ["indicators"])
}
