/// Where a secret comes from; it is read when it is needed and never printed.
public enum SecretSource: Hashable, Sendable {
  /// The secret itself.
  case plain(String)
  /// A file that holds it, relative to the workspace; blanks and line breaks around it are left out.
  case file(String)
  /// A variable of the environment that holds it.
  case environment(String)
}

extension SecretSource {
  /// The variable of the environment that holds the secret; `nil` where it lies elsewhere.
  public var variable: String? {
    if case .environment(let name) = self { name } else { nil }
  }
}

extension SecretSource: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Where the secret comes from, without the secret.
  public var description: String {
    switch self {
    case .plain: "rahasia"
    case .file(let path): "berkas \(path)"
    case .environment(let name): "variabel \(name)"
    }
  }

  /// The same as ``description``: a debugger's print is read by others too.
  public var debugDescription: String { description }

  /// Nothing, so that `dump` shows no secret either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
