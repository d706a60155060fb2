internal import CalendarFiles
public import ComplianceModel
internal import Workspace

/// What one check found.
public struct CheckResult: Sendable {
  /// The check.
  public let check: any Check
  /// Its faults and remarks; what kept it from looking is a fault like any other.
  public let findings: [Finding]
}

extension Site {
  /// Runs checks.
  ///
  /// A check that cannot look has not passed: what it could not read is its finding. Where several need the
  /// same file, the first of them tells it.
  ///
  /// - Parameter checks: The checks.
  /// - Returns: What each found, in their order.
  public func run(_ checks: [any Check]) -> [CheckResult] {
    for check in checks { check.prepare(self) }
    keepsLedgers = checks.count > 1
    var told: Set<Finding> = []
    return checks.map { check in
      do throws(WorkspaceFailure) {
        let unread = [CalendarProblem.unreadable, .tooLarge].map(\.rawValue)
        let findings = try check.findings(in: self).filter { finding in
          told.insert(finding).inserted || !unread.contains(finding.code)
        }
        return CheckResult(check: check, findings: findings)
      } catch {
        let findings = error.findings(in: folder).filter { told.insert($0).inserted }
        return CheckResult(check: check, findings: findings)
      }
    }
  }
}
