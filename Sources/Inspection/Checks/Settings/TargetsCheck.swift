internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// The indicators of this year without a target, or with one of 0.
struct TargetsCheck: Check {
  let name = "target"
  let summary = "indikator yang belum punya target tahun ini, atau yang targetnya 0"

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace = site.workspace else { return [] }
    let year = site.today.year
    var findings: [Finding] = []
    for (kecamatan, calendar) in site.calendarsInForce {
      let registers = try site.registers(of: kecamatan.code, calendar, workspace).registers
      for register in registers {
        guard let validity = register.validity(among: registers), validity.contains(site.today)
        else { continue }
        findings += register.indicators.compactMap { indicator in
          indicator.target.hundredths(of: year) == 0
            ? InspectionSentence.targetOfZero(indicator, year: year) : nil
        }
        let without = register.indicators.filter { register.target(of: $0, in: year) == nil }
        guard !without.isEmpty else { continue }
        findings.append(
          InspectionSentence.noTargets(
            without.map(\.label), of: register.indicators.count, year: year,
            inFile: try workspace.registerFile(register.name)))
      }
    }
    return findings.unique
  }
}
