public import ComplianceModel
internal import Compliance

/// One obligation with everything by which it is judged, so that another program can judge it again.
public struct ObligationFact: Sendable {
  /// The obligation as it stands.
  public let situation: Situation
  /// Which submission decides whether it was on time.
  public let decides: DecidingSubmission
  /// Days before the due date from which it is `segera`.
  public let leadDays: Int

  /// Describes an obligation.
  ///
  /// - Parameters:
  ///   - situation: The obligation as it stands.
  ///   - definitions: The definitions by which it was judged.
  init(_ situation: Situation, _ definitions: Definitions) {
    self.situation = situation
    decides = definitions.deciding(situation.assessment.report)
    leadDays = definitions.leadDays(situation.assessment.report)
  }
}
