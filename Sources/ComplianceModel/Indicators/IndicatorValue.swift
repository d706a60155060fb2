/// What an indicator came to, by its kind.
public enum IndicatorValue: Hashable, Sendable {
  /// A share of a whole, printed as a percentage: 6 of 7 is `85.71`.
  case percent(Ratio)
  /// A count, printed as it is: `48`.
  case count(Int)
  /// An index, printed with two decimals and not times a hundred: `75.00`.
  case index(Ratio)

  /// A value of a kind.
  ///
  /// - Parameters:
  ///   - kind: What the value is.
  ///   - hundredths: The value in hundredths of its unit: 87,50 per cent are 8750. Of a count only whole
  ///     ones are looked at.
  public init(_ kind: Indicator.Kind, hundredths: Int) {
    self =
      switch kind {
      case .percent: .percent(Ratio(hundredths, of: 10_000))
      case .count: .count(hundredths / 100)
      case .index: .index(Ratio(hundredths, of: 100))
      }
  }

  /// The value as it is printed.
  ///
  /// - Parameter separator: `.` in files and exports, `,` for people.
  /// - Returns: `nil` for a share of nothing.
  public func text(separator: Character = ".") -> String? {
    switch self {
    case .percent(let ratio): ratio.percent(separator: separator)
    case .count(let count): "\(count)"
    case .index(let ratio): ratio.decimal(separator: separator)
    }
  }
}
