internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

/// The holidays of this year and of the next are there, and every file of them is read.
struct HolidaysCheck: Check {
  let name = "libur"
  let summary = "hari libur tahun ini dan tahun depan tersedia"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace = site.workspace else { return [] }
    var findings: [Finding] = []
    for year in HolidaysCheck.years(site.today) {
      guard let read = try workspace.holidayYear(year) else {
        findings.append(InspectionSentence.noHolidays(year))
        continue
      }
      if read.holidays == nil { findings += read.findings }
    }
    return try findings + ownFiles(workspace, site) + strayCalendars(site)
  }

  /// The years whose holidays an office needs.
  static func years(_ today: CivilDate) -> ClosedRange<Int> { today.year...(today.year + 1) }

  /// The office's own files of holidays: what is wrong with those of other years, and which take
  /// the
  /// place of one of the program's.
  private func ownFiles(
    _ workspace: Workspace, _ site: Site
  ) throws(WorkspaceFailure) -> [Finding] {
    let folder = site.folder.pushing(FilePath(Workspace.holidayFolder))
    var findings: [Finding] = []
    for name in try site.files.list(folder) {
      let path = "\(Workspace.holidayFolder)/\(name)"
      guard let year = Workspace.holidayYear(ofFile: name) else {
        if !name.hasPrefix(".") { findings.append(InspectionSentence.strayHolidays(path)) }
        continue
      }
      guard let read = try workspace.holidayYear(year), read.file == path else {
        findings.append(InspectionSentence.shadowedHolidays(path))
        continue
      }
      let shipped = workspace.data.holidays.appending("\(year).yaml")
      let isReplaced = try site.reading { () throws(FileFailure) in
        try site.files.state(of: shipped) != nil
      }
      if isReplaced { findings.append(InspectionSentence.replacedHolidays(path, year)) }
      let isReported = HolidaysCheck.years(site.today).contains(year)
      if !isReported, read.holidays == nil { findings += read.findings }
    }
    return findings
  }

  /// What lies in `kalender/` and nothing reads.
  private func strayCalendars(_ site: Site) throws(WorkspaceFailure) -> [Finding] {
    let read = ["iku", "libur"]
    return try site.files.list(site.folder.appending("kalender")).filter { name in
      !name.hasPrefix(".") && !name.hasSuffix("~") && !name.hasSuffix(".yaml")
        && !name.hasSuffix(".yml") && !read.contains(name)
    }.map { InspectionSentence.strayCalendar("kalender/\($0)") }
  }
}
