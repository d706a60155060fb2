internal import ArgumentParser
internal import CivilCalendar
internal import Deeds

struct Bebaskan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "bebaskan", abstract: "Membebaskan unit dari satu laporan.",
    discussion: "Yang dibebaskan keluar dari setiap penyebut.", aliases: ["exempt"])

  static let examples = [
    "bebaskan LKPJDes 2025 --unit Bagak --catatan 'BPD belum terbentuk'",
    "bebaskan Renja-P 2026 --catatan 'APBD tidak diubah'",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var row: RowArguments
  @Option(help: ArgumentHelp("Tanggal pembebasan; bawaan: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?

  var namedUnits: [String] { row.units.unit }

  func run(_ session: inout Session) throws {
    try row.record(.exempted(on: tanggal), &session)
  }
}
