internal import ArgumentParser
internal import Deeds
internal import Wording
internal import Workspace

/// Lets someone open the pages.
struct PenggunaTambah: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "tambah", abstract: "Menambah pengguna halaman.",
    discussion: """
      Sandinya ditanyakan di terminal, dua kali dan tanpa tampak; tanpa terminal dibaca dari baris pertama \
      masukan. Paling sedikit \(PasswordRule.shortest) huruf; beberapa kata yang tidak berkaitan lebih baik \
      daripada satu kata dengan angka dan tanda. Peran: \
      \(UserRole.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    aliases: ["add"])

  static let examples = [
    "pengguna tambah siti --nama 'Siti Aminah' --peran kasubbag",
    "pengguna tambah rahmat --nama Rahmat --peran kasi --jabatan kasi-pemerintahan",
    "pengguna tambah tarungin --nama 'Operator Tarungin' --peran operator-desa --desa Tarungin",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Akun: huruf kecil, angka, titik, atau tanda hubung.")
  var akun: String
  @Option(help: ArgumentHelp("Nama untuk kolom petugas dalam buku.", valueName: "nama"))
  var nama: String
  @Option(help: ArgumentHelp("Perannya.", valueName: "peran"))
  var peran: String
  @Option(help: ArgumentHelp("Jabatan yang laporannya ia catat, untuk kasi.", valueName: "jabatan"))
  var jabatan: String?
  @Option(
    help: ArgumentHelp(
      "Desa yang dokumennya ia serahkan, untuk operator-desa; dapat disebut berulang.",
      valueName: "desa"))
  var desa: [String] = []

  func run(_ session: inout Session) throws {
    let user = AddUser(akun, name: nama, role: peran, jabatan: jabatan, villages: desa)
    try user.check(in: session.workspace)
    let added = try user.add(in: session.workspace, password: PasswordPrompt.read())
    session.console.line(
      "Pengguna \(added.account) ditambahkan: \(added.name), \(added.role.rawValue).", .good)
  }
}
