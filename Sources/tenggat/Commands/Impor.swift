internal import ArgumentParser
internal import ComplianceModel
internal import SystemPackage
internal import Workspace

struct Impor: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "impor", abstract: "Mencatat penyerahan dari tabel CSV.",
    discussion: """
      Baris pertama judul kolom, urutannya bebas: unit, laporan, periode, tanggal, diterima, catatan, \
      alasan. Pemisahnya koma, titik koma, atau tab. Tanggal ditulis 2026-03-31, 31/03/2026, atau \
      31 Maret 2026. Semua baris dicatat atau tidak satu pun; baris yang sudah tercatat dilewati.
      """,
    aliases: ["import"])

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Tabel CSV.")
  var berkas: String
  @Flag(help: "Tunjukkan yang akan dicatat, tanpa mencatat.")
  var coba = false
  @Flag(help: "Catat baris yang benar, lewati yang salah.")
  var lewatiSalah = false
  @Option(help: ArgumentHelp("Sebab pencatatan susulan.", valueName: "teks"))
  var alasan: String?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  func run(_ session: inout Session) throws {
    let request = TableImport.Request(
      table: FilePath(berkas), name: berkas, reason: alasan?.nonEmpty, skipsFaulty: lewatiSalah,
      recorder: try session.recorder(petugas))
    var table = try TableImport(request, session.workspace, today: session.today)
    let outcome = try coba ? table.preview() : table.record(at: session.clock.now)
    for finding in outcome.findings { Console.message(finding.message) }
    let page = ImportPage(
      outcome: outcome, names: session.workspace.kecamatan, isPreview: coba)
    let isRefused = outcome.isRefused && !lewatiSalah
    if output.json {
      session.console.raw(try page.json.text())
    } else if !isRefused {
      page.print(to: &session)
    }
    guard isRefused else { return }
    throw CommandFailure(
      outcome.lacksOnlyReasons ? .usage : .data,
      "\(outcome.faultyRows) baris salah, tidak ada yang dicatat",
      fix: outcome.lacksOnlyReasons
        ? "sebut sebab susulannya dengan --alasan, atau di kolom alasan"
        : "perbaiki lalu ulangi, atau catat yang benar saja dengan --lewati-salah")
  }
}
