internal import ArgumentParser
internal import NetworkProgram
internal import Workspace

struct Layani: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "layani", abstract: "Membuka ruang kerja sebagai halaman di peramban.",
    discussion: """
      Beranda, jadwal, dokumen desa, kepatuhan, riwayat, dan sebab setiap tenggat; penyampaian dan \
      keputusan dapat dicatat dari halaman kewajibannya. Hanya di komputer ini: siapa pun yang \
      memakai komputer ini dapat membaca dan mencatat. Yang dicatat dengan perintah tampak begitu \
      halaman dimuat ulang. Berjalan sampai dihentikan (Ctrl-C).
      """,
    aliases: ["serve"])

  static let examples = [
    "layani",
    "layani --port 8080",
  ]

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "Alamat di komputer ini: 127.0.0.1, ::1, atau localhost.", valueName: "alamat"))
  var alamat = "127.0.0.1"
  @Option(help: ArgumentHelp("Port; 0: yang mana saja yang kosong.", valueName: "port"))
  var port = 8617

  func run(_ session: inout Session) throws {
    guard ServingOrder.ports.contains(port) else {
      throw CommandFailure.usage(
        "--port \(port) bukan port", fix: "tulis bilangan dari 0 sampai 65535")
    }
    guard ServingOrder.ownHosts.contains(alamat) else {
      throw CommandFailure(
        .configuration,
        "--alamat \(alamat) dapat dibuka dari komputer lain, dan belum ada pengguna",
        fix:
          "pakai 127.0.0.1, dan dari komputer lain terowongan: ssh -L \(port):127.0.0.1:\(port) KOMPUTER"
      )
    }
    let order = ServingOrder(
      folder: session.workspace.folder, data: session.workspace.data.folder, host: alamat,
      port: port, today: try Session.today(global.choices))
    try session.console.flush()
    try Environment.become(
      NetworkProgram.places(beside: Environment.executable), order.arguments)
  }
}
