internal import DurableFiles
internal import SystemPackage

/// A place among the runs that send, held until the value goes out of scope or its process ends.
///
/// A claim names the place of its run. While that is held, the message is on its way and nobody else
/// sends it; once it is free, whoever claimed it is gone, and nobody knows what became of it.
struct OutboxTurn: ~Copyable {
  /// The places, each a file whose lock is held.
  static let numbers = 1...16

  /// The number of the place.
  let number: Int
  /// Held, and not written to.
  private let file: LockedFile

  fileprivate init(_ number: Int, _ file: consuming LockedFile) {
    self.number = number
    self.file = file
  }
}

extension Outbox {
  /// Takes a free place; asked for while the outbox is locked.
  ///
  /// - Throws: `FileFailure`, with `FileFailure.Reason.locked` where all places are taken.
  func takeTurn() throws(FileFailure) -> OutboxTurn {
    for number in OutboxTurn.numbers.dropLast() {
      do throws(FileFailure) {
        return OutboxTurn(number, try lockTurn(number))
      } catch {
        guard error.isLocked else { throw error }
      }
    }
    return OutboxTurn(OutboxTurn.numbers.upperBound, try lockTurn(OutboxTurn.numbers.upperBound))
  }

  /// Whether any run holds a place.
  var hasTurns: Bool {
    get throws(FileFailure) {
      for number in OutboxTurn.numbers where try isBusy(number) { return true }
      return false
    }
  }

  /// Waits until no run holds a place, or for some time; asked for while the outbox is not locked.
  ///
  /// - Parameter patience: How long to wait for each of them at most.
  /// - Throws: `FileFailure` where it cannot be found out whether one is held.
  func awaitTurns(_ patience: Duration) throws(FileFailure) {
    for number in OutboxTurn.numbers where try isBusy(number) {
      do throws(FileFailure) {
        _ = try files.lockForAppending(turnFile(number), waiting: patience, syncedLater: true)
      } catch {
        guard error.isLocked else { throw error }
        return
      }
    }
  }

  /// Whether a place is held by a run that has not ended.
  ///
  /// - Parameter number: The place; nobody holds one that was not named.
  /// - Returns: Whether it is held.
  /// - Throws: `FileFailure` where that cannot be found out.
  func isBusy(_ number: Int?) throws(FileFailure) -> Bool {
    guard let number, try files.state(of: turnFile(number), followingLink: false) != nil else {
      return false
    }
    do throws(FileFailure) {
      _ = try lockTurn(number)
      return false
    } catch {
      guard error.isLocked else { throw error }
      return true
    }
  }

  private func lockTurn(_ number: Int) throws(FileFailure) -> LockedFile {
    try files.lockForAppending(turnFile(number), waiting: .zero, syncedLater: true)
  }

  private func turnFile(_ number: Int) -> FilePath { folder.appending(".kirim-\(number)") }
}
