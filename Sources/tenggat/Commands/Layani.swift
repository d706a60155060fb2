internal import ArgumentParser
internal import NetworkProgram
internal import SystemPackage
internal import Workspace
internal import Wording

struct Layani: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "layani", abstract: "Membuka ruang kerja sebagai halaman di peramban.",
    discussion: """
      Beranda, jadwal, dokumen desa, kepatuhan, riwayat, dan sebab setiap tenggat; penyampaian dan \
      keputusan dapat dicatat dari halaman kewajibannya. Tanpa pilihan lain hanya di komputer ini; selama \
      belum ada pengguna (lihat 'tenggat pengguna'), siapa pun yang memakai komputer ini dapat membaca dan \
      mencatat. Bila belum ada ruang kerja, halamannya membuatnya di folder ini (atau --ruang), hanya di \
      komputer ini. Untuk komputer lain: tambahkan pengguna, lalu sebut --nama dan sertifikatnya, atau proksi \
      yang mempunyainya. Yang dicatat dengan perintah tampak begitu halaman dimuat ulang. Berjalan sampai \
      dihentikan (Ctrl-C).
      """,
    aliases: ["serve"])

  static let examples = [
    "layani",
    "layani --port 8080",
    "layani --nama kantor.contoh.go.id --dipercaya 127.0.0.1 --dasar /tenggat",
  ]

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "Alamat yang didengarkan; 0.0.0.0: semua alamat komputer ini.", valueName: "alamat"))
  var alamat = "127.0.0.1"
  @Option(help: ArgumentHelp("Port; 0: yang mana saja yang kosong.", valueName: "port"))
  var port = 8617
  @Option(
    help: ArgumentHelp(
      "Nama komputer ini bagi yang membukanya dari luar; dapat disebut berulang.",
      valueName: "nama"))
  var nama: [String] = []
  @Option(
    help: ArgumentHelp(
      "Alamat proksi bersertifikat yang meneruskan ke sini, dipisah koma.", valueName: "alamat,...")
  )
  var dipercaya: String?
  @Option(
    help: ArgumentHelp("Alamat dasar di server itu, misalnya /tenggat.", valueName: "jalur"))
  var dasar: String?
  @Option(help: ArgumentHelp("Sertifikat TLS (PEM).", valueName: "berkas"))
  var sertifikat: String?
  @Option(help: ArgumentHelp("Kunci sertifikat itu (PEM).", valueName: "berkas"))
  var kunci: String?
  @Option(
    help: ArgumentHelp(
      "Berkas catatan akses, tanpa data pribadi; -: keluaran baku.", valueName: "berkas"))
  var catatanAkses: String?
  @Option(
    help: ArgumentHelp(
      "Tabel wilayah kode,nama, untuk membuat ruang kerja yang belum ada.", valueName: "berkas"))
  var wilayah: String?

  func run() throws {
    do {
      try Session.run(global.choices, run)
    } catch WorkspaceFailure.noWorkspace(let start) {
      try found(in: start)
    }
  }

  func run(_ session: inout Session) throws {
    guard wilayah == nil else {
      throw OptionRefusal.onlyFor(
        "--wilayah", .founding, .otherFolder(remove: "--wilayah", by: "--ruang"))
    }
    var order = try order(for: session.workspace.folder, data: session.workspace.data)
    order.log = try catatanAkses.map { name in
      // What belongs to a workspace is no log.
      if name != "-" {
        _ = try OutputPlace(FilePath(name), for: .accessLog, in: session.workspace.folder)
      }
      return name
    }
    try requireSafety(order, Users(in: session.workspace.folder))
    try session.console.flush()
    try Environment.become(
      NetworkProgram.places(beside: Environment.executable), order.arguments)
  }

  /// Serves the pages that make a workspace, and then the workspace.
  ///
  /// - Parameter start: The folder that is none yet.
  /// - Throws: A ``CommandFailure``; a `WorkspaceFailure` where others could ask for the pages.
  private func found(in start: FilePath) throws {
    let data = try Session.programData()
    var order = try order(for: start, data: data)
    // A stranger is not to be the one who makes it.
    guard !order.isExposed else { throw WorkspaceFailure.noWorkspace(start) }
    guard catatanAkses == nil || catatanAkses == "-" else {
      throw ServingRefusal.logWithoutWorkspace(option: "--catatan-akses BERKAS")
    }
    order.log = catatanAkses
    order.founds = true
    order.regions = wilayah.map { FilePath($0) }
    // A table that cannot be read is told now and not in the browser.
    _ = try WorkspaceFounding.kecamatan(in: order.regions, data: data)
    try Environment.become(
      NetworkProgram.places(beside: Environment.executable), order.arguments)
  }

  private func order(for folder: FilePath, data: ProgramData) throws -> ServingOrder {
    guard ServingOrder.ports.contains(port) else {
      throw ServingRefusal.notAPort(port, option: "--port")
    }
    guard alamat == "localhost" || Environment.address(alamat) != nil else {
      throw ServingRefusal.notAHost(alamat, option: "--alamat")
    }
    var order = ServingOrder(
      folder: folder, data: data.folder, host: alamat, port: port,
      today: try Session.today(global.choices))
    order.names = try nama.map(ServingArguments.name)
    order.proxies = try dipercaya.map(ServingArguments.addresses) ?? []
    order.base = try dasar.map(ServingArguments.base) ?? ""
    order.certificate = try ServingArguments.certificate(sertifikat, key: kunci)
    return order
  }

  /// Sees that whoever asks from another computer is a user, and that nobody on the way reads along.
  private func requireSafety(_ order: ServingOrder, _ users: Users) throws {
    guard order.isExposed else { return }
    guard !users.list.isEmpty else {
      throw ServingRefusal.noUsers(
        adding: "tenggat pengguna tambah", tunnel: "ssh -L \(port):127.0.0.1:\(port) KOMPUTER")
    }
    guard order.isEncrypted else {
      throw ServingRefusal.unencrypted(
        certificate: "--sertifikat", key: "--kunci", proxies: "--dipercaya")
    }
    guard !order.names.isEmpty else {
      throw ServingRefusal.nameless(option: "--nama")
    }
  }
}
