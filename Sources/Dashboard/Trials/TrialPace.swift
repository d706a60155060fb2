internal import Synchronization

/// How often a channel is tried: once a minute, whoever does it, so that the button is no way to flood somebody.
final class TrialPace: Sendable {
  /// How long the next one has to wait.
  static let interval = Duration.seconds(60)

  private let last = Mutex<Duration?>(nil)

  /// Begins a trial.
  ///
  /// - Parameter now: The time.
  /// - Returns: How long to wait first, in which case nothing was begun; `nil` where it may go on.
  func begin(at now: Duration) -> Duration? {
    last.withLock { last in
      if let last, now >= last, now - last < TrialPace.interval {
        return last + TrialPace.interval - now
      }
      last = now
      return nil
    }
  }
}
