internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import Compliance
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

  @OptionGroup var global: GlobalOptions
  @OptionGroup var judging: JudgingOptions
  @Argument(help: "Kode atau nama desa.")
  var desa: String
  @Option(
    help: ArgumentHelp("Tahap surat, nomor atau namanya; baku: yang pertama.", valueName: "tahap"))
  var tahap: String?
  @Option(help: ArgumentHelp("Ukuran kertas.", valueName: "kertas"))
  var kertas: PaperSize = .f4
  @Option(
    help: ArgumentHelp(
      "Berkas tujuan; '-' ke keluaran baku; baku: folder ekspor/.", valueName: "berkas"))
  var keluaran: String?
  @Flag(help: "Timpa berkas tujuan yang isinya lain.")
  var timpa = false

  func run(_ session: inout Session) throws {
    let steps = session.workspace.office.reminders.warningSteps
    let number = try stepNumber(in: steps)
    let (kecamatan, village) = try session.village(desa)
    let day = judging.per ?? session.today
    let desk = try session.workspace.desk(of: kecamatan, knownThrough: judging.diketahui)
    let schedule = try AssessedDuties(
      .window(days: 0), desk, asOf: day, watchedSince: desk.watchedSince(asOf: day),
      openOnly: true)
    try schedule.plan.requireSoundRules(desk.calendar)
    session.remark(UncomputedDates(schedule.plan, desk.calendar))
    let documents = LateDocument.documents(
      of: schedule.dated.filter {
        $0.obligation.id.unit == village.code && $0.report.level == .village
      }.compactMap { LatePart($0, desk) })
    guard !documents.isEmpty else {
      let known = Words.knowledge(through: judging.diketahui)
      session.console.line(
        "Tidak ada dokumen \(kecamatan.displayName(of: village.code)) yang lewat tenggat pada "
          + "\(Words.day(day))\(known); "
          + "tidak ada surat yang dibuat")
      return
    }
    // Whoever signs does so now, whatever the day that is looked at.
    let camat = session.workspace.office.official(
      "camat", in: kecamatan.code, on: session.today)
    let letter = WarningLetter(
      step: steps[number - 1], kecamatan: kecamatan, village: village, day: day,
      documents: documents, knownThrough: judging.diketahui, camat: camat,
      paper: kertas)
    try write(letter, stepNumber: number, &session)
  }

  /// Which of the office's steps is asked for, from 1.
  private func stepNumber(in steps: [String]) throws -> Int {
    guard !steps.isEmpty else {
      throw CommandFailure(
        .configuration, "pengingat.teguran dalam kantor.yaml kosong",
        fix: "sebut setidaknya satu tahap, misalnya Surat Himbauan, atau hapus kuncinya")
    }
    guard let tahap else { return 1 }
    if let number = Int(tahap), steps.indices.contains(number - 1) { return number }
    if let index = steps.firstIndex(where: { $0.lowercased() == tahap.lowercased() }) {
      return index + 1
    }
    let known = steps.enumerated().map { "\($0 + 1) (\($1))" }.joined(separator: ", ")
    throw CommandFailure.usage(
      "tahap '\(tahap)' tidak ada",
      fix: nearestMatch(to: tahap, among: steps).map { "mungkin maksudnya '\($0)'" }
        ?? "yang ada: \(known)")
  }

  private func write(
    _ letter: WarningLetter, stepNumber: Int, _ session: inout Session
  ) throws {
    let html = letter.html
    if keluaran == "-" {
      session.console.raw(html)
      return
    }
    let folder = session.workspace.folder.appending("ekspor")
    let name =
      "surat-teguran-\(letter.village.code)-\(letter.day)-tahap\(stepNumber)-\(letter.paper).html"
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
      "\(path): konsep \(letter.step) untuk \(letter.kecamatan.displayName(of: letter.village.code)), "
        + "\(letter.documents.count) dokumen lewat tenggat; tidak dikirim otomatis")
  }
}
