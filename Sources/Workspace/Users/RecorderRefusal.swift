/// Why it is not known who records, as data.
public enum RecorderRefusal: Error, Hashable, Sendable {
  /// Where a name is from.
  public enum Source: String, Sendable {
    /// The option of a command.
    case option = "--petugas"
    /// The variable of the environment.
    case variable = "TENGGAT_PETUGAS"
    /// Who is logged in.
    case login = "USER"
    /// The settings of the office.
    case settings = "petugas dalam kantor.yaml"
  }

  /// No name is given anywhere.
  case unknown
  /// The name is empty.
  case empty(Source)
  /// The name has control characters, or more than one line.
  case unprintable(Source)
  /// The name is the system's own, or a number.
  case nobody(String, Source)

  /// What is wrong.
  public var sentence: String {
    switch self {
    case .unknown: "siapa yang mencatat tidak diketahui"
    case .empty(let source): "\(source.rawValue) kosong"
    case .unprintable(let source):
      "\(source.rawValue) memuat karakter kendali atau ganti baris"
    case .nobody(let name, let source): "\(source.rawValue) '\(name)' bukan nama orang"
    }
  }
}
