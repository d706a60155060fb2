internal import ArgumentParser
internal import CivilCalendar
internal import Deeds

struct Kembalikan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "kembalikan", abstract: "Mencatat laporan dikembalikan untuk diperbaiki.",
    discussion: "Tanggal penyampaian pertama tetap tersimpan sebagai bukti.", aliases: ["return"])

  static let examples = [
    "kembalikan LKIP 2025 --catatan 'pengukuran kinerja kurang'",
    "kembalikan APBDes 2027 --unit Tarungin --catatan 'lampiran II kurang'",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tanggal dikembalikan; bawaan: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?

  var namedUnits: [String] { row.units.unit }

  func run(_ session: inout Session) throws {
    try row.record(.returned(on: tanggal), &session)
  }
}
