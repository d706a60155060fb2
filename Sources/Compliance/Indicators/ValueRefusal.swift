public import ComplianceModel

/// Why what a person wrote is no value of an indicator, as data.
public struct ValueRefusal: Error, Sendable {
  /// What is wrong with it.
  public enum Reason: Hashable, Sendable {
    /// It is a share of nothing, with something above the line.
    case ofNothing
    /// It is no value of the indicator's kind.
    case otherKind
    /// It is a share, and the formula of the count has no denominator.
    case share
    /// It has more than two decimals.
    case decimals
    /// It lies outside the scale, in hundredths.
    case outside(ClosedRange<Int>)
    /// The indicator has no parts.
    case noComponents
    /// There are so many parts, and not as many as the indicator has.
    case componentCount(Int)
    /// The text is no value of a part.
    case component(String, Indicator.Component)
  }

  /// The text.
  public let written: String
  /// The indicator.
  public let indicator: Indicator
  /// What is wrong with it.
  public let reason: Reason
}
