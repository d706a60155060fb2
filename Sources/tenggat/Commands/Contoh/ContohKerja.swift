internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Exchange
internal import PlainText
internal import SystemPackage
internal import Wording
internal import Workspace

/// Makes a filled workspace to practise in.
struct ContohKerja: ParsableCommand, WithExamples, WithWord {
  static let configuration = CommandConfiguration(
    commandName: "kerja", abstract: "Ruang kerja latihan yang sudah terisi; semua isinya karangan.",
    discussion: """
      Kecamatan karangan dengan delapan desa dan buku setahun berjalan: yang tepat waktu, terlambat, dikembalikan, \
      dibebaskan, diperpanjang, dan belum masuk; bukti, nilai indikator, survei, triwulan beku, berkas di kotak \
      masuk dan karantina. Semuanya dicatat seperti dengan perintah, sampai kemarin menurut --hari-ini; hari dan \
      benih yang sama memberi buku yang sama. Pengingat di sana tidak dapat dikirim ke luar. Foldernya harus \
      kosong. 'tenggat contoh DIR' sama dengan 'tenggat contoh kerja DIR'.
      """,
    aliases: ["workspace"])

  static let examples = [
    "contoh",
    "contoh latihan-saya --benih 7",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Folder ruang kerja latihan; bawaan: latihan.")
  var dir: String?
  @Option(
    help: ArgumentHelp(
      "Bilangan yang membedakan satu latihan dari yang lain.", valueName: "bilangan"))
  var benih = PlainNumber(1)

  func run() throws {
    let folder = dir ?? global.ruang ?? "latihan"
    guard benih.value >= 0 else {
      throw ArgumentRefusal.negative(benih.value, option: "--benih", .seed)
    }
    let clock = try Session.clock(global.choices, FoundPractice.zone)
    let made = try FoundPractice(today: clock.today, seed: UInt64(benih.value))
      .found(in: FilePath(folder), data: try Session.programData())
    var console = Console(color: global.warna, environment: Environment.value)
    console.outcome(
      OutcomeText(
        made, in: folder, until: clock.today.adding(days: -1),
        next: "cd \(folder) && tenggat jadwal, atau tenggat layani"))
    try console.flush()
  }
}
