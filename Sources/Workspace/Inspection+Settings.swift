internal import CalendarFiles
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

/// The checks of what people write: the settings, the regions, the calendars and the registers.
extension Inspection {
  func officials() -> [Finding] {
    guard let office else { return [] }
    let watched = regions?.kecamatan(on: today) ?? []
    let idle = office.places.keys.compactMap { mention -> RegionCode? in
      guard case .officialUnit(let unit) = mention, regions != nil else { return nil }
      return watched.contains { $0.code == unit } ? nil : unit
    }.sorted()
    let vacant = watched.filter { office.official("camat", in: $0.code, on: today) == nil }
    return idle.map { WorkspaceSentence.officialElsewhere($0, in: office) }
      + (vacant.isEmpty ? [] : [WorkspaceSentence.noOfficial("camat", vacant, of: watched.count)])
  }

  func regionFaults() throws(WorkspaceFailure) -> [Finding] {
    guard let regions else { return regionFindings }
    let kecamatan = regions.kecamatan(on: today)
    guard !kecamatan.isEmpty else { return [WorkspaceSentence.noKecamatan] }
    // The name of a desa that came from a kecamatan which is not watched here may be kept.
    let former = Set(regions.entries.flatMap(\.formerCodes))
    var findings = regions.entries.compactMap { entry in
      entry.code.level == .village && regions[entry.code.kecamatan] == nil
        && !former.contains(entry.code)
        ? WorkspaceSentence.villageWithoutKecamatan(entry.code, entry.name, line: entry.line) : nil
    }
    for kecamatan in kecamatan {
      let line = regions.entries.first { $0.code == kecamatan.code }?.line ?? 1
      findings += kecamatan.namelessRegions.map {
        WorkspaceSentence.namelessRegion($0, of: kecamatan, line: line)
      }
    }
    if !regions.unreadHeadings.isEmpty {
      findings.append(WorkspaceSentence.unreadColumns(regions.unreadHeadings))
    }
    return try findings + unknownFormerCodes(regions)
  }

  /// Former codes of which nothing is known: no row names them, and no ledger speaks of them.
  private func unknownFormerCodes(_ regions: RegionTable) throws(WorkspaceFailure) -> [Finding] {
    let former = regions.formerCodesWithoutRow
    guard !former.isEmpty else { return [] }
    let recorded = try reading { (store) throws(FileFailure) in
      var units: Set<RegionCode> = []
      for kecamatan in Set(former.map(\.former.kecamatan)).sorted() {
        var codes = CodeTable()
        units.formUnion(try store.readAll(kecamatan, codes: &codes).events.map(\.unit))
      }
      return units
    }
    return former.filter { !recorded.contains($0.former) }.map { former, code in
      let line = regions.entries.first { $0.code == code && $0.formerCodes.contains(former) }?.line
      return WorkspaceSentence.unknownFormerCode(former, line: line ?? 1)
    }
  }

  func calendars() throws(WorkspaceFailure) -> [Finding] {
    guard let workspace else { return workspaceFindings }
    var findings: [Finding] = []
    for kecamatan in workspace.kecamatan {
      findings += workspace.calendar(of: kecamatan.code).findings
    }
    return findings.unique
  }

  func localDates() -> [Finding] {
    var files: [String: Set<Int>] = [:]
    for kecamatan in workspace?.kecamatan ?? [] {
      guard let calendar = workspace?.calendar(of: kecamatan.code).calendar else { continue }
      for report in calendar.reports where report.isOwed {
        for rule in report.typicalRules {
          files[rule.place.file, default: []].insert(rule.place.line)
        }
      }
    }
    return files.sorted { $0.key < $1.key }.map { file, lines in
      WorkspaceSentence.localDates(file, count: lines.count, firstLine: lines.min() ?? 0)
    }
  }

