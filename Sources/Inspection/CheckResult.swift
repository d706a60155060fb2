public import ComplianceModel
public import Workspace

/// What one check found.
public struct CheckResult: Sendable {
  /// The check.
  public let check: any Check
  /// Its faults and remarks; none where it failed.
  public let findings: [Finding]
  /// Why it could not look: a file that cannot be read at all, which keeps no other check from looking.
  public let failure: WorkspaceFailure?
}

extension Site {
  /// Runs checks.
  ///
  /// - Parameter checks: The checks.
  /// - Returns: What each found, in their order.
  public func run(_ checks: [any Check]) -> [CheckResult] {
    for check in checks { check.prepare(self) }
    return checks.map { check in
      do throws(WorkspaceFailure) {
        return CheckResult(check: check, findings: try check.findings(in: self), failure: nil)
      } catch {
        return CheckResult(check: check, findings: [], failure: error)
      }
    }
  }
}
