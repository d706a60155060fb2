internal import Compliance
public import ComplianceModel

extension ObligationExplanation {
  /// What may be recorded of the obligation, by what the ledger says of it on the day of judging; the dates
  /// that a person gives may stand against it still.
  public var possibleKinds: [LedgerEvent.Kind] {
    let assessment = situation.assessment
    let standing = assessment.standing
    guard !standing.isExempt else { return [] }
    let isOpenToAnswer = standing.isIn && standing.acceptance == nil
    return (standing.acceptance == nil ? [.submitted] : [])
      + (isOpenToAnswer ? [.returned, .accepted] : [])
      + (assessment.due == nil || standing.isIn ? [] : [.extended])
      + (standing.isIn ? [] : [.exempted])
  }
}
