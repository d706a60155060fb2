internal import ArgumentParser
internal import CivilCalendar
internal import Deeds

struct Perpanjang: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "perpanjang", abstract: "Mencatat tenggat baru menurut surat perpanjangan.",
    aliases: ["extend"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tenggat baru.", valueName: "tanggal"))
  var sampai: CivilDate
  @Option(help: ArgumentHelp("Tanggal surat; baku: hari ini.", valueName: "tanggal"))
  var diterima: CivilDate?

  func run(_ session: inout Session) throws {
    try row.record(.extended(to: sampai, letter: diterima), &session)
  }
}
