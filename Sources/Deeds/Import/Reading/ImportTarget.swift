internal import Compliance
internal import ComplianceModel

/// What the unit, report and period of a row come to, computed once for all rows that say the same.
struct ImportTarget {
  /// The desk of the kecamatan, by its place among those that are open.
  let desk: Int
  /// What is owed, with its due date.
  let obligation: Obligation
  /// What its submissions must keep to, or why none is taken.
  let rule: Result<SubmissionRule, Refusal>
  /// Whether another report waits for it.
  let isPredecessor: Bool
  /// A number for the obligation among all that the import meets.
  let number: Int

  /// The obligation's identity.
  var id: Obligation.ID { obligation.id }
}
