internal import ComplianceModel
internal import Workspace

/// The office file can be read and is complete.
struct OfficeCheck: Check {
  let name = "kantor"
  let summary = "kantor.yaml terbaca dan lengkap"

  func findings(in site: Site) -> [Finding] { site.settings.officeFindings }
}
