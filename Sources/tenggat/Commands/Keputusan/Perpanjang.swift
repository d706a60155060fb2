internal import ArgumentParser
internal import CivilCalendar
internal import Deeds

struct Perpanjang: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "perpanjang", abstract: "Mencatat tenggat baru menurut surat perpanjangan.",
    aliases: ["extend"])

  static let examples = [
    "perpanjang LKAT 2025 --sampai 2026-03-16 --catatan 'Surat BPKAD 900/12'",
    "perpanjang LPPDesa 2025 --semua-desa --sampai 2026-04-15 --catatan 'Surat Camat 140/7'",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tenggat baru.", valueName: "tanggal"))
  var sampai: CivilDate
  @Option(help: ArgumentHelp("Tanggal surat; bawaan: hari ini.", valueName: "tanggal"))
  var diterima: CivilDate?

  var namedUnits: [String] { row.units.unit }

  func run(_ session: inout Session) throws {
    try row.record(.extended(to: sampai, letter: diterima), &session)
  }
}
