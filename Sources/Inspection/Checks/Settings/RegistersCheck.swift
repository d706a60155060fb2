internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
internal import Workspace

/// The registers of indicators have no fault, and those that are there are used.
struct RegistersCheck: Check {
  let name = "iku"
  let summary = "register IKU tanpa galat, dan yang ada dipakai"

  /// How many days before no register is in force any more the office is told, so that there is
  /// time
  /// to have another one signed.
  private static let notice = 60

  func findings(in site: Site) throws(WorkspaceFailure) -> [Finding] {
    guard let workspace = site.workspace else { return [] }
    var findings: [Finding] = []
    for (kecamatan, calendar) in site.calendarsInForce {
      let (registers, _, faults) = try site.registers(of: kecamatan.code, calendar, workspace)
      findings += faults
      if registers.isEmpty, faults.isEmpty, !workspace.office.registers.isEmpty {
        findings.append(InspectionSentence.noRegister(of: kecamatan))
      }
      findings += end(of: registers, kecamatan, workspace.office, site.today)
      for (label, first, second) in RegistersCheck.sharedCodes(registers) {
        findings.append(
          InspectionSentence.sharedCode(
            label, first, second, inFile: try workspace.registerFile(second)))
      }
      findings += registers.flatMap(\.indicators).flatMap { indicator in
        RegistersCheck.unknownUnits(indicator, kecamatan).map {
          InspectionSentence.unknownUnit($0, of: indicator)
        }
      }
    }
    if workspace.office.registers.isEmpty { findings.append(InspectionSentence.noRegister) }
    return try (findings + unusedFiles(workspace, site)).unique
  }

  /// The office's own files that nothing reads.
  private func unusedFiles(
    _ workspace: Workspace, _ site: Site
  ) throws(WorkspaceFailure) -> [Finding] {
    var findings: [Finding] = []
    for file in try workspace.ownRegisterNames() {
      guard let name = Workspace.registerName(ofFile: file) else {
        // Where registers are used, one in another case is told with them.
        let isTold = FileSystem.isSettings(file) && !workspace.office.registers.isEmpty
        if !file.hasPrefix("."), !file.hasSuffix("~"), !isTold {
          findings.append(InspectionSentence.strayRegister(file))
        }
        continue
      }
      let read = try workspace.registerFile(name)
      if read != "\(Workspace.registerFolder)/\(file)" {
        findings.append(InspectionSentence.shadowedRegister(file, by: read))
      } else if !workspace.office.registers.contains(name) {
        findings.append(InspectionSentence.unusedRegister(file))
      }
    }
    return findings
  }

  /// The remark that no register is in force, or that none is soon.
  private func end(
    of registers: [IndicatorRegister], _ kecamatan: Kecamatan, _ office: Office,
    _ today: CivilDate
  ) -> [Finding] {
    guard !registers.isEmpty,
      let gap = IndicatorRegister.firstDay(without: registers, from: today)
    else { return [] }
    func end(_ register: IndicatorRegister) -> CivilDate? {
      register.validity(among: registers)?.through
    }
    guard gap > today else {
      let ended = registers.compactMap(end).filter { $0 < today }.max()
      return [InspectionSentence.noRegisterInForce(of: kecamatan, endedOn: ended)]
    }
    let last = gap.adding(days: -1)
    guard last <= today.adding(days: RegistersCheck.notice),
      let ending = registers.last(where: { end($0) == last })
    else { return [] }
    return [InspectionSentence.registerEnds(ending.name, last, in: office)]
  }

  /// The units that a formula looks at and that are not watched, each once.
  private static func unknownUnits(
    _ indicator: Indicator, _ kecamatan: Kecamatan
  ) -> [RegionCode] {
    guard case .documents(let first, let others) = indicator.source else { return [] }
    let watched = [kecamatan.code] + (kecamatan.villages + kecamatan.wards).map(\.code)
    let terms = ([first] + others).flatMap { $0.numerator + ($0.denominator ?? []) }
    let units = Set(terms.compactMap(\.scope?.units).joined())
    return units.filter { unit in !watched.contains { unit.contains($0) } }.sorted()
  }

  /// The codes that two registers use which are in force at one time.
  private static func sharedCodes(
    _ registers: [IndicatorRegister]
  ) -> [(label: String, first: String, second: String)] {
    registers.indices.flatMap { index -> [(String, String, String)] in
      registers[..<index].flatMap { earlier -> [(String, String, String)] in
        let later = registers[index]
        guard let first = earlier.validity(among: registers),
          let second = later.validity(among: registers), first.overlaps(second)
        else { return [] }
        return later.indicators.filter { earlier.indicator($0.code) != nil }.map {
          ($0.label, earlier.name, later.name)
        }
      }
    }
  }
}
