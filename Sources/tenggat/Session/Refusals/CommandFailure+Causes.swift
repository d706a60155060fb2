internal import Backups
internal import Deeds
internal import Exchange
internal import Reminders
internal import SystemPackage
internal import Workspace
internal import Wording

extension CommandFailure {
  /// The sentence and the exit code for what a library threw.
  init(_ error: any Error) {
    if let objections = Objection.all(in: error) {
      self.init(objections)
      return
    }
    self =
      switch error {
      case let failure as CommandFailure: failure
      case let failure as RequestFailure: CommandFailure(failure)
      case let refusal as UserRefusal: CommandFailure(refusal)
      case let refused as KepatuhanExport.Refused: CommandFailure(refused)
      case let refused as ExportFiles.Refused: CommandFailure(refused)
      case let refused as CandidateCalendar.Refused: CommandFailure(refused)
      case let refusal as BackupRefusal: CommandFailure(refusal)
      case let fault as FrozenFault: CommandFailure(fault)
      case let refused as Snooze.Refused: CommandFailure(refused)
      case WorkspaceFailure.noProgramData(let places):
        CommandFailure(
          .configuration,
          "data program tidak ditemukan; tempatnya: \(places.joined(separator: ", "))",
          fix: "pasang ulang, atau arahkan TENGGAT_DATA ke folder berisi Calendars dan Exports")
      case WorkspaceFailure.noWorkspace(let start):
        CommandFailure(
          .noInput, "tidak ada ruang kerja (kantor.yaml) di \(start) atau di atasnya",
          fix: "pindah ke folder ruang kerja, pakai --ruang DIR, atau buat dengan 'tenggat mulai'")
      case WorkspaceFailure.untrusted(let folder, let doubt):
        CommandFailure(untrusted: folder, doubt)
      case WorkspaceFailure.openTrustList(let path):
        CommandFailure(
          .configuration, "\(path) dapat diubah pengguna lain, sehingga tidak dipakai",
          fix: "jadikan milik Anda sendiri: chown $USER \(path), lalu chmod 600 \(path)")
      case let failure as XMLFailure:
        CommandFailure(.data, "ekspor XML gagal: \(failure)", fix: "tidak ada berkas yang ditulis")
      case let taken as PrintedPages.Taken:
        CommandFailure(
          .cannotCreate, "\(taken.path) sudah ada dengan isi lain, tidak ada yang ditimpa",
          fix: "simpan ke berkas lain dengan --keluaran, atau timpa dengan --timpa")
      case let refusal as OutputRefusal:
        CommandFailure(.cannotCreate, refusal.sentence, fix: refusal.remedy)
      case let failure as SpreadsheetProgram.Failure: CommandFailure(failure)
      case let failure as LayoutProgram.Failure: CommandFailure(failure)
      case let faulty as FaultyLayout: CommandFailure(faulty)
      case let errno as Errno:
        CommandFailure(
          .io, "keluaran tidak dapat ditulis (\(errno.indonesian))",
          fix: "periksa tujuan keluaran; yang dicatat perintah ini tetap tercatat")
      default: CommandFailure(.io, "\(error)", fix: "ulangi; bila tetap gagal, laporkan")
      }
  }
}
