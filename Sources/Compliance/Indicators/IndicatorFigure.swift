public import ComplianceModel

/// What an indicator came to over a span of time.
public struct IndicatorFigure: Hashable, Sendable {
  /// What is counted; `nil` for an index.
  public let numerator: Int?
  /// Of how many; `nil` for an index, and for a count without a formula.
  public let denominator: Int?
  /// The value; `nil` where there is no data, nothing of nothing among it.
  public let value: IndicatorValue?

  /// What was counted, by the kind of the indicator.
  init(_ kind: Indicator.Kind, _ numerator: Int, of denominator: Int?) {
    self.numerator = numerator
    self.denominator = denominator
    switch kind {
    case .percent:
      let share = Ratio(numerator, of: denominator ?? 0)
      value = share.denominator > 0 ? .percent(share) : nil
    case .count, .index: value = .count(numerator)
    }
  }

  /// An index.
  init(index: Ratio) {
    numerator = nil
    denominator = nil
    value = .index(index)
  }

  /// The numerator as a share of the denominator, which a count may print beside itself; `nil`
  /// without a denominator.
  public var share: Ratio? {
    guard let numerator, let denominator else { return nil }
    return Ratio(numerator, of: denominator)
  }

  /// The value in hundredths of its unit, half up; `nil` without a value, or past the width of `Int`.
  public var hundredths: Int? {
    switch value {
    case .percent(let ratio): ratio.rounded(times: 10_000)
    case .count(let count): Ratio(count, of: 1).rounded(times: 100)
    case .index(let ratio): ratio.rounded(times: 100)
    case nil: nil
    }
  }

  /// The value over a target (capaian), rounded to hundredths of a per cent.
  ///
  /// Where less is better it is the target, less what exceeds it, over the target: 2 - value / target,
  /// and never below nothing. (LAN, "Modul Penyusunan LAKIP": the formula for such indicators.)
  ///
  /// - Parameters:
  ///   - target: In hundredths of the unit.
  ///   - direction: Which values are good ones.
  /// - Returns: `nil` without a value or where the target is nothing.
  func achievement(of target: Int, _ direction: Indicator.Direction) -> Ratio? {
    guard target > 0 else { return nil }
    let whole: (numerator: Int, denominator: Int, factor: UInt128)? =
      switch value {
      case .percent(let ratio): (ratio.numerator, ratio.denominator, 10_000)
      case .count(let count): (count, 1, 100)
      case .index(let ratio): (ratio.numerator, ratio.denominator, 100)
      case nil: nil
      }
    guard let (numerator, denominator, factor) = whole, numerator >= 0, denominator > 0 else {
      return nil
    }
    // Both times the target's hundredths, and the share in hundredths of a per cent.
    let value = UInt128(numerator) * factor
    let goal = UInt128(denominator) * UInt128(target)
    let reached: UInt128 =
      switch direction {
      case .upward: value
      case .downward: value >= 2 * goal ? 0 : 2 * goal - value
      }
    let (scaled, overflows) = reached.multipliedReportingOverflow(by: 20_000)
    guard !overflows, let hundredths = Int(exactly: (scaled + goal) / (2 * goal)) else {
      return nil
    }
    return Ratio(hundredths, of: 10_000)
  }
}

extension Ratio {
  /// The share times a factor as a whole number, half up; `nil` for a share of nothing, or past the
  /// width of `Int`.
  func rounded(times factor: Int) -> Int? {
    guard numerator >= 0, denominator > 0 else { return nil }
    let scaled = 2 * UInt128(numerator) * UInt128(factor) + UInt128(denominator)
    return Int(exactly: scaled / (2 * UInt128(denominator)))
  }
}
