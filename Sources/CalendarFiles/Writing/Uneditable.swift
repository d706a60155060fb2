public import ComplianceModel

/// Why a text that people write cannot be changed safely, and where.
public struct Uneditable: Error, Hashable, Sendable {
  /// What is in the way.
  public enum Reason: Hashable, Sendable {
    /// It is written in brackets or braces.
    case flow
    /// A value is written as a text behind `|` or `>`.
    case text
    /// The changed text would not be read as it is meant.
    case otherMeaning
  }

  /// What is in the way.
  public let reason: Reason
  /// Where it is.
  public let place: SourcePlace
}
