internal import ComplianceModel
internal import Workspace

/// The office file can be read and is complete.
struct OfficeCheck: Check {
  let name = "kantor"
  let summary = "kantor.yaml terbaca dan lengkap"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    site.settings.officeFindings + (try logoFindings(in: site))
  }

  /// What keeps letters from having the emblem that the office names.
  private func logoFindings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    do throws(WorkspaceFailure) {
      _ = try site.workspace?.letterLogo()
      return []
    } catch {
      guard case .configuration(let findings) = error else { throw error }
      return findings
    }
  }
}
