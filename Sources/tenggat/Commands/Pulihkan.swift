internal import ArgumentParser
internal import Backups
internal import PlainText
internal import SystemPackage

struct Pulihkan: ParsableCommand, WithExamples {
  static let configuration = CommandConfiguration(
    commandName: "pulihkan", abstract: "Memulihkan cadangan ke folder baru, dan membuktikannya.",
    discussion: """
      DIR belum ada atau masih kosong; ruang kerja yang ada tidak pernah ditimpa. Setiap berkas \
      dicocokkan dengan sidiknya, rantai buku diperiksa, dan semua jawaban (jadwal, desa, kepatuhan, \
      IKU, riwayat) dibandingkan antara cadangan dan DIR. Bila ruang kerja asalnya masih ada, atau \
      disebut dengan --ruang, baris yang bertambah sejak itu disebut. Jalankan sekali-sekali sebagai \
      latihan.
      """,
    aliases: ["restore"])

  static let examples = [
    "pulihkan /media/usb/cadangan-63.05.12-2026-11-30-170000 latihan",
    "pulihkan cadangan-63.05.12-2026-11-30-170000 latihan --json",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Cadangan buatan 'cadangkan'.")
  var cadangan: String
  @Argument(help: "Folder baru.")
  var dir: String

  func run() throws {
    let folder = FilePath(dir)
    let today = try Session.today(global.choices)
    let outcome = try Restoration(
      of: FilePath(cadangan), to: folder, original: global.ruang.map { FilePath($0) },
      data: try Session.programData()
    ) { zone in
      OfficeClock(zone: zone, today: today, unixSeconds: Environment.unixSeconds).today
    }.run()
    var console = Console(color: global.warna, environment: Environment.value)
    let page = RestorationPage(outcome: outcome, folder: folder)
    if output.json {
      console.raw(page.json.text())
    } else {
      page.print(to: &console)
    }
    try console.flush()
    if !outcome.isProved { throw CommandFailure.found }
  }
}
