internal import ArgumentParser
internal import ProgramVersion
internal import Glibc

@main
struct Tenggat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenggat",
    abstract: "Tenggat laporan kecamatan dan dokumen desa: apa yang wajib, kapan, dan buktinya.",
    version: ProgramVersion.text,
    subcommands: [
      Mulai.self, Jadwal.self, Catat.self, Impor.self, Pindai.self, Kembalikan.self, Terima.self,
      Bebaskan.self, Perpanjang.self, Tetapkan.self, Kalender.self, Batalkan.self, Kejadian.self,
      Desa.self,
      Kepatuhan.self, Iku.self, Layani.self, Pengguna.self, Jelaskan.self, Riwayat.self,
      Bekukan.self, Beda.self,
      Ingatkan.self, Surat.self,
      TandaTerima.self, Ekspor.self, Gabung.self, Periksa.self, Status.self, Cadangkan.self,
      Pulihkan.self, Contoh.self, Panduan.self,
    ])

  static func main() {
    ProcessGuard.prepare()
    do {
      // The runtime reads them from a file: without a descriptor to spare there are none, and none ask for help.
      guard !CommandLine.arguments.isEmpty else { throw ProcessGuard.noArguments }
      let arguments = Array(CommandLine.arguments.dropFirst())
      // The parser would spend nine tenths of the start on looking at its own types.
      if arguments == ["--version"] { return try showVersion() }
      if let repeated = RepeatedOption(in: arguments, of: Tenggat.self) { throw repeated.failure }
      if let plain = PlainArguments(arguments) {
        try Session.run(plain.choices, about: plain.units, alone: plain.isSchedule) { session in
          switch plain.command {
          case .schedule(let question): try question.answer(&session)
          case .submission(let request): try request.record(&session)
          case .reminders: try IngatkanKirim.send(&session, again: false)
          }
        }
      } else {
        var command = try parseAsRoot(SubcommandOrder.applied(to: arguments))
        try command.run()
      }
    } catch {
      Glibc.exit(tell(error))
    }
  }

  private static func showVersion() throws {
    var console = Console(color: .never, environment: Environment.value)
    console.raw(ProgramVersion.text + "\n")
    try console.flush()
  }

  /// Says what went wrong, or shows the help that was asked for.
  ///
  /// - Returns: The exit code.
  private static func tell(_ error: any Error) -> Int32 {
    let isOurs = !isParserError(error)
    if isOurs {
      let failure = CommandFailure(error)
      for line in failure.lines { Console.message(line) }
      return failure.code.rawValue
    }
    guard exitCode(for: error) != .success else {
      var console = Console(color: .never, environment: Environment.value)
      let arguments = SubcommandOrder.applied(to: Array(CommandLine.arguments.dropFirst()))
      // `--version` is answered in the same way as help.
      let isHelp = arguments.contains { ["--help", "-h", "help"].contains($0) }
      let examples = isHelp ? (called(by: arguments) as? any WithExamples.Type)?.examples : nil
      console.lines(UsageText.help(fullMessage(for: error), examples: examples ?? []))
      return (try? console.flush()) == nil ? CommandFailure.Code.io.rawValue : 0
    }
    Console.message("tenggat: galat: \(UsageText.message(message(for: error)))")
    return CommandFailure.Code.usage.rawValue
  }

  /// Whether the argument parser itself threw: help, version, or arguments not understood.
  static func isParserError(_ error: any Error) -> Bool {
    error is CleanExit || error is ValidationError || error is ExitCode
      || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
  }
}
