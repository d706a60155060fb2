internal import ComplianceModel
internal import PlainText

/// The names of who may be recording, for `petugas`: a person's name, or that of a section.
public struct RecorderNames: Sendable {
  /// What `TENGGAT_PETUGAS` says; `nil` where it is not set.
  public let variable: String?
  /// The name under which somebody is logged in; `nil` where none is known, or it is the system's own and
  /// nobody's.
  public let login: String?

  /// Takes the names from the environment.
  ///
  /// - Parameter value: The value of a variable; `nil` where it is not set or empty.
  public init(environment value: (String) -> String?) {
    self.init(
      variable: value("TENGGAT_PETUGAS"),
      login: [value("USER"), value("LOGNAME")].compactMap(\.self).first {
        !RecorderName.isNobody($0)
      })
  }

  /// Takes names that are known.
  public init(variable: String?, login: String?) {
    self.variable = variable
    self.login = login
  }

  /// The first of several names that is given; one that is no person's is refused, wherever it comes from.
  ///
  /// - Parameters:
  ///   - named: What a person names with the request.
  ///   - office: What `kantor.yaml` says.
  /// - Returns: The name.
  /// - Throws: ``RecorderRefusal``.
  public func name(_ named: String?, office: String?) throws(RecorderRefusal) -> String {
    if let named { return try RecorderNames.checked(named, from: .request) }
    if let variable { return try RecorderNames.checked(variable, from: .variable) }
    if let login { return try RecorderNames.checked(login, from: .login) }
    if let office { return try RecorderNames.checked(office, from: .settings) }
    throw .unknown
  }

  private static func checked(
    _ name: String, from source: RecorderRefusal.Source
  ) throws(RecorderRefusal) -> String {
    guard !name.isBlank else { throw .empty(source) }
    guard name == name.printable else { throw .unprintable(source) }
    guard !RecorderName.isNobody(name) else { throw .nobody(name, source) }
    return name
  }
}
