internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import DurableFiles
internal import Exchange
internal import LedgerStore
internal import PlainText
internal import Reminders
internal import SystemPackage
internal import Workspace
internal import Wording

extension CommandFailure {
  /// The sentence and the exit code for what a library threw.
  init(_ error: any Error) {
    if let objections = Objection.all(in: error) {
      let measures = error is Measure.Refused || error is SurveyTable.Refused
      self.init(
        objections, spelling: measures ? CommandFailure.typedInMeasuring : { $0.asTyped })
      return
    }
    self =
      switch error {
      case let failure as CommandFailure: failure
      case let failure as AnswerFailure: CommandFailure(answer: failure)
      case let failure as RequestFailure: CommandFailure(failure)
      case let refusal as UserRefusal: CommandFailure(refusal)
      case let refused as KepatuhanExport.Refused: CommandFailure(refused)
      case let refused as Rollup.Refused: CommandFailure(refused)
      case let refused as ExportFiles.Refused: CommandFailure(refused)
      case let refused as RecordEvent.Refused: CommandFailure(refused)
      case let fault as FrozenFault: CommandFailure(fault)
      case let refused as Snooze.Refused: CommandFailure(refused)
      case let failure as WorkspaceFailure: CommandFailure(workspace: failure)
      case let failure as XMLFailure:
        CommandFailure(.data, "ekspor XML gagal: \(failure)", fix: "tidak ada berkas yang ditulis")
      case let failure as Intake.FolderFailure: CommandFailure(dropFolder: failure)
      case let taken as PrintedPages.Taken:
        CommandFailure(
          .cannotCreate, "\(taken.path) sudah ada dengan isi lain, tidak ada yang ditimpa",
          fix: "simpan ke berkas lain dengan --keluaran, atau timpa dengan --timpa")
      case let refusal as OutputRefusal:
        CommandFailure(.cannotCreate, refusal.sentence, fix: refusal.remedy)
      case let failure as SpreadsheetProgram.Failure: CommandFailure(failure)
      case let errno as Errno:
        CommandFailure(
          .io, "keluaran tidak dapat ditulis (\(errno.indonesian))",
          fix: "periksa tujuan keluaran; yang dicatat perintah ini tetap tercatat")
      default: CommandFailure(.io, "\(error)", fix: "ulangi; bila tetap gagal, laporkan")
      }
  }

  private init(answer failure: AnswerFailure) {
    self =
      switch failure {
      case .rules(let faults, let calendar):
        CommandFailure(
          .configuration, lines: faults.map { $0.finding(in: calendar).message })
      case .unknownRole(let word, let known):
        .usage(
          "jabatan '\(word)' tidak dikenal",
          fix: nearestMatch(to: word, among: known).map { "mungkin maksudnya '\($0)'" }
            ?? "yang ada: \(known.joined(separator: ", "))")
      case .noRegister(let known): .noRegister(known: known)
      case .noRegisterInForce(let year, let registers):
        CommandFailure(noRegisterInForce: year, registers)
      case .unknownIndicator(let word, let year, let known):
        .usage(
          "indikator '\(word)' tidak ada dalam register \(year)",
          fix: nearestMatch(to: word, among: known).map { "mungkin maksudnya \($0)" }
            ?? "lihat: tenggat iku --tahun \(year)")
      case .roleWithoutIndicators(let word, let known):
        .usage(
          "jabatan '\(word)' tidak memiliki indikator",
          fix: nearestMatch(to: word, among: known).map { "mungkin maksudnya '\($0)'" }
            ?? "yang ada: \(known.joined(separator: ", "))")
      case .indicatorOfOtherRole(let indicator, let role):
        .usage(
          "indikator '\(indicator)' bukan milik jabatan '\(role)'",
          fix: "hapus --untuk atau --indikator")
      case .noWarningSteps:
        CommandFailure(
          .configuration, "pengingat.teguran dalam kantor.yaml kosong",
          fix: "sebut setidaknya satu tahap, misalnya Surat Imbauan, atau hapus kuncinya")
      case .unknownWarningStep(let word, let known):
        .usage(
          "tahap '\(word)' tidak ada",
          fix: nearestMatch(to: word, among: known).map { "mungkin maksudnya '\($0)'" }
            ?? "yang ada: "
            + known.enumerated().map { "\($0 + 1) (\($1))" }.joined(separator: ", "))
      }
  }

