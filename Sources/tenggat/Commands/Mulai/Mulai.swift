internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import SystemPackage
internal import Wording
internal import Workspace

struct Mulai: ParsableCommand, WithExamples {
  static let configuration = CommandConfiguration(
    commandName: "mulai", abstract: "Membuat ruang kerja untuk satu kecamatan, atau untuk banyak.",
    discussion: """
      Pada terminal yang belum disebut ditanyakan, dan di akhir disebut perintah yang berbuat sama; dalam skrip, \
      atau dengan --tanpa-tanya, tidak ada yang ditanyakan.
      Empat kecamatan sudah tersedia: 63.05.12 Hatungun, 63.05.05 Candi Laras Selatan, \
      35.08.09 Tekung, 63.04.17 Jejangkit. Untuk yang lain sebut tabel kode,nama dengan --wilayah.
      Kode kabupaten (63.05) atau provinsi (63) mengambil semua kecamatannya dari tabel itu, 00 semuanya.
      --sejak 2025-10-01 memulai di tengah jalan: yang tenggatnya sebelum itu tidak dipantau. Kantor \
      yang mulai pada Januari tetap melihat APBDes bertenggat 31 Desember dengan --sejak 2025-12-01.
      """,
    aliases: ["init"])

  static let examples = [
    "mulai",
    "mulai Hatungun kantor --tanpa-tanya",
    "mulai 63.09.01 kantor --wilayah wilayah.csv --hari-kerja 6",
    "mulai 63.05.12 kantor --pejabat 'camat:2025-01-02:Nama Pejabat, S.Sos.'",
    "mulai 63 provinsi --wilayah wilayah.csv",
  ]

  @OptionGroup var global: GlobalOptions
  @Argument(
    help:
      "Kode atau nama kecamatan, misalnya 63.05.12 atau Hatungun; kode kabupaten, provinsi, atau 00."
  )
  var kode: String?
  @Argument(help: "Folder ruang kerja; bawaan: folder ini.")
  var dir: String?
  @Option(help: ArgumentHelp("Tabel wilayah kode,nama.", valueName: "berkas"))
  var wilayah: String?

  @Option(
    help: ArgumentHelp(
      "Kalender tanggal lokal: milik kabupatennya, atau lokal untuk diisi sendiri.",
      valueName: "nama"))
  var kalender: String?

  @Option(
    help: ArgumentHelp("Hari kerja seminggu; bawaan: 5.", valueName: "n"))
  var hariKerja: WeekLength?

  @Option(
    help: ArgumentHelp(
      "Hari pertama yang dipantau: tanggal, triwulan, atau tahun.", valueName: "tanggal"))
  var sejak: FirstWatchedDay?

  @Option(
    help: ArgumentHelp(
      "Pejabat, JABATAN:SEJAK:NAMA; boleh diulang.", valueName: "pejabat"))
  var pejabat: [String] = []

  @Flag(help: "Jangan menanyakan apa pun, juga pada terminal.")
  var tanpaTanya = false

  func run() throws {
    let data = try Session.programData()
    var plan = FoundingPlan(
      region: kode, folder: dir ?? global.ruang, regionTable: wilayah, calendar: kalender,
      week: hariKerja, start: sejak, officers: try pejabat.map { try OfficerText($0).line })
    var console = Console(color: global.warna, environment: Environment.value)
    let isAsking = !tanpaTanya && Environment.isInteractive
    if isAsking {
      var conversation = FoundingConversation(plan, console, data)
      guard let complete = try conversation.complete() else {
        console.line("Tidak ada yang dibuat.")
        return try console.flush()
      }
      plan = complete
    }
    let folder = plan.folder ?? "."
    let request = try plan.request()
    if !plan.officers.isEmpty, try request.preview(data: data).founding.offices.count > 1 {
      throw OptionRefusal.onlyFor("--pejabat", .oneOffice, .officersInFile)
    }
    let founding = try ProcessGuard.withoutInterruption {
      try request.found(in: FilePath(folder), data: data).founding
    }
    console.outcome(
      OutcomeText(
        founding, in: folder, watchedSince: plan.start?.day,
        next: "cd \(folder.shellWord) && tenggat jadwal"))
    if isAsking { console.line("Yang sama tanpa ditanya: \(plan.command)") }
    try console.flush()
  }
}
