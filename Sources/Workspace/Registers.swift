internal import CalendarFiles
public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

extension Workspace {
  /// Where the office's own registers lie, and what it changes in the shipped ones.
  package static let registerFolder = "kalender/iku"

  private static let registerEndings = [".yaml", ".yml"]

  /// The register that a file in ``registerFolder`` belongs to; `nil` for another kind of file.
  package static func registerName(ofFile file: String) -> String? {
    registerEndings.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
  }

  /// The office's own file of a register, as it is named to the user: the one that is there, or that
  /// the office would write.
  ///
  /// - Throws: ``WorkspaceFailure`` where the folder cannot be read.
  package func registerFile(_ name: String) throws(WorkspaceFailure) -> String {
    let present = try files.list(folder.appending(Workspace.registerFolder))
    let own = Workspace.registerEndings.map { "\(name)\($0)" }
    return "\(Workspace.registerFolder)/\(own.first(where: present.contains) ?? own[0])"
  }

  /// The files of the registers that the office names.
  ///
  /// - Throws: ``WorkspaceFailure`` where one of them cannot be read.
  package func registerFiles() throws(WorkspaceFailure) -> RegisterFiles {
    guard !office.registers.isEmpty else {
      return RegisterFiles(office: office, layers: [], scales: [], scaleFindings: [], known: [])
    }
    let (scales, findings) = try scales()
    let known = try knownRegisters()
    var layers: [(name: String, texts: [YAMLText])] = []
    for name in office.registers { layers.append((name, try registerLayers(name))) }
    return RegisterFiles(
      office: office, layers: layers, scales: scales, scaleFindings: findings, known: known)
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
      layers.append(YAMLText(bytes, file: "Calendars/iku/\(name).yaml"))
    }
    let own = try registerFile(name)
    if let bytes = try files.bytes(of: folder.appending(own)) {
      layers.append(YAMLText(bytes, file: own))
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
        YAMLText(bytes, file: "Calendars/skala/\(file)"), name: String(file.dropLast(5)))
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
    let files = try workspace.registerFiles()
    let (registers, codes, findings) = files.registers(of: kecamatan.code, calendar)
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
