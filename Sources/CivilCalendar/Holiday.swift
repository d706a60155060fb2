/// A day on which offices are closed by decree.
public struct Holiday: Hashable, Sendable {
  /// What kind of decree closes the offices.
  public enum Kind: Hashable, Sendable {
    /// Libur nasional.
    case national
    /// Cuti bersama: the days added around a feast; closed like the feast itself.
    case cutiBersama
    /// Hari pemungutan suara, closed by a Keppres of its own.
    case election
    /// A holiday of one kabupaten or one office, added by a workspace.
    case local
  }

  /// The day.
  public let date: CivilDate
  /// The name as the decree prints it.
  public let name: String
  /// What kind of decree closes the offices.
  public let kind: Kind
  /// The decree, with its numbers.
  public let decree: String
  /// Whether the date still waits for a decision (perkiraan), as Idul Fitri waits for the isbat.
  public let isEstimate: Bool

  /// Creates a holiday.
  public init(
    date: CivilDate, name: String, kind: Kind, decree: String, isEstimate: Bool = false
  ) {
    self.date = date
    self.name = name
    self.kind = kind
    self.decree = decree
    self.isEstimate = isEstimate
  }
}

extension Holiday.Kind {
  /// The kind in Indonesian, as the calendar files write it.
  public var indonesian: String {
    switch self {
    case .national: "libur nasional"
    case .cutiBersama: "cuti bersama"
    case .election: "pemungutan suara"
    case .local: "libur daerah"
    }
  }
}
