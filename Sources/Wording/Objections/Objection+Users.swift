internal import ComplianceModel
internal import Workspace

extension Objection {
  /// The words for a user that is not added or changed.
  static func all(_ refusal: UserRefusal) -> [Objection] {
    refusal.faults.map { fault in
      Objection(
        fault.isOfTaken ? .uncreatable : .request, Remedy(fault.sentence), fix: fault.remedy)
    }
  }
}

extension UserFault {
  /// Whether somebody else has the account.
  fileprivate var isOfTaken: Bool { if case .taken = self { true } else { false } }
}