  func registers() throws(WorkspaceFailure) -> [Finding] {
    guard let workspace else { return [] }
    var findings: [Finding] = []
    for kecamatan in workspace.kecamatan {
      guard let calendar = workspace.calendar(of: kecamatan.code).calendar else { continue }
      let (registers, _, faults) = try workspace.registers(of: kecamatan.code, calendar)
      findings += faults
      if registers.isEmpty, faults.isEmpty, !workspace.office.registers.isEmpty {
        findings.append(WorkspaceSentence.noRegister(of: kecamatan))
      }
      findings += endOfRegisters(registers, kecamatan)
      for (label, first, second) in Inspection.sharedCodes(registers) {
        findings.append(
          WorkspaceSentence.sharedCode(
            label, first, second, inFile: try workspace.registerFile(second)))
      }
      findings += registers.flatMap(\.indicators).flatMap { indicator in
        Inspection.unknownUnits(indicator, kecamatan).map {
          WorkspaceSentence.unknownUnit($0, of: indicator)
        }
      }
    }
    if workspace.office.registers.isEmpty { findings.append(WorkspaceSentence.noRegister) }
    for file in try workspace.files.list(folder.appending(Workspace.registerFolder)) {
      guard let name = Workspace.registerName(ofFile: file) else { continue }
      let read = try workspace.registerFile(name)
      if read != "\(Workspace.registerFolder)/\(file)" {
        findings.append(WorkspaceSentence.shadowedRegister(file, by: read))
      } else if !workspace.office.registers.contains(name) {
        findings.append(WorkspaceSentence.unusedRegister(file))
      }
    }
    return findings.unique
  }

  /// How many days before no register is in force any more the office is told, so that there is time
  /// to have another one signed.
  private static let registerNotice = 60

