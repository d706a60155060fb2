internal import Deeds
internal import Hummingbird
internal import LedgerStore
internal import Wording
internal import Workspace

/// A file that waits in the drop folder or in its quarantine, as it lies there now, for who looks at it before it is
/// recorded; it is sent as a ``StrangeFile``.
///
/// Its address has no name of a file in it: the key is looked for among the files that lie there.
enum WaitingFile: Resource {
  static let path = "\(InboxForm.path)/{kunci}"
  static let readers = Audience.office
  static let keys: Set = [print, saved]

  /// The key that says what its bytes were when it was shown.
  private static let print = "sidik"
  /// The key that says that it is to be saved.
  private static let saved = "unduh"

  /// The address of a file.
  ///
  /// - Parameters:
  ///   - key: Its key, of ``FilingLine/key(of:)``.
  ///   - sha256: What its bytes are, where they were read.
  ///   - paths: The addresses of the visit.
  /// - Returns: The address.
  static func address(_ key: String, _ sha256: String?, _ paths: PagePath) -> String {
    let path = "\(InboxForm.path)/\(key)"
    return sha256.map { paths.page(path, [print: $0]) } ?? paths.page(path)
  }

  static func response(_ visit: Visit) async throws -> Response {
    try await Blocking.run { try whole(visit) }
  }

  private static func whole(_ visit: Visit) throws -> Response {
    let isSaved = try visit.query.flag(saved)
    // Nothing is recorded by a look, whoever has it.
    let request = TakeInFiles(.dropFolder, recorder: "")
    do {
      guard let key = visit.parameters.get("kunci"),
        let name = try FilingDesk(visit: visit).names(of: request)[key]
      else { throw Intake.Unshown.gone }
      let whole = try request.whole(
        name, seen: visit.query[print], in: visit.workspace, at: visit.instant,
        atMost: FormBody.longestFiles)
      let own = name.split(separator: "/").last.map(String.init) ?? name
      return StrangeFile(name: own, bytes: whole.bytes, content: whole.content)
        .response(saved: isSaved)
    } catch let unshown as Intake.Unshown {
      throw ShownTrouble(trouble: Trouble(unshown))
    } catch Intake.FolderFailure.missing {
      throw ShownTrouble(trouble: .noSuchFile)
    }
  }
}

extension Trouble {
  /// A waiting file that is not shown.
  fileprivate init(_ unshown: Intake.Unshown) {
    self =
      switch unshown {
      case .gone: .noSuchFile
      case .strange:
        Trouble(waiting: "bukan berkas biasa, atau punya nama lain di luar kotak masuk")
      case .changed: Trouble(waiting: "berubah sejak halaman Masuk dibuka, atau sedang ditulis")
      case .tooLarge(let bytes):
        Trouble(waiting: "terlalu besar untuk peramban (\(Words.size(bytes)))")
      case .unreadable: Trouble(waiting: "tidak dapat dibaca")
      }
  }
}
