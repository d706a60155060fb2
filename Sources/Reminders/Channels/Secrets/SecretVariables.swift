public import ComplianceModel
public import DurableFiles
internal import PlainText
public import SystemPackage

/// What nobody else may read, of the environment and of what the settings name: it is kept from programs
/// that have no use for it, and struck out of what programs and servers say.
public struct SecretVariables: Sendable {
  /// The variables that programs do not inherit, since a channel or the heartbeat reads them.
  let withheld: [String]
  /// What must not be passed on.
  private let values: [String]
  private let mask: SecretMask

  /// What names of variables with a secret have in them.
  private static let marks = [
    "TOKEN", "KEY", "SECRET", "PASS", "AUTH", "CREDENTIAL", "KUNCI", "SANDI", "RAHASIA",
  ].map { Array($0.utf8) }

  /// Whether the name of a variable speaks of a token, a key, a password or the like.
  ///
  /// Its bytes are looked through: among characters the search cost a seventh of a run with nothing to send.
  private static func speaksOfSecret(_ name: String) -> Bool {
    let name = Array(name.uppercased().utf8)
    return marks.contains { mark in
      name.indices.contains { name[$0...].starts(with: mark) }
    }
  }

  /// Takes the secrets out of an environment.
  ///
  /// - Parameters:
  ///   - declared: The variables that the office's settings name.
  ///   - environment: All variables. Those whose names speak of a token, a key, a password or the like
  ///     hold secrets as well.
  public init(declared: [String] = [], environment: [String: String] = [:]) {
    let values = environment.filter { name, _ in
      declared.contains(name) || SecretVariables.speaksOfSecret(name)
    }.values
    self.init(withheld: declared, values: values.flatMap(SecretVariables.parts))
  }

  /// Takes the secrets out of an environment and of everything else that an office's settings name; what
  /// cannot be read is told when it is used.
  ///
  /// - Parameters:
  ///   - settings: How the office reminds.
  ///   - workspace: The folder that relative paths start from.
  ///   - environment: All variables.
  ///   - files: Where files are read.
  public init(
    _ settings: ReminderSettings, workspace: FilePath, environment: [String: String],
    files: FileSystem = .live
  ) {
    let own = SecretVariables(declared: settings.secretVariables, environment: environment)
    self = own.adding(
      settings.secrets.compactMap { secret -> String? in
        switch secret {
        case .plain(let text): text
        case .file(let path):
          (try? files.read(workspace.pushing(FilePath(path)))).flatMap(\.self).map {
            String(decoding: $0, as: UTF8.self)
          }
        case .environment: nil
        }
      }.flatMap(SecretVariables.parts))
  }

  private init(withheld: [String], values: [String]) {
    self.withheld = withheld
    self.values = values
    mask = SecretMask(values)
  }

  /// The same with further secrets that are struck out, from wherever they were read.
  func adding(_ secrets: [String]) -> SecretVariables {
    SecretVariables(withheld: withheld, values: values + secrets)
  }

  /// What of a value is a secret by itself: the whole, each of its lines and words, and what an address
  /// holds behind its server.
  private static func parts(of value: String) -> [String] {
    let whole = value.trimmingBlanks
    let lines = whole.split(whereSeparator: \.isNewline).map(\.trimmingBlanks)
    let words = lines.flatMap { $0.split(separator: " ").map(String.init) }
    return [whole, whole.singleLine] + lines + words + (WebURL(whole)?.secretParts ?? [])
  }

  /// A text without the secrets, and without what addresses in it hold behind the name of the server;
  /// asked for before the text is cut.
  func masked(_ text: String) -> String {
    mask.masked(text).split(separator: " ", omittingEmptySubsequences: false)
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
