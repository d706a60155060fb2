/// The address of a server on the web, looked over before the client library takes it apart.
struct WebURL {
  /// The whole address, with whatever secret is in it.
  let text: String

  /// Takes an address; `nil` where it is none: another scheme, no server, a blank in it, or a port
  /// outside 1 through 65535, which the client library would not survive.
  init?(_ text: String) {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"),
      !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
    else { return nil }
    self.text = text
    guard !host.isEmpty, WebURL.isPort(port) else { return nil }
  }

  private var rest: Substring { text.drop { $0 != ":" }.dropFirst(3) }
  private var authority: Substring { rest.prefix { !"/?#".contains($0) } }

  /// The user and the password in front of the server; empty for none.
  private var user: Substring {
    authority.lastIndex(of: "@").map { authority[..<$0] } ?? ""
  }

  private var server: Substring {
    authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
  }

  private var host: Substring {
    server.first == "[" ? server.prefix { $0 != "]" }.dropFirst() : server.prefix { $0 != ":" }
  }

  /// What follows the host: a colon and the port, or nothing.
  private var port: Substring {
    server.first == "[" ? server.drop { $0 != "]" }.dropFirst() : server.drop { $0 != ":" }
  }

  private static func isPort(_ text: Substring) -> Bool {
    guard let colon = text.first else { return true }
    let digits = text.dropFirst()
    return colon == ":" && digits.utf8.count <= 5
      && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && (Int(digits).map { (1...65_535).contains($0) } ?? false)
  }

  /// The parts of the address that may be secret.
  ///
  /// A token in the path or the query, a user and a password; Telegram's token has `bot` in front of it
  /// there and nowhere else.
  var secretParts: [String] {
    let path = rest.dropFirst(authority.count).split { "/?&=#".contains($0) }
    let tokens = path.filter { $0.count >= WebURL.shortestToken && $0.contains(where: \.isNumber) }
    let bare = tokens.filter { $0.hasPrefix("bot") }.map { $0.dropFirst(3) }
    return [text] + (user.split(separator: ":") + tokens + bare).map { String($0) }
  }

  /// Parts of a path that are shorter are words.
  private static let shortestToken = 8
}
