internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import PlainText
internal import SystemPackage
internal import Wording
internal import Workspace

struct Pindai: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "pindai", abstract: "Mencatat berkas yang diletakkan di kotak masuk.",
    discussion: """
      Unit, laporan, periode, dan tanggal dibaca dari nama berkas dan folder desanya, misalnya \
      'Tarungin/APBDes 2027 2026-12-28.pdf'. Berkas yang tercatat pindah ke selesai/, yang tidak \
      dapat ditempatkan ke karantina/ beserta sebabnya; yang belum semenit umurnya menunggu. \
      Setiap kata dalam nama harus dipahami: 'Permintaan data LPPD 2025.pdf' dikarantina. Tanpa \
      layar (cron) berkas yang menunggu disebut sekali saja.
      """,
    aliases: ["scan"])

  static let examples = [
    "pindai --coba",
    "pindai --alasan 'komputer rusak sepekan'",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Folder yang dipindai; bawaan: kotak-masuk di ruang kerja.")
  var dir: String?
  @Option(help: ArgumentHelp("Sebab pencatatan susulan.", valueName: "teks"))
  var alasan: String?
  @OptionGroup var recorder: RecorderOptions
  @Flag(help: "Tampilkan saja; tidak ada yang dicatat atau dipindahkan.")
  var coba = false
  @Flag(help: "Catat juga berkas yang baru saja diletakkan; pastikan penyalinannya sudah selesai.")
  var segera = false
  @Flag(help: "Sebut juga berkas menunggu yang sudah pernah disebut.")
  var semua = false

  func run(_ session: inout Session) throws {
    let terms = Intake.Terms(
      reason: try CommandFailure.reason(alasan), recorder: try session.recorder(recorder.petugas),
      isTrial: coba,
      instant: session.clock.now, now: Environment.unixTime,
      restingTime: .seconds(segera ? 0 : 60))
    var intake = try Intake(dir.map { FilePath($0) }, session.workspace, terms)
    let text = IntakeText(
      kecamatan: session.workspace.kecamatan, isTrial: coba,
      folder: Environment.resolved(intake.folder) ?? intake.folder)
    let all = try intake.run(reasonText: text.reason)
    for remark in all.remarks { Console.message(remark.message) }
    // Under cron what waits is told once; whoever looks, and a program that reads, is told all.
    let isForPerson = semua || coba || output.json || session.console.isTerminal
    let result = isForPerson ? all : all.news
    for folder in result.deepFolders { Console.message(text.tooDeep(folder)) }
    if output.json {
      session.console.raw(text.json(result).text())
    } else if !result.files.isEmpty {
      for file in result.files { session.console.line(text.line(file), text.style(file)) }
      session.console.line(text.sum(result))
    }
    try conclude(result, text)
  }

  /// Says what failed, then what waits for a reason; the first failure gives the exit code.
  private func conclude(_ result: IntakeResult, _ text: IntakeText) throws {
    var failures: [CommandFailure] = []
    for file in result.files {
      if case .failed(let error) = file.fate { failures.append(CommandFailure(error)) }
      if let error = file.moveFailure { failures.append(CommandFailure(error)) }
    }
    var lines: [String] = []
    for line in failures.flatMap(\.lines) where !lines.contains(line) { lines.append(line) }
    let late = result.files.filter { if case .lateEntry = $0.fate { true } else { false } }
    if !late.isEmpty { lines += text.lateEntries(late).lines }
    if let first = failures.first { throw CommandFailure(first.code, lines: lines) }
    if !late.isEmpty { throw CommandFailure(.usage, lines: lines) }
  }
}
