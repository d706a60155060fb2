internal import ComplianceModel
internal import Workspace

extension Objection {
  /// The words for a place that nothing is written to.
  init(_ refusal: OutputRefusal) {
    self.init(.uncreatable, Remedy(refusal.sentence), fix: Remedy(refusal.remedy))
  }
}
