internal import ComplianceModel
internal import Workspace

/// The report calendars have no fault.
struct CalendarsCheck: Check {
  let name = "kalender"
  let summary = "kalender nasional, kabupaten, dan kantor tanpa galat"

  func findings(in site: Site) -> [Finding] {
    guard let workspace = site.workspace else { return site.opened.findings }
    return workspace.kecamatan.flatMap { workspace.calendar(of: $0.code).findings }.unique
  }
}
