internal import Synchronization

/// How often somebody tried to log in, and how long they have to wait before they may try again.
///
/// Whoever guesses waits longer each time: by account, so that many computers are no faster than one, and by
/// address, so that one computer cannot try many accounts. An account waits a minute at most, since anybody
/// can make it wait.
final class LoginAttempts: Sendable {
  /// Whose attempts are counted.
  enum Subject: Hashable, Sendable {
    case account(String)
    case address(String)

    /// Attempts that are free.
    ///
    /// Behind one address there may be an office of people who mistype.
    var free: Int {
      switch self {
      case .account: 5
      case .address: 20
      }
    }

    fileprivate var longestWait: Duration {
      switch self {
      case .account: .seconds(60)
      case .address: .seconds(15 * 60)
      }
    }
  }

  private struct Count {
    var failures: Int
    var last: Duration
  }

  /// How long nothing is forgotten.
  private static let memory = Duration.seconds(60 * 60)
  /// Subjects that are remembered.
  private static let most = 10_000

  private let counts = Mutex<[Subject: Count]>([:])

  /// Begins an attempt, which counts as failed until it is known to be none.
  ///
  /// - Parameters:
  ///   - subjects: Whose attempt it is.
  ///   - now: The time.
  /// - Returns: How long they have to wait first, in which case it was none; `nil` where they may try.
  func begin(_ subjects: [Subject], now: Duration) -> Duration? {
    counts.withLock { counts in
      let wait = subjects.compactMap { subject -> Duration? in
        guard let count = counts[subject], count.failures >= subject.free else { return nil }
        let doublings = min(count.failures - subject.free, 20)
        let rest =
          count.last + min(.seconds(1 << doublings), subject.longestWait) - now
        return rest > .zero ? rest : nil
      }.max()
      guard wait == nil else { return wait }
      if counts.count >= LoginAttempts.most {
        counts = counts.filter { now - $1.last < LoginAttempts.memory }
        // Still as many: whoever tried least lately is forgotten.
        if counts.count >= LoginAttempts.most,
          let oldest = counts.min(by: { $0.value.last < $1.value.last })?.key
        {
          counts[oldest] = nil
        }
      }
      for subject in subjects {
        let before = counts[subject].flatMap { now - $0.last < LoginAttempts.memory ? $0 : nil }
        counts[subject] = Count(failures: (before?.failures ?? 0) + 1, last: now)
      }
      return nil
    }
  }

  /// Takes an attempt back whose password nobody looked at.
  ///
  /// - Parameter subjects: Whose attempt it was.
  func withdraw(_ subjects: [Subject]) {
    counts.withLock { counts in
      for subject in subjects { counts[subject]?.failures -= 1 }
    }
  }

  /// Says that an attempt was none that failed.
  ///
  /// The failures of the account are forgotten; those of the address are not, so that nobody can go on guessing
  /// by logging in between with an account of their own.
  func succeed(_ subjects: [Subject]) {
    counts.withLock { counts in
      for subject in subjects {
        switch subject {
        case .account: counts[subject] = nil
        case .address: counts[subject]?.failures -= 1
        }
      }
    }
  }
}
