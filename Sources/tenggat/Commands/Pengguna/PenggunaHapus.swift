internal import ArgumentParser
internal import Deeds
internal import Wording

/// Takes the right to open the pages from a user.
struct PenggunaHapus: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "hapus", abstract: "Menghapus pengguna halaman.",
    discussion: "Yang ia catat tetap tertulis dalam buku. Bila sedang masuk, ia langsung keluar.",
    aliases: ["remove"])

  static let examples = ["pengguna hapus siti", "pengguna hapus tarungin --ruang hatungun"]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Akunnya.")
  var akun: String

  func run(_ session: inout Session) throws {
    try RemoveUser(akun).remove(in: session.workspace)
    session.console.line("Pengguna \(akun.lowercased()) dihapus.", .good)
  }
}
