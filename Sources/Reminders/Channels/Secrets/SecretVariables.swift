/// What the environment holds that nobody else may read: it is kept from programs that have no use for
/// it, and from what they complain of.
public struct SecretVariables: Sendable {
  /// The variables that programs do not inherit, since a channel or the heartbeat reads them.
  let withheld: [String]
  /// What must not be passed on.
  private let values: [String]

  /// Values that are shorter say nothing, and stand in many words.
  private static let shortest = 4

  /// What names of variables with a secret have in them.
  private static let marks = [
    "TOKEN", "KEY", "SECRET", "PASS", "AUTH", "CREDENTIAL", "KUNCI", "SANDI", "RAHASIA",
  ]

  /// Takes the secrets out of an environment.
  ///
  /// - Parameters:
  ///   - declared: The variables that the office's settings name.
  ///   - environment: All variables. Those whose names speak of a token, a key, a password or the like
  ///     hold secrets as well.
  public init(declared: [String] = [], environment: [String: String] = [:]) {
    withheld = declared
    values = environment.filter { name, value in
      value.count >= SecretVariables.shortest
        && (declared.contains(name)
          || SecretVariables.marks.contains { name.uppercased().contains($0) })
    }.values.sorted { $0.count > $1.count }
  }

  private init(withheld: [String], values: [String]) {
    self.withheld = withheld
    self.values = values.filter { $0.count >= SecretVariables.shortest }
      .sorted { $0.count > $1.count }
  }

  /// The same with further secrets that are struck out, from wherever they were read.
  func adding(_ secrets: [String]) -> SecretVariables {
    SecretVariables(withheld: withheld, values: values + secrets)
  }

  /// A text without the secrets, and without what addresses in it hold behind the name of the server.
  func masked(_ text: String) -> String {
    let text = values.reduce(text) { $0.replacing($1, with: "***") }
    return text.split(separator: " ", omittingEmptySubsequences: false)
      .map(SecretVariables.server).joined(separator: " ")
  }

  /// An address cut behind the server, without a user and a password; any other word as it is.
  private static func server(_ word: Substring) -> String {
    guard let scheme = word.firstRange(of: "://") else { return String(word) }
    let rest = word[scheme.upperBound...]
    let host = rest.prefix { !"/?#".contains($0) }
    let named = host.split(separator: "@", omittingEmptySubsequences: false).last ?? host
    let isWhole = host.endIndex == rest.endIndex && named.count == host.count
    return isWhole ? String(word) : "\(word[..<scheme.upperBound])\(named)/***"
  }
}
