internal import ArgumentParser
internal import ComplianceModel
internal import Deeds
internal import DurableFiles
internal import Exchange
internal import PlainText
internal import Spreadsheets
internal import SystemPackage
internal import Wording
internal import Workspace
internal import Inspection

struct Impor: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "impor",
    abstract: "Mencatat banyak baris dari tabel Excel atau CSV, atau baris dari buku lain.",
    discussion: """
      Tabelnya lembar buku kerja .xlsx atau berkas CSV. Kolomnya, urutannya bebas: unit, laporan, periode, tanggal, diterima, catatan, alasan; juga \
      peristiwa (kembali, terima, bebas, perpanjang, ukur, pelantikan; kosong: serah), nilai, dan berkas \
      (bukti, dari folder tabelnya). Pemisah CSV koma, titik koma, atau tab; judul kolom boleh di bawah \
      judul tabel. Tanggal ditulis 2026-03-31, 31/3/2026, 31.03.26, 31-Mar-26, atau 31 Maret 2026. Semua \
      baris dicatat atau tidak satu pun; baris yang sudah tercatat dilewati. Tanpa kolom unit, kecamatan \
      yang dimaksud; --coba menunjukkan setiap baris. Kolom yang tidak dikenal ditolak kecuali disebut \
      dengan --peta. Dengan --dari-buku berkasnya buku (misalnya 2026.csv.rusak-1): yang belum ada di \
      sini dicatat menurut peristiwanya. Lembar kosong untuk diisi: tenggat contoh xlsx.
      """,
    aliases: ["import"])

  static let examples = [
    "impor rekap.xlsx --coba",
    "impor rekap.xlsx --lembar Dokumen",
    "impor rekap.csv --peta 'Tgl Masuk=tanggal' --peta 'Sifat=abaikan'",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Buku kerja .xlsx, tabel CSV, atau buku.")
  var berkas: String
  @Option(
    help: ArgumentHelp(
      "Lembar buku kerja yang dibaca, bila lebih dari satu memuat tabel.", valueName: "nama"))
  var lembar: String?
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
  @Option(
    help: ArgumentHelp(
      "Arti sebuah kolom, misalnya 'Tgl Masuk=tanggal' atau 'Sifat=abaikan'; boleh berulang.",
      valueName: "judul=arti"))
  var peta: [String] = []
  @Flag(help: "Berkasnya buku: catat barisnya yang belum ada di sini, menurut peristiwanya.")
  var dariBuku = false
  @Option(help: ArgumentHelp("Sebab pencatatan susulan.", valueName: "teks"))
  var alasan: String?
  @OptionGroup var recorder: RecorderOptions

  func run(_ session: inout Session) throws {
    guard !dariBuku else { return try takeBook(&session) }
    var request = TableImport.Request(
      table: FilePath(berkas), name: berkas, reason: alasan?.nonEmpty, skipsFaulty: lewatiSalah,
      recorder: try session.recorder(recorder.petugas))
    request.fillsDown = isiTurun
    request.fillsDates = isiTurunTanggal
    request.passedOver = abaikan
    request.meanings = try meanings()
    request.sheet = lembar
    request.workbook = try workbook()
    var table = try TableImport(request, session.workspace, today: session.today)
    var rows: [TableImport.Row] = []
    let outcome =
      try coba
      ? table.preview { rows.append($0) } : table.record(at: session.clock.now)
    let groups = FindingGroup.groups(ofRows: outcome.findings)
    var teller = FaultTeller(workspace: session.workspace.folder)
    for line in messages(of: outcome, groups, &teller) { Console.message(line) }
    let page = ImportPage(
      outcome: outcome, groups: groups, names: session.workspace.kecamatan, isPreview: coba,
      rows: rows, meanings: request.meanings)
    let isRefused = outcome.isRefused && !lewatiSalah
    if output.json {
      session.console.raw(page.json.text())
    } else if !isRefused {
      page.print(to: &session)
    }
    guard isRefused else { return }
    throw refusal(outcome.faultyRows, lacksOnlyReasons: outcome.lacksOnlyReasons)
  }

  /// What stands in the workbook that the table is; `nil` for comma-separated values.
  private func workbook() throws -> Result<SheetContent, SheetRefusal>? {
    let path = FilePath(berkas)
    guard try TableImport.isWorkbook(path) else {
      guard lembar == nil else {
        throw CommandFailure.usage(
          "--lembar hanya untuk buku kerja .xlsx", fix: "hapus --lembar: sebuah CSV satu tabel")
      }
      return nil
    }
    let (bytes, program) = (try Impor.bytes(of: path), Environment.executable)
    return try waiting { try await SpreadsheetProgram.content(of: bytes, beside: program) }
  }

  private static func bytes(of path: FilePath) throws -> [UInt8] {
    guard let bytes = try FileSystem.live.read(path, atMost: Limits.workbook) else {
      throw FileFailure(.open, path, .system(.noSuchFileOrDirectory))
    }
    return bytes
  }

  /// What was found, in the order of the table; what was passed over comes first.
  private func messages(
    of outcome: TableImport.Outcome, _ groups: [FindingGroup], _ teller: inout FaultTeller
  ) -> [String] {
    let merged = groups.compactMap(\.merged)
    let remarks = merged.filter { $0.severity == .remark }.map(\.message)
    let faults =
      merged.filter { $0.severity == .fault }.map { ($0.place, [$0.message]) }
      + outcome.refused.map { ($0.place, CommandFailure($0.cause).lines(at: $0.place)) }
    let sorted = faults.sorted { ($0.0.line, $0.0.column) < ($1.0.line, $1.0.column) }
    return remarks + sorted.flatMap { $1 + teller.excerpt(at: $0) }
  }

  /// What `--peta` says of headings.
  private func meanings() throws -> [String: TableColumn] {
    var meanings: [String: TableColumn] = [:]
    let words = TableColumn.allCases.map(\.rawValue)
    for text in peta {
      guard let sign = text.lastIndex(of: "="),
        let heading = String(text[..<sign]).nonEmpty
      else {
        throw ArgumentRefusal.notAMeaning(text, option: "--peta")
      }
      let word = text[text.index(after: sign)...].filter { !$0.isWhitespace }.lowercased()
      guard let column = TableColumn(rawValue: word) else {
        throw ArgumentRefusal.unknownMeaning(
          word, nearest: nearestMatch(to: word, among: words), known: words)
      }
      meanings[heading] = column
    }
    return meanings
  }

  private func refusal(_ faultyRows: Int, lacksOnlyReasons: Bool) -> ImportRefusal {
    lacksOnlyReasons ? .lacksReasons(rows: faultyRows) : .faulty(rows: faultyRows)
  }

  // MARK: - A ledger

  private func takeBook(_ session: inout Session) throws {
    guard !isiTurun, !isiTurunTanggal, abaikan.isEmpty, peta.isEmpty, lembar == nil else {
      throw OptionRefusal.onlyFor(
        "--isi-turun, --abaikan, --peta, dan --lembar", .tables, .removeItOr("--dari-buku"))
    }
    let request = BookImport.Request(
      book: FilePath(berkas), name: berkas, reason: alasan?.nonEmpty, skipsFaulty: lewatiSalah,
      recorder: try session.recorder(recorder.petugas))
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
