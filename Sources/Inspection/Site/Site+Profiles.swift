internal import ComplianceModel
internal import Workspace

/// The layouts of receivers, read once for all checks.
struct ProfileReading {
  /// Those without a fault, in the order of their names.
  let profiles: [ProfileFiles]
  /// The faults of the others.
  let findings: [Finding]
}

extension Site {
  /// The profiles, shipped and the office's own; none where the settings cannot be relied on.
  func profiles() throws(WorkspaceFailure) -> ProfileReading {
    try profileReading.value { () throws(WorkspaceFailure) in
      var profiles: [ProfileFiles] = []
      var findings: [Finding] = []
      for name in try workspace?.profileNames() ?? [] {
        do throws(WorkspaceFailure) {
          if let files = try workspace?.profile(name) { profiles.append(files) }
        } catch {
          guard case .configuration(let faults) = error else { throw error }
          findings += faults
        }
      }
      return ProfileReading(profiles: profiles, findings: findings)
    }
  }
}
