public import ComplianceModel

extension DutyStatement {
  /// An indicator of the office's IKU register, for the year up to the day of the document.
  public struct Indicator: Hashable, Sendable {
    /// The indicator's code in its register: `H05`.
    public let code: String
    /// The role that answers for it; `nil` where the register names none.
    public let role: String?
    /// The wording that the office signed.
    public let name: String
    /// What is counted; `nil` for an index.
    public let numerator: Int?
    /// Out of how many; `nil` for an index, and for a count without a formula.
    public let denominator: Int?
    /// What it came to; `nil` where there is no data.
    public let value: IndicatorValue?
    /// ``value`` over the target, which may be above one; `nil` without a target or without data.
    public let achievement: Ratio?

    /// Creates an indicator.
    public init(
      code: String, role: String?, name: String, numerator: Int?, denominator: Int?,
      value: IndicatorValue?,
      achievement: Ratio?
    ) {
      self.code = code
      self.role = role
      self.name = name
      self.numerator = numerator
      self.denominator = denominator
      self.value = value
      self.achievement = achievement
    }
  }
}
