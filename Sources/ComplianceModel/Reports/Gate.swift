/// What must be in, or exempt, before a report can be asked for.
public struct Gate: Hashable, Sendable {
  /// Which period of the predecessor is meant.
  public enum Relation: String, CaseIterable, Sendable {
    /// The predecessor's period of the same year.
    case sameYear = "tahun-sama"
    /// The period just before, of the same length.
    case previous = "sebelumnya"
  }

  /// The ordinals that the gate stands before; `nil` for all.
  public let ordinals: Set<Int>?
  /// The predecessor.
  public let report: Code
  /// Which of its periods is meant.
  public let relation: Relation

  /// Creates a gate.
  public init(ordinals: Set<Int>?, report: Code, relation: Relation) {
    self.ordinals = ordinals
    self.report = report
    self.relation = relation
  }
}
