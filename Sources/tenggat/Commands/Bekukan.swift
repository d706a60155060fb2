internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import LedgerStore
internal import SystemPackage
internal import Workspace

struct Bekukan: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "bekukan", abstract: "Membekukan triwulan yang sudah ditandatangani.",
    discussion: """
      Menulis XML triwulan itu ke ekspor/beku/ dan sidik SHA-256-nya ke buku. Berkas beku tidak \
      pernah ditimpa. Sesudahnya 'tenggat beda' menyebut apa yang berubah, oleh siapa, dan mengapa.
      """,
    aliases: ["freeze"])

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Triwulan kewajiban, misalnya 2026-TW1.")
  var triwulan: DutyQuarter
  @Option(help: ArgumentHelp("Hanya kecamatan ini.", valueName: "unit"))
  var unit: String?
  @Option(
    help: ArgumentHelp("Nilai keadaan pada tanggal ini; baku: hari ini.", valueName: "tanggal"))
  var per: CivilDate?
  @Option(
    help: ArgumentHelp("Saat pembuatan, misalnya 2026-04-01T08:00:00+08:00.", valueName: "saat"))
  var dibuat: ClockReading?
  @Option(help: ArgumentHelp("Siapa yang mencatat; baku: pengguna komputer.", valueName: "nama"))
  var petugas: String?
  @Option(help: ArgumentHelp("Catatan, misalnya nomor suratnya.", valueName: "teks"))
  var catatan: String?

  func run(_ session: inout Session) throws {
    let quarter = triwulan.quarter
    let day = per ?? session.today
    guard day <= session.today else {
      throw CommandFailure.usage(
        "tanggal \(day.indonesian) belum tiba", fix: "bekukan pada atau sesudah hari itu")
    }
    let recorder = try session.recorder(petugas)
    let export = try DutyDocument(.quarter(quarter), session.workspace.data)
    session.view(on: day)
    for kecamatan in try session.kecamatan(of: unit) {
      var desk = try session.workspace.desk(of: kecamatan)
      let document = try export.document(
        desk, asOf: day, made: dibuat ?? session.clock.now, session)
      let bytes = try export.bytes(of: document)
      let sha256 = LedgerStore.sha256(of: bytes)
      // The name holds the hash, so that the same bytes have one name and others never share it.
      let path = "\(FrozenQuarter.folder)/\(kecamatan.code)-\(quarter)-\(sha256.prefix(12)).xml"
      try Bekukan.keep(bytes, at: session.workspace.folder.appending(path), named: path)
      // The row comes last: without it the file is nobody's, and does no harm.
      let entry = LedgerEntry(
        kind: .frozen, unit: kecamatan.code, period: quarter.description, date: day,
        received: session.today, file: path, sha256: sha256, note: catatan ?? "",
        recorder: recorder)
      var former: LedgerEvent?
      let receipt = try desk.append(at: session.clock.now) { _, events in
        former = FrozenQuarter.last(quarter, of: kecamatan.code, in: events)
        return [entry]
      }
      for remark in receipt.remarks { Console.message(remark.message) }
      if day <= quarter.lastDay {
        Console.message(
          "tenggat: peringatan: \(quarter.indonesian) \(quarter.year) belum berakhir pada "
            + "\(day.indonesian); bekukan lagi sesudah \(quarter.lastDay.indonesian)")
      }
      session.console.line(
        "Dibekukan (baris \(receipt.rows.first?.text ?? "")): \(quarter.indonesian) "
          + "\(quarter.year) \(kecamatan.displayName(of: kecamatan.code)), keadaan pada "
          + day.indonesian)
      if let former {
        session.console.line(
          "  Menggantikan pembekuan \(former.date.indonesian) (baris \(former.row.text))")
      }
      session.console.line("  Berkas: \(path)")
      session.console.line("  SHA-256: \(sha256)")
    }
  }

  /// Writes a file durably, unless it is there already, byte for byte.
  private static func keep(_ bytes: [UInt8], at path: FilePath, named name: String) throws {
    let files = FileSystem.live
    guard let present = try files.read(path) else {
      try files.createFolder(path.removingLastComponent())
      return try files.replaceAtomically(path, with: bytes)
    }
    guard present == bytes else {
      throw CommandFailure(
        .cannotCreate, "\(name) sudah ada dengan isi lain, tidak ada yang ditimpa",
        fix: "pulihkan berkas itu dari cadangan atau pindahkan, lalu ulangi")
    }
  }
}
