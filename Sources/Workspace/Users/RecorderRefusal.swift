/// Why it is not known who records, as data.
public enum RecorderRefusal: Error, Hashable, Sendable {
  /// Where a name is from.
  public enum Source: Hashable, Sendable {
    /// What a person names with the request.
    case request
    /// The variable of the environment, `TENGGAT_PETUGAS`.
    case variable
    /// Who is logged in.
    case login
    /// The settings of the office.
    case settings
  }

  /// No name is given anywhere.
  case unknown
  /// The name is empty.
  case empty(Source)
  /// The name has control characters, or more than one line.
  case unprintable(Source)
  /// The name is the system's own, or a number.
  case nobody(String, Source)
}
