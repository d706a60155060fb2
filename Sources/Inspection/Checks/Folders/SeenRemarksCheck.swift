internal import ComplianceModel
internal import Workspace

/// The file of the remarks that somebody has seen is as it was written.
struct SeenRemarksCheck: Check {
  let name = "dilihat"
  let summary = "catatan peringatan yang sudah dilihat utuh"

  func findings(in site: Site) -> [Finding] {
    site.seenRemarks().findings
  }
}
