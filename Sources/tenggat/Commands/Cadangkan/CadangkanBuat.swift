internal import ArgumentParser
internal import Backups
internal import PlainText
internal import ProgramVersion
internal import SystemPackage
internal import Wording

/// Makes a backup: what `cadangkan` does without a subcommand.
struct CadangkanBuat: ParsableCommand, WithExamples, WithWord {
  static let configuration = CommandConfiguration(
    commandName: "buat", abstract: "Menyalin ruang kerja ke tempat lain, dan membuktikannya.",
    discussion: """
      Salinannya folder baru bertanggal dalam TUJUAN: setiap berkas sampai di penyimpanan sebelum \
      foldernya mendapat namanya, lalu semuanya dibaca lagi, rantai buku dan bukti diperiksa, dan buku \
      dibandingkan dengan ruang kerja. Mencatat boleh terus berjalan. Kode keluar 1 bila salinannya jadi \
      tetapi tidak terbukti. --simpan menghapus cadangan ruang kerja ini yang lebih lama; yang terakhir \
      terbukti selalu tinggal.
      """,
    aliases: ["make"])

  static let examples = [
    "cadangkan /media/usb",
    "cadangkan /var/backups/tenggat --simpan 14",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Folder yang sudah ada, di luar ruang kerja; sebaiknya penyimpanan lain.")
  var tujuan: String
  @Option(help: ArgumentHelp("Sisakan sekian cadangan terbaru; bawaan: semua.", valueName: "n"))
  var simpan: PlainNumber?

  /// Refuses to keep none.
  static func check(_ kept: PlainNumber) throws {
    guard kept.value < 1 else { return }
    throw ArgumentRefusal.keepsNothing(kept.value, option: "--simpan")
  }

  func run() throws {
    if let simpan { try CadangkanBuat.check(simpan) }
    let (folder, trust) = try Session.find(global.choices)
    let source = try BackupSource(
      folder, named: Environment.resolved(folder) ?? folder, trusting: trust)
    let clock = try Session.clock(global.choices, source.zone)
    let target = FilePath(tujuan)
    let outcome = try BackupRun(
      of: source, to: target, recordedAs: Environment.resolved(target) ?? target,
      keeping: simpan?.value, at: clock.now, program: ProgramVersion.number
    ).run()
    var console = Console(color: global.warna, environment: Environment.value)
    let page = BackupPage(outcome: outcome)
    if output.json {
      console.raw(page.json.text())
    } else {
      page.print(to: &console)
    }
    try console.flush()
    if !outcome.isProved { throw CommandFailure.found }
  }
}
