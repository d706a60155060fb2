internal import ComplianceModel
internal import Synchronization

/// How far a long run has come: one line on a terminal that is written again and taken away at the end.
///
/// A run that is over soon shows nothing, and where messages do not go to a terminal nothing is shown.
final class ProgressLine: Sendable {
  private let total: Int
  private let noun: String
  private let clock = ContinuousClock()
  private let shown: Mutex<(next: ContinuousClock.Instant, isThere: Bool)>
  private static let first = Duration.seconds(1)
  private static let pause = Duration.milliseconds(100)
  private static let width = 30

  /// Begins; `nil` where nobody would see it.
  ///
  /// - Parameters:
  ///   - total: How many there are.
  ///   - noun: What they are: `berkas`.
  init?(of total: Int, _ noun: String) {
    guard Environment.hasTerminalForMessages, total > 1 else { return nil }
    self.total = total
    self.noun = noun
    shown = Mutex((clock.now + ProgressLine.first, false))
  }

  /// Shows how many are done; may be called by any thread.
  func reach(_ count: Int) {
    shown.withLock { shown in
      let now = clock.now
      guard now >= shown.next else { return }
      shown = (now + ProgressLine.pause, true)
      let filled = ProgressLine.width * count / total
      let bar =
        String(repeating: "#", count: filled)
        + String(repeating: ".", count: ProgressLine.width - filled)
      Console.prompt("\r[\(bar)] \(count.indonesian) dari \(total.indonesian) \(noun)\u{1B}[K")
    }
  }

  /// Takes the line away.
  func end() {
    shown.withLock { shown in
      if shown.isThere { Console.prompt("\r\u{1B}[K") }
      shown.isThere = false
    }
  }
}
