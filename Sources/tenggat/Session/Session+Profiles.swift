internal import Answers
internal import ComplianceModel
internal import Exchange
internal import Workspace
internal import Wording

extension Session {
  /// A profile by the name that a person gives.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - duty: The duty year or quarter of the documents.
  /// - Returns: The profile, ready to be used.
  /// - Throws: A ``CommandFailure`` where there is none of that name, or it takes no such document; a
  ///   `WorkspaceFailure` for its faults.
  func profile(_ name: String, for duty: DutyStatement.Duty) throws -> ProfileExport {
    let known = try workspace.profileNames()
    guard known.contains(name) else {
      throw ArgumentRefusal.noProfile(
        name, nearest: nearestMatch(to: name, among: known), known: known)
    }
    let files = try workspace.profile(name)
    guard files.profile.takes(duty) else {
      let isYear = duty.quarter == nil
      throw ArgumentRefusal.otherSpan(
        profile: name, isYear: isYear, option: isYear ? "--triwulan" : "--tahun")
    }
    return ProfileExport(files, beside: Environment.executable)
  }
}

extension ProfileExport {
  /// What is said of a file beside its size.
  var note: String {
    let profile = files.profile
    let origin = profile.origin == .sample ? " (contoh)" : ""
    let judged = files.schema == nil ? "" : ", sesuai skema \(profile.schema ?? "")"
    return "profil \(profile.name)\(origin)\(judged)"
  }
}
