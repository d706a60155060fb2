internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

struct Surat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surat", abstract: "Menyiapkan konsep surat camat.",
    subcommands: [SuratTeguran.self], aliases: ["letter"])
}

/// Drafts the camat's letter to one desa about its late documents.
struct SuratTeguran: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "teguran",
    abstract: "Konsep surat kepada satu desa tentang dokumennya yang lewat tenggat.",
    discussion: """
      Halaman HTML untuk dicetak; nomor, tanggal dan tembusan diisi sendiri. Tahapnya menurut \
      pengingat.teguran dalam kantor.yaml; yang memilih tahap adalah camat, bukan hitungan. Tidak ada \
      surat yang dikirim atau dicatat oleh perintah ini.
      """,
    aliases: ["warning"])

  static let examples = [
    "surat teguran Bagak",
    "surat teguran Bagak --kertas a4 --keluaran -",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @Argument(help: "Kode atau nama desa.")
  var desa: String
  @Option(
    help: ArgumentHelp("Tahap surat, nomor atau namanya; bawaan: yang pertama.", valueName: "tahap")
  )
  var tahap: String?
  @Option(help: ArgumentHelp("Ukuran kertas.", valueName: "kertas"))
  var kertas: PaperSize = .f4
  @Option(
    help: ArgumentHelp(
      "Berkas tujuan; '-' ke layar; bawaan: folder ekspor/.", valueName: "berkas"))
  var keluaran: String?
  @Flag(help: "Timpa berkas tujuan yang isinya lain.")
  var timpa = false

  func run(_ session: inout Session) throws {
    let step = try WarningStep(tahap, among: session.workspace.office.reminders.warningSteps)
    let (kecamatan, village) = try session.village(desa)
    let letter = try WarningLetter(
      WarningLetter.Question(
        to: village, in: kecamatan, step, asOf: judging.per ?? session.today,
        knownThrough: judging.diketahui, draftedOn: session.today),
      in: session.workspace)
    session.remark(letter.uncomputed)
    guard !letter.documents.isEmpty else {
      let question = letter.question
      session.console.line(
        "Tidak ada dokumen \(kecamatan.displayName(of: village.code)) yang lewat tenggat pada "
          + "\(Words.day(question.day))\(Words.knowledge(through: question.knownThrough)); "
          + "tidak ada surat yang dibuat")
      return
    }
    try write(letter, &session)
  }

  private func write(_ letter: WarningLetter, _ session: inout Session) throws {
    let html = WarningLetterPage(letter: letter, paper: kertas).html
    if keluaran == "-" {
      session.console.raw(html)
      return
    }
    let question = letter.question
    let folder = session.workspace.folder.appending("ekspor")
    let name =
      "surat-teguran-\(question.village.code)-\(question.day)-tahap\(question.step.number)-\(kertas).html"
    let path = keluaran.map { FilePath($0) } ?? folder.appending(name)
    if keluaran == nil { try FileSystem.live.createFolder(folder) }
    let bytes = Array(html.utf8)
    // A browser may have saved an edited draft there.
    if !timpa, let present = try FileSystem.live.read(path), present != bytes {
      throw CommandFailure(
        .cannotCreate, "\(path) sudah ada dengan isi lain, tidak ada yang ditimpa",
        fix: "simpan ke berkas lain dengan --keluaran, atau timpa dengan --timpa")
    }
    try FileSystem.live.replaceAtomically(path, with: bytes)
    session.console.line(
      "\(path): konsep \(question.step.name) untuk "
        + "\(question.kecamatan.displayName(of: question.village.code)), "
        + "\(letter.documents.count) dokumen lewat tenggat; tidak dikirim otomatis")
  }
}