  /// The failure of an office that names no register of indicators, with the known ones.
  static func noRegister(known: [String]) -> CommandFailure {
    CommandFailure([Objection.noRegister(known: known)])
  }

  private init(noRegisterInForce year: Int, _ registers: [IndicatorRegister]) {
    let others = registers.map { register in
      let validity = register.validity(among: registers) ?? register.validity
      return "\(register.name) berlaku \(RuleText.validity(validity))"
    }
    self = .usage(
      "tidak ada register IKU yang berlaku pada \(year)",
      fix: "\(others.joined(separator: ", ")); pilih tahun lain, "
        + "atau tambahkan register tahun itu dalam kantor.yaml")
  }

  private init(workspace failure: WorkspaceFailure) {
    self =
      switch failure {
      case .noProgramData(let places):
        CommandFailure(
          .configuration,
          "data program tidak ditemukan; tempatnya: \(places.joined(separator: ", "))",
          fix: "pasang ulang, atau arahkan TENGGAT_DATA ke folder berisi Calendars dan Exports")
      case .noProgramFile(let path):
        CommandFailure(
          .configuration, "berkas program \(path) tidak ada", fix: "pasang ulang program")
      case .noWorkspace(let start):
        CommandFailure(
          .noInput, "tidak ada ruang kerja (kantor.yaml) di \(start) atau di atasnya",
          fix: "pindah ke folder ruang kerja, pakai --ruang DIR, atau buat dengan 'tenggat mulai'")
      case .untrusted(let folder, let doubt): CommandFailure(untrusted: folder, doubt)
      case .openTrustList(let path):
        CommandFailure(
          .configuration, "\(path) dapat diubah pengguna lain, sehingga tidak dipakai",
          fix: "jadikan milik Anda sendiri: chown $USER \(path), lalu chmod 600 \(path)")
      case .workspaceExists(let path):
        CommandFailure(
          .cannotCreate, "\(path) sudah ada, tidak ada yang ditimpa",
          fix: "pilih folder lain yang kosong")
      case .insideWorkspace(let path):
        CommandFailure(
          .cannotCreate, "\(path) terletak dalam folder milik ruang kerja lain",
          fix: "pilih folder di luar buku, dokumen, kalender, dan ekspornya")
      case .unknownKecamatan(let code, let known):
        CommandFailure(unknownKecamatan: code, known)
      case .severalKecamatan(let name, let named):
        .usage(
          "nama '\(name)' dipakai \(named.count) kecamatan",
          fix: "sebut kodenya: "
            + named.prefix(12).map { "\($0.code) \($0.name)" }.joined(separator: ", "))
      case .noRegionTable(let path):
        CommandFailure(.noInput, "tabel wilayah \(path) tidak ada", fix: "periksa nama berkasnya")
      case .noSurvey(let path):
        CommandFailure(.noInput, "tabel survei \(path) tidak ada", fix: "periksa nama berkasnya")
      case .noBook(let path):
        CommandFailure(.noInput, "buku \(path) tidak ada", fix: "periksa nama berkasnya")
      case .noCopy(let path):
        CommandFailure(
          .noInput, "\(path) tidak ada, atau bukan salinan ruang kerja",
          fix: "sebut folder salinannya, atau folder buku di dalamnya")
      // Said where every front can say it.
      case .configuration, .data, .changed, .file: CommandFailure(Objection.all(in: failure) ?? [])
      }
  }

  private init(unknownKecamatan code: String, _ known: [Unit]) {
    // Any code is near any other, so that a short list helps more than a guess.
    let named = known.map { "\($0.code) \($0.name)" }
    let nearest = nearestMatch(to: code, among: known.map(\.code.description))
    let fix =
      known.count <= 10
      ? "yang ada: \(named.joined(separator: ", ")); yang lain dengan --wilayah FILE"
      : nearest.map { "mungkin maksudnya \($0)" } ?? "periksa kodenya"
    self = .usage("kecamatan '\(code)' tidak ada dalam tabel wilayah", fix: fix)
  }

  private init(dropFolder failure: Intake.FolderFailure) {
    switch failure {
    case .missing(let path):
      self.init(
        .noInput, "folder \(path) tidak ada", fix: "buat foldernya, atau sebut folder yang lain")
    case .ofWorkspace(let path):
      self = .usage(
        "\(path) milik ruang kerja, bukan kotak masuk",
        fix: "sebut folder tempat berkas kiriman diletakkan")
    }
  }
}
