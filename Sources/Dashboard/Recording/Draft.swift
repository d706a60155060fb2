internal import Deeds
internal import Synchronization
internal import SystemPackage

/// What somebody filled in and was shown, and has not confirmed yet; afterwards what came of it.
///
/// It is a class, so that a form that is sent twice meets the one that was sent before.
final class Draft: Sendable {
  /// A file that came with it.
  struct File: Sendable {
    /// Its name, as it will stand in the note.
    let name: String
    /// Where it lies, in a folder of its own.
    let path: FilePath
    /// Its bytes.
    let size: Int
  }

  /// What is to be recorded.
  enum Content: Sendable {
    /// What was filled in about obligations.
    case entry(Entry)
    /// Files that were chosen or handed in.
    case files(TakeInFiles)
    /// A table.
    case table(TableImport.Request)
  }

  private enum Progress {
    case open(KnownRows)
    case recorded(Receipt)
  }

  /// Its number, which nobody can guess.
  let number: String
  /// Whose it is: the token of the pages that it was sent from.
  let owner: String
  /// When it was sent, by the clock.
  let sent: Duration
  /// What is to be recorded.
  let content: Content
  /// The files that came with it.
  let files: [File]
  private let progress: Mutex<Progress>

  /// Keeps what was filled in.
  ///
  /// - Parameters:
  ///   - number: Its number.
  ///   - owner: Whose it is.
  ///   - sent: When it was sent.
  ///   - content: What is to be recorded.
  ///   - files: The files that came with it.
  ///   - known: What the ledgers said of its obligations when it was shown.
  init(
    _ number: String, of owner: String, sent: Duration, _ content: Content, _ files: [File],
    knowing known: KnownRows
  ) {
    self.number = number
    self.owner = owner
    self.sent = sent
    self.content = content
    self.files = files
    progress = Mutex(.open(known))
  }

  /// What came of it; `nil` before it is recorded.
  var receipt: Receipt? {
    progress.withLock { if case .recorded(let receipt) = $0 { receipt } else { nil } }
  }

  /// Records it once: who comes while it is being recorded waits, and gets what was recorded before.
  ///
  /// - Parameter record: Records it where the ledgers still say what they said.
  /// - Returns: What came of it.
  /// - Throws: What recording throws; it can then be confirmed again.
  func confirmed(_ record: (KnownRows) throws -> Receipt) throws -> Receipt {
    try progress.withLock { progress in
      switch progress {
      case .recorded(let receipt): return receipt
      case .open(let known):
        let receipt = try record(known)
        progress = .recorded(receipt)
        return receipt
      }
    }
  }

  /// Goes on from what the ledgers say now, after its owner was shown what changed.
  ///
  /// - Returns: What they said when it was shown before; `nil` where it is recorded.
  func renew(_ known: KnownRows) -> KnownRows? {
    progress.withLock { progress in
      guard case .open(let former) = progress else { return nil }
      progress = .open(known)
      return former
    }
  }
}
