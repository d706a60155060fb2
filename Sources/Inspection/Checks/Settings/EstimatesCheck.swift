internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// Holidays to come whose date is an estimate.
struct EstimatesCheck: Check {
  let name = "libur-perkiraan"
  let summary = "hari libur yang masih perkiraan"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace = site.workspace else { return [] }
    return HolidaysCheck.years(site.today).compactMap { year in
      // A file that cannot be read is reported with the holidays.
      guard let read = (try? workspace.holidayYear(year)) ?? nil else { return nil }
      let waiting = (read.holidays ?? []).filter { $0.isEstimate && $0.date >= site.today }
      return waiting.isEmpty ? nil : InspectionSentence.estimates(waiting, inFile: read.file)
    }
  }
}
