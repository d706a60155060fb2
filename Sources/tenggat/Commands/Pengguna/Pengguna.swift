internal import ArgumentParser

struct Pengguna: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pengguna", abstract: "Mengatur siapa yang dapat membuka halaman.",
    discussion: """
      Selama belum ada pengguna, halaman hanya dapat dibuka di komputer ini dan tanpa sandi. Begitu ada, \
      setiap orang masuk dengan akunnya, dan namanya tertulis sebagai petugas dalam buku.
      """,
    subcommands: [
      PenggunaTambah.self, PenggunaSandi.self, PenggunaHapus.self, PenggunaDaftar.self,
    ], aliases: ["users"])
}
