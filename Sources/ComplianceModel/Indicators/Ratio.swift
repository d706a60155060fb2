/// A share of a whole, as two integers: never a float, so that 2 of 3 is the same everywhere.
///
/// It is rounded only when it is printed.
///
/// ```swift
/// Ratio(7, of: 8).percent(separator: ",")  // 87,50
/// Ratio(2, of: 3).percent()  // 66.67
/// Ratio(0, of: 0).percent()  // nil
/// ```
public struct Ratio: Hashable, Sendable {
  /// What is counted.
  public let numerator: Int
  /// Of how many.
  public let denominator: Int

  /// Creates a share; neither part is negative.
  public init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The share times a hundred with two decimals, half up: 7 of 8 is `87.50`.
  ///
  /// - Parameter separator: `.` in files and exports, `,` for people.
  /// - Returns: `nil` for a share of nothing.
  public func percent(separator: Character = ".") -> String? {
    guard let (whole, rest) = rounded(to: 10_000) else { return nil }
    // The whole part is not multiplied, since the product may not fit.
    let hundreds = whole == 0 ? "\(rest / 100)" : "\(whole)\(Ratio.twoDigits(rest / 100))"
    return "\(hundreds)\(separator)\(Ratio.twoDigits(rest % 100))"
  }

  /// The share itself with two decimals, half up, as an index is printed: 7 of 8 is `0.88`.
  ///
  /// - Parameter separator: `.` in files and exports, `,` for people.
  /// - Returns: `nil` for a share of nothing.
  public func decimal(separator: Character = ".") -> String? {
    guard let (whole, rest) = rounded(to: 100) else { return nil }
    return "\(whole)\(separator)\(Ratio.twoDigits(rest))"
  }

  /// The whole part, and the rest in parts of a whole, half up.
  ///
  /// No product leaves the width of `Int`, so that no pair of numbers traps.
  private func rounded(to parts: Int) -> (whole: Int, rest: Int)? {
    guard numerator >= 0, denominator > 0 else { return nil }
    let (whole, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    let (rest, left) = denominator.dividingFullWidth(remainder.multipliedFullWidth(by: parts))
    let nearest = left >= denominator - left ? rest + 1 : rest
    return nearest == parts ? (whole + 1, 0) : (whole, nearest)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
