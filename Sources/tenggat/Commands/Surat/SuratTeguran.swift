internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import Exchange
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

/// Drafts the camat's letters to desa about their late documents, and records those that are issued.
struct SuratTeguran: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "teguran",
    abstract: "Surat kepada desa tentang dokumennya yang lewat tenggat.",
    discussion: """
      Halaman HTML untuk dicetak, satu untuk setiap desa. Tahapnya menurut pengingat.teguran dalam \
      kantor.yaml; yang diusulkan ialah tahap sesudah surat terakhir yang tercatat, dan yang memilih \
      adalah camat (--tahap). Konsep tidak dicatat: dengan --catat surat yang sudah bernomor dicatat \
      dalam buku sebagai kejadian desa, sehingga surat berikutnya menyebut nomor dan tanggalnya. Tidak \
      ada surat yang dikirim oleh perintah ini.
      """,
    aliases: ["warning"])

  static let examples = [
    "surat teguran Bagak",
    "surat teguran --semua --nomor '100.3/{n}/Pem' --nomor-awal 12 --catat",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var judging: JudgingOptions
  @Argument(help: "Kode atau nama desa; atau --semua.")
  var desa: String?
  @OptionGroup var round: WarningRoundOptions
  @Option(
    help: ArgumentHelp(
      "Tahap surat, nomor atau namanya; bawaan: sesudah surat terakhir yang tercatat.",
      valueName: "tahap"))
  var tahap: String?
  @OptionGroup var numbering: LetterNumberOptions
  @Option(help: ArgumentHelp("Tanggal surat; bawaan: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?
  @Flag(help: "Catat surat ini dalam buku sebagai surat yang terbit; perlu --nomor.")
  var catat = false
  @Flag(help: "Tampilkan desa mana mendapat surat apa; tidak ada yang ditulis.")
  var coba = false
  @OptionGroup var recorder: RecorderOptions
  @Option(help: ArgumentHelp("Ukuran kertas.", valueName: "kertas"))
  var kertas: PaperSize = .f4
  @Option(
    help: ArgumentHelp(
      "Berkas tujuan, dengan --semua foldernya; '-' ke keluaran standar; bawaan: folder ekspor/.",
      valueName: "berkas"))
  var keluaran: String?
  @Flag(help: "Timpa berkas tujuan yang isinya lain.")
  var timpa = false

  var namedUnits: [String] { round.unit }

  func run(_ session: inout Session) throws {
    try requireSense()
    let step = try tahap.map {
      try WarningStep($0, among: session.workspace.office.reminders.warningSteps)
    }
    let answer = try letters(step, session)
    session.remark(answer.uncomputed)
    let numbers = try numbering.numbers(
      count: answer.letters.count, on: tanggal ?? session.today)
    let batch = LetterBatch(
      letters: zip(answer.letters, numbers).map { letter, number in
        let prepared = PreparedLetter(
          letter, number: number, date: number == nil ? tanggal : letter.question.drafted,
          paper: kertas)
        return LetterBatch.Letter(prepared: prepared, path: path(of: prepared, session))
      }, resting: answer.resting)
    if keluaran == "-", let only = batch.letters.first {
      session.console.raw(only.prepared.page.html)
      return
    }
    let rows = coba ? [] : try write(batch, &session)
    let page = LetterBatchPage(
      batch: batch, rows: rows, isTrial: coba, isOfAll: round.semua, pause: round.pause)
    if output.json {
      session.console.raw(page.json.text())
    } else if answer.letters.isEmpty && answer.resting.isEmpty {
      session.console.line(nothing(session))
    } else {
      page.print(to: &session.console)
    }
  }

  /// Refuses options that contradict each other.
  private func requireSense() throws {
    guard round.semua == (desa == nil) else {
      guard round.semua else { throw ArgumentRefusal.noVillage(all: "--semua") }
      throw OptionRefusal.exclusive(["desa", "--semua"])
    }
    guard round.semua || (round.unit.isEmpty && round.jeda == nil) else {
      throw OptionRefusal.without(
        round.jeda == nil ? "--unit" : "--jeda", "--semua", .removeOrAdd("--semua"))
    }
    guard round.pause >= 0 else {
      throw ArgumentRefusal.negative(round.pause, option: "--jeda", .pause)
    }
    guard !catat || numbering.nomor != nil else {
      throw OptionRefusal.without(
        "--catat", "--nomor", .letterNumber("--nomor '100.3/12/Pem'"))
    }
    if keluaran == "-", round.semua || catat || coba || output.json {
      throw OptionRefusal.onlyFor(
        "'--keluaran -'", .oneDraft, .target(orRemove: "--keluaran"))
    }
  }

  private func letters(
    _ step: WarningStep?, _ session: Session
  ) throws -> (letters: [WarningLetter], resting: [WarningLetter], uncomputed: UncomputedDates) {
    let (day, drafted) = (judging.per ?? session.today, tanggal ?? session.today)
    guard let desa else {
      let answer = try WarningRound(
        WarningRound.Question(
          to: try session.scope(round.unit), step, asOf: day, knownThrough: judging.diketahui,
          draftedOn: drafted, pause: round.pause), in: session.workspace)
      return (answer.letters, answer.resting, answer.uncomputed)
    }
    let (kecamatan, village) = try session.village(desa)
    let letter = try WarningLetter(
      WarningLetter.Question(
        to: village, in: kecamatan, step, asOf: day, knownThrough: judging.diketahui,
        draftedOn: drafted), in: session.workspace)
    return (letter.documents.isEmpty ? [] : [letter], [], letter.uncomputed)
  }

  private func path(of prepared: PreparedLetter, _ session: Session) -> FilePath {
    if let keluaran, !round.semua { return FilePath(keluaran) }
    let folder =
      keluaran.map { FilePath($0) } ?? session.workspace.folder.appending(PrintedPages.folder)
    return folder.appending(
      prepared.fileName(on: tanggal ?? prepared.letter.question.day))
  }

  /// Writes the letters, and records them where they are issued: whoever finds a row finds its letter.
  ///
  /// - Returns: The rows, in the order of the letters.
  private func write(
    _ batch: LetterBatch, _ session: inout Session
  ) throws -> [LedgerEvent.RowID] {
    let pages = PrintedPages(batch.letters.map { ($0.path, $0.prepared.page.html) })
    guard catat else {
      try pages.write(in: session.workspace.folder, overwriting: timpa)
      return []
    }
    let letters = batch.letters.compactMap(\.prepared.issued)
    guard !letters.isEmpty else { return [] }
    let request = IssueLetters(
      letters, on: tanggal ?? session.today, recorder: try session.recorder(recorder.petugas))
    let admitted = try request.admitted(in: session.workspace, at: session.clock.now)
    try pages.write(in: session.workspace.folder, overwriting: timpa)
    let outcome = try admitted.record()
    for remark in outcome.remarks { Console.message(remark.message) }
    return outcome.rows
  }

  /// What is said where nothing is late.
  private func nothing(_ session: Session) -> String {
    let end =
      "yang lewat tenggat pada \(Words.day(judging.per ?? session.today))"
      + "\(Words.knowledge(through: judging.diketahui)); tidak ada surat yang dibuat"
    guard let desa, let (kecamatan, village) = try? session.village(desa) else {
      return "Tidak ada desa dengan dokumen \(end)"
    }
    return "Tidak ada dokumen \(kecamatan.displayName(of: village.code)) \(end)"
  }
}
