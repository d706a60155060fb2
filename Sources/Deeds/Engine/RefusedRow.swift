public import Compliance
public import ComplianceModel

/// A row that the rules do not take, with what it is about.
public struct RefusedRow: Error, Hashable, Sendable {
  /// Why it is not taken.
  public let refusal: Refusal
  /// What is to be recorded.
  public let kind: LedgerEvent.Kind
  /// The report or event, the period and the unit, as they are printed.
  public let subject: String
  /// The unit, as it is printed.
  public let unit: String
}
