internal import ComplianceModel
internal import Exchange
internal import Workspace

/// The layouts of receivers, shipped and the office's own, give a file of every sample.
struct ProfilesCheck: Check {
  let name = "profil"
  let summary =
    "setiap profil ekspor (bawaan dan profil/) utuh dan menghasilkan berkas dari setiap contoh"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace = site.workspace else { return [] }
    var findings = try workspace.ownProfiles().others.map(InspectionSentence.strayProfile)
    findings += try workspace.profilesInFront().map(InspectionSentence.profileInFront)
    let reading = try site.profiles()
    findings += reading.findings
    guard let executable = site.executable else { return findings }
    let samples = try site.data.samples()
    for files in reading.profiles {
      do {
        findings += try ProfilesCheck.findings(
          ProfileExport(files, beside: executable), over: samples)
      } catch {
        // It is the same for all of them.
        return findings + [InspectionSentence.noLayoutProgram(error)]
      }
    }
    return findings
  }

  /// What a profile does with the samples of the documents that it takes.
  private static func findings(
    _ profile: ProfileExport, over samples: [(name: String, bytes: [UInt8])]
  ) throws(LayoutProgram.Failure) -> [Finding] {
    let taken = samples.filter { sample in
      let scope: ExportProfile.Scope = sample.name.contains("-TW") ? .quarter : .year
      return profile.files.profile.scopes.contains(scope)
    }
    do {
      let results = try profile.files(of: taken.map(\.bytes))
      for (sample, result) in zip(taken, results) {
        // One sample is enough to see what is wrong.
        if case .failure(let faulty) = result {
          return faulty.faults.map { InspectionSentence.layout($0, over: sample.name) }
        }
      }
      return []
    } catch let faulty as FaultyLayout {
      return faulty.faults.map { InspectionSentence.layout($0, over: nil) }
    } catch let failure as LayoutProgram.Failure {
      throw failure
    } catch {
      throw .refused("\(error)")
    }
  }
}
