internal import CalendarFiles
public import CivilCalendar
public import Compliance
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage

extension Workspace {
  /// The register that a file in ``registerFolder`` belongs to; `nil` for another kind of file.
  package static func registerName(ofFile file: String) -> String? {
    FileSystem.settingsEndings.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
  }

  /// The office's own file of a register, as it is named to the user: the one that is there, or that
  /// the office would write.
  ///
  /// - Throws: ``WorkspaceFailure`` where the folder cannot be read.
  package func registerFile(_ name: String) throws(WorkspaceFailure) -> String {
    let present = try ownRegisterNames()
    let own = FileSystem.settingsEndings.map { "\(name)\($0)" }
    return "\(Workspace.registerFolder)/\(own.first(where: present.contains) ?? own[0])"
  }

  /// The files of the registers that the office names.
  ///
  /// - Throws: ``WorkspaceFailure`` where one of them cannot be read.
  package func registerFiles() throws(WorkspaceFailure) -> RegisterFiles {
    guard !office.registers.isEmpty else {
      return RegisterFiles(office: office, layers: [], scales: [], fileFindings: [], known: [])
    }
    let (scales, findings) = try scales()
    let misnamed = try ownRegisterNames().filter {
      FileSystem.isSettings($0) && Workspace.registerName(ofFile: $0) == nil
    }.compactMap { YAMLText(.otherEnding, file: "\(Workspace.registerFolder)/\($0)").fault }
    let known = try knownRegisters()
    var layers: [(name: String, texts: [YAMLText])] = []
    for name in office.registers { layers.append((name, try registerLayers(name))) }
    return RegisterFiles(
      office: office, layers: layers, scales: scales, fileFindings: misnamed + findings,
      known: known)
  }

  /// The names of all registers, shipped and the office's own.
  ///
  /// - Throws: ``WorkspaceFailure`` where a folder cannot be read.
  public func knownRegisters() throws(WorkspaceFailure) -> [String] {
    let own = try ownRegisterNames().compactMap(Workspace.registerName)
    return Set(try data.names(in: data.registers) + own).sorted()
  }

  /// What lies in the folder of the office's own registers.
  package func ownRegisterNames() throws(WorkspaceFailure) -> [String] {
    try files.list(
      folder.pushing(FilePath(Workspace.registerFolder)), named: Workspace.registerFolder)
  }

  private func registerLayers(_ name: String) throws(WorkspaceFailure) -> [YAMLText] {
    guard !name.contains("/") else { return [] }
    var layers: [YAMLText] = []
    let shipped = data.registers.appending("\(name).yaml")
    if let text = try files.settings(shipped, named: "Calendars/iku/\(name).yaml") {
      layers.append(text.text)
    }
    let own = try registerFile(name)
    if let text = try files.settings(folder.pushing(FilePath(own)), named: own) {
      layers.append(text.text)
    }
    return layers
  }

  /// The shipped scales.
  func scales() throws(WorkspaceFailure) -> (scales: [PredicateScale], findings: [Finding]) {
    var scales: [PredicateScale] = []
    var findings: [Finding] = []
    for name in try data.names(in: data.scales) {
      let (scale, faults) = ScaleFile.read(
        try data.text(data.scales.appending("\(name).yaml")), name: name)
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
  ///   - known: The plan of that duty year; made where a register asks for it and it is `nil`.
  ///   - year: The duty year.
  ///   - day: The day of judging.
  /// - Returns: The scorecards, that of the register that began first in front.
  /// - Throws: ``WorkspaceFailure``; all faults of all registers together.
  public mutating func scorecards(
    _ known: Plan? = nil, year: Int, asOf day: CivilDate
  ) throws(WorkspaceFailure) -> [Scorecard] {
    guard let period = Period(.year, year: year) else { return [] }
    let registers = try registers(inForceIn: period)
    guard !registers.isEmpty else { return [] }
    let plan = if let known { known } else { try plan(year...year, asOf: day) }
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
