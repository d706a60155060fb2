internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

struct Mulai: ParsableCommand, WithExamples {
  static let configuration = CommandConfiguration(
    commandName: "mulai", abstract: "Membuat ruang kerja untuk satu kecamatan, atau untuk banyak.",
    discussion: """
      Empat kecamatan sudah tersedia: 63.05.12 Hatungun, 63.05.05 Candi Laras Selatan, \
      35.08.09 Tekung, 63.04.17 Jejangkit. Untuk yang lain sebut tabel kode,nama dengan --wilayah.
      Kode kabupaten (63.05) atau provinsi (63) mengambil semua kecamatannya dari tabel itu, 00 semuanya.
      --sejak 2025-10-01 memulai di tengah jalan: yang tenggatnya sebelum itu tidak dipantau. Kantor \
      yang mulai pada Januari tetap melihat APBDes bertenggat 31 Desember dengan --sejak 2025-12-01.
      """,
    aliases: ["init"])

  static let examples = [
    "mulai Hatungun kantor",
    "mulai 63.09.01 kantor --wilayah wilayah.csv",
    "mulai 63 provinsi --wilayah wilayah.csv",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(
    help:
      "Kode atau nama kecamatan, misalnya 63.05.12 atau Hatungun; kode kabupaten, provinsi, atau 00."
  )
  var kode: String
  @Argument(help: "Folder ruang kerja; bawaan: folder ini.")
  var dir: String?
  @Option(help: ArgumentHelp("Tabel wilayah kode,nama.", valueName: "berkas"))
  var wilayah: String?

  @Option(
    help: ArgumentHelp(
      "Hari pertama yang dipantau: tanggal, triwulan, atau tahun.", valueName: "tanggal"))
  var sejak: FirstWatchedDay?

  func run() throws {
    let folder = dir ?? global.ruang ?? "."
    let data = try Session.programData()
    let founding = try WorkspaceFounding(
      kode, data: data, regionTable: wilayah.map { FilePath($0) })
    try founding.requireRoom(in: FilePath(folder))
    let start = sejak ?? Mulai.askedStart()
    try founding.found(in: FilePath(folder), watchedSince: start?.text)
    var console = Console(color: global.warna, environment: Environment.value)
    let kecamatan = founding.kecamatan
    let offices = founding.offices
    let who =
      offices.count == 1
      ? kecamatan.displayName(of: kecamatan.code) : "\(offices.count.indonesian) kecamatan"
    console.line("Ruang kerja \(who) dibuat di \(folder).", .good)
    let villages = offices.reduce(0) { $0 + $1.villages.count }
    console.line(
      "  \(villages.indonesian) desa, zona \(founding.zone.rawValue), kalender "
        + founding.calendars.joined(separator: ", "))
    let own = founding.ownCalendarNames.map { "kalender/\($0).yaml" }
    if !own.isEmpty {
      let more = own.count > 3 ? ", dan \((own.count - 3).indonesian) lagi" : ""
      console.line(
        "  Tanggal lokal kabupaten belum ada; sesuaikan "
          + "\(own.prefix(3).joined(separator: ", "))\(more) dengan surat kabupaten.", .soon)
    }
    if let start {
      console.line(
        "  dipantau sejak \(start.day.indonesian); yang tenggatnya sebelum itu tidak dipantau")
    }
    console.line("Berikutnya: cd \(folder) && tenggat jadwal")
    try console.flush()
  }

  /// What a person at a terminal answers to the question since when the office is watched; `nil` where
  /// nobody is there, or nothing is answered: everything is watched.
  private static func askedStart() -> FirstWatchedDay? {
    guard Environment.isInteractive else { return nil }
    Console.message(
      "Sejak kapan kewajiban dipantau? Tulis tanggal, triwulan, atau tahun, misalnya 2025-10-01,")
    Console.message(
      "2025-TW4, atau 2025; yang tenggatnya sebelum itu tidak dipantau. Kosong: sejak awal.")
    while let answer = readLine(), answer.contains(where: { !$0.isWhitespace }) {
      if let start = FirstWatchedDay(argument: answer) { return start }
      Console.message("'\(answer)' bukan tanggal, triwulan, atau tahun; tulis lagi.")
    }
    return nil
  }
}
