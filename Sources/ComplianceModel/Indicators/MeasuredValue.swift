/// A value that a person measured, as `nilai` in the ledger holds it: `12/15`, `82.50` or `48`.
///
/// ```swift
/// MeasuredValue("48")?.whole  // 48
/// MeasuredValue("12/15")?.whole  // nil
/// MeasuredValue("3/0")  // nil
/// ```
public enum MeasuredValue: Hashable, Sendable {
  /// A share: so many, of so many.
  case share(Ratio)
  /// A plain number, with the power of ten of its decimals below the line.
  case number(Ratio)

  /// The most digits of a number, so that a year of them can be added: hundreds of trillions.
  public static let mostDigits = 15

  /// Reads a value; `nil` for any other text, a number of more than ``mostDigits`` digits, or
  /// something of nothing (`3/0`).
  ///
  /// - Parameter text: Digits without separators of thousands; a point before decimals.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let numerator = MeasuredValue.digits(parts[0]),
        let denominator = MeasuredValue.digits(parts[1]), denominator > 0 || numerator == 0
      else { return nil }
      self = .share(Ratio(numerator, of: denominator))
      return
    }
    let decimal = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1, decimal.count <= 2, !decimal.contains(where: \.isEmpty),
      let number = MeasuredValue.digits(decimal.joined())
    else { return nil }
    let decimals = decimal.count == 2 ? decimal[1].count : 0
    self = .number(Ratio(number, of: (0..<decimals).reduce(1) { power, _ in power * 10 }))
  }

  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...mostDigits).contains(text.utf8.count),
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// A plain number in hundredths; `nil` for a share, or a number with more than two decimals.
  public var hundredths: Int? {
    guard case .number(let ratio) = self, ratio.denominator <= 100 else { return nil }
    return ratio.numerator * (100 / ratio.denominator)
  }

  /// The value as a whole number; `nil` for a share, or a number with decimals.
  public var whole: Int? {
    if case .number(let ratio) = self, ratio.denominator == 1 { ratio.numerator } else { nil }
  }
}
