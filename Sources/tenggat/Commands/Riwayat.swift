internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import PlainText

struct Riwayat: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "riwayat", abstract: "Isi buku: siapa mencatat apa, kapan, dan mana yang batal.",
    discussion: """
      Menurut urutan buku dan nomor barisnya. Saringan dapat digabung. Laporan yang tidak lagi ada \
      dalam kalender tetap ditampilkan; sebut kodenya seperti tertulis dalam buku.
      """,
    aliases: ["history"])

  static let examples = [
    "riwayat LKIP 2025",
    "riwayat --unit Tarungin",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Kode laporan, kejadian, atau indikator, atau nama laporan; bawaan: semua.")
  var laporan: String?
  @Argument(help: "Periode yang dilaporkan; bawaan: semua.")
  var periode: Period?
  @Option(
    help: ArgumentHelp(
      "Hanya wilayah ini, dari provinsi sampai desa; boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Option(help: ArgumentHelp("Hanya yang dicatat orang ini.", valueName: "nama"))
  var petugas: String?
  @Option(help: ArgumentHelp("Hanya yang dicatat pada tanggal ini.", valueName: "tanggal"))
  var dicatat: CivilDate?
  @Option(help: ArgumentHelp("Hanya buku tahun ini.", valueName: "tahun"))
  var tahun: DutyYear?

  var namedUnits: [String] { unit }
  var readsNamedUnitsAlone: Bool { true }

  func run(_ session: inout Session) throws {
    let listing = try LedgerListing(
      LedgerListing.Question(
        subject: laporan, period: periode, of: try session.scope(unit), recordedBy: petugas,
        on: dicatat, inLedgerOf: tahun?.year, asOf: session.today),
      in: session.workspace)
    let page = LedgerListingPage(listing: listing)
    if output.json {
      session.console.raw(page.json.text())
    } else {
      page.print(to: &session.console)
    }
  }
}
