internal import ArgumentParser
internal import CivilCalendar
internal import Deeds

struct Terima: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "terima",
    abstract: "Mencatat laporan diterima; sesudahnya tidak disampaikan lagi.",
    aliases: ["accept"])

  static let examples = [
    "terima LKIP 2025",
    "terima APBDes 2027 --unit Tarungin --unit Bagak",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tanggal diterima; bawaan: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?

  var namedUnits: [String] { row.units.unit }

  func run(_ session: inout Session) throws {
    try row.record(.accepted(on: tanggal), &session)
  }
}
