internal import SystemPackage
internal import Wording
internal import Workspace

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
      case let errno as Errno:
        CommandFailure(
          .io, "keluaran tidak dapat ditulis (\(errno.indonesian))",
          fix: "periksa tujuan keluaran; yang dicatat perintah ini tetap tercatat")
      default: CommandFailure(.io, "\(error)", fix: "ulangi; bila tetap gagal, laporkan")
      }
  }
}
