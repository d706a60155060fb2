internal import CalendarFiles
package import ComplianceModel

/// The files of the registers that an office names, read for any number of kecamatan.
package struct RegisterFiles: Sendable {
  let office: Office
  /// The layers of each register that the office names, in its order, lowest first.
  let layers: [(name: String, texts: [YAMLText])]
  /// The shipped scales.
  let scales: [PredicateScale]
  /// What is wrong with the scales, and with files that no register is read from.
  let fileFindings: [Finding]
  /// The names of all registers, shipped and the office's own.
  let known: [String]

  /// The registers of a kecamatan, with the codes that they add to those of the reports.
  ///
  /// A register is the shipped file with the office's own file of that name on top; one that is about
  /// another kecamatan is left out. The office's own may end in `.yml` too, as its calendars may.
  ///
  /// - Returns: Every fault of every file; a register with a fault does not come out.
  package func registers(
    of kecamatan: RegionCode, _ calendar: ReportCalendar
  ) -> (registers: [IndicatorRegister], codes: CodeTable, findings: [Finding]) {
    var calendar = calendar
    var findings = fileFindings
    var registers: [IndicatorRegister] = []
    for (name, texts) in layers {
      guard let first = texts.first else {
        findings.append(WorkspaceSentence.unknownRegister(name, in: office, known: known))
        continue
      }
      if let region = RegisterBuilder.region(of: first), !region.contains(kecamatan) { continue }
      var builder = RegisterBuilder(name, calendar: calendar, scales: scales)
      for text in texts { builder.add(text) }
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
}
