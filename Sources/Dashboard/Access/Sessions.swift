internal import Hashing
internal import Synchronization
internal import Workspace

/// Who is logged in, in memory alone: when the program ends, everybody is logged out.
final class Sessions: Sendable {
  /// One login.
  struct Session: Sendable {
    /// The account.
    let account: String
    /// The hash of the password at the login: with another one it is over.
    let password: String
    /// What forms send back.
    let token: FormToken
    /// When it began, by the clock of the pages.
    let began: Duration
    /// When it was last used.
    var used: Duration
  }

  /// How long a session lasts without being used.
  static let idle = Duration.seconds(30 * 60)
  /// How long a session lasts.
  static let longest = Duration.seconds(12 * 60 * 60)
  /// Sessions at once; with one more the one that was not used for longest ends.
  private static let most = 1_000

  /// The sessions by the hash of what the browser keeps: how long it takes to find one tells nothing of it.
  private let sessions = Mutex<[SHA256.Digest: Session]>([:])

  private static func key(_ secret: String) -> SHA256.Digest {
    SHA256.digest(of: Array(secret.utf8))
  }

  /// Begins a session.
  ///
  /// - Parameters:
  ///   - user: Who logged in.
  ///   - now: The time.
  /// - Returns: What the browser keeps, and nobody here.
  func begin(for user: User, now: Duration) -> String {
    let secret = FormToken().text
    let session = Session(
      account: user.account, password: user.password, token: FormToken(), began: now, used: now)
    sessions.withLock { sessions in
      sessions = sessions.filter { Sessions.isOpen($1, now) }
      if sessions.count >= Sessions.most,
        let oldest = sessions.min(by: { $0.value.used < $1.value.used })?.key
      {
        sessions[oldest] = nil
      }
      sessions[Sessions.key(secret)] = session
    }
    return secret
  }

  /// The session of a browser, which is used by it.
  ///
  /// - Parameters:
  ///   - secret: What the browser keeps.
  ///   - users: The users that there are now.
  ///   - now: The time.
  /// - Returns: The session and its user; `nil` where it is over.
  func use(
    _ secret: String, among users: Users, now: Duration
  ) -> (session: Session, user: User)? {
    sessions.withLock { sessions in
      let key = Sessions.key(secret)
      guard var session = sessions[key] else { return nil }
      guard Sessions.isOpen(session, now), let user = users[session.account],
        user.password == session.password
      else {
        sessions[key] = nil
        return nil
      }
      session.used = now
      sessions[key] = session
      return (session, user)
    }
  }

  /// Ends the session of a browser.
  func end(_ secret: String) { sessions.withLock { $0[Sessions.key(secret)] = nil } }

  /// A clock that was set back opens nothing that is closed.
  private static func isOpen(_ session: Session, _ now: Duration) -> Bool {
    now >= session.used && now - session.used <= idle && now - session.began <= longest
  }
}
