internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Workspace

/// The dates that letters set concern somebody here, are probable, and are the ones in force.
///
/// What is wrong in the files themselves is told by the check of the calendars.
struct SetDatesCheck: Check {
  let name = "ditetapkan"
  let summary = "tenggat yang ditetapkan dengan surat berlaku bagi unit yang dipantau"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    let watched = site.workspace?.kecamatan ?? []
    var concerned: Set<SetDate> = []
    var unconcerned: [(code: String, date: SetDate)] = []
    var findings = try site.eachDesk { (desk) throws(WorkspaceFailure) in
      var findings: [Finding] = []
      for report in desk.calendar.reports {
        let code = desk.calendar.codes[report.code]
        for date in report.setDates {
          unconcerned.append((code, date))
          guard let found = SetDatesCheck.findings(date, report, code, desk, site.today) else {
            continue
          }
          concerned.insert(date)
          findings += found
        }
      }
      return findings
    }
    // A calendar of the whole kabupaten may speak of units that others watch.
    for (code, date) in unconcerned
    where !concerned.contains(date) && date.place.file.hasPrefix("kalender/") {
      let isWatched = date.unit.map { unit in
        watched.contains { unit.contains($0.code) || $0.unit(unit) != nil }
      }
      findings.append(
        isWatched ?? true
          ? InspectionSentence.setWithoutEffect(code, date.period, at: date.place)
          : InspectionSentence.setForStranger(date.unit ?? watched[0].code, code, at: date.place))
    }
    return findings.unique
  }

  /// What is odd about a date; `nil` where nobody of the kecamatan owes what it is for.
  private static func findings(
    _ date: SetDate, _ report: Report, _ code: String, _ desk: Desk, _ today: CivilDate
  ) -> [Finding]? {
    let (definitions, judge) = (desk.definitions, desk.judge(asOf: today))
    var findings: [Finding]?
    for unit in definitions.units(owing: report) {
      let id = Obligation.ID(report: report.code, unit: unit, period: date.period)
      guard definitions.setDate(for: id) == date,
        let obligation = (try? desk.obligation(id, asOf: today)) ?? nil
      else { continue }
      var found = judge.doubts(aboutSetDate: date.date, of: id).map {
        InspectionSentence.setImprobable(code, date.period, $0, at: date.place)
      }
      if let assessment = judge.assess(obligation), let due = assessment.due, due != date.date,
        let row = assessment.standing.extensionRow?.row
      {
        found.append(
          InspectionSentence.setBeneathExtension(
            code, date.period, desk.kecamatan.displayName(of: unit), until: due, row,
            at: date.place))
      }
      findings = (findings ?? []) + found
    }
    return findings
  }
}
