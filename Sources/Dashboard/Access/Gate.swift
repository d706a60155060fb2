internal import HTTPTypes
internal import Hummingbird
internal import Workspace

/// Lets people in: as the owner of this computer while there are no users, else by account and password.
final class Gate: Sendable {
  /// What comes of a login.
  enum Login: Sendable {
    /// They are in; what their browser keeps.
    case admitted(String)
    /// The account or the password is wrong.
    case refused
    /// They have to wait before they may try again.
    case mustWait(Duration)
    /// Too many try at once.
    case busy
  }

  private let office: OfficeSource
  private let site: Site
  /// What forms send back while there are no users: the same for all who sit at this computer.
  let ownToken = FormToken()
  private let sessions = Sessions()
  private let attempts = LoginAttempts()
  private let desk: PasswordDesk

  /// The name of the cookie.
  private static let cookie = "tenggat-masuk"

  /// Prepares.
  ///
  /// - Throws: `PasswordHash.Unavailable`.
  init(_ office: OfficeSource, _ site: Site) throws {
    self.office = office
    self.site = site
    desk = try PasswordDesk()
  }

  /// As whom a request comes in; `nil` where they have to log in first.
  ///
  /// - Throws: ``ShownTrouble`` where the file of users cannot be relied on.
  func admission(_ request: Request) throws -> Admission? {
    let users = try office.users()
    guard !users.list.isEmpty || site.isExposed else {
      return Admission(user: nil, token: ownToken)
    }
    guard let secret = Gate.secret(of: request),
      let (session, user) = sessions.use(secret, among: users, now: office.now)
    else { return nil }
    return Admission(user: user, token: session.token)
  }

  /// Whether there is anybody to log in.
  ///
  /// - Throws: ``ShownTrouble`` where the file of users cannot be relied on.
  func hasUsers() throws -> Bool { try !office.users().list.isEmpty }

  /// Logs somebody in; the session that the browser had is over.
  ///
  /// - Throws: ``ShownTrouble`` where the file of users cannot be relied on.
  func logIn(
    _ account: String, _ password: String, _ request: Request, from client: String
  ) async throws -> Login {
    let account = account.lowercased()
    // What cannot be an account is none of them, however long it is.
    let subjects = [
      LoginAttempts.Subject.account(User.isAccount(account) ? account : ""),
      .address(ClientNetwork.text(of: client)),
    ]
    if let wait = attempts.begin(subjects, now: office.now) { return .mustWait(wait) }
    let user = try office.users()[account]
    guard let isRight = await desk.matches(password, user?.password) else {
      attempts.withdraw(subjects)
      return .busy
    }
    guard isRight, let user else { return .refused }
    attempts.succeed(subjects)
    logOut(request)
    return .admitted(sessions.begin(for: user, now: office.now))
  }

  /// Ends the session of a browser.
  func logOut(_ request: Request) { Gate.secret(of: request).map(sessions.end) }

  private static func secret(of request: Request) -> String? {
    request.cookies[cookie]?.value
  }

  /// The header that has a browser keep a secret, or forget it.
  ///
  /// - Parameters:
  ///   - secret: What it keeps; `nil` for nothing.
  ///   - way: How the request came.
  /// - Returns: The value of the header.
  func setCookie(_ secret: String?, _ way: Site.Way) -> String {
    "\(Gate.cookie)=\(secret ?? ""); Path=\(site.base.isEmpty ? "/" : site.base); HttpOnly; SameSite=Strict"
      + (way.isEncrypted ? "; Secure" : "") + (secret == nil ? "; Max-Age=0" : "")
  }
}
