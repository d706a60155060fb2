internal import ArgumentParser
internal import Deeds
internal import Wording

/// Gives a user another password.
struct PenggunaSandi: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandi", abstract: "Mengganti sandi seorang pengguna.",
    discussion: "Yang sedang masuk dengan sandi lama harus masuk lagi.", aliases: ["password"])

  static let examples = ["pengguna sandi siti", "pengguna sandi tarungin --ruang hatungun"]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Akunnya.")
  var akun: String

  func run(_ session: inout Session) throws {
    let change = SetPassword(of: akun)
    try change.check(in: session.workspace)
    try change.set(in: session.workspace, to: PasswordPrompt.read())
    session.console.line("Sandi \(akun.lowercased()) diganti.", .good)
  }
}
