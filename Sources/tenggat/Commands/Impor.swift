internal import ArgumentParser
internal import ComplianceModel
internal import PlainText
internal import SystemPackage
internal import Workspace

struct Impor: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "impor",
    abstract: "Mencatat penyampaian dari tabel CSV, atau baris dari buku lain.",
    discussion: """
      Baris pertama judul kolom, urutannya bebas: unit, laporan, periode, tanggal, diterima, catatan, \
      alasan. Pemisahnya koma, titik koma, atau tab. Tanggal ditulis 2026-03-31, 31/3/2026, 31.03.26, \
      31-Mar-26, atau 31 Maret 2026. Semua baris dicatat atau tidak satu pun; baris yang sudah tercatat \
      dilewati. Tanpa kolom unit, kecamatan yang dimaksud; --coba menunjukkan unit setiap baris. Kolom \
      yang tidak dikenal ditolak kecuali disebut dengan --abaikan. Dengan --dari-buku berkasnya buku \
      (misalnya 2026.csv.rusak-1): yang belum ada di sini dicatat menurut peristiwanya.
      """,
    aliases: ["import"])

  static let examples = [
    "impor laporan-lama.csv --coba",
    "impor laporan-lama.csv --alasan 'buku agenda 2025'",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Tabel CSV, atau buku.")
  var berkas: String
  @Flag(help: "Tunjukkan yang akan dicatat, baris demi baris, tanpa mencatat.")
  var coba = false
  @Flag(help: "Catat baris yang benar, lewati yang salah.")
  var lewatiSalah = false
  @Flag(help: "Isi unit, laporan, dan periode yang kosong dari baris di atasnya (sel digabung).")
  var isiTurun = false
  @Flag(help: "Isi juga tanggal yang kosong dari baris di atasnya.")
  var isiTurunTanggal = false
  @Option(
    help: ArgumentHelp(
      "Kolom yang tidak mengubah arti baris dan boleh tidak dibaca; boleh berulang.",
      valueName: "kolom"))
  var abaikan: [String] = []
  @Flag(help: "Berkasnya buku: catat barisnya yang belum ada di sini, menurut peristiwanya.")
  var dariBuku = false
  @Option(help: ArgumentHelp("Sebab pencatatan susulan.", valueName: "teks"))
  var alasan: String?
  @Option(help: ArgumentHelp("Siapa yang mencatat; bawaan: pengguna komputer.", valueName: "nama"))
  var petugas: String?

  func run(_ session: inout Session) throws {
    guard !dariBuku else { return try takeBook(&session) }
    var request = TableImport.Request(
      table: FilePath(berkas), name: berkas, reason: alasan?.nonEmpty, skipsFaulty: lewatiSalah,
      recorder: try session.recorder(petugas))
    request.fillsDown = isiTurun
    request.fillsDates = isiTurunTanggal
    request.passedOver = abaikan
    var table = try TableImport(request, session.workspace, today: session.today)
    var rows: [TableImport.Row] = []
    let outcome =
      try coba
      ? table.preview { rows.append($0) } : table.record(at: session.clock.now)
    for finding in outcome.findings { Console.message(finding.message) }
    let page = ImportPage(
      outcome: outcome, names: session.workspace.kecamatan, isPreview: coba, rows: rows)
    let isRefused = outcome.isRefused && !lewatiSalah
    if output.json {
      session.console.raw(page.json.text())
    } else if !isRefused {
      page.print(to: &session)
    }
    guard isRefused else { return }
    throw refusal(outcome.faultyRows, lacksOnlyReasons: outcome.lacksOnlyReasons)
  }

  private func refusal(_ faultyRows: Int, lacksOnlyReasons: Bool) -> CommandFailure {
    CommandFailure(
      lacksOnlyReasons ? .usage : .data,
      "\(faultyRows) baris salah, tidak ada yang dicatat",
      fix: lacksOnlyReasons
        ? "sebut sebab susulannya dengan --alasan, atau di kolom alasan"
        : "perbaiki lalu ulangi, atau catat yang benar saja dengan --lewati-salah")
  }

  // MARK: - A ledger

  private func takeBook(_ session: inout Session) throws {
    guard !isiTurun, !isiTurunTanggal, abaikan.isEmpty else {
      throw CommandFailure.usage(
        "--isi-turun dan --abaikan hanya untuk tabel", fix: "hapus, atau hapus --dari-buku")
    }
    let request = BookImport.Request(
      book: FilePath(berkas), name: berkas, reason: alasan?.nonEmpty, skipsFaulty: lewatiSalah,
      recorder: try session.recorder(petugas))
    var book = try BookImport(request, session.workspace, at: session.clock.now)
    let outcome = try coba ? book.preview() : book.record()
    for finding in outcome.findings { Console.message(finding.message) }
    let page = BookImportPage(outcome: outcome, isPreview: coba)
    let isRefused = outcome.isRefused && !lewatiSalah
    if output.json {
      session.console.raw(page.json.text())
    } else if !isRefused {
      page.print(to: &session)
    }
    if isRefused { throw refusal(outcome.faultyRows, lacksOnlyReasons: false) }
  }
}