  /// The remark that no register is in force, or that none is soon.
  private func endOfRegisters(
    _ registers: [IndicatorRegister], _ kecamatan: Kecamatan
  ) -> [Finding] {
    guard let office, !registers.isEmpty,
      let gap = IndicatorRegister.firstDay(without: registers, from: today)
    else { return [] }
    func end(_ register: IndicatorRegister) -> CivilDate? {
      register.validity(among: registers)?.through
    }
    guard gap > today else {
      let ended = registers.compactMap(end).filter { $0 < today }.max()
      return [WorkspaceSentence.noRegisterInForce(of: kecamatan, endedOn: ended)]
    }
    let last = gap.adding(days: -1)
    guard last <= today.adding(days: Inspection.registerNotice),
      let ending = registers.last(where: { end($0) == last })
    else { return [] }
    return [WorkspaceSentence.registerEnds(ending.name, last, in: office)]
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

  /// The indicators of this year that have no target or one that nothing can be held against, register
  /// by register.
  func targets() throws(WorkspaceFailure) -> [Finding] {
    guard let workspace, let year = Period(.year, year: today.year) else { return [] }
    var findings: [Finding] = []
    for kecamatan in workspace.kecamatan {
      guard let calendar = workspace.calendar(of: kecamatan.code).calendar else { continue }
      let registers = try workspace.registers(of: kecamatan.code, calendar).registers
      for register in registers {
        guard let validity = register.validity(among: registers), validity.contains(today) else {
          continue
        }
        findings += register.indicators.compactMap { indicator in
          indicator.target.hundredths(of: year.year) == 0
            ? WorkspaceSentence.targetOfNought(indicator, year: year.year) : nil
        }
        let without = register.indicators.filter { register.target(of: $0, in: year.year) == nil }
        guard !without.isEmpty else { continue }
        findings.append(
          WorkspaceSentence.noTargets(
            without.map(\.label), of: register.indicators.count, year: year.year,
            inFile: try workspace.registerFile(register.name)))
      }
    }
    return findings.unique
  }

  func holidays() throws(WorkspaceFailure) -> [Finding] {
    guard let workspace else { return [] }
    var findings: [Finding] = []
    for year in [today.year, today.year + 1] {
      do throws(WorkspaceFailure) {
        if try workspace.nationalHolidays(of: year) == nil {
          findings.append(WorkspaceSentence.noHolidays(year))
        }
      } catch {
        guard case .configuration(let faults) = error else { throw error }
        findings += faults
      }
    }
    return try findings + ownHolidays(workspace) + strayCalendars()
  }

  /// The office's own files of holidays: what is wrong with those of other years, and which take the
  /// place of one of the program's.
  private func ownHolidays(_ workspace: Workspace) throws(WorkspaceFailure) -> [Finding] {
    var findings: [Finding] = []
    for name in try files.list(folder.pushing(FilePath(Workspace.holidayFolder))) {
      let path = "\(Workspace.holidayFolder)/\(name)"
      guard let year = Workspace.holidayYear(ofFile: name) else {
        if !name.hasPrefix(".") { findings.append(WorkspaceSentence.strayHolidays(path)) }
        continue
      }
      guard try workspace.holidayFile(of: year)?.name == path else {
        findings.append(WorkspaceSentence.shadowedHolidays(path))
        continue
      }
      if try files.bytes(of: workspace.data.holidays.appending("\(year).yaml")) != nil {
        findings.append(WorkspaceSentence.replacedHolidays(path, year))
      }
      guard year != today.year, year != today.year + 1 else { continue }
      do throws(WorkspaceFailure) {
        _ = try workspace.nationalHolidays(of: year)
      } catch {
        guard case .configuration(let faults) = error else { throw error }
        findings += faults
      }
    }
    return findings
  }

  /// What lies in `kalender/` and is read by nobody.
  private func strayCalendars() throws(WorkspaceFailure) -> [Finding] {
    let read = ["iku", "libur"]
    return try files.list(folder.appending("kalender")).filter { name in
      !name.hasPrefix(".") && !name.hasSuffix("~") && !name.hasSuffix(".yaml")
        && !name.hasSuffix(".yml") && !read.contains(name)
    }.map { WorkspaceSentence.strayCalendar("kalender/\($0)") }
  }

  func estimates() throws(WorkspaceFailure) -> [Finding] {
    guard let workspace else { return [] }
    var findings: [Finding] = []
    for year in [today.year, today.year + 1] {
      guard let holidays = (try? workspace.nationalHolidays(of: year)) ?? nil else { continue }
      let waiting = holidays.filter { $0.isEstimate && $0.date >= today }
      if !waiting.isEmpty {
        let file = try workspace.holidayFile(of: year)?.name ?? ""
        findings.append(WorkspaceSentence.estimates(waiting, inFile: file))
      }
    }
    return findings
  }

  func rules() throws(WorkspaceFailure) -> [Finding] {
    try eachDesk { (desk) throws(WorkspaceFailure) in
      let first = min(desk.watchedSince(asOf: today), today.year)
      let plan = try desk.plan(first...(today.year + 1), asOf: today)
      let calendar = desk.calendar
      return plan.ruleFaults.map { WorkspaceSentence.ruleFault($0, calendar) }
    }.unique
  }

  /// The settings that name roles, reports, channels and desa, and the outbox.
  func reminders() throws(WorkspaceFailure) -> [Finding] {
    guard let workspace else { return [] }
    let office = workspace.office
    let calendars = workspace.kecamatan.compactMap { workspace.calendar(of: $0.code).calendar }
    let reports = calendars.flatMap { calendar in
      calendar.reports.map { calendar.codes[$0.code] }
    }
    let channels = office.reminders.channels.map(\.name)
    let addressed = Set(
      workspace.kecamatan.flatMap { $0.villages(on: today) + $0.wards }.map(\.code))
    let findings = office.places.sorted {
      ($0.value.line, $0.value.column) < ($1.value.line, $1.value.column)
    }.compactMap { mention, _ -> Finding? in
      switch mention {
      case .calendar, .register, .service, .description, .address, .officialUnit: nil
      case .channel(let name):
        channels.contains(name) ? nil : WorkspaceSentence.unknownChannel(name, in: office)
      case .report(let code):
        reports.contains { $0.lowercased() == code.lowercased() }
          ? nil : WorkspaceSentence.unknownReminded(code, in: office, known: reports)
      case .role: nil
      case .village(let unit):
        addressed.contains(unit)
          ? nil : WorkspaceSentence.unknownContact(unit, in: office)
      }
    }
    let settings = office.reminders
    let last = ([settings.stages] + settings.stagesByReport.values).compactMap(\.last).max() ?? 0
    let written = settings.escalations.filter { office.places[.role($0.role)] != nil }
    let idle = written.filter { $0.from > last }.map {
      WorkspaceSentence.idleEscalation($0, last: last, in: office)
    }
    return try workspace.unknownRoles + findings + idle + lookAtReminders(workspace, today)
  }
}

extension Report {
  /// Rules in use whose date is a typical one: `sumber` says so until a letter stands in its place.
  fileprivate var typicalRules: [DeadlineRule] {
    layers.indices.flatMap { index in
      let higher = layers[..<index].joined()
      return layers[index].filter { rule in
        rule.confidence == .local && rule.source.title.hasPrefix("tanggal lokal")
          && !higher.contains { $0.ordinals?.isSuperset(of: rule.ordinals ?? ordinals) ?? true }
      }
    }
  }
}
