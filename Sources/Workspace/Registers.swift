internal import CalendarFiles
public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

extension Workspace {
  /// Where the office's own registers lie, and what it changes in the shipped ones.
  static let registerFolder = "kalender/iku"

  private static let registerEndings = [".yaml", ".yml"]

  /// The register that a file in ``registerFolder`` belongs to; `nil` for another kind of file.
  static func registerName(ofFile file: String) -> String? {
    registerEndings.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
  }

  /// The office's own file of a register, as it is named to the user: the one that is there, or that
  /// the office would write.
  ///
  /// - Throws: ``WorkspaceFailure`` where the folder cannot be read.
  func registerFile(_ name: String) throws(WorkspaceFailure) -> String {
    let present = try files.list(folder.appending(Workspace.registerFolder))
    let own = Workspace.registerEndings.map { "\(name)\($0)" }
    return "\(Workspace.registerFolder)/\(own.first(where: present.contains) ?? own[0])"
  }

  /// The registers of indicators that the office names, with the codes that they add to those of the
  /// reports.
  ///
  /// A register is the shipped file with the office's own file of that name on top; one that speaks of
  /// another kecamatan is left out. The office's own may end in `.yml` too, as its calendars may.
  ///
  /// - Returns: Every fault of every file; a register with a fault does not come out.
  func registers(
    of kecamatan: RegionCode, _ calendar: ReportCalendar
  ) throws(WorkspaceFailure) -> (
    registers: [IndicatorRegister], codes: CodeTable, findings: [Finding]
  ) {
    var calendar = calendar
    var findings: [Finding] = []
    var registers: [IndicatorRegister] = []
    guard !office.registers.isEmpty else { return ([], calendar.codes, []) }
    let (scales, scaleFindings) = try scales()
    findings += scaleFindings
    let known = try knownRegisters()
    for name in office.registers {
      let layers = try registerLayers(name)
      guard let first = layers.first else {
        findings.append(WorkspaceSentence.unknownRegister(name, in: office, known: known))
        continue
      }
      if let region = RegisterBuilder.region(of: first), !region.contains(kecamatan) { continue }
      var builder = RegisterBuilder(name, calendar: calendar, scales: scales)
      for layer in layers { builder.add(layer) }
      if let (name, place) = builder.replaced, !known.contains(name) {
        findings.append(WorkspaceSentence.unknownReplaced(name, at: place, known: known))
      }
      let (register, codes, faults) = builder.finish()
      findings += faults
      calendar.codes = codes
      if let register { registers.append(register) }
    }
    return (registers, calendar.codes, findings)
  }

  /// The names of all registers, shipped and the office's own.
  ///
  /// - Throws: ``WorkspaceFailure`` where a folder cannot be read.
  public func knownRegisters() throws(WorkspaceFailure) -> [String] {
    let names =
      try files.list(data.registers) + files.list(folder.appending(Workspace.registerFolder))
    return Set(names.compactMap(Workspace.registerName)).sorted()
  }

  private func registerLayers(_ name: String) throws(WorkspaceFailure) -> [YAMLText] {
    guard !name.contains("/") else { return [] }
    var layers: [YAMLText] = []
    if let bytes = try files.bytes(of: data.registers.appending("\(name).yaml")) {
      layers.append(texts.text(bytes, file: "Calendars/iku/\(name).yaml"))
    }
    let own = try registerFile(name)
    if let bytes = try files.bytes(of: folder.appending(own)) {
      layers.append(texts.text(bytes, file: own))
    }
    return layers
  }

  /// The shipped scales.
  func scales() throws(WorkspaceFailure) -> (scales: [PredicateScale], findings: [Finding]) {
    var scales: [PredicateScale] = []
    var findings: [Finding] = []
    for file in try files.list(data.scales) where file.hasSuffix(".yaml") {
      guard let bytes = try files.bytes(of: data.scales.appending(file)) else { continue }
      let (scale, faults) = ScaleFile.read(
        texts.text(bytes, file: "Calendars/skala/\(file)"), name: String(file.dropLast(5)))
      findings += faults
      if let scale { scales.append(scale) }
    }
    return (scales, findings)
  }
}

extension Desk {
  /// The registers of indicators of the kecamatan.
  ///
  /// - Throws: ``WorkspaceFailure``; all faults of all registers together.
  public mutating func registers() throws(WorkspaceFailure) -> [IndicatorRegister] {
    let (registers, codes, findings) = try workspace.registers(of: kecamatan.code, calendar)
    guard findings.isEmpty else { throw .configuration(findings) }
    adopt(codes)
    return registers
  }

  /// The registers that are in force on a day of a period, each with its validity beside the others,
  /// the one that began first in front.
  ///
  /// - Throws: ``WorkspaceFailure``; all faults of all registers together.
  public mutating func registers(
    inForceIn period: Period
  ) throws(WorkspaceFailure) -> [(register: IndicatorRegister, validity: Validity)] {
    let registers = try registers()
    let span = Validity(since: period.firstDay, through: period.lastDay)
    let inForce = registers.compactMap { register -> (IndicatorRegister, Validity)? in
      guard let validity = register.validity(among: registers), validity.overlaps(span) else {
        return nil
      }
      return (register, validity)
    }
    return inForce.sorted { first, second in
      guard let later = second.1.since else { return false }
      return first.1.since.map { $0 < later } ?? true
    }
  }

  /// The scorecards of a year: one for each register that is in force on a day of it.
  ///
  /// - Parameters:
  ///   - plan: The plan of that duty year.
  ///   - year: The duty year.
  ///   - day: The day of judging.
  /// - Returns: The scorecards, that of the register that began first in front.
  /// - Throws: ``WorkspaceFailure``; all faults of all registers together.
  public mutating func scorecards(
    _ plan: Plan, year: Int, asOf day: CivilDate
  ) throws(WorkspaceFailure) -> [Scorecard] {
    guard let period = Period(.year, year: year) else { return [] }
    let registers = try registers(inForceIn: period)
    guard !registers.isEmpty else { return [] }
    let evidence = IndicatorEvidence(judge(asOf: day), plan, year: year)
    let desk = self
    return registers.map { register, validity in
      Scorecard(register, in: validity, evidence) { desk.measuredValue($0) }
    }
  }

  /// The value of a row that measures; `nil` where it is no such row or its value cannot be read.
  public func measuredValue(_ row: LedgerEvent.RowID) -> MeasuredValue? {
    self.row(row).flatMap { MeasuredValue($0.entry.value) }
  }
}
