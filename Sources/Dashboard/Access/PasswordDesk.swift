internal import Dispatch
internal import Hashing
internal import Synchronization

/// Checks passwords one after the other, since each takes 32 MB and a tenth of a second.
final class PasswordDesk: Sendable {
  private let queue = DispatchQueue(label: "tenggat.sandi")
  private let waiting = Mutex(0)
  /// The hash of a password that nobody knows, for accounts that nobody has.
  private let nobody: String

  /// Those who wait at once: the next ones are sent away.
  private static let most = 20

  /// Prepares.
  ///
  /// - Throws: `PasswordHash.Unavailable`.
  init() throws { nobody = try PasswordHash.make(Array(FormToken().text.utf8)) }

  /// Whether a password is the one of a hash.
  ///
  /// - Parameters:
  ///   - password: The password.
  ///   - stored: The hash; `nil` for an account that nobody has, which takes as long.
  /// - Returns: Whether it is; `nil` where too many wait.
  func matches(_ password: String, _ stored: String?) async -> Bool? {
    let isTaken = waiting.withLock { waiting in
      guard waiting < PasswordDesk.most else { return false }
      waiting += 1
      return true
    }
    guard isTaken else { return nil }
    let isRight = await withCheckedContinuation { continuation in
      queue.async { [nobody] in
        continuation.resume(
          returning: PasswordHash.matches(Array(password.utf8), stored ?? nobody))
      }
    }
    waiting.withLock { $0 -= 1 }
    return isRight && stored != nil
  }
}
