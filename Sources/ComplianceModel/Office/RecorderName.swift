/// The name of who records a row, `petugas`: a person's, or that of a section.
public enum RecorderName {
  /// Logins that stand for the computer and for no person.
  private static let systemLogins: Set<String> = ["root", "nobody", "daemon", "www-data"]

  /// Whether a name is nobody's: a login of the system, or a bare user number.
  public static func isNobody(_ name: String) -> Bool {
    let name = name.lowercased().filter { !$0.isWhitespace }
    let number = name.hasPrefix("uid-") ? name.dropFirst(4) : name[...]
    return systemLogins.contains(name) || (!number.isEmpty && number.allSatisfy(\.isNumber))
  }
}
