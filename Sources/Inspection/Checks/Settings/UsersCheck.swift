internal import ComplianceModel
internal import Workspace

/// The file of who may open the pages.
struct UsersCheck: Check {
  let name = "pengguna"
  let summary =
    "berkas pengguna halaman dan langganan kalender utuh, tertutup bagi orang lain, dan desanya masih dipantau"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace = site.workspace else { return [] }
    let villages = workspace.kecamatan.flatMap { $0.villages(on: site.today) }.map(\.code)
    return try Users.findings(in: site.folder, villages: Set(villages), files: site.files)
      + Subscriptions.findings(in: site.folder, files: site.files)
  }
}
