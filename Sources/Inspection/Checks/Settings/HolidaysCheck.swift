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
    for name in try site.files.list(folder, named: Workspace.holidayFolder) {
      let path = "\(Workspace.holidayFolder)/\(name)"
      guard let year = Workspace.holidayYear(ofFile: name) else {
        // One that has the name of a year in another case is told where that year is read.
        let isOfYear = HolidaysCheck.years(site.today).contains { year in
          ["\(year).yaml", "\(year).yml"].contains(name.lowercased())
        }
        if !name.hasPrefix("."), !isOfYear {
          findings.append(InspectionSentence.strayHolidays(path))
        }
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

  /// What lies in `kalender/` and nothing reads; what has the name of a calendar is told with the calendars.
  private func strayCalendars(_ site: Site) throws(WorkspaceFailure) -> [Finding] {
    let read = ["iku", "libur"]
    let names = try site.files.list(site.folder.appending("kalender"), named: "kalender")
    let stray = names.filter { name in
      !name.hasPrefix(".") && !name.hasSuffix("~") && !read.contains(name)
        && !FileSystem.isSettings(name)
    }
    var findings: [Finding] = []
    for name in stray {
      let path = site.folder.appending("kalender").appending(name)
      let state = try site.reading { () throws(FileFailure) in try site.files.state(of: path) }
      findings.append(
        InspectionSentence.strayCalendar("kalender/\(name)", isFolder: state?.kind == .folder))
    }
    return findings
  }
}
