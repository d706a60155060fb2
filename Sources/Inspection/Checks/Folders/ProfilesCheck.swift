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
    let samples = try site.samples()
    findings += samples.findings
    for files in reading.profiles {
      do {
        findings += try ProfilesCheck.findings(
          ProfileExport(files, beside: executable), over: samples.documents)
      } catch {
        // It is the same for all of them.
        return findings + [InspectionSentence.noLayoutProgram(error)]
      }
    }
    return findings
  }

  /// What a profile does with the samples of the documents that it takes; each has the time and the memory that one
  /// export has.
  private static func findings(
    _ profile: ProfileExport, over samples: [SampleDocument]
  ) throws(LayoutProgram.Failure) -> [Finding] {
    for sample in samples where profile.files.profile.takes(sample.duty) {
      do {
        _ = try profile.file(of: sample.bytes)
      } catch let faulty as FaultyLayout {
        // One sample is enough to see what is wrong.
        return faulty.faults.map {
          InspectionSentence.layout($0, over: faulty.isOfDocument ? sample.name : nil)
        }
      } catch let failure as LayoutProgram.Failure {
        throw failure
      } catch {
        throw .refused("\(error)")
      }
    }
    return []
  }
}
