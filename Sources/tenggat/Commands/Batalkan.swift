internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import LedgerStore
internal import Wording

struct Batalkan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "batalkan", abstract: "Membatalkan satu baris buku yang keliru.",
    discussion: "Baris lama tetap tertulis; baris baru menyatakannya batal.", aliases: ["void"])

  static let examples = [
    "batalkan '#12' --alasan 'salah laporan'",
    "batalkan '2025#7' --alasan 'tercatat dua kali'",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Nomor baris: '#12', atau '2025#12' untuk buku tahun lain.")
  var baris: String
  @Option(help: ArgumentHelp("Sebab pembatalan.", valueName: "teks"))
  var alasan: String
  @Option(help: ArgumentHelp("Kecamatan pemilik buku.", valueName: "unit"))
  var unit: String?
  @OptionGroup var recorder: RecorderOptions

  var namedUnits: [String] { [unit].compactMap(\.self) }

  func run(_ session: inout Session) throws {
    let void = VoidRow(
      try rowID(thisYear: session.today.year), unit: unit, reason: alasan.nonEmpty,
      recorder: try session.recorder(recorder.petugas))
    let outcome = try void.record(in: session.workspace, at: session.clock.now)
    session.console.outcome(OutcomeText(outcome), outcome.remarks)
  }

  private func rowID(thisYear: Int) throws -> LedgerEvent.RowID {
    guard let row = LedgerEvent.RowID(written: baris, in: thisYear) else {
      throw ArgumentRefusal.notARow(baris)
    }
    return row
  }
}
