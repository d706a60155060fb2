internal import ArgumentParser
internal import ComplianceModel
internal import PlainText
internal import Workspace

/// Lists who may open the pages.
struct PenggunaDaftar: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "daftar", abstract: "Menampilkan pengguna halaman.", aliases: ["list"])

  static let examples = ["pengguna daftar", "pengguna daftar --json"]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run(_ session: inout Session) throws {
    let users = try Users(in: session.workspace.folder).list
    if output.json {
      session.console.raw(JSONValue.array(users.map(PenggunaDaftar.json)).text())
      return
    }
    guard !users.isEmpty else {
      session.console.line("Belum ada pengguna; halaman hanya dapat dibuka di komputer ini.")
      return
    }
    var table = Table([
      Table.Column("Akun"), Table.Column("Nama", .cut), Table.Column("Peran"),
      Table.Column("Jabatan atau desa", .wrapped),
    ])
    for user in users {
      table.add([
        Table.Cell(user.account), Table.Cell(user.name), Table.Cell(user.role.rawValue),
        Table.Cell(
          user.jabatan ?? user.villages.map(\.description).joined(separator: ", ")),
      ])
    }
    session.console.table(table)
  }

  private static func json(_ user: User) -> JSONValue {
    [
      "akun": JSONValue(user.account), "nama": JSONValue(user.name),
      "peran": JSONValue(user.role.rawValue), "jabatan": JSONValue(user.jabatan),
      "desa": .array(user.villages.map { JSONValue($0) }),
    ]
  }
}
