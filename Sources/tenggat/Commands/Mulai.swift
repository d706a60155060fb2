internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import SystemPackage
internal import Workspace

struct Mulai: ParsableCommand, WithExamples {
  static let configuration = CommandConfiguration(
    commandName: "mulai", abstract: "Membuat ruang kerja untuk satu kecamatan.",
    discussion: """
      Empat kecamatan sudah tersedia: 63.05.12 Hatungun, 63.05.05 Candi Laras Selatan, \
      35.08.09 Tekung, 63.04.17 Jejangkit. Untuk yang lain sebut tabel kode,nama dengan --wilayah.
      """,
    aliases: ["init"])

  static let examples = [
    "mulai Hatungun kantor",
    "mulai 63.09.01 kantor --wilayah wilayah.csv",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Kode atau nama kecamatan, misalnya 63.05.12 atau Hatungun.")
  var kode: String
  @Argument(help: "Folder ruang kerja; bawaan: folder ini.")
  var dir: String?
  @Option(help: ArgumentHelp("Tabel wilayah kode,nama.", valueName: "berkas"))
  var wilayah: String?

  func run() throws {
    let folder = dir ?? global.ruang ?? "."
    let data = try Session.programData()
    let founding = try WorkspaceFounding(
      kode, data: data, regionTable: wilayah.map { FilePath($0) })
    try founding.found(in: FilePath(folder))
    var console = Console(color: global.warna, environment: Environment.value)
    let kecamatan = founding.kecamatan
    console.line(
      "Ruang kerja \(kecamatan.displayName(of: kecamatan.code)) dibuat di \(folder).", .good)
    console.line(
      "  \(kecamatan.villages.count.indonesian) desa, zona \(founding.zone.rawValue), kalender "
        + founding.calendars.joined(separator: ", "))
    if founding.hasOwnCalendar {
      console.line(
        "  Tanggal lokal kabupaten belum ada; sesuaikan kalender/lokal.yaml dengan surat kabupaten.",
        .soon)
    }
    console.line("Berikutnya: cd \(folder) && tenggat jadwal")
    try console.flush()
  }
}
