internal import ArgumentParser
internal import CivilCalendar
internal import Deeds

struct Kembalikan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "kembalikan", abstract: "Mencatat laporan dikembalikan untuk diperbaiki.",
    discussion: "Tanggal penyerahan pertama tetap tersimpan sebagai bukti.", aliases: ["return"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tanggal dikembalikan; baku: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?

  func run(_ session: inout Session) throws {
    try row.record(.returned(on: tanggal), &session)
  }
}
