internal import HTTPTypes

/// Where the pages are to be found, and from where: what decides which requests are answered at all.
public struct Site: Sendable {
  /// Where the pages begin: empty for the top of the server, or `/tenggat`.
  public let base: String
  /// The names under which the pages are asked for, beside those of this computer, in small letters.
  public let names: Set<String>
  /// The addresses of the reverse proxies whose word is taken for who asks, and how.
  public let proxies: Set<String>
  /// Whether the program itself speaks TLS.
  public let isEncrypted: Bool
  /// Whether others than this computer can ask.
  public let isExposed: Bool

  /// Pages that only this computer can ask for.
  public static let ownComputer = Site(
    base: "", names: [], proxies: [], isEncrypted: false, isExposed: false)

  /// Names a place.
  ///
  /// - Parameters:
  ///   - base: Where the pages begin: empty, or a path that begins with a slash and does not end with one.
  ///   - names: The names of the host.
  ///   - proxies: The addresses of reverse proxies.
  ///   - isEncrypted: Whether the program itself speaks TLS.
  ///   - isExposed: Whether others than this computer can ask.
  public init(
    base: String, names: Set<String>, proxies: Set<String>, isEncrypted: Bool, isExposed: Bool
  ) {
    self.base = base
    self.names = Set(names.map { $0.lowercased() })
    self.proxies = proxies
    self.isEncrypted = isEncrypted
    self.isExposed = isExposed
  }

  /// The names under which this computer calls itself.
  private static let ownNames: Set = ["127.0.0.1", "localhost", "[::1]"]

  /// Whether pages are answered under a name, whatever the port: a tunnel has another one.
  ///
  /// Another site could give its own name this computer's address (DNS rebinding), and read the pages through
  /// the visitor's browser.
  func answers(to authority: String?) -> Bool {
    guard let authority = authority?.lowercased() else { return false }
    let end = authority.hasPrefix("[") ? authority.firstIndex(of: "]") : nil
    let rest = end.map { authority[authority.index(after: $0)...] } ?? authority[...]
    let name = rest.firstIndex(of: ":").map { authority[..<$0] } ?? authority[...]
    let port = authority[name.endIndex...].dropFirst()
    return (Site.ownNames.contains(String(name)) || names.contains(String(name)))
      && port.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// How a request came.
  ///
  /// - Parameters:
  ///   - remote: The address at the other end of the connection; `nil` where it is not known.
  ///   - fields: The head of the request.
  /// - Returns: Who asks, and whether all of the way is encrypted.
  func way(from remote: String?, _ fields: HTTPFields) -> Way {
    guard let remote, proxies.contains(remote) else {
      return Way(client: remote ?? "", isEncrypted: isEncrypted)
    }
    // The last address is the one that our proxy saw; those before it are what the client said.
    let hops = (fields[Site.forwardedFor] ?? "").split(separator: ",").map {
      String($0.filter { $0 != " " })
    }
    return Way(
      client: hops.last { !proxies.contains($0) } ?? remote,
      isEncrypted: isEncrypted || fields[Site.forwardedProtocol] == "https")
  }

  private static let forwardedFor = Site.name("X-Forwarded-For")
  private static let forwardedProtocol = Site.name("X-Forwarded-Proto")

  /// A header by a name that is known to be one.
  static func name(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .server }

  /// How a request came.
  struct Way: Hashable, Sendable {
    /// The address of who asks.
    let client: String
    /// Whether nobody on the way could read it.
    let isEncrypted: Bool
  }
}
