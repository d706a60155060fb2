internal import ComplianceModel
internal import Wording
internal import Workspace

extension CommandFailure {
  /// The sentences for a user that is not added or changed.
  init(_ refusal: UserRefusal) {
    let isTaken = refusal.faults.contains { if case .taken = $0 { true } else { false } }
    self.init(
      isTaken ? .cannotCreate : .usage,
      lines: refusal.faults.map { "tenggat: galat: \($0.sentence); \($0.remedy.spelled)" })
  }
}
